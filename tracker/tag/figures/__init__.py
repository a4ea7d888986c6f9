"""Extract figures and attribute them to initiatives."""
