"""Typed places: clinic names, cities, ZIP codes, neighbourhoods, "I can't travel"; read as one clinic or a question."""

from flows.understand.location.gazetteer import Gazetteer
from flows.understand.location.place import Place

__all__ = ["Gazetteer", "Place"]
