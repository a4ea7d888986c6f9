"""What strangers sent is read within limits of time and memory, in a process that holds no secrets."""
