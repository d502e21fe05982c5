"""The page of somebody who stopped half way: what they had answered by then."""

from console.gate import Visit
from console.pages import Answer, Page, not_found
from desk.unfinished import open_unfinished, unfinished_view


def show_unfinished(visit: Visit) -> Answer:
    """What was answered so far; that it was looked at is audited."""
    row = open_unfinished(visit.desk, visit.books, visit.member, visit.asked.path["uid"])
    if row is None:
        return not_found()
    return Page("unfinished.html", unfinished_view(visit.desk, visit.books, visit.member, row))
