"""Run the steps from stored pages to announcements."""
