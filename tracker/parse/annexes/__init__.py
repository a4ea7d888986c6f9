"""Extract the text of annexes."""
