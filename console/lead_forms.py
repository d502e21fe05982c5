"""What the forms of a request do; where something is refused, the page says why and keeps what was typed."""

from collections.abc import Callable
from datetime import date, datetime, time

from console.gate import Visit
from console.lead_page import LONGEST_REASON, Kept, lead_page, today
from console.pages import Answer, GoTo, not_found, refusal
from desk.acting import Actor
from desk.desk import Desk
from desk.duplicates import merge, unmerge
from desk.lead_changes import FIELDS, change_field
from desk.lead_moves import Moved, move_lead
from desk.lead_views import acts_for, open_lead, seen_state
from desk.notes import add_note
from desk.records import ACT_LABELS, SNOOZES
from desk.sign_in import SURFACE, note_denied
from desk.staff_alerts import take_alert
from flows.lead import REASONS
from storage import alerts
from storage.leads import LeadRow
from storage.moments import to_ms

DAY_MS = 86_400_000
_LATEST_DAYS = 366
_CHANGED = "This request changed while you had it open. Look at it again, then decide."
_OTHER_HOLDER = "This is not possible as the request stands now. Somebody else may hold it: take it over first."
_NO_DAY = "Choose a day from tomorrow on, at most a year ahead."
_LOOK_ONLY = refusal("Not allowed", "Your role may look, but not change.", 403)
Work = Callable[[Visit, LeadRow], Answer]


def on_lead(work: Work, act: str) -> Callable[[Visit], Answer]:
    """A handler of a form: the lead must be there, and this member's to see and to work."""

    def handler(visit: Visit) -> Answer:
        lead = open_lead(visit.desk, visit.books, visit.member, visit.asked.path["uid"])
        if lead is None:
            return not_found()
        if not visit.member.may_work:
            note_denied(visit.desk, visit.books, str(visit.member.telegram_id), lead.uid, act)
            return _LOOK_ONLY
        return work(visit, lead)

    return handler


def done(lead: LeadRow, what: str) -> GoTo:
    """Back to the page, which says what was done."""
    return GoTo(f"/leads/{lead.uid}?done={what}")


def actor_of(visit: Visit) -> Actor:
    """Who acts, and where."""
    return Actor(visit.member, SURFACE)


def move(visit: Visit, lead: LeadRow) -> Answer:
    """Carry out an act on the lead, or say why not beside the record as it is now."""
    act = visit.asked.form.get("act", "")
    if act not in ACT_LABELS:
        return not_found()
    moved = _moved(visit, lead, act)
    if moved.moved:
        return done(lead, act)
    return lead_page(visit, lead, kept=Kept(f"move-{act}", moved.why, visit.asked.form.get("note", "")))


def _moved(visit: Visit, lead: LeadRow, act: str) -> Moved:
    """Move the lead. A claim goes through whatever was seen: its loser is told who won, and when."""
    form = visit.asked.form
    if act != "claim" and form.get("seen") != seen_state(lead):
        return Moved(False, why=_CHANGED)
    if act != "claim" and act not in acts_for(lead, visit.member):
        return Moved(False, why=_OTHER_HOLDER)
    until = _until(visit.desk, lead, form) if act == "snooze" else None
    if act == "snooze" and until is None:
        return Moved(False, why=_NO_DAY)
    return move_lead(
        visit.desk, visit.books, lead, act, actor_of(visit),
        reason=form.get("reason", "") if act in REASONS else "",
        note=form.get("note", "").strip()[:LONGEST_REASON],
        until=until,
    )  # fmt: skip


def _until(desk: Desk, lead: LeadRow, form: dict[str, str]) -> int | None:
    """When the lead comes back: in so many days, or at the start of a day at its clinic; None where that is no time."""
    if form.get("days") in SNOOZES:
        return desk.now_ms() + int(form["days"]) * DAY_MS
    try:
        day = date.fromisoformat(form.get("day", ""))
    except ValueError:
        return None
    if not 0 < (day - today(desk, lead)).days <= _LATEST_DAYS:
        return None
    place = desk.flow.clinic.location(lead.location) or desk.flow.clinic.locations[0]
    return to_ms(datetime.combine(day, time.min, place.zone))


def note(visit: Visit, lead: LeadRow) -> Answer:
    """Put a note on the timeline."""
    text = visit.asked.form.get("text", "")
    why = add_note(visit.desk, visit.books, lead, actor_of(visit), text)
    return lead_page(visit, lead, kept=Kept("note", why, text)) if why else done(lead, "note")


def change(visit: Visit, lead: LeadRow) -> Answer:
    """Put one field right; where somebody else was first, their value is shown beside what was typed."""
    form = visit.asked.form
    name = form.get("field", "")
    if name not in FIELDS:
        return not_found()
    value = _value(name, form)
    changed = change_field(visit.desk, visit.books, lead, actor_of(visit), name, form.get("seen", ""), value)
    if changed.changed:
        left = open_lead(visit.desk, visit.books, visit.member, lead.uid)
        return done(lead, "change") if left else GoTo("/inbox")
    return lead_page(visit, lead, kept=Kept(f"change-{name}", changed.why, value, changed.other))


def _value(name: str, form: dict[str, str]) -> str:
    if name == "services":
        return ",".join(key.removeprefix("service-") for key in form if key.startswith("service-"))
    return form.get("value", "")


def take_on(visit: Visit, lead: LeadRow) -> Answer:
    """Take an alert about this person on."""
    alert = alerts.by_uid(visit.books, visit.asked.form.get("alert", ""))
    if alert is None or alert.chat_id != lead.chat_id:
        return not_found()
    why = take_alert(visit.desk, visit.books, alert, actor_of(visit))
    return lead_page(visit, lead, kept=Kept("alert", why)) if why else done(lead, "alert")


def merge_leads(visit: Visit, lead: LeadRow) -> Answer:
    """Fold this request into another one, or the other one into this."""
    other = open_lead(visit.desk, visit.books, visit.member, visit.asked.form.get("other", ""))
    if other is None:
        return not_found()
    pair = (lead, other) if visit.asked.form.get("way") == "into_other" else (other, lead)
    merged = merge(visit.desk, visit.books, *pair, actor_of(visit))
    return done(lead, "merge") if merged.done else lead_page(visit, lead, kept=Kept("merge", merged.why))


def unmerge_leads(visit: Visit, lead: LeadRow) -> Answer:
    """Take a merge back."""
    merged = unmerge(visit.desk, visit.books, visit.asked.form.get("merge", ""), actor_of(visit))
    return done(lead, "unmerge") if merged.done else lead_page(visit, lead, kept=Kept("merge", merged.why))
