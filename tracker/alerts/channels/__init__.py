"""Send messages by e-mail, webhook, chat or folder."""
