"""Extract articles from pages that match no declared layout."""
