"""Kills crawlers, readers, senders and daemons while mail servers misbehave, and looks whether anything was lost."""
