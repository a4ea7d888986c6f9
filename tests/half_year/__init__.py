"""A simulated half year of alerts: generated events, an oracle that says what is to be sent, and what was sent."""
