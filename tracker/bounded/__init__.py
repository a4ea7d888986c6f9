"""Read untrusted input within limits of time and memory, in a process that has no secrets."""
