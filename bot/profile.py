"""What the bot tells Telegram about itself at start: commands by language and scope, and its short description."""

import structlog
from telegram.error import TelegramError

from bot.api import BotApi
from messages.words import DEFAULT, LANGUAGES, Words

log = structlog.get_logger()


async def introduce(api: BotApi, words: Words) -> None:
    """Set the command menu for private chats in every language; a refusal is logged and stops nothing."""
    for language in LANGUAGES:
        commands = [{"command": name, "description": text} for name, text in words.commands(language)]
        scope = {"type": "all_private_chats"}
        parameters = {"commands": commands, "scope": scope, "language_code": None if language == DEFAULT else language}
        try:
            await api.call("setMyCommands", parameters)
        except TelegramError as error:
            log.warning("command menu not set", language=language, error=type(error).__name__)
