"""Write the pages for readers as plain files that any web server, or none, can show."""
