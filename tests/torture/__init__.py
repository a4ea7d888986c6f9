"""Kill crawlers, readers, senders and daemons while mail servers misbehave, and check that nothing is lost."""
