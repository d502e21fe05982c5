"""A local stand-in for Telegram: the Bot API over HTTP and a page with the phones of a chat.

In a process of its own: `python -m sandbox`. In a test: `with running(World()) as address: …`, then
`Sandbox(address).patient().start()` on the people's side and `{address}/bot{token}/{method}` on the bot's.
"""
