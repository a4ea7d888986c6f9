"""Choose the act that a sentence reports of an initiative, the strongest that applies."""

from tracker.tag.acts.rule_tables import NEWS, act_of, strongest

__all__ = ["NEWS", "act_of", "strongest"]
