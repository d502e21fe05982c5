"""The words on our own buttons, in toasts and in the command menu, by key; translated by catalogue."""


def _(text: str) -> str:
    """Marks a text for the catalogues."""
    return text


BUTTONS = {
    "back": _("Back"),
    "why": _("Why do you ask?"),
    "skip": _("Skip"),
    "done": _("Done"),
    "keep": _("Keep this answer"),
    "continue": _("Continue"),
    "ask": _("Ask a question"),
    "person": _("A person, please"),
    "something_else": _("Something else"),
    "share_contact": _("Share my number"),
    "submit": _("Send to our team"),
    "send_changes": _("Send the changes"),
    "revert": _("Leave it as it was"),
    "language_en": "English",
    "language_es": "Español",
    "page_series": _("The first series"),
    "page_relief": _("When would I feel it?"),
    "page_boosters": _("Boosters"),
    "page_how": _("How it works"),
    "page_tms": "TMS",
    "page_dbt": "DBT",
    "resume": _("Go on"),
    "restart": _("Start over"),
    "edit": _("Change an answer"),
    "again": _("A new request"),
    "erase": _("Erase everything"),
    "stop": _("Stop contact"),
    "pass_on": _("Ask the team"),
}

TOASTS = {
    "saved": _("Saved."),
    "moved_on": _("That question has moved on. The open one is below."),
    "choose_one": _("Please choose at least one."),
    "first_question": _("This is the first question."),
    "here": _("I am here."),
}

COMMANDS = {
    "start": _("Begin, or go on"),
    "status": _("Where your request stands"),
    "edit": _("Change an answer"),
    "ask": _("Ask a question"),
    "help": _("How this works"),
    "person": _("A person instead"),
    "language": _("English or Spanish"),
    "mydata": _("What we keep about you"),
    "stop": _("No more contact"),
    "delete": _("Erase your data"),
}
