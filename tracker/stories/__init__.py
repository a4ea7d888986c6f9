"""Stories: which documents report the same thing, whatever their words and their language."""
