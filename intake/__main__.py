"""The command line: `python -m intake`, or `intake`."""

import sys
from typing import Annotated

import typer

from intake.stopping import Stop

app = typer.Typer(
    add_completion=False, no_args_is_help=True, help="A front desk on Telegram for a mental-health clinic group.",
    pretty_exceptions_enable=False,
)  # fmt: skip


@app.command()
def run() -> None:
    """Run the bot and the web server, with the settings of the environment and .env."""
    import asyncio

    from intake.logs import configure_logs
    from intake.running import serve
    from intake.settings import read_settings

    settings = read_settings()
    configure_logs(settings.log_format)
    asyncio.run(serve(settings))


@app.command()
def demo(
    port: Annotated[int, typer.Option(help="Port of the chat page; 0 takes a free one.")] = 8081,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """The whole product on this machine, with a sandbox in place of Telegram."""
    from intake.demo import demonstrate

    demonstrate(port, open_browser=browser)


@app.command()
def doctor() -> None:
    """Check settings, files, database, token, staff group and webhook; say what to do for each failure."""
    from intake.doctor import examine

    sys.exit(examine())


@app.command()
def keygen() -> None:
    """Print a new key for FIELD_KEYS."""
    from storage.sealing import new_key

    print(new_key())


@app.command()
def migrate() -> None:
    """Bring the database's schema to this version."""
    from intake.settings import read_settings
    from intake.wiring import build_store, prepare_schema

    store = build_store(read_settings())
    prepare_schema(store, migrate_now=True)
    print("The schema is up to date.")


@app.command(name="login-link")
def login_link(telegram_id: Annotated[int, typer.Argument(help="The Telegram id of a member of staff.")]) -> None:
    """Print a link that signs a member of staff in to the console, once."""
    from intake.linking import MINUTES, new_link
    from intake.settings import read_settings

    print(new_link(read_settings(), telegram_id))
    print(f"It works once, and for {MINUTES} minutes.", file=sys.stderr)


@app.command()
def understand(
    kind: Annotated[str, typer.Argument(help="location, treatments, services, safety, question, phone or email")],
) -> None:
    """Read one text a line, write what is understood as one JSON object a line."""
    from intake.understanding import understand_lines

    understand_lines(kind, sys.stdin, sys.stdout)


@app.command()
def diagram() -> None:
    """Print the state machines as Mermaid, as in docs/states.md."""
    from intake.diagrams import states_page

    print(states_page(), end="")


def main() -> None:
    """Run a command; what stops it is one line on standard error and exit code 1."""
    from intake.auditing import audit_app
    from intake.delivering import deliveries_app
    from intake.fhir import fhir_app
    from intake.maintaining import maintenance
    from intake.staffing import staff_app

    app.add_typer(staff_app, name="staff")
    app.add_typer(audit_app, name="audit")
    app.add_typer(deliveries_app, name="deliveries")
    app.add_typer(fhir_app, name="fhir")
    app.add_typer(maintenance)
    try:
        app()
    except Stop as stop:
        print(f"intake: {stop}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
