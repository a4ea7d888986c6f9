"""Every read, one function a question."""
