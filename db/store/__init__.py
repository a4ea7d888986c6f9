"""Every write, one function each, repeatable without harm."""
