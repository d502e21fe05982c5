"""Reading a clinic's own YAML file: a bad one is refused with file, line and reason."""

from typing import TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from flows.resources import LOADER

_PLAIN = {"extra_forbidden": "there is no such key", "missing": "is missing"}
Model = TypeVar("Model", bound=BaseModel)


class DefinitionError(ValueError):
    """A definition file cannot be used; the text names file, line and reason."""


def parse(text: str, name: str, model: type[Model]) -> Model:
    """The `model` that the YAML `text` of the file `name` describes.

    Raises:
        DefinitionError: the text is not YAML, or not such a model; with the line of the first fault.
    """
    try:
        root = yaml.compose(text, Loader=LOADER)
        data = yaml.load(text, Loader=LOADER)  # noqa: S506  # a safe loader
    except yaml.MarkedYAMLError as error:
        line = min(error.problem_mark.line + 1 if error.problem_mark else 1, len(text.splitlines()))
        raise DefinitionError(f"{name}:{line}: not valid YAML: {error.problem or error.context}") from None
    except yaml.YAMLError:
        raise DefinitionError(f"{name}:1: not valid YAML: a character that is not allowed") from None
    if not isinstance(data, dict) or root is None:
        raise DefinitionError(f"{name}:1: expected a mapping of settings")
    twice = _repeated_key(root)
    if twice:
        raise DefinitionError(f"{name}:{twice.start_mark.line + 1}: the key {twice.value} stands twice")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
        # A misspelt key also leaves the right one missing; naming the misspelt one is the better help.
        first = next((fault for fault in faults if fault["type"] == "extra_forbidden"), faults[0])
        where = ".".join(str(part) for part in first["loc"])
        reason = _PLAIN.get(first["type"], first["msg"].removeprefix("Value error, "))
        prefix = f"{where}: " if where else ""
        raise DefinitionError(f"{name}:{_line(root, first['loc'])}: {prefix}{reason}") from None


def _line(node: yaml.Node, loc: tuple[int | str, ...]) -> int:
    """The line of the deepest node on the way to `loc` that the file has."""
    line = node.start_mark.line + 1
    for part in loc:
        step: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            pair = next(((key, value) for key, value in node.value if key.value == str(part)), None)
            if pair:
                line = int(pair[0].start_mark.line) + 1
                step = pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            step = node.value[part]
            line = step.start_mark.line + 1
        if step is None:
            break
        node = step
    return line


def _repeated_key(node: yaml.Node) -> yaml.Node | None:
    """The first key that one mapping holds twice; YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                return cast("yaml.Node", key)
            seen.add(key.value)
            found = _repeated_key(value)
            if found:
                return found
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            found = _repeated_key(child)
            if found:
                return found
    return None
