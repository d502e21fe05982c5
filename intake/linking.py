"""Links into the console for whoever runs the desk: the way in where the bot cannot be asked."""

from desk.sign_in import LINK_MS, NotStaff, link_address, make_link
from intake.settings import Settings
from intake.stopping import Stop
from intake.wiring import open_desk
from storage.store import StorageDown

MINUTES = LINK_MS // 60_000


def new_link(settings: Settings, telegram_id: int) -> str:
    """An address that signs this member of staff in to the console, once and within five minutes; raises Stop."""
    desk = open_desk(settings)
    if not desk.console_url:
        raise Stop("CONSOLE_URL is missing: the console is off, because HTTP_HOST is not this machine alone")
    try:
        with desk.store.transaction() as books:
            return link_address(desk.console_url, make_link(desk, books, telegram_id))
    except NotStaff:
        raise Stop(f"{telegram_id} is no member of staff; add one with: intake staff add {telegram_id}") from None
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be written ({error})") from None
    finally:
        desk.store.close()
