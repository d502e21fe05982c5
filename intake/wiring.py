"""Putting the rooms together from settings: the only place where they meet."""

from bot.api import BotApi
from bot.request import AiohttpRequest
from console.origins import BadBaseUrl, home_of, is_this_machine
from desk.desk import Desk
from flows.definition import DefinitionError
from flows.flow import Flow
from flows.loading import CLINIC_FILE, FLOW_FILE, load_flow
from intake.integrating import build_integrations
from intake.reading import read_file
from intake.settings import Settings
from intake.stopping import Stop
from messages.words import Words
from storage.engine import BadDatabaseUrl
from storage.schema import is_current, migrate
from storage.sealing import read_keys
from storage.store import StorageDown, Store


def build_flow(settings: Settings) -> Flow:
    """The clinic's flow; raises Stop with file, line and reason."""
    try:
        return load_flow(
            read_file(settings.flow_file, "FLOW_FILE"),
            read_file(settings.clinic_file, "CLINIC_FILE"),
            flow_name=str(settings.flow_file or FLOW_FILE),
            clinic_name=str(settings.clinic_file or CLINIC_FILE),
        )
    except DefinitionError as error:
        raise Stop(str(error)) from None


def build_store(settings: Settings) -> Store:
    """The database, not yet opened; raises Stop."""
    if settings.field_keys is None:
        raise Stop("FIELD_KEYS is missing: the answers of patients are kept encrypted; make a key with: intake keygen")
    try:
        return Store(settings.database_url.get_secret_value(), read_keys(settings.field_keys.get_secret_value()))
    except BadDatabaseUrl as error:
        raise Stop(f"DATABASE_URL: {error}") from None
    except ValueError as error:
        raise Stop(f"FIELD_KEYS: {error}") from None


def prepare_schema(store: Store, *, migrate_now: bool) -> None:
    """Bring the schema up to date where allowed, else insist that it is; raises Stop."""
    try:
        if migrate_now:
            migrate(store)
        elif not is_current(store):
            raise Stop("the database's schema is not up to date; run: intake migrate")
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be opened or written ({error})") from None


def on_sqlite(store: Store) -> bool:
    """True where the database is a file of this machine, migrated at start."""
    return store.engine.dialect.name == "sqlite"


def build_desk(settings: Settings, store: Store, flow: Flow) -> Desk:
    """The desk; raises Stop."""
    return Desk(
        store=store,
        flow=flow,
        words=Words(),
        staff_chat_id=settings.staff_chat_id,
        console_url=console_address(settings, settings.http_port),
        require_totp=settings.require_totp,
        targets=build_integrations(settings, flow).targets,
        record_minutes=settings.record_minutes,
    )


def open_desk(settings: Settings) -> Desk:
    """The desk of a command that works beside the bot; raises Stop."""
    store = build_store(settings)
    prepare_schema(store, migrate_now=on_sqlite(store))
    return build_desk(settings, store, build_flow(settings))


def console_address(settings: Settings, port: int) -> str:
    """Where staff reach the console when it listens on `port`; empty where it is off. Raises Stop."""
    host = settings.http_host
    if not settings.console_url and not is_this_machine(host):
        return ""
    address = settings.console_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"
    try:
        home_of(address)
    except BadBaseUrl as error:
        raise Stop(f"CONSOLE_URL: {error}") from None
    return address.rstrip("/")


def build_api(settings: Settings) -> BotApi:
    """Calls to Telegram, connections not yet open; raises Stop."""
    if settings.telegram_bot_token is None:
        raise Stop("TELEGRAM_BOT_TOKEN is missing: ask @BotFather on Telegram for one, or try: intake demo")
    return BotApi(settings.telegram_bot_token.get_secret_value(), AiohttpRequest(), settings.telegram_api_url)
