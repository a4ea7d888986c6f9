"""A simulated half year of alerts: a world made up, an oracle that says what is to be sent, and what was sent."""
