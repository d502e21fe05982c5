"""What can be seen of Telegram's side without changing it: the webhook, and the bot's place in the staff group."""

from typing import Any

from telegram.error import TelegramError

from bot.api import BotApi


async def look_at_webhook(api: BotApi) -> tuple[str, str]:
    """The webhook's address ("" where none is set), and what last went wrong with it."""
    try:
        info = await api.call("getWebhookInfo")
    except TelegramError as error:
        return "", type(error).__name__
    return str(info.get("url", "")), str(info.get("last_error_message", ""))


async def look_at_group(api: BotApi, chat_id: int, bot_id: int) -> tuple[bool, str]:
    """Whether the bot can post in the group, and what was seen."""
    try:
        chat = await api.call("getChat", {"chat_id": chat_id})
        member = await api.call("getChatMember", {"chat_id": chat_id, "user_id": bot_id})
    except TelegramError as error:
        return False, f"not reachable ({type(error).__name__})"
    status = str(member.get("status", ""))
    ok = status in {"member", "administrator", "creator"} or (
        status == "restricted" and member.get("can_send_messages")
    )
    said = f"{chat.get('title', 'chat')} ({chat.get('type')}), the bot is {status}"
    return bool(ok), said + _topics(chat, member)


def _topics(chat: dict[str, Any], member: dict[str, Any]) -> str:
    """What can be said of the group's topics."""
    if not chat.get("is_forum"):
        return ""
    if member.get("can_manage_topics"):
        return ", each clinic has its topic"
    return ", topics are on: let the bot manage topics, so that each clinic gets its own"
