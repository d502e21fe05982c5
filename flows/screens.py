"""What stands on the screen: the reply that shows a question, the review or a card, with its buttons."""

from typing import Any

from flows.answers import Answer
from flows.clinic import in_language
from flows.conversation import Conversation
from flows.expectations import pages
from flows.flow import Flow
from flows.questionnaire import CONSENT, REVIEW, Item
from flows.replies import Choice, Mode, Reply, Rows, Style
from flows.taps import encode

LANGUAGES = ("en", "es")
CARDS = {
    "resume": ("resume", "restart"),
    "returning": ("edit", "again"),
    "restart": ("restart", "resume"),
    "delete": ("erase", "resume"),
    "stop": ("stop", "resume"),
}
"""What can be done on each card; `edit` and `topics` have buttons of their own."""


def button(c: Conversation, statement: str, **looks: Any) -> Choice:
    """A button on what is on the screen now, stating `statement`."""
    return Choice(encode(c.ask, c.draws, statement), **looks)


def question(flow: Flow, c: Conversation, mode: Mode, note: str = "", **note_context: Any) -> Reply:
    """The open question of `c`, with a `note` above it where one is due."""
    item = flow.items[c.state]
    number, total = flow.place(item.link_id, c.answers)
    if item.link_id == CONSENT:
        total = flow.usual_length
    current = c.answers.get(item.link_id)
    context = {
        "text": in_language(item.text, c.language),
        "hint": in_language(item.hint, c.language) if item.hint else "",
        "why": in_language(item.why, c.language) if item.why and c.page == "why" else "",
        "number": number,
        "total": total,
        "note": note,
        "current": flow.wording(item, current, c.language) if current and not current.skipped else "",
        "skipped": bool(current and current.skipped),
        "repeats": item.repeats,
        "clinic": flow.clinic.name,
        "minutes": flow.questionnaire.minutes,
        **note_context,
    }
    if item.template == "expectations":
        context |= {"page": c.page or pages(c.answers)[0], "pages": pages(c.answers)}
    if item.reader == "phone":
        return Reply(mode, item.template, context, c.ask, _contact_rows(flow, c, item), reply_keyboard=True)
    return Reply(mode, item.template, context, c.ask, question_rows(flow, c, item))


def question_rows(flow: Flow, c: Conversation, item: Item) -> Rows:
    """The buttons of a question: candidates or options, then Done or Keep, then Back, Why and Skip."""
    rows: list[tuple[Choice, ...]] = []
    if c.offer:
        rows += [
            (button(c, f"pick:{place}", label=flow.words_for(item, (value,), c.language)),)
            for place, value in enumerate(c.offer)
        ]
        rows.append((button(c, "other", key="something_else"),))
        return (*rows, _frame(flow, c, item))
    rows += _option_rows(flow, c, item)
    if item.type == "display":
        shown = c.page or pages(c.answers)[0]
        rows += _in_rows([button(c, f"page:{page}", key=f"page_{page}") for page in pages(c.answers) if page != shown])
        rows.append((button(c, "read", key="continue", style="primary"),))
    elif item.repeats and (ticked(c, item) or (not item.required and c.draft is not None)):
        rows.append((button(c, "done", key="done", style="primary"),))
    elif item.link_id in c.answers and not item.repeats:
        rows.append((button(c, "keep", key="keep", style="primary"),))
    rows.append(_frame(flow, c, item))
    extras = [button(c, "ask", key="ask")] if item.link_id != CONSENT else []
    if item.link_id == CONSENT:
        extras += [button(c, f"lang:{code}", key=f"language_{code}") for code in LANGUAGES if code != c.language]
    if c.failures > 2:  # noqa: PLR2004  # the third try in vain offers a person
        extras.append(button(c, "person", key="person"))
    return tuple(row for row in (*rows, tuple(extras)) if row)


def ticked(c: Conversation, item: Item) -> tuple[str, ...]:
    """What is ticked at a question with several answers: the draft, else the answer that stands, else a prefill."""
    if c.draft is not None:
        return c.draft
    return _chosen(c.answers.get(item.link_id), c.prefill.get(item.link_id))


def _option_rows(flow: Flow, c: Conversation, item: Item) -> Rows:
    chosen = ticked(c, item) if item.repeats else _chosen(c.answers.get(item.link_id), c.prefill.get(item.link_id))
    choices = []
    for option in flow.options(item):
        on = option.code in chosen
        verb = ("rm" if on else "add") if item.repeats else "set"
        style: Style = "primary" if item.link_id == CONSENT and not option.ends else ""
        label = in_language(option.label, c.language)
        choices.append(button(c, f"{verb}:{option.code}", label=label, ticked=on, style=style))
    return _in_rows(choices, item.columns)


def _chosen(answer: Answer | None, prefill: str | None) -> tuple[str, ...]:
    return answer.codes if answer else ((prefill,) if prefill else ())


