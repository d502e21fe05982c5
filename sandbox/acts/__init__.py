"""What people can do with their phones; importing this room registers every act."""

from sandbox.acts import groups, sharing, talking, tapping

__all__ = ("groups", "sharing", "talking", "tapping")
