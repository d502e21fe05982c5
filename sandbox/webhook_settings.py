"""Where updates are delivered to, and how that went last."""

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class WebhookSettings:
    """An empty `url` means no webhook. `generation` grows at every change, so that old deliveries stop."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error_date: int | None = None
    last_error_message: str = ""
    generation: int = 0

    def set(self, url: str, secret: str, max_connections: int) -> None:
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self.last_error_date, self.last_error_message = None, ""
        self.generation += 1

    def failed(self, date: int, why: str) -> None:
        self.last_error_date, self.last_error_message = date, why

    def info(self, pending: int, allowed: frozenset[str] | None) -> dict[str, Any]:
        """A WebhookInfo object."""
        info: dict[str, Any] = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.url:
            info["max_connections"] = self.max_connections
        if self.last_error_date is not None:
            info |= {"last_error_date": self.last_error_date, "last_error_message": self.last_error_message}
        if allowed is not None:
            info["allowed_updates"] = sorted(allowed)
        return info
