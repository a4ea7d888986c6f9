"""Choose the act that a sentence reports of an initiative, the strongest that applies."""
