"""The Bot API's methods, one module per concern; importing this room registers them all."""

from sandbox.methods import (
    callbacks,
    chats,
    commands,
    deleting,
    delivery,
    editing,
    files,
    identity,
    sending,
    topics,
)

__all__ = (
    "callbacks",
    "chats",
    "commands",
    "deleting",
    "delivery",
    "editing",
    "files",
    "identity",
    "sending",
    "topics",
)
