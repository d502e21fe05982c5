"""Texts with entities: read from HTML, found in plain words, shown as safe HTML."""
