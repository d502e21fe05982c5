"""What holds of every route of the console, one by one, so that a route that is new has to keep it too."""

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from console_desk import DANA, RHEA, SAM, SECURE, ConsoleDesk, Visitor
from half_way import stopped
from starlette.routing import Route

from console.asked import BODY_LIMIT
from console.headers import CONTENT_POLICY
from storage import drafts

NOWHERE = "/{elsewhere:path}"
OPEN = {"/", "/app", "/sign-in", "/sign-in/{token}", "/static/{name}", NOWHERE}
"""What needs nobody signed in."""
ONES_OWN = {
    "/sign-out",
    "/code",
    "/second-factor",
    "/second-factor/off",
    "/account/end",
    "/account/end-others",
    "/search",
}
"""Forms of every member, whatever the role: about oneself, and search, which changes nothing."""
FORM = {
    "act": "claim",
    "text": "x",
    "words": "x",
    "form": "csv",
    "tab": "all",
    "role": "owner",
    "telegram_id": str(SAM),
}
NOT_COMPARED = ("audit", "session")
"""A denial is a row, and being seen keeps a session awake."""


@pytest.fixture
def owner(secure_visitor: Callable[[], Visitor]) -> Visitor:
    """Dana, over TLS; every route is there, that of the Mini App too."""
    return secure_visitor().sign_in(DANA)


@pytest.fixture
def uid(console_desk: ConsoleDesk) -> str:
    """A request of Santa Monica's."""
    return console_desk.lead("BT-ROUTES")


def routes(desk: ConsoleDesk, method: str) -> Iterator[str]:
    """The paths that answer to this method, as they were declared."""
    found = [route for route in desk.application(SECURE).routes if isinstance(route, Route)]
    paths = [route.path for route in found if method in (route.methods or ())]
    assert len(paths) > 10
    yield from paths


def address(path: str, uid: str) -> str:
    """The path with something in its places."""
    return (
        path.replace("{uid}", uid)
        .replace("{token}", "T" * 43)
        .replace("{name}", "base.css")
        .replace(NOWHERE, "/no/such/")
    )


def kept(desk: ConsoleDesk) -> dict[str, list[dict[str, Any]]]:
    """Everything in the database that no refusal may change."""
    tables = [row["name"] for row in desk.rows("select name from sqlite_master where type = 'table'")]
    return {name: desk.rows(f"select * from {name}") for name in tables if name not in NOT_COMPARED}


def token_of(visitor: Visitor) -> str:
    """The token that this visitor's forms carry."""
    return visitor.get("/inbox") and visitor.hidden("/sign-out")["form_token"]


@pytest.mark.parametrize(
    "wrong", ["none", "empty", "made up", "of another session", "of another site", "of another origin"]
)
def test_no_form_is_taken_that_is_not_ours(
    owner: Visitor, secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str, wrong: str
) -> None:
    """Refused on every route that takes one, and nothing is changed."""
    token = token_of(owner)
    sent = {"none": {}, "empty": {"form_token": ""}, "made up": {"form_token": "A" * len(token)}}
    sent["of another session"] = {"form_token": token_of(secure_visitor().sign_in(DANA))}
    headers: dict[str, str] = {"of another site": {"Sec-Fetch-Site": "cross-site"}}.get(wrong, {})
    if wrong == "of another origin":
        del owner.http.headers["Sec-Fetch-Site"]
        headers = {"Origin": "https://evil.example"}
    form = FORM | sent.get(wrong, {"form_token": token})
    before = kept(console_desk)
    taken = {
        path: answer.status_code
        for path in set(routes(console_desk, "POST")) - {NOWHERE}
        if (answer := owner.post(address(path, uid), headers=headers, **form)).status_code != 403
    }
    assert {} == taken
    assert before == kept(console_desk)


