"""What `intake doctor` says about the console."""

from desk.sign_in import app_address
from intake.finding import Finding
from intake.settings import Settings
from intake.stopping import Stop
from intake.wiring import console_address


def console(settings: Settings) -> Finding:
    """Whether staff can reach it, and how."""
    try:
        address = console_address(settings, settings.http_port)
    except Stop as stop:
        return Finding(False, "console", str(stop), "give an https:// address, or http:// on this machine alone")
    if not address:
        advice = "set CONSOLE_URL to the https:// address under which staff reach this server"
        return Finding(False, "console", "off: HTTP_HOST is not this machine alone", advice, warning=True)
    inside = "opens inside Telegram too" if app_address(address) else "by link; inside Telegram it would need https"
    return Finding(True, "console", f"{address}, {inside}")
