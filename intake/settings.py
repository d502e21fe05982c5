"""Settings: read once, from the environment and `.env`; the only place that does."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from intake.stopping import Stop


class Settings(BaseSettings):
    """Every variable of the product; `.env.example` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///intake.db")
    staff_chat_id: int | None = None
    owner_ids: Annotated[tuple[int, ...], NoDecode] = ()
    field_keys: SecretStr | None = None
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    http_host: str = "127.0.0.1"
    http_port: int = Field(default=8080, ge=0, le=65535)
    console_url: str = ""
    require_totp: bool = False
    clinic_file: Path | None = None
    flow_file: Path | None = None
    integrations_file: Path | None = None
    record_minutes: int = Field(default=60, ge=1, le=2_820)
    """Telegram lets a bot delete its messages for 48 hours; an hour is left for the way there."""
    log_format: str = Field(default="auto", pattern="^(auto|json|console)$")

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isdigit() for part in parts):
            raise ValueError("Telegram user ids, separated by commas")
        return tuple(int(part) for part in parts)

    @field_validator("telegram_api_url", "webhook_url", "console_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in {"http", "https"} or not urlsplit(value).netloc):
            raise ValueError("an address that begins with http:// or https://")
        return value


def read_settings() -> Settings:
    """The settings; raises Stop with one line that names the variable and what it wants."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        raise Stop(f"{name}: {first['msg'].removeprefix('Value error, ')}") from None