def test_strangers_are_sent_to_the_sign_in_page(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str
) -> None:
    """From every page and form that is not open to all; nothing is shown, nothing changed."""
    stranger, before = secure_visitor(), kept(console_desk)
    for method in ("GET", "POST"):
        for path in set(routes(console_desk, method)) - OPEN:
            answer = stranger.get(address(path, uid)) if method == "GET" else stranger.post(address(path, uid), **FORM)
            assert (303, "/sign-in", "") == (answer.status_code, answer.headers["location"], answer.text), path
    assert before == kept(console_desk)


def test_every_answer_carries_every_header(
    owner: Visitor, secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str
) -> None:
    """Signed in or not, page, form, file or refusal."""
    visits = [
        (who, m, path) for who in (secure_visitor(), owner) for m in ("GET", "POST") for path in routes(console_desk, m)
    ]
    visits.sort(key=lambda visit: visit[2] == "/sign-out")
    for visitor, method, path in visits:
        answer = visitor.get(address(path, uid)) if method == "GET" else visitor.post(address(path, uid), **FORM)
        found = answer.headers
        assert CONTENT_POLICY == found["content-security-policy"], path
        assert ("nosniff", "DENY") == (found["x-content-type-options"], found["x-frame-options"]), path
        assert ("no-referrer", "same-origin") == (found["referrer-policy"], found["cross-origin-opener-policy"]), path
        assert "max-age=31536000" in found["strict-transport-security"], path
        assert ("no-store" == found["cache-control"]) != path.startswith("/static/"), path


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() -> None:
    policy = dict(part.strip().split(" ", 1) for part in CONTENT_POLICY.split(";"))
    assert {"'none'"} == {policy[name] for name in ("default-src", "base-uri", "frame-ancestors")}
    assert {"'self'", "'none'"} == set(policy.values())


def test_no_answer_leads_away(owner: Visitor, console_desk: ConsoleDesk, uid: str) -> None:
    """Whatever an address or a form says of where to go next."""
    evil = {name: "//evil.example/x" for name in ("next", "to", "url", "return", "redirect", "way", "tab", "done")}
    form = FORM | evil | {"form_token": token_of(owner)}
    led = []
    for path in routes(console_desk, "GET"):
        answer = owner.http.get(address(path, uid), params=evil)
        led.append(answer.headers.get("location", "/"))
    for path in sorted(routes(console_desk, "POST"), key=lambda path: path == "/sign-out"):
        led.append(owner.post(address(path, uid), **form).headers.get("location", "/"))
    assert len(set(led)) > 3
    for path in (
        "//evil.example/inbox/",
        "//evil.example/..;/inbox",
        "/%2f%2fevil.example/",
        "/\\evil.example/",
        "/inbox/",
    ):
        led.append(owner.http.get(SECURE + path).headers.get("location", "/"))
    for location in led:
        assert urlsplit(location).netloc in {"", urlsplit(SECURE).netloc}
        assert location.startswith(("/", SECURE))
        assert not location.startswith(("//", "/\\"))
        assert "evil" not in location


