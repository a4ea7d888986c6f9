"""Run the daemon: a small process that knows when each step is due, and starts a process for each of them."""
