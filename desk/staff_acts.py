"""What staff do by buttons: claim, open, move a lead on. Rights are those of the tapper, never of the chat."""

from collections.abc import Callable

from desk.arrivals import StaffTapped, TapAnswer
from desk.card_buttons import ASKING
from desk.cards import STATUS_WORDS, refresh_card
from desk.desk import Desk
from desk.lead_moves import move_lead, why_not
from desk.records import refresh_record, send_alert_record, send_record
from desk.staff_alerts import take_alert
from desk.staff_lists import LIST_ACTS, turn_page
from desk.staff_messages import DRAFT_ACTS, on_draft, prompt_note, prompt_words
from desk.staff_prompts import REASON, prompt
from desk.tapping import PRIVATE_HINT, SURFACE, Act
from storage import alerts, audit, leads, staff
from storage.leads import LeadRow
from storage.store import Books

NOT_STAFF = "This button is for our staff."
ELSEWHERE = "This request belongs to another location."
DAY_MS = 86_400_000


def staff_tapped(desk: Desk, books: Books, tap: StaffTapped) -> TapAnswer:
    """Carry out a staff button, or say why not."""
    now, actor = desk.now_ms(), str(tap.actor_id)
    member = staff.member(books, tap.actor_id)
    if member is None:
        audit.append(
            books, actor=actor, surface=SURFACE, act="denied", subject=tap.subject[:64], now=now, detail=tap.act
        )
        return TapAnswer(tap.query, _no_staff(desk, books, tap), alert=True)
    staff.name_member(books, tap.actor_id, tap.actor_name)
    act = Act(desk, books, tap, staff.member(books, tap.actor_id) or member, now)
    if tap.act in {"take", "see"}:
        return _on_alert(act)
    if tap.act in LIST_ACTS:
        return turn_page(act)
    if tap.act in DRAFT_ACTS:
        return on_draft(act)
    return _on_lead(act)


def _no_staff(desk: Desk, books: Books, tap: StaffTapped) -> str:
    """Why not, and for somebody in the staff group what an owner needs in order to add them."""
    if tap.chat_id != desk.staff_chat(books):
        return NOT_STAFF
    return f"{NOT_STAFF} An owner can add you by your Telegram id: {tap.actor_id}."


def _on_lead(act: Act) -> TapAnswer:
    lead = leads.by_uid(act.books, act.tap.subject)
    if lead is None:
        return act.answer("This request is no longer here.", alert=True)
    if not act.member.covers(lead.location):
        return act.refuse(ELSEWHERE, lead.uid)
    if act.tap.act == "open":
        send_record(act.desk, act.books, lead, act.member)
        return act.answer(PRIVATE_HINT)
    if not act.member.may_work:
        return act.answer("Your role may look, but not change.", alert=True)
    return _ACTS.get(act.tap.act, _unknown)(act, lead)


def _unknown(act: Act, _lead: LeadRow) -> TapAnswer:
    return act.answer("That button is out of date.")


def _on_alert(act: Act) -> TapAnswer:
    alert = alerts.by_uid(act.books, act.tap.subject)
    if alert is None:
        return act.answer("This alert is no longer here.", alert=True)
    if act.tap.act == "see":
        if not send_alert_record(act.desk, act.books, alert, act.member):
            return act.refuse(ELSEWHERE, alert.uid)
        return act.answer("Sent to your private chat.")
    taken = take_alert(act.desk, act.books, alert, act.actor)
    if taken:
        return act.answer(taken, alert=True)
    return act.answer("Thank you. Everyone sees that you are on it.")


def _move(act: Act, lead: LeadRow, reason: str = "", until: int | None = None) -> TapAnswer:
    """Move the lead, and draw it again wherever this member has it before them."""
    name = act.tap.act
    done = move_lead(act.desk, act.books, lead, name, act.actor, reason=reason, until=until)
    if not done.moved:
        if name == "claim" and lead.holder_id == act.member.telegram_id:
            return act.answer(f"{lead.reference} is yours.")
        return act.answer(done.why, alert=True)
    refresh_record(act.desk, act.books, lead, act.member)
    if name in {"claim", "take_over"}:
        return act.answer(f"{lead.reference} is yours.")
    return act.answer(f"{lead.reference}: {STATUS_WORDS[done.status]}")


def _move_by_choice(act: Act, lead: LeadRow) -> TapAnswer:
    """Acts that need a time or a reason: the choices appear where the tap was; "other" asks for words in private."""
    name, detail = act.tap.act, act.tap.detail
    if detail == "back":
        _draw(act, lead)
        return act.answer()
    if not detail or detail == "other":
        why = why_not(act.desk, act.books, lead, name, act.actor)
        if why:
            return act.answer(why, alert=True)
        if not detail:
            _draw(act, lead, asking=name)
            return act.answer()
        prompt(act.desk, act.books, act.member, lead, f"{REASON}{name}:", "note_prompt")
        _draw(act, lead)
        return act.answer(PRIVATE_HINT if act.in_group else "")
    if name != "snooze":
        return _move(act, lead, reason=detail)
    return _move(act, lead, until=act.now + int(detail) * DAY_MS if _is_days(detail) else None)


def _is_days(detail: str) -> bool:
    return detail.isascii() and detail.isdigit() and len(detail) <= 3  # noqa: PLR2004  # nobody sets aside for years


def _draw(act: Act, lead: LeadRow, *, asking: str = "") -> None:
    if act.in_group:
        refresh_card(act.desk, act.books, lead.uid, asking=asking)
    else:
        send_record(act.desk, act.books, lead, act.member, draw="edit", asking=asking)


_ACTS: dict[str, Callable[[Act, LeadRow], TapAnswer]] = {
    **dict.fromkeys(("claim", "release", "contact", "schedule", "reopen"), _move),
    **dict.fromkeys(ASKING, _move_by_choice),
    "write": prompt_words,
    "jot": prompt_note,
}
