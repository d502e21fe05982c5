"""One tap of one member of staff on a staff button, with all that carrying it out needs."""

from dataclasses import dataclass

from desk.acting import Actor
from desk.arrivals import StaffTapped, TapAnswer
from desk.desk import Desk
from storage import audit
from storage.staff import Member
from storage.store import Books

SURFACE = "telegram"
PRIVATE_HINT = "Sent to your private chat. If nothing arrives, press Start there first."


@dataclass(frozen=True, slots=True)
class Act:
    """One act by one member of staff."""

    desk: Desk
    books: Books
    tap: StaffTapped
    member: Member
    now: int

    @property
    def actor(self) -> Actor:
        """Who does it, and where."""
        return Actor(self.member, SURFACE)

    @property
    def in_group(self) -> bool:
        """True where the button stands in a group, where others see it too."""
        return self.tap.chat_id != self.member.telegram_id

    def answer(self, text: str = "", *, alert: bool = False) -> TapAnswer:
        """End the tap's spinner with a word."""
        return TapAnswer(self.tap.query, text, alert)

    def refuse(self, why: str, subject: str) -> TapAnswer:
        """Say no, and write it down."""
        audit.append(
            self.books,
            actor=str(self.member.telegram_id),
            surface=SURFACE,
            act="denied",
            subject=subject,
            now=self.now,
            detail=self.tap.act,
        )
        return self.answer(why, alert=True)
