"""Keep alerts and their recipients."""
