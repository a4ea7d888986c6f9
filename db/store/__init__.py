"""Write to the database, with one function per change, repeatable without harm."""
