"""Which pages of "what to expect" fit a set of answers, and which comes first."""

from flows.answers import Answers

KETAMINE_PAGES = ("series", "relief", "boosters", "how")


def pages(answers: Answers) -> tuple[str, ...]:
    """The pages in order, the first one shown first; boosters come first for people who had ketamine infusions before.

    TMS and DBT have one page each, with what the clinic's article says and no more.
    """
    wanted = _codes(answers, "services")
    had = "ketamine_infusion" in _codes(answers, "prior_treatments")
    found: tuple[str, ...] = ()
    if had:
        found += ("boosters", "series", "relief", "how")
    elif "ketamine_infusion" in wanted:
        found += KETAMINE_PAGES
    found += tuple(code for code in ("tms", "dbt") if code in wanted)
    return found or ("series",)


def _codes(answers: Answers, link_id: str) -> tuple[str, ...]:
    answer = answers.get(link_id)
    return answer.codes if answer else ()
