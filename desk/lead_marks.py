"""How what the page of a request shows stands now, in a few letters: a page that keeps itself fresh asks for them.

While the mark is the one it has, nothing is shown, and so nothing is a view of the record either.
"""

from storage import leads, timeline
from storage.staff import Member
from storage.store import Books


def lead_mark(books: Books, member: Member, uid: str) -> str:
    """The mark of this lead for this member; empty where there is none, or not for them."""
    lead = leads.by_uid(books, uid)
    if lead is None or not member.covers(lead.location):
        return ""
    return f"{lead.revision}.{lead.version}.{timeline.newest(books, uid)}.{member.role}"
