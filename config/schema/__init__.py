"""Types of the declared facts."""
