"""What the bot told Telegram about itself: name, descriptions, commands by scope and language, menu button."""

from dataclasses import dataclass, field
from typing import Any

from sandbox.records import PRIVATE, Chat


@dataclass(slots=True)
class BotProfile:
    """Texts are kept by language code, `""` being the default."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "commands"})

    def name(self, language_code: str) -> str:
        return self.names.get(language_code) or self.names.get("", "")

    def description(self, language_code: str) -> str:
        """What an empty chat shows before Start is pressed."""
        return self.descriptions.get(language_code) or self.descriptions.get("", "")

    def menu(self, chat: Chat, user_id: int, language_code: str) -> list[dict[str, str]]:
        """The commands this person sees in this chat: narrowest scope first, in each their language first.

        Order after "Determining list of commands" of the Bot API.
        """
        for scope in _scopes(chat, user_id):
            for language in (language_code, ""):
                if commands := self.commands.get((scope, language)):
                    return commands
        return []


def _scopes(chat: Chat, user_id: int) -> list[str]:
    if chat.type == PRIVATE:
        return [f"chat:{chat.id}", "all_private_chats", "default"]
    admin = chat.members.get(user_id) in {"creator", "administrator"}
    scopes = [f"chat_member:{chat.id}:{user_id}"]
    scopes += [f"chat_administrators:{chat.id}"] if admin else []
    scopes += [f"chat:{chat.id}"]
    scopes += ["all_chat_administrators"] if admin else []
    return [*scopes, "all_group_chats", "default"]
