"""`intake diagram`: docs/states.md, drawn from the machines."""

from flows.diagram import intake_diagram, lead_diagram
from flows.loading import load_flow

_PAGE = """# States

Drawn by `intake diagram > docs/states.md`; a test keeps it fresh.

## The intake

Left out, because they are possible nearly everywhere: *back* to the question before, *change* of an earlier answer
(from the review to any question), *restart*.

```mermaid
{intake}
```

## The life of a lead

```mermaid
{lead}
```
"""


def states_page() -> str:
    """The page, from the questionnaire that comes with the product."""
    return _PAGE.format(intake=intake_diagram(load_flow().intake), lead=lead_diagram())
