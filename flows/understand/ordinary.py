"""Ordinary words of both languages: what is spelled right is never taken for a slip of something else."""

from functools import cache

from flows.resources import read_yaml
from flows.understand.fold import fold


@cache
def ordinary_words() -> frozenset[str]:
    """Folded words of four letters and more; the list is `ordinary_words.yaml`."""
    lists = read_yaml("understand/ordinary_words.yaml")
    return frozenset(fold(" ".join(lists.values())).split())
