"""Search: the words come by POST and stand in no address."""

from console.gate import Visit
from console.pages import Answer, GoTo, Page
from console.signing_in import INBOX
from desk.lead_lines import lines
from desk.searching import FOUND, search

LONGEST_SEARCH = 200


def find(visit: Visit) -> Answer:
    """Leads with exactly the words searched for; a single one is opened at once."""
    words = visit.asked.form.get("words", "")[:LONGEST_SEARCH].strip()
    if not words:
        return GoTo(INBOX)
    found = search(visit.desk, visit.books, visit.member, words)
    if len(found) == 1:
        return GoTo(f"/leads/{found[0].uid}")
    shown = lines(visit.desk, visit.books, visit.member, found)
    return Page("found.html", {"words": words, "lines": shown, "most": FOUND})
