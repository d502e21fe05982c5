"""From the texts of a clinic's two files to a flow that is known to hold together."""

from flows.clinic import Clinic
from flows.definition import DefinitionError, parse
from flows.flow import Flow
from flows.questionnaire import Questionnaire
from flows.resources import read_text

FLOW_FILE, CLINIC_FILE = "intake.yaml", "clinic.yaml"


def load_flow(
    flow_text: str | None = None,
    clinic_text: str | None = None,
    *,
    flow_name: str = FLOW_FILE,
    clinic_name: str = CLINIC_FILE,
) -> Flow:
    """The flow of these texts; what is not given is what comes with the product.

    Raises:
        DefinitionError: a file cannot be used; the text names file, line and reason.
    """
    questionnaire = parse(flow_text if flow_text is not None else read_text(FLOW_FILE), flow_name, Questionnaire)
    clinic = parse(clinic_text if clinic_text is not None else read_text(CLINIC_FILE), clinic_name, Clinic)
    try:
        return Flow(questionnaire, clinic)
    except ValueError as error:
        raise DefinitionError(f"{flow_name}:1: {error}") from None
