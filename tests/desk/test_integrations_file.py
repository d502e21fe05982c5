"""The operator's file of integrations: what it says is what is done, and a bad one is refused with line and reason."""

import pytest

from desk.targets import read_integrations
from flows.definition import DefinitionError

WHOLE = """
allowed_hosts: [crm.internal]
webhooks:
  - name: crm
    url: https://crm.example.com/hook
    secret_env: CRM_SECRET
    events: [lead.created, lead.deleted]
  - name: hub
    preset: hubspot
    content: full
    token_env: HUBSPOT_TOKEN
    hubspot: {portal: "1234567", form: 00000000-0000-4000-8000-000000000000, subscription: 99}
    events: [lead.created]
    fields: {clinic: clinic}
  - name: highlevel
    preset: gohighlevel
    content: full
    url_env: HIGHLEVEL_URL
    events: [lead.created]
email:
  - name: front
    host: smtp.example.com
    user_env: SMTP_USER
    password_env: SMTP_PASSWORD
    from: desk@clinic.example
    to: [staff@clinic.example]
    events: [lead.created]
"""
HOOK = "webhooks:\n  - {name: a, url: 'https://a.example', secret_env: S, events: [lead.created]}\n"


def test_a_whole_file_is_read() -> None:
    """Four targets, told by reference alone unless the file says otherwise."""
    found = read_integrations(WHOLE, "integrations.yaml")

    assert ["crm", "hub", "highlevel", "front"] == [target.name for target in found.targets]
    assert ["thin", "full", "full"] == [webhook.content for webhook in found.webhooks]
    assert (
        "https://api.hsforms.com/submissions/v3/integration/secure/submit/1234567/" + "0" * 8
        == (found.webhooks[1].address[:81])
    )
    assert (587, "starttls") == (found.email[0].port, found.email[0].security)


def _with(found: str, instead: str, text: str = WHOLE) -> str:
    assert found in text
    return text.replace(found, instead, 1)


@pytest.mark.parametrize(("text", "line", "reason"), [
    (_with("[lead.created, lead.deleted]", "[lead.made]"), 7, "Input should be 'lead.created'"),
    (_with("url: https://crm", "url: http://crm"), 4, "url: https is needed"),
    (_with("url: https://crm.example.com/hook", "url: http://127.0.0.1/hook"), 4, "loopback_http: true allows"),
    (_with("url: https://crm.example.com", "url: https://me:secret@crm.example.com"), 4, "a name or password"),
    (_with("url: https://crm.example.com/hook", "url: file:///etc/passwd"), 4, "no address that begins with"),
    (_with("url: https://crm.example.com/hook", "url: 'https://[::1'"), 4, "this is no address"),
    (_with("    secret_env: CRM_SECRET\n", ""), 4, "secret_env is missing"),
    (_with("secret_env: CRM_SECRET", "secret_env: whsec_abc"), 6, "secret_env: expected the name of a variable, such as CRM_SECRET"),
    (_with("secret_env:", "secret:"), 6, "secret: there is no such key"),
    (_with("    content: full\n    token_env", "    token_env"), 8, "say so with content: full"),
    (_with("    token_env: HUBSPOT_TOKEN\n", ""), 8, "token_env is missing"),
    (_with("    events: [lead.created]\n    fields", "    events: [lead.deleted]\n    fields"), 8, "a HubSpot form"),
    (_with("name: hub", "name: crm"), 2, "the name crm is used twice"),
    (_with('portal: "1234567"', "portal: ../x"), 12, "hubspot.portal: expected the number"),
    (_with("url_env: HIGHLEVEL_URL", "url: ''"), 15, "give either url or url_env"),
    (_with("host: smtp.example.com", "host: smtp.example.com\n    security: none"), 21, "on this machine alone"),
    (_with("    user_env: SMTP_USER\n", ""), 21, "belong together"),
    (_with("desk@clinic.example", "'desk@clinic.example\\nBcc: x@y.example'"), 25, "from: expected an e-mail address"),
    ("webhooks: [", 1, "not valid YAML"),
    ("- a", 1, "expected a mapping"),
])  # fmt: skip
def test_a_bad_file_is_refused_with_line_and_reason(text: str, line: int, reason: str) -> None:
    """As the questionnaire and the clinic's file are."""
    with pytest.raises(DefinitionError) as refused:
        read_integrations(text, "integrations.yaml")

    assert str(refused.value).startswith(f"integrations.yaml:{line}: "), str(refused.value)
    assert reason in str(refused.value)


def test_http_to_this_machine_is_possible_where_said() -> None:
    """For a receiver beside the bot."""
    text = HOOK.replace("https://a.example", "http://localhost:8000/hook").replace(
        "name: a,", "name: a, loopback_http: true,"
    )

    assert "http://localhost:8000/hook" == read_integrations(text, "i.yaml").webhooks[0].address