def _frame(flow: Flow, c: Conversation, item: Item) -> tuple[Choice, ...]:
    """Back, Why and Skip: always last, always in this order."""
    frame = []
    if item is not flow.questionnaire.items[0]:
        frame.append(button(c, "back", key="back"))
    if item.why and c.page != "why":
        frame.append(button(c, "why", key="why"))
    if not item.required and item.type != "display":
        frame.append(button(c, "skip", key="skip"))
    return tuple(frame)


def _contact_rows(flow: Flow, c: Conversation, item: Item) -> Rows:
    """A reply keyboard: only there may a button share a contact; its buttons come back as typed words."""
    options = [
        (Choice(f"set:{option.code}", label=in_language(option.label, c.language)),) for option in flow.options(item)
    ]
    keep = [(Choice("keep", key="keep"),)] if item.link_id in c.answers else []
    return ((Choice("contact", key="share_contact", contact=True),), *options, *keep, _frame(flow, c, item))


def review(flow: Flow, c: Conversation, mode: Mode = "send", note: str = "", **more: Any) -> Reply:
    """Every answer with a Change button, and what handing it over means."""
    shown = _changeable(flow, c)
    rows = [
        {"short": in_language(item.short, c.language), "value": flow.wording(item, c.answers[item.link_id], c.language)}
        for item in shown
    ]
    changes = [button(c, f"change:{item.link_id}", label=in_language(item.short, c.language)) for item in shown]
    submit = button(c, "submit", key="send_changes" if c.lead else "submit", style="success")
    first = (submit, button(c, "revert", key="revert")) if c.lead else (submit,)
    context = {"rows": rows, "note": note, "editing": bool(c.lead), "notes": _availability(flow, c), **more}
    return Reply(
        "edit" if mode == "edit" else "send", "review", context, c.ask, (first, *_in_rows(changes)), protect=True
    )


def _availability(flow: Flow, c: Conversation) -> list[dict[str, str]]:
    """Where the clinic has not said that a service is given at the chosen place, the review says so."""
    place = c.answers.get("location")
    services = c.answers.get("services")
    location = flow.clinic.location(place.codes[0]) if place and place.codes else None
    if not location or not services:
        return []
    notes = []
    for code in services.codes:
        service = flow.clinic.service(code)
        state = location.services.get(code, "unknown")
        if service and not service.exclusive and state != "yes":
            words = in_language(service.label, c.language), in_language(location.label, c.language)
            notes.append({"service": words[0], "location": words[1], "state": state})
    return notes


def _changeable(flow: Flow, c: Conversation) -> list[Item]:
    """What was answered and can be changed; the consent to keep answers is taken back by /delete."""
    return [
        item
        for item in flow.called_for(c.answers)
        if item.link_id in c.answers and item.type != "display" and item.link_id != CONSENT
    ]


def topics(flow: Flow, c: Conversation) -> Reply:
    """The card with up to three topics a question may mean."""
    rows = [(button(c, f"topic:{code}", label=flow.topics.title(code, c.language)),) for code in c.offer]
    return Reply("send", "card_topics", {}, c.ask, (*rows, (button(c, "pass_on", key="pass_on"),)))


def picture(flow: Flow, c: Conversation) -> list[Reply]:
    """The picture that goes before the expectations: of a first series or of boosters, for the chosen clinic."""
    kind = {"series": "first", "boosters": "booster"}.get(pages(c.answers)[0])
    if kind is None:
        return []
    chosen = c.answers.get("location")
    location = flow.clinic.location(chosen.codes[0]) if chosen and chosen.codes else None
    clinic = in_language(location.label, c.language) if location else flow.clinic.name
    return [Reply("send", "picture_caption", {"kind": kind, "clinic": clinic}, picture=kind)]


def changes(flow: Flow, c: Conversation) -> Reply:
    """The card of /edit before the review: a button for every answer so far."""
    shown = _changeable(flow, c)
    buttons = [button(c, f"change:{i.link_id}", label=in_language(i.short, c.language)) for i in shown]
    rows = (*_in_rows(buttons), (button(c, "resume", key="resume"),))
    return Reply("send", "card_edit", {}, c.ask, rows)


def card(flow: Flow, c: Conversation, **context: Any) -> Reply:
    """The card `c.card`, with one button for each thing that can be done there."""
    number, total = flow.place(c.state, c.answers)
    context = {"number": number, "total": total, "clinic": flow.clinic.name, **context}
    rows = tuple((button(c, verb, key=verb, style="danger" if verb == "erase" else ""),) for verb in CARDS[c.card])
    return Reply("send", f"card_{c.card}", context, c.ask, rows)


def _in_rows(choices: list[Choice], columns: int = 2) -> Rows:
    return tuple(tuple(choices[start : start + columns]) for start in range(0, len(choices), columns))


def on_screen(flow: Flow, c: Conversation) -> Rows:
    """The buttons that are live now."""
    if not c.live:
        return ()
    if c.card == "topics":
        return topics(flow, c).rows
    if c.card == "edit":
        return changes(flow, c).rows
    if c.card:
        return card(flow, c).rows
    if c.state in flow.items:
        return question(flow, c, "send").rows
    return review(flow, c).rows if c.state == REVIEW else ()
