"""Reading the data files that are shipped inside `flows`."""

from importlib import resources
from typing import Any

import yaml

LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads YAML in C, ten times as quick, wherever PyYAML was built with it."""


def read_text(name: str) -> str:
    """The text of the packaged file `name` (a path below `flows`), in UTF-8."""
    return resources.files("flows").joinpath(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The bytes of the packaged file `name` (a path below `flows`)."""
    return resources.files("flows").joinpath(name).read_bytes()


def read_yaml(name: str) -> dict[str, Any]:
    """The mapping in the packaged YAML file `name` (a path below `flows`)."""
    return dict(yaml.load(read_text(name), Loader=LOADER))  # noqa: S506  # a safe loader
