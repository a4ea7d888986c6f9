"""Hold the words of the pages for readers, a file a language; both have the same keys."""
