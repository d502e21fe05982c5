"""The routes of inbox, search and requests. Reading a request is an audit row, so those pages write."""

from starlette.routing import Route

from console import lead_forms, message_forms
from console.exports import export_fhir, export_leads
from console.gate import Gate
from console.inbox import show_inbox
from console.lead_forms import Work, on_lead
from console.lead_page import mark_of, show_lead
from console.screen_page import show_screen
from console.search_page import find
from console.signing_in import INBOX
from console.unfinished_page import show_unfinished
from storage.staff import Member

_FORMS: dict[str, Work] = {
    "move": lead_forms.move,
    "note": lead_forms.note,
    "change": lead_forms.change,
    "alert": lead_forms.take_on,
    "merge": lead_forms.merge_leads,
    "unmerge": lead_forms.unmerge_leads,
    "message": message_forms.write,
    "message/send": message_forms.send,
    "message/change": message_forms.change_words,
    "message/drop": message_forms.throw_away,
}


def may_work(member: Member) -> bool:
    """True for who works requests, and so may take them out."""
    return member.may_work


def lead_routes(gate: Gate) -> list[Route]:
    """Every route about requests."""
    return [
        gate.signed(INBOX, show_inbox),
        gate.signed("/export", export_leads, method="POST", allowed=may_work),
        gate.signed("/search", find, method="POST"),
        gate.signed("/unfinished/{uid}", show_unfinished, writes=True),
        gate.signed("/leads/{uid}", show_lead, writes=True, mark=mark_of),
        gate.signed("/leads/{uid}/screen", show_screen, writes=True),
        *(gate.signed(f"/leads/{{uid}}/{way}", on_lead(work, way), method="POST") for way, work in _FORMS.items()),
        gate.signed("/leads/{uid}/fhir", export_fhir, writes=True, allowed=may_work),
    ]
