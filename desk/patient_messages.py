"""Messages from staff to a patient through the bot: seen before they are sent, and refused where not agreed to."""

import re
from dataclasses import dataclass

from desk.acting import ERASED, Actor, lacking, no_right, note_audit
from desk.cards import refresh_card, staff_name
from desk.desk import Desk
from desk.holders import worked_on
from desk.wording import plain
from flows.clinic import Clinic, labels
from storage import drafts, lead_clock, leads, outbox, timeline
from storage.leads import LeadRow
from storage.staff import OWNER
from storage.store import Books

LONGEST = 2_000
"""Characters of a message: with the lines above it well within Telegram's 4096."""
SHORTEST_TREATMENT = 3
"""Letters; two would be found in any name."""
_CONDITIONS = re.compile(
    r"ketamin|esketamin|spravato|\btms\b|\bdbt\b|\bect\b|depress|anxi|ptsd|trauma|pain|bipolar|psych|mental|suicid"
    r"|infusion|brain|addict|depresi|ansied|dolor|cerebro",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Whether a message is on its way, and if not, why, in words for staff."""

    sent: bool
    why: str = ""


def message_name(uid: str) -> str:
    """What the outbox calls a message of staff to the patient of this lead."""
    return f"team:{uid}"


def may_message(_desk: Desk, books: Books, lead: LeadRow, actor: Actor) -> str:
    """Why this member may not write to this patient now, in words; "" where they may.

    Of a lead that was merged, whoever works on the one it was merged into may answer.
    """
    live = leads.by_uid(books, lead.uid)
    if live is None:
        return ERASED
    held = worked_on(books, live)
    why = lacking(live, actor) or lacking(held, actor)
    if why:
        return why
    if not live.may_contact:
        return "They did not agree to be contacted."
    if not live.reachable:
        return "They cannot be messaged on Telegram. Call instead."
    if held.holder_id != actor.member.telegram_id and actor.member.role != OWNER:
        holder = staff_name(books, held.holder_id)
        return f"{holder} holds this request. Take it over first." if holder else "Claim this request first."
    return ""


def preview(desk: Desk, lead: LeadRow, text: str) -> str:
    """The message exactly as the patient will see it, as Telegram HTML: the clinic's name, a plain line, the words.

    The first two lines are longer than what a locked phone shows, and name no treatment and no condition.
    """
    return desk.words.text(
        "team_message",
        lead.language,
        {"clinic": discreet_name(desk.flow.clinic), "reference": lead.reference, "words": text.strip()},
    )


def discreet_name(clinic: Clinic) -> str:
    """The clinic's name where it names no treatment and no condition; else "" and the message says "our team"."""
    words = {word.casefold() for s in clinic.services for word in (*labels(s.label), *s.aliases)}
    treatments = {word for word in words if len(word) >= SHORTEST_TREATMENT}
    name = clinic.name.casefold()
    named = any(re.search(rf"\b{re.escape(word)}\b", name) for word in treatments)
    return "" if named or _CONDITIONS.search(name) else clinic.name


def send_message(desk: Desk, books: Books, lead: LeadRow, actor: Actor, text: str) -> Sent:
    """Send a message to the patient; what it says is on the timeline, that it was sent in the audit log."""
    words = text.strip()
    why = no_right(desk, books, lead, actor, "message") or may_message(desk, books, lead, actor) or unfit(words)
    if why:
        return Sent(False, why)
    now = desk.now_ms()
    body = plain(preview(desk, lead, words))
    outbox.put(books, lead.chat_id, "send", body, now, ask=message_name(lead.uid), subject=lead.uid)
    timeline.note(books, lead.uid, "message_out", actor.name, now, words)
    for one in dict.fromkeys((lead.uid, worked_on(books, lead).uid)):
        lead_clock.note_contact(books, one, now)
        lead_clock.note_act(books, one, actor.member.telegram_id, now)
    note_audit(desk, books, lead, actor, "message_sent")
    refresh_card(desk, books, lead.uid)
    return Sent(True)


def unfit(words: str) -> str:
    """Why these words are no message, or ""."""
    if not words:
        return "There is nothing to send."
    if len(words) > LONGEST:
        return f"A message has at most {LONGEST:,} characters; this one has {len(words):,}."
    return ""


def keep_draft(desk: Desk, books: Books, lead: LeadRow, actor: Actor, text: str) -> str:
    """Keep what is about to be sent, until its writer has seen the preview; gives the draft's uid."""
    return drafts.keep(books, lead.uid, actor.member.telegram_id, text.strip(), desk.now_ms())


def take_draft(_desk: Desk, books: Books, uid: str, actor: Actor) -> tuple[LeadRow, str] | None:
    """The lead and the words of this member's draft, which is then no more; None where it is gone or another's."""
    draft = drafts.take(books, uid, actor.member.telegram_id)
    lead = leads.by_uid(books, draft.lead_uid) if draft else None
    return (lead, draft.text) if draft and lead else None


def drop_draft(_desk: Desk, books: Books, uid: str, actor: Actor) -> bool:
    """Throw this member's draft away; False where there is none."""
    return drafts.take(books, uid, actor.member.telegram_id) is not None
