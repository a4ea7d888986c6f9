"""Show what we have as pages for readers, in English and Chinese."""
