"""Which questions a set of answers calls for: one function for the chat, the review, staff and every export."""

from flows.answers import Answer, Answers
from flows.questionnaire import EnableWhen, Item, Questionnaire


def visible(item: Item, answers: Answers) -> bool:
    """True where the answers so far call for `item` (FHIR enableWhen with enableBehavior)."""
    if not item.enable_when:
        return True
    holds = (_holds(condition, answers.get(condition.question)) for condition in item.enable_when)
    return any(holds) if item.enable_behavior == "any" else all(holds)


def _holds(condition: EnableWhen, answer: Answer | None) -> bool:
    given = answer is not None and not answer.skipped
    if condition.operator == "exists":
        return given is condition.answer
    if answer is None or not given:
        return False
    return (condition.answer in answer.codes) is (condition.operator == "=")


def prune(questionnaire: Questionnaire, answers: Answers) -> tuple[dict[str, Answer], dict[str, Answer]]:
    """`answers` in the questionnaire's order, parted into those whose question is called for and the orphaned ones.

    An orphan's own dependants are judged without it, so a whole branch falls together.
    """
    kept: dict[str, Answer] = {}
    orphaned: dict[str, Answer] = {}
    for item in questionnaire.items:
        answer = answers.get(item.link_id)
        if answer is not None:
            (kept if visible(item, kept) else orphaned)[item.link_id] = answer
    for link_id, answer in answers.items():
        if link_id not in kept and link_id not in orphaned:
            orphaned[link_id] = answer
    return kept, orphaned
