"""Explain answers: name every rule, and find which one decided what we say of an initiative."""
