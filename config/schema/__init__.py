"""The declared facts, as types."""
