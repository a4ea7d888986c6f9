"""Tries sources by hand, drafts new ones from a page, and keeps samples of what they answer."""
