"""The text of annexes: files that an article links and that hold what it announces."""
