"""Apply people's corrections to the results of the rules."""
