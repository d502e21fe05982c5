"""`intake doctor`: what holds and what does not, and what to do about each thing that does not."""

import asyncio
import sys
from collections.abc import Iterator

from bot.examination import look_at_group, look_at_webhook
from bot.greeting import NoGreeting, greet
from intake.doctor_console import console
from intake.doctor_integrations import integrations, undelivered
from intake.finding import Finding
from intake.settings import Settings, read_settings
from intake.stopping import Stop
from intake.wiring import build_api, build_flow, build_store, on_sqlite
from storage.conversations import states_in_use
from storage.schema import is_current
from storage.store import StorageDown, Store
from storage.vitals import vitals


def examine() -> int:
    """Print every finding; gives the exit code: 0 where everything that must hold does."""
    worst = 0
    for finding in _findings():
        mark = "ok" if finding.ok else "warn" if finding.warning else "FAIL"
        print(f"{mark:>4}  {finding.what}: {finding.seen}")
        if not finding.ok:
            print(f"      → {finding.remedy}")
            worst = max(worst, 0 if finding.warning else 1)
    sys.stdout.flush()
    return worst


def _findings() -> Iterator[Finding]:
    try:
        settings = read_settings()
    except Stop as stop:
        yield Finding(False, "settings", str(stop), "correct the variable in the environment or in .env")
        return
    yield Finding(True, "settings", "read")
    yield from _files(settings)
    yield console(settings)
    store = None
    try:
        store = build_store(settings)
    except Stop as stop:
        yield Finding(False, "keys and database address", str(stop), "see .env.example")
    if store is not None:
        yield from _database(settings, store)
    yield from asyncio.run(_telegram(settings))


def _files(settings: Settings) -> Iterator[Finding]:
    what = "clinic and questionnaire"
    try:
        flow = build_flow(settings)
    except Stop as stop:
        yield Finding(False, what, str(stop), "correct the file at that line")
        return
    yield Finding(True, what, f"{len(flow.questionnaire.items)} items, {len(flow.clinic.locations)} locations")
    yield from integrations(settings, flow)


def _database(settings: Settings, store: Store) -> Iterator[Finding]:
    try:
        current = is_current(store)
    except StorageDown as error:
        yield Finding(False, "database", f"cannot be opened ({error})", "check DATABASE_URL and the server or folder")
        return
    advice = "intake run does it at start" if on_sqlite(store) else "run: intake migrate"
    yield Finding(current, "schema", "up to date" if current else "not up to date", advice, warning=on_sqlite(store))
    if not current:
        return
    with store.reading() as books:
        figures = vitals(books, _now())
        states = states_in_use(books)
        yield undelivered(books)
    yield Finding(
        figures.parked == 0,
        "updates put aside",
        str(figures.parked),
        "look into the table parked and the logs",
        warning=True,
    )
    yield Finding(
        figures.refused == 0,
        "messages refused for good",
        str(figures.refused),
        "look into the table outbox",
        warning=True,
    )
    try:
        lost = [s for s in states if not build_flow(settings).intake.knows(s)]
    except Stop:
        return
    yield Finding(
        not lost,
        "stored conversations",
        f"at questions that are gone: {', '.join(lost)}" if lost else str(sum(states.values())),
        "nothing: who stands there goes on at the next open question",
        warning=True,
    )


def _now() -> int:
    from desk.desk import utc_now
    from storage.moments import to_ms

    return to_ms(utc_now())


async def _telegram(settings: Settings) -> list[Finding]:
    try:
        api = build_api(settings)
    except Stop as stop:
        return [Finding(False, "token", str(stop), "set TELEGRAM_BOT_TOKEN")]
    await api.open()
    try:
        me = await greet(api)
        found = [Finding(True, "token", f"belongs to @{me.username}")]
        url, trouble = await look_at_webhook(api)
        wanted = settings.webhook_url
        found.append(
            Finding(
                url == wanted or not wanted,
                "webhook",
                url or "none set (long poll)",
                "intake run sets it to WEBHOOK_URL at start",
                warning=True,
            )
        )
        if trouble:
            found.append(
                Finding(False, "webhook delivery", trouble, "make WEBHOOK_URL reachable from Telegram", warning=True)
            )
        if settings.staff_chat_id is None:
            found.append(
                Finding(False, "staff group", "STAFF_CHAT_ID is not set", "set it, or no card is posted", warning=True)
            )
        else:
            ok, seen = await look_at_group(api, settings.staff_chat_id, me.id)
            found.append(Finding(ok, "staff group", seen, "add the bot to the group, and check STAFF_CHAT_ID"))
    except NoGreeting as error:
        return [Finding(False, "token and server", str(error), "check TELEGRAM_BOT_TOKEN and TELEGRAM_API_URL")]
    finally:
        await api.close()
    if not settings.owner_ids:
        found.append(
            Finding(False, "owners", "OWNER_IDS is empty", "set it, or add staff with: intake staff add", warning=True)
        )
    return found
