"""Apply what people say against the rules to what the rules compute."""
