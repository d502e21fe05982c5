"""How people get through the questionnaire, counted: shown, answered, left, and how long an answer takes."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from storage.shown import NOBODY
from storage.store import Books
from storage.tables import CONVERSATION, QUESTION_SHOWN

_Q = QUESTION_SHOWN.c


@dataclass(frozen=True, slots=True)
class Slice:
    """Which showings count: since when (milliseconds), and of which locations, language and source; empty means any."""

    since: int
    locations: tuple[str, ...] = ()
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """One question: how many people were shown it, answered it, left at it; `seconds` counts answers by their time."""

    shown: int
    answered: int
    left: int
    seconds: dict[int, int]


def count(books: Books, cut: Slice, silent_since: int) -> dict[str, Counted]:
    """Every question of this slice; somebody left who has been silent since then, with this question open last."""
    where = _where(cut)
    took = ((_Q.answered_at - _Q.shown_at) // 1000).label("took")
    query = select(_Q.link_id, took, func.count()).where(*where).group_by(_Q.link_id, took)
    left = _left(books, where, silent_since)
    shown: dict[str, int] = {}
    seconds: dict[str, dict[int, int]] = {}
    for link_id, time_taken, number in books.connection.execute(query):
        shown[link_id] = shown.get(link_id, 0) + number
        if time_taken is not None:
            seconds.setdefault(link_id, {})[int(time_taken)] = number
    return {
        link_id: Counted(number, sum(seconds.get(link_id, {}).values()), left.get(link_id, 0), seconds.get(link_id, {}))
        for link_id, number in shown.items()
    }


def _where(cut: Slice) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [_Q.shown_at >= cut.since]
    if cut.locations:
        where.append(_Q.location.in_(cut.locations))
    if cut.language:
        where.append(_Q.language == cut.language)
    if cut.source:
        where.append(_Q.source == cut.source)
    return where


def _left(books: Books, where: list[ColumnElement[bool]], silent_since: int) -> dict[str, int]:
    later = QUESTION_SHOWN.alias("later")
    went_on = exists().where(
        later.c.chat_id == _Q.chat_id, later.c.intake == _Q.intake,
        or_(later.c.shown_at > _Q.shown_at, and_(later.c.shown_at == _Q.shown_at, later.c.id > _Q.id)),
    )  # fmt: skip
    came_back = exists().where(CONVERSATION.c.chat_id == _Q.chat_id, CONVERSATION.c.touched_at > silent_since)
    query = select(_Q.link_id, func.count()).where(
        *where, _Q.answered_at.is_(None), _Q.chat_id != NOBODY, _Q.shown_at <= silent_since, ~went_on, ~came_back
    )
    return {row.link_id: row[1] for row in books.connection.execute(query.group_by(_Q.link_id))}


def sources(books: Books, since: int, locations: tuple[str, ...], first: str, at_least: int) -> list[str]:
    """The sources by which at least so many were shown the `first` question since then, in order."""
    query = select(_Q.source).where(*_where(Slice(since, locations)), _Q.link_id == first, _Q.source != "")
    return sorted(books.connection.execute(query.group_by(_Q.source).having(func.count() >= at_least)).scalars())
