"""What every answer of the console carries: nothing is stored, framed, sniffed, or loaded from elsewhere."""

from collections.abc import Callable

import pytest
from console_desk import ConsoleDesk, Visitor

PAGES = [
    "/", "/sign-in", "/sign-in/" + "x" * 43, "/inbox", "/leads/none", "/report", "/report.csv", "/health", "/staff", "/audit",
    "/account", "/second-factor", "/code", "/shortcuts", "/app", "/no/such/page", "/static/none.css", "/search",
]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_signed_in_or_not(visitor: Visitor, new_visitor: Callable[[], Visitor], path: str) -> None:
    for browser in (visitor, new_visitor().sign_in()):
        headers = browser.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert [] == [part for part in policy.replace(";", "").split() if ":" in part or "*" in part]
        assert "frame-ancestors 'none'" in policy
        assert "no-store" == headers["cache-control"]
        assert ["nosniff", "DENY", "no-referrer", "same-origin"] == [
            headers[name]
            for name in ("x-content-type-options", "x-frame-options", "referrer-policy", "cross-origin-opener-policy")
        ]
        assert "strict-transport-security" not in headers


def test_over_tls_browsers_are_told_to_stay_there(secure_visitor: Callable[[], Visitor]) -> None:
    assert (
        "max-age=31536000; includeSubDomains" == secure_visitor().get("/sign-in").headers["strict-transport-security"]
    )


def test_cookies_are_bound_to_the_host(secure_visitor: Callable[[], Visitor]) -> None:
    """Out of reach of scripts, other hosts and other sites, over TLS."""
    browser = secure_visitor()
    browser.sign_in()
    set_cookie = browser.page.headers.get_list("set-cookie")
    assert ["__Host-desk_session", "__Host-desk_confirm"] == [one.partition("=")[0] for one in set_cookie]
    for one in set_cookie:
        assert all(part in one for part in ("HttpOnly", "Path=/", "SameSite=strict", "Secure"))
        assert "Domain" not in one


def test_what_is_not_there_is_a_page(visitor: Visitor) -> None:
    """Also where a form's address is opened by hand."""
    for path in ("/no/such/page", "/search", "/staff/remove", "/leads/x/move"):
        assert (404, True) == (visitor.get(path).status_code, "Not found" in visitor.page.text), path


def test_only_our_own_files_may_be_kept(visitor: Visitor) -> None:
    """Their addresses change with what is in them."""
    page = visitor.get("/sign-in").text
    href = page.partition('stylesheet" href="')[2].partition('"')[0]
    style = visitor.get(href)
    assert ("text/css; charset=utf-8", "public, max-age=31536000, immutable") == (
        style.headers["content-type"],
        style.headers["cache-control"],
    )
    assert "default-src 'none'" in style.headers["content-security-policy"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_no_form_is_taken_from_another_site(dana: Visitor, console_desk: ConsoleDesk, headers: dict[str, str]) -> None:
    """Even with a token that fits; nor from here without one, or with another's."""
    uid = console_desk.lead()
    dana.get(f"/leads/{uid}")
    form = dana.hidden(f"/leads/{uid}/move") | {"act": "claim"}
    assert 403 == dana.post(f"/leads/{uid}/move", headers=headers, **form).status_code
    for token in ("", "0" * 64):
        assert 403 == dana.post(f"/leads/{uid}/move", **{**form, "form_token": token}).status_code
    assert ("new", None) == console_desk.status(uid)
    assert 3 == len(console_desk.audit("denied"))


def test_a_body_too_long_for_any_form_is_not_read(dana: Visitor) -> None:
    """However it is announced."""
    assert 413 == dana.post("/search", words="x" * 40_000).status_code
    chunks = (b"words=" + b"x" * 8_192 for _ in range(10))
    sent = dana.http.post("/search", content=chunks, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert 413 == sent.status_code
    many = {f"f{n}": "1" for n in range(60)}
    assert 413 == dana.post("/search", **many).status_code
