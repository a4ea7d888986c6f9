"""Make announcements of stories."""
