"""The machines as Mermaid text, drawn from what is built, so that the picture cannot drift from the code."""

from typing import Any

from flows.lead import EDGES, STATUSES
from flows.machine import BACK, CHANGE, RESTART, Intake
from flows.questionnaire import NEW

_LEFT_OUT = (BACK, CHANGE, RESTART)


def intake_diagram(intake: Intake) -> str:
    """The intake. Back, Change and Start over are possible nearly everywhere and left out of the picture."""
    lines = ["stateDiagram-v2", f"    [*] --> {NEW}"]
    seen: set[tuple[str, str]] = set()
    for edge in intake.transitions:
        pair = edge["source"], edge["dest"]
        if edge["trigger"] in _LEFT_OUT or pair in seen:
            continue
        seen.add(pair)
        mark = " [if called for]" if "conditions" in edge and edge["trigger"] != "end" else ""
        lines.append(f"    {edge['source']} --> {edge['dest']}: {edge['trigger']}{mark}")
    return "\n".join(lines)


def lead_diagram() -> str:
    """The life of a lead."""
    lines = ["stateDiagram-v2", f"    [*] --> {STATUSES[0]}"]
    for edge in EDGES:
        sources: Any = edge["source"] if isinstance(edge["source"], list) else [edge["source"]]
        for source in sources:
            dest = source if edge["dest"] == "=" else edge["dest"]
            lines.append(f"    {source} --> {dest}: {edge['trigger']}")
    return "\n".join(lines)
