"""The daemon: a small process that knows when each step is due, and has each done by a process of its own."""
