"""`intake run`: the bot and the web server in one process, until told to stop."""

import asyncio
import signal
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from bot.greeting import NoGreeting, greet
from bot.refusals import Fatal
from bot.service import BotService
from bot.webhook import is_secret, secret_from
from console.application import console_routes
from desk.cards import catch_up
from desk.desk import Desk
from intake.health import health_routes
from intake.integrating import build_destinations
from intake.settings import Settings
from intake.stopping import Stop
from intake.wiring import (
    build_api,
    build_desk,
    build_flow,
    build_store,
    console_address,
    on_sqlite,
    prepare_schema,
)
from relay.service import Relay
from storage import deliveries, outbox
from storage.conversations import states_in_use
from storage.staff import seed_owners
from storage.store import StorageDown

log = structlog.get_logger()


class _Server(uvicorn.Server):
    """Signals are the bot's to hear, not the web server's."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def open_socket(host: str, port: int) -> socket.socket:
    """A listening socket; raises Stop where the port is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise Stop(f"HTTP_HOST/HTTP_PORT: cannot listen on {host}:{port}: {error.strerror}") from None
    return listening


def prepare(settings: Settings) -> Desk:
    """Everything that must hold before the first update: settings, files, keys, database, schema. Raises Stop."""
    flow = build_flow(settings)
    flow.warm_up()
    store = build_store(settings)
    prepare_schema(store, migrate_now=on_sqlite(store))
    desk = build_desk(settings, store, flow)
    try:
        with store.transaction() as books:
            seed_owners(books, settings.owner_ids, desk.now_ms())
            if on_sqlite(store):
                outbox.release_all(books)
                deliveries.release_all(books)
            posted = catch_up(desk, books)
            lost = {s: n for s, n in states_in_use(books).items() if not flow.intake.knows(s)}
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    for state, count in lost.items():
        log.warning("question is gone; who stands there goes on at the next open one", state=state, conversations=count)
    if posted:
        log.info("cards posted for leads that had none", leads=posted)
    if not desk.console_url:
        log.warning("CONSOLE_URL is not set and HTTP_HOST is not this machine alone: the console is off")
    if settings.staff_chat_id is None:
        log.warning("STAFF_CHAT_ID is not set: leads are kept, but no card is posted")
    return desk


async def serve(settings: Settings, ready: Callable[[str], None] = lambda _address: None) -> None:
    """Run until SIGINT or SIGTERM; raises Stop where it cannot start or go on."""
    desk = prepare(settings)
    destinations = build_destinations(settings, desk.flow)
    api = build_api(settings)
    token = settings.telegram_bot_token
    secret = settings.webhook_secret.get_secret_value() if settings.webhook_secret else ""
    if secret and not is_secret(secret):
        raise Stop("WEBHOOK_SECRET: 1 to 256 of A-Z, a-z, 0-9, _ and -")
    listening = open_socket(settings.http_host, settings.http_port)
    host, port = listening.getsockname()[:2]
    desk = replace(desk, console_url=console_address(settings, port))
    await api.open()
    try:
        me = await greet(api)
        service = BotService(
            api,
            desk,
            username=me.username,
            webhook_url=settings.webhook_url,
            webhook_secret=secret or secret_from(token.get_secret_value() if token else ""),
        )
        server = _Server(uvicorn.Config(_application(settings, desk, service), log_config=None, lifespan="off"))
        log.info(
            "started",
            bot=me.username,
            mode="webhook" if settings.webhook_url else "polling",
            console=desk.console_url or "off",
        )
        # waited for at the end: a thread that is cut off inside a C++ library takes the whole process with it
        threading.Thread(target=desk.flow.gazetteer.warm, name="gazetteer").start()
        works = [service.run(lambda: ready(f"http://{host}:{port}"))]
        if destinations:
            works.append(Relay(desk, destinations).run())
        await _until_told(works, server, listening)
    except NoGreeting as error:
        raise Stop(str(error)) from None
    except Fatal as error:
        raise Stop(f"TELEGRAM_BOT_TOKEN: {error}") from None
    finally:
        await api.close()
        listening.close()
        desk.store.close()


def _application(settings: Settings, desk: Desk, service: BotService) -> Starlette:
    routes: list[BaseRoute] = [*health_routes(desk)]
    if service.webhook:
        path = urlsplit(settings.webhook_url).path or "/"
        routes.append(Route(path, service.webhook.receive, methods=["POST"]))
    if desk.console_url:
        token = settings.telegram_bot_token
        routes += console_routes(desk, desk.console_url, bot_token=token.get_secret_value() if token else "")
    return Starlette(routes=routes)


async def _until_told(works: Sequence[Coroutine[Any, Any, None]], server: uvicorn.Server, at: socket.socket) -> None:
    """Until a signal, or until one of the works or the server ends: then the others end too."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.set)
    working = [asyncio.ensure_future(work) for work in works]
    tasks = [*working, asyncio.ensure_future(server.serve(sockets=[at]))]
    waiting = asyncio.ensure_future(told.wait())
    try:
        done, _ = await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        waiting.cancel()
        for task in working:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for task, result in zip(tasks, results, strict=True):
        if task in done and isinstance(result, BaseException):
            raise result
