"""People who stopped half way, filed as the flow would file them."""

from typing import Any

from console_desk import ALICE, ConsoleDesk

from flows.answers import Answer
from flows.conversation import Conversation
from storage.conversations import save_conversations

CHAT = 5_000


def stopped(desk: ConsoleDesk, state: str, number: int = 0, *, language: str = "en", **answers: Any) -> str:
    """Somebody answers as Alice, or as told, up to `state`, and stops there; gives the uid of the conversation."""
    given: dict[str, Answer] = {}
    for link_id, value in {**ALICE, **answers}.items():
        if link_id == state:
            break
        if value is not None:
            given[link_id] = Answer(value, "tap", desk.clock(), "2026.11")
    chat = CHAT + number
    kept = Conversation(seed="bcdf", language=language, state=state, answers=given)
    with desk.store.transaction() as books:
        save_conversations(books, {chat: kept}, desk.flow, desk.desk.now_ms())
    return str(desk.rows("select uid from conversation where chat_id = ?", chat)[0]["uid"])