@pytest.mark.parametrize("signed", [True, False], ids=["signed in", "not signed in"])
def test_more_than_any_form_takes_is_not_read(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str, signed: bool
) -> None:
    """Announced, sent piece by piece, or in very many fields."""
    visitor = secure_visitor()
    token = token_of(visitor.sign_in(DANA)) if signed else "x"
    before = kept(console_desk)

    def pieces() -> Iterator[bytes]:
        for _ in range(5):
            yield b"x" * (BODY_LIMIT // 4)

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    for path in routes(console_desk, "POST"):
        at = address(path, uid)
        assert 413 == visitor.post(at, form_token=token, text="x" * BODY_LIMIT).status_code, path
        assert 413 == visitor.http.post(at, content=pieces(), headers=kind).status_code, path
        many = "&".join(f"field{n}=x" for n in range(100))
        assert 413 == visitor.http.post(at, content=f"form_token={token}&{many}", headers=kind).status_code, path
    assert before == kept(console_desk)


def test_who_may_only_read_can_send_no_form_but_about_oneself(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str
) -> None:
    """A form that is new is refused to them unless it is named above."""
    rhea = secure_visitor().sign_in(RHEA)
    form, before = FORM | {"form_token": token_of(rhea), "other": console_desk.lead()}, kept(console_desk)
    before = kept(console_desk)
    for path in set(routes(console_desk, "POST")) - OPEN - ONES_OWN:
        assert 403 == rhea.post(address(path, uid), **form).status_code, path
    assert before == kept(console_desk)


def test_a_request_of_another_location_opens_nowhere(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str
) -> None:
    """Every route that names one answers as if it were not there, whether by reading or by a form."""
    console_desk.lead("BT-SEDONA", location="sedona")
    half_way = stopped(console_desk, "name", location="santa_monica")
    console_desk.clock.forward(hours=1)
    sam = secure_visitor().sign_in(SAM)
    form, before = FORM | {"form_token": token_of(sam)}, kept(console_desk)
    named = [(m, path) for m in ("GET", "POST") for path in routes(console_desk, m) if "{uid}" in path]
    assert len(named) > 12
    for method, path in named:
        at = address(path, half_way if path.startswith("/unfinished") else uid)
        answer = sam.get(at) if method == "GET" else sam.post(at, **form)
        assert (404, False) == (answer.status_code, "BT-ROUTES" in answer.text or "Alice" in answer.text), path
    assert before == kept(console_desk)


def test_what_belongs_to_a_request_opens_through_no_other(
    owner: Visitor, secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, uid: str
) -> None:
    """A merge or a draft of Santa Monica's, named in a form of a request of Sedona's."""
    other = console_desk.lead("BT-SECOND")
    mine = console_desk.lead("BT-SEDONA", location="sedona", name="Sal", phone=None, email=None)
    owner.get(f"/leads/{uid}")
    owner.submit(f"/leads/{uid}/merge", other=other, way="into_this")
    (merge,) = console_desk.rows("select uid from lead_merge")
    with console_desk.store.transaction() as books:
        draft = drafts.keep(books, SAM, uid, "Not yours to send", console_desk.desk.now_ms())
    sam = secure_visitor().sign_in(SAM)
    sam.move(mine, "claim")
    before = kept(console_desk)
    token = token_of(sam)
    for way, field in (
        ("unmerge", {"merge": merge["uid"]}),
        ("message/send", {"draft": draft}),
        ("message/change", {"draft": draft}),
    ):
        answer = sam.post(f"/leads/{mine}/{way}", form_token=token, **field)
        assert answer.status_code in {404, 409}, way
        assert "Not yours" not in answer.text
    after = kept(console_desk)
    assert before["lead"] == after["lead"]
    assert before["lead_merge"] == after["lead_merge"]
    assert before["outbox"] == after["outbox"]


def test_both_cookies_are_bound_to_the_host_and_out_of_reach_of_scripts(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """`__Host-`, Secure, HttpOnly, SameSite=Strict, no Domain; when they are given and when they are taken."""
    visitor, given = secure_visitor(), []
    given += visitor.get(f"/sign-in/{console_desk.link()}").headers.get_list("set-cookie")
    given += visitor.submit("/sign-in").headers.get_list("set-cookie")
    visitor.get("/inbox")
    given += visitor.submit("/sign-out").headers.get_list("set-cookie")
    assert 4 == len(given)
    for cookie in given:
        name, *flags = [part.strip().split("=")[0] for part in cookie.split(";")]
        assert re.fullmatch(r"__Host-desk_(session|confirm)", name)
        assert {"HttpOnly", "Path", "SameSite", "Secure"} <= set(flags)
        assert "Domain" not in flags
        assert "SameSite=strict" in cookie
        assert "Path=/" in cookie
