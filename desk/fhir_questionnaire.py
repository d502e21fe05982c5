"""The questionnaire as FHIR R4 has it (R4B in the library's words); link ids, types and conditions are the same."""

from typing import Any

from desk.fhir_names import Names, names_of
from flows.clinic import in_language
from flows.flow import Flow
from flows.questionnaire import EnableWhen, Item


def fhir_questionnaire(flow: Flow, language: str) -> dict[str, Any]:
    """A Questionnaire resource with its words in `language`."""
    names = names_of(flow)
    return {
        "resourceType": "Questionnaire",
        "language": language,
        "url": names.questionnaire,
        "version": flow.questionnaire.version,
        "name": "Intake",
        "title": f"{flow.clinic.name}: intake",
        "status": "active",
        "subjectType": ["Patient"],
        "publisher": flow.clinic.name,
        "item": [_item(flow, names, item, language) for item in flow.questionnaire.items],
    }


def _item(flow: Flow, names: Names, item: Item, language: str) -> dict[str, Any]:
    made: dict[str, Any] = {"linkId": item.link_id, "text": in_language(item.text, language), "type": item.type}
    if item.type != "display":
        made |= {"required": item.required, "repeats": item.repeats}
    if item.type == "string":
        made["maxLength"] = item.max_length
    options = flow.options(item)
    if options:
        made["answerOption"] = [
            {"valueCoding": names.coding(item, option.code, in_language(option.label, language))} for option in options
        ]
    if item.enable_when:
        made["enableWhen"] = [_condition(flow, names, condition, language) for condition in item.enable_when]
    if len(item.enable_when) > 1:
        made["enableBehavior"] = item.enable_behavior
    return made


def _condition(flow: Flow, names: Names, condition: EnableWhen, language: str) -> dict[str, Any]:
    made: dict[str, Any] = {"question": condition.question, "operator": condition.operator}
    if isinstance(condition.answer, bool):
        return made | {"answerBoolean": condition.answer}
    asked = flow.items[condition.question]
    option = flow.option(asked, condition.answer)
    label = in_language(option.label, language) if option else condition.answer
    return made | {"answerCoding": names.coding(asked, condition.answer, label)}
