"""Write an evidence bundle: a timeline, the quotes that prove it and the stored pages, for others to check."""
