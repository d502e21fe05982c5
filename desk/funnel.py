"""The report: how people get through the questions. No group so small that somebody could be made out is shown.

Every count is rounded to the nearest five and one below five is only said to be that; a median needs five answers.
Rounding, rather than hiding small cells alone, keeps them hidden: no sum, difference or other filter gives them back.
"""

from dataclasses import dataclass

from desk.console_sessions import SURFACE
from desk.desk import Desk
from desk.filters import UNPLACED, seen_by
from flows.clinic import in_language
from flows.questionnaire import REVIEW
from flows.record import STAFF_LANGUAGE
from storage import audit, funnel
from storage.funnel import Counted, Slice
from storage.staff import Member
from storage.store import Books

DAY_MS = 86_400_000
LEAST = 5
"""The smallest group that is counted out loud."""
SMALL = f"<{LEAST}"
PERIODS = {7: "7 days", 30: "30 days", 90: "90 days", 365: "A year"}
FIRST_PERIOD = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the report is narrowed to; empty means not."""

    days: int = FIRST_PERIOD
    clinic: str = ""
    language: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One question as the report shows it: counts in words, and in numbers for drawing."""

    link_id: str
    name: str
    shown: str
    answered: str
    left: str
    seconds: str
    shown_number: int
    answered_number: int


@dataclass(frozen=True, slots=True)
class Report:
    """The questions in their order, and by what else the report can be narrowed."""

    steps: tuple[Step, ...]
    sources: tuple[str, ...]
    most: int


def report(desk: Desk, books: Books, member: Member, wanted: Wanted) -> Report:
    """The report over what this member may see."""
    now = desk.now_ms()
    since, seen = now - wanted.days * DAY_MS, seen_by(member)
    chosen = ("" if wanted.clinic == UNPLACED else wanted.clinic,) if wanted.clinic else seen
    cut = Slice(since, chosen, wanted.language, wanted.source)
    counted = funnel.count(books, cut, now - DAY_MS)
    order = [item.link_id for item in desk.flow.questionnaire.items]
    known = [link_id for link_id in (*order, REVIEW) if link_id in counted]
    gone = sorted(counted.keys() - set(known))
    steps = tuple(_step(desk, link_id, counted[link_id]) for link_id in (*known, *gone))
    sources = tuple(funnel.sources(books, since, seen, order[0], LEAST))
    return Report(steps, sources, max((step.shown_number for step in steps), default=0))


def note_exported(desk: Desk, books: Books, member: Member, wanted: Wanted) -> None:
    """Write down that the figures left the desk."""
    actor, detail = str(member.telegram_id), f"{wanted.days} days"
    now = desk.now_ms()
    audit.append(books, actor=actor, surface=SURFACE, act="report_exported", subject="funnel", now=now, detail=detail)


def _step(desk: Desk, link_id: str, counted: Counted) -> Step:
    item = desk.flow.items.get(link_id)
    short = in_language(item.short, STAFF_LANGUAGE) if item else link_id.replace("_", " ").capitalize()
    return Step(
        link_id,
        "Review and send" if link_id == REVIEW else short,
        in_words(counted.shown),
        in_words(counted.answered),
        in_words(counted.left),
        _duration(median(counted.seconds)) if counted.answered >= LEAST else "",
        rounded(counted.shown),
        rounded(counted.answered),
    )


def rounded(number: int) -> int:
    """The nearest multiple of five; a number below five, but not nothing, is drawn as half of it."""
    if 0 < number < LEAST:
        return LEAST // 2
    return (number + LEAST // 2) // LEAST * LEAST


def in_words(number: int) -> str:
    """A count as it may be shown."""
    return SMALL if 0 < number < LEAST else f"{rounded(number):,}"


def median(seconds: dict[int, int]) -> int:
    """The middle of so many values, given as how often each occurs; 0 where there is none."""
    middle, passed = (sum(seconds.values()) + 1) // 2, 0
    for value in sorted(seconds):
        passed += seconds[value]
        if passed >= middle:
            return value
    return 0


def _duration(seconds: int) -> str:
    """So many seconds in words: "8 s", "2 min 5 s", "3 h 4 min"."""
    minutes, rest = divmod(seconds, 60)
    hours, left = divmod(minutes, 60)
    if hours:
        return f"{hours} h {left} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
