"""A second factor: set up by oneself, asked for at every sign-in, each code good once; without it nothing opens."""

import re
from collections.abc import Callable

import pyotp
import pytest
from console_desk import DANA, OMAR, ConsoleDesk, Visitor

from desk.staffing import Signature, remove_member, save_member
from storage.staff import COORDINATOR


def _code(desk: ConsoleDesk, secret: str, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return pyotp.TOTP(secret).at(desk.clock(), counter_offset=steps)


def _set_up(visitor: Visitor) -> str:
    """Set up an app on the page; gives its secret."""
    visitor.get("/second-factor")
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", visitor.page.text)
    assert secret
    found = secret[1].replace(" ", "")
    done = visitor.submit("/second-factor", code=_code(visitor.desk, found))
    assert (303, "/account?done=factor") == (done.status_code, done.headers["location"])
    visitor.desk.clock.forward(seconds=90)
    return found


def _half_in(visitor: Visitor) -> Visitor:
    """Dana again, with a link; her code is still asked for."""
    visitor.get(f"/sign-in/{visitor.desk.link()}")
    visitor.submit("/sign-in")
    return visitor


def test_the_set_up_page_shows_a_picture_and_the_key(dana: Visitor) -> None:
    """As an SVG without a style of its own; the same key until it is confirmed."""
    first = dana.get("/second-factor").text
    assert '<svg viewBox="0 0' in first
    assert "style=" not in first
    assert re.findall(r"<code>[A-Z2-7 ]{39}</code>", first) == re.findall(
        r"<code>[A-Z2-7 ]{39}</code>", dana.get("/second-factor").text
    )


def test_the_key_is_sealed(dana: Visitor, console_desk: ConsoleDesk) -> None:
    secret = _set_up(dana)
    [row] = console_desk.rows("select totp_sealed from staff where totp_sealed is not null")
    assert secret.encode() not in row["totp_sealed"]


def test_with_it_a_link_alone_opens_nothing(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Every page leads to the one that asks for the code, every form too; signing out is possible."""
    uid = console_desk.lead("BT-HIDDEN")
    _set_up(dana)
    browser = _half_in(new_visitor())
    token = browser.get("/code") and browser.hidden("/code")["form_token"]
    for path in ("/inbox", f"/leads/{uid}", "/account", "/staff", "/second-factor"):
        page = browser.get(path)
        assert 303 == page.status_code, path
        assert "/code" == page.headers["location"], path
    for path in (
        f"/leads/{uid}/move",
        "/search",
        "/staff/save",
        "/account/end-others",
        "/second-factor/off",
        "/second-factor",
    ):
        assert "/code" == browser.post(path, form_token=token, act="claim").headers["location"]
    assert ("new", None) == console_desk.status(uid)
    assert "/sign-in" == browser.post("/sign-out", form_token=token).headers["location"]


def test_the_code_opens_the_console_in_a_new_session(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    secret = _set_up(dana)
    browser = _half_in(new_visitor())
    before = browser.session
    browser.get("/code")
    assert "/inbox" == browser.submit("/code", code=_code(console_desk, secret)).headers["location"]
    assert 200 == browser.get("/inbox").status_code
    assert before != browser.session
    stale = new_visitor()
    stale.http.cookies.set("desk_session", before)
    assert "/sign-in" == stale.get("/inbox").headers["location"]


@pytest.mark.parametrize(("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_off_by_one_step(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, steps: int, taken: bool
) -> None:
    secret = _set_up(dana)
    browser = _half_in(new_visitor())
    browser.get("/code")
    assert taken is (303 == browser.submit("/code", code=_code(console_desk, secret, steps)).status_code)


def test_a_code_is_good_once(dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Whoever read it over a shoulder comes too late, also with the code before it."""
    secret = _set_up(dana)
    first, second = _half_in(new_visitor()), new_visitor()
    first.get("/code")
    assert 303 == first.submit("/code", code=_code(console_desk, secret)).status_code
    _half_in(second).get("/code")
    assert 422 == second.submit("/code", code=_code(console_desk, secret)).status_code
    assert 422 == second.submit("/code", code=_code(console_desk, secret, -1)).status_code
    assert 303 == second.submit("/code", code=_code(console_desk, secret, 1)).status_code


@pytest.mark.parametrize("wrong", ["", "12345", "1234567", "abcdef", "٠٠٠٠٠٠", "0" * 4000])
def test_what_is_no_code_is_refused(dana: Visitor, new_visitor: Callable[[], Visitor], wrong: str) -> None:
    _set_up(dana)
    browser = _half_in(new_visitor())
    browser.get("/code")
    assert 422 == browser.submit("/code", code=wrong).status_code
    assert "not the code of now" in browser.page.text


def test_after_five_wrong_codes_the_session_ends(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Over all browsers of the person; another link does not help before some minutes have passed."""
    secret = _set_up(dana)
    browser = _half_in(new_visitor())
    browser.get("/code")
    form = browser.hidden("/code")
    for _ in range(5):
        assert 422 == browser.post("/code", **form, code="000000").status_code
    assert 429 == browser.post("/code", **form, code=_code(console_desk, secret)).status_code
    assert "/sign-in" == browser.get("/code").headers["location"]
    assert 5 == len([row for row in console_desk.audit("denied") if row["detail"] == "code"])
    _half_in(browser).get("/code")
    assert 429 == browser.submit("/code", code=_code(console_desk, secret)).status_code
    console_desk.clock.forward(minutes=5)
    _half_in(browser).get("/code")
    assert 303 == browser.submit("/code", code=_code(console_desk, secret)).status_code


def test_who_waits_for_a_code_is_out_after_ten_minutes(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    _set_up(dana)
    browser = _half_in(new_visitor())
    console_desk.clock.forward(minutes=10)
    assert "/sign-in" == browser.get("/code").headers["location"]


def test_setting_it_up_signs_out_other_browsers(dana: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    other = new_visitor().sign_in(DANA)
    _set_up(dana)
    assert 200 == dana.get("/inbox").status_code
    assert "/sign-in" == other.get("/inbox").headers["location"]


def test_a_wrong_code_sets_nothing_up(dana: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    dana.get("/second-factor")
    assert 422 == dana.submit("/second-factor", code="000000").status_code
    assert 200 == new_visitor().sign_in(DANA).get("/inbox").status_code


def test_it_can_be_turned_off_with_a_code(dana: Visitor, console_desk: ConsoleDesk) -> None:
    secret = _set_up(dana)
    dana.get("/account")
    assert "/account?done=factor_kept" == dana.submit("/second-factor/off", code="000000").headers["location"]
    dana.get("/account")
    assert (
        "/account?done=factor_off"
        == dana.submit("/second-factor/off", code=_code(console_desk, secret)).headers["location"]
    )
    assert ["factor_set_up", "factor_turned_off"] == [
        row["act"] for row in console_desk.audit() if row["act"] in {"factor_set_up", "factor_turned_off"}
    ]


def test_where_it_is_required_everybody_sets_it_up_first(
    codes_required: None, visitor: Visitor, console_desk: ConsoleDesk
) -> None:
    """Nothing else opens before; and it cannot be turned off."""
    uid = console_desk.lead()
    visitor.sign_in(DANA)
    for path in ("/inbox", f"/leads/{uid}", "/staff", "/code"):
        assert "/second-factor" == visitor.get(path).headers["location"], path
    secret = _set_up(visitor)
    assert 200 == visitor.get("/inbox").status_code
    assert "Turn off" not in visitor.get("/account").text
    token = visitor.hidden("/sign-out")["form_token"]
    visitor.post("/second-factor/off", form_token=token, code=_code(console_desk, secret))
    assert [1] == [row["n"] for row in console_desk.rows("select count(totp_since) as n from staff")]


def test_a_removed_member_who_comes_back_starts_anew(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """What they had set up is forgotten with their rights."""
    omar = new_visitor().sign_in(OMAR)
    _set_up(omar)
    by = Signature(str(DANA), "console")
    with console_desk.store.transaction() as books:
        assert remove_member(console_desk.desk, books, by, OMAR).done
        assert save_member(console_desk.desk, books, by, OMAR, name="Omar", role=COORDINATOR).done
    assert 200 == omar.sign_in(OMAR).get("/inbox").status_code
