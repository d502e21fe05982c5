"""Telegram edge: updates in, messages out; the only room that knows python-telegram-bot."""

import os

# Without it, reading RetryAfter.retry_after warns on every 429; must be set before the library is imported.
os.environ.setdefault("PTB_TIMEDELTA", "true")
