"""A PostgreSQL database of one's own, gone afterwards; the server is named by TEST_POSTGRES_URL."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from sqlalchemy.engine import URL, make_url

SERVER = make_url(os.environ.get("TEST_POSTGRES_URL", "postgresql+psycopg://postgres@127.0.0.1:5432/test"))


def _connect(url: URL) -> psycopg.Connection[tuple[object, ...]]:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, connect_timeout=3)


@contextmanager
def own_database() -> Iterator[str]:
    """The address of a new, empty database; skips the test where no server answers."""
    try:
        server = _connect(SERVER)
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL at {SERVER.host}:{SERVER.port}; TEST_POSTGRES_URL can name one")
    name = f"intake_test_{secrets.token_hex(6)}"
    with server:
        server.execute(f"create database {name}")
        try:
            yield SERVER.set(database=name).render_as_string(hide_password=False)
        finally:
            server.execute(f"drop database {name} with (force)")
