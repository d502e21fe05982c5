"""Messages that ask a member of staff for words in private; a reply to one says which request and what for."""

from desk.desk import Desk
from desk.showing import show
from desk.wording import plain
from storage.leads import LeadRow
from storage.staff import Member
from storage.store import Books

REASON = "note:"
"""Before the act and the lead's uid: a reason for the act is asked for."""
NOTE = "jot:"
"""Before the lead's uid: a note is asked for."""
MESSAGE = "write:"
"""Before the lead's uid: the words of a message to the patient are asked for."""
PROMPT_MINUTES = 24 * 60
"""Long enough to come back to after a phone call."""


def prompt(desk: Desk, books: Books, member: Member, lead: LeadRow, kind: str, template: str) -> None:
    """Ask for words about `lead`; the reply field opens by itself."""
    text = desk.words.text(f"staff/{template}", "en", {"reference": lead.reference})
    body = plain(text, force_reply=True)
    show(desk, books, member.telegram_id, f"{kind}{lead.uid}", body, minutes=PROMPT_MINUTES, subject=lead.uid)


def tell(desk: Desk, books: Books, member: Member, lead: LeadRow, words: str) -> None:
    """A short line about `lead` to a member in private."""
    text = desk.words.text("staff/notice", "en", {"reference": lead.reference, "words": words})
    show(desk, books, member.telegram_id, f"said:{lead.uid}", plain(text), minutes=PROMPT_MINUTES, subject=lead.uid)
