"""Way out to other systems: webhooks and e-mail."""
