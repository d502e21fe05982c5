"""`intake fhir`: the questionnaire, and a lead, as FHIR R4."""

from typing import Annotated

import typer

from desk.fhir import NotFhir, lead_json, questionnaire_json
from flows.record import STAFF_LANGUAGE
from intake.settings import read_settings
from intake.stopping import Stop
from intake.wiring import build_flow, open_desk
from messages.words import LANGUAGES
from storage import leads
from storage.store import StorageDown

fhir_app = typer.Typer(help="FHIR R4: the questionnaire, and leads.", no_args_is_help=True)


@fhir_app.command()
def questionnaire(
    language: Annotated[str, typer.Option(help=", ".join(LANGUAGES))] = STAFF_LANGUAGE,
) -> None:
    """Write the questionnaire to standard output, as a Questionnaire resource."""
    if language not in LANGUAGES:
        raise Stop(f"--language: one of {', '.join(LANGUAGES)}")
    try:
        print(questionnaire_json(build_flow(read_settings()), language))
    except NotFhir as error:
        raise Stop(f"the questionnaire does not fit into FHIR: {error}") from None


@fhir_app.command()
def lead(reference: str) -> None:
    """Write a lead to standard output, as a Bundle: keep the result as safe as the database."""
    desk = open_desk(read_settings())
    try:
        with desk.store.transaction() as books:
            found = leads.by_reference(books, reference.upper())
            if found is None:
                raise Stop(f"{reference}: there is no such lead")
            text = lead_json(desk, books, found, actor="operator", surface="command")
    except NotFhir as error:
        raise Stop(f"{reference} does not fit into FHIR: {error}") from None
    except StorageDown as error:
        raise Stop(f"DATABASE_URL: the database cannot be read or written ({error})") from None
    print(text)
