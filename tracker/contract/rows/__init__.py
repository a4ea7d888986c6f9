"""Fill the rows of the contract from the database and the declarations."""
