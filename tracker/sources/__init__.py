"""Try sources by hand, draft new ones from a page, and keep samples of their responses."""
