"""The first word with Telegram at start: is the server there, and does it take the token."""

from dataclasses import dataclass

from telegram.error import InvalidToken, TelegramError

from bot.api import BotApi


class NoGreeting(Exception):
    """Telegram cannot be used; the text says why in one line, for the operator."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who the bot is."""

    id: int
    username: str


async def greet(api: BotApi, *, seconds: float = 10) -> Me:
    """Who the bot is, by `getMe`; raises NoGreeting."""
    try:
        me = await api.call("getMe", seconds=seconds)
    except InvalidToken:
        raise NoGreeting("TELEGRAM_BOT_TOKEN: Telegram refuses this token; ask @BotFather for a new one") from None
    except TelegramError as error:
        raise NoGreeting(f"TELEGRAM_API_URL: the Bot API server cannot be reached ({type(error).__name__})") from None
    if not isinstance(me, dict) or "id" not in me:
        raise NoGreeting("TELEGRAM_API_URL: what answers there is no Bot API server")
    return Me(int(me["id"]), str(me.get("username", "")))
