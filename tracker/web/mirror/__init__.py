"""Put the pages for readers into plain files that any web server, or none, can show."""
