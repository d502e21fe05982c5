"""The intake's state machine: one shared, flat, synchronous machine built from the questionnaire.

Triggers run on a throwaway cursor, never on a stored row. The library checks little when a machine is built, so
`build` does: every state reachable, a way on from every question, guarded branches ending in an unguarded one.
"""

from dataclasses import dataclass, field
from typing import Any, cast

from transitions import EventData, Machine, MachineError

from flows.answers import Answers
from flows.questionnaire import NEW, REVIEW, SUBMITTED, Item, Questionnaire
from flows.visibility import visible

BEGIN, NEXT, BACK, CHANGE, END, SUBMIT, REOPEN, RESTART = (
    "begin",
    "next",
    "back",
    "change",
    "end",
    "submit",
    "reopen",
    "restart",
)


@dataclass(slots=True)
class Cursor:
    """What a trigger moves: a state, the answers its guards read, and where a `change` or `end` wants to go."""

    state: str
    answers: Answers = field(default_factory=dict)
    target: str = ""


class Intake:
    """The machine of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Build and check the machine; raises ValueError where a state could trap a person."""
        self.questionnaire = questionnaire
        self.endings = tuple(ending.code for ending in questionnaire.endings)
        items = [item.link_id for item in questionnaire.items]
        self.states = (NEW, *items, REVIEW, SUBMITTED, *self.endings)
        self.transitions = _transitions(questionnaire, self.endings)
        self._machine = Machine(
            model=None,
            states=list(self.states),
            initial=NEW,
            transitions=self.transitions,
            auto_transitions=False,
            send_event=True,
        )
        self._check()

    def move(self, trigger: str, state: str, answers: Answers, target: str = "") -> str | None:
        """The state that `trigger` leads to from `state`, or None where it leads nowhere now."""
        cursor = Cursor(state, answers, target)
        event = self._machine.events.get(trigger)
        if event is None or state not in self._machine.states:
            return None
        try:
            moved = event.trigger(cursor)
        except MachineError:
            return None
        return cursor.state if moved else None

    def knows(self, state: str) -> bool:
        """True for a state that this machine has."""
        return state in self._machine.states

    def _check(self) -> None:
        ways: dict[str, set[str]] = {state: set() for state in self.states}
        for edge in self.transitions:
            ways[edge["source"]].add(edge["dest"])
        reached, todo = {NEW}, [NEW]
        while todo:
            for state in ways[todo.pop()] - reached:
                reached.add(state)
                todo.append(state)
        lost = set(self.states) - reached
        if lost:
            raise ValueError(f"no answer leads to {min(lost)}")
        stuck = [state for state, on in ways.items() if not on - {state}]
        if stuck:
            raise ValueError(f"there is no way on from {stuck[0]}")


def _transitions(questionnaire: Questionnaire, endings: tuple[str, ...]) -> list[dict[str, Any]]:
    items = questionnaire.items
    edges: list[dict[str, Any]] = []
    for source in (NEW, SUBMITTED, *endings):
        edges += _onward(BEGIN, source, items)
    for place, item in enumerate(items):
        edges += _onward(NEXT, item.link_id, items[place + 1 :])
        edges += _backward(item.link_id, items[:place])
        ends = {option.ends for option in item.options if option.ends}
        edges += [_edge(END, item.link_id, ending, _aims_at(ending)) for ending in endings if ending in ends]
        edges.append(_edge(CHANGE, REVIEW, item.link_id, _aims_at(item.link_id)))
        edges += [_edge(CHANGE, item.link_id, e.link_id, _aims_at(e.link_id)) for e in items]
    edges += [_edge(BACK, REVIEW, item.link_id, _shows(item)) for item in reversed(items)]
    edges.append(_edge(SUBMIT, REVIEW, SUBMITTED))
    edges.append(_edge(REOPEN, SUBMITTED, REVIEW))
    return edges + [
        _edge(RESTART, source, NEW) for source in (*(item.link_id for item in items), REVIEW, SUBMITTED, *endings)
    ]


def _onward(trigger: str, source: str, later: tuple[Item, ...]) -> list[dict[str, Any]]:
    """Edges to the later items in order, up to the first that is always asked; else to the review."""
    edges = []
    for item in later:
        edges.append(_edge(trigger, source, item.link_id, _shows(item)))
        if not item.enable_when:
            return edges
    return [*edges, _edge(trigger, source, REVIEW)]


def _backward(source: str, earlier: tuple[Item, ...]) -> list[dict[str, Any]]:
    edges = []
    for item in reversed(earlier):
        edges.append(_edge(BACK, source, item.link_id, _shows(item)))
        if not item.enable_when:
            break
    return edges


def _edge(trigger: str, source: str, dest: str, guard: Any = None) -> dict[str, Any]:
    edge = {"trigger": trigger, "source": source, "dest": dest}
    return {**edge, "conditions": guard} if guard else edge


def _cursor_of(event: EventData) -> Cursor:
    """The library types a model as object; here it is always a Cursor."""
    return cast("Cursor", event.model)


def _shows(item: Item) -> Any:
    if not item.enable_when:
        return None

    def shows(event: EventData) -> bool:
        return visible(item, _cursor_of(event).answers)

    return shows


def _aims_at(state: str) -> Any:
    def aims(event: EventData) -> bool:
        return _cursor_of(event).target == state

    return aims
