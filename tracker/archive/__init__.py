"""Import and export stored pages."""
