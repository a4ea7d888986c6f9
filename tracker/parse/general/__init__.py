"""Extract articles from pages that no declared layout fits."""
