"""Signing in with a link: looked at for free, spent once by its button, gone after five minutes."""

import re
from collections.abc import Callable

import pytest
from console_desk import DANA, OMAR, ConsoleDesk, Visitor

from desk.sign_in import NotStaff, make_link
from storage.staff import remove_member


def test_a_link_shows_whom_it_signs_in_and_its_button_does_it(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Link, page, button, inbox."""
    shown = visitor.get(f"/sign-in/{console_desk.link()}")
    assert shown.status_code == 200
    assert "Sign in as Dana" in shown.text
    done = visitor.submit("/sign-in")
    assert (303, "/inbox") == (done.status_code, done.headers["location"])
    assert visitor.get("/inbox").status_code == 200


def test_looking_at_a_link_changes_nothing(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """A messenger that fetches the link for a preview, many times, signs nobody in and spends nothing."""
    link = console_desk.link()
    before = console_desk.rows("select * from login_link"), console_desk.audit()
    for _ in range(30):
        assert visitor.get(f"/sign-in/{link}").status_code == 200
    assert before == (console_desk.rows("select * from login_link"), console_desk.audit())
    assert [] == console_desk.rows("select * from session")
    assert visitor.submit("/sign-in").status_code == 303


def test_a_link_works_once(visitor: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Whoever comes second with the same link stays outside."""
    link, second = console_desk.link(), new_visitor()
    second.get(f"/sign-in/{link}")
    visitor.get(f"/sign-in/{link}")
    assert visitor.submit("/sign-in").status_code == 303
    assert second.submit("/sign-in").status_code == 410
    assert second.get(f"/sign-in/{link}").status_code == 410
    assert "" == second.session


def test_a_link_is_dead_after_five_minutes(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Neither the page nor a button opened in time works any more."""
    link = console_desk.link()
    visitor.get(f"/sign-in/{link}")
    console_desk.clock.forward(minutes=5)
    assert visitor.submit("/sign-in").status_code == 410
    assert visitor.get(f"/sign-in/{link}").status_code == 410


def test_a_new_link_takes_the_place_of_the_older_one(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """One live link a member."""
    older, newer = console_desk.link(), console_desk.link()
    assert visitor.get(f"/sign-in/{older}").status_code == 410
    assert visitor.get(f"/sign-in/{newer}").status_code == 200


@pytest.mark.parametrize("wrong", ["x", "A" * 43, "A" * 4000, "..%2f..", "%00" * 43, "ß" * 43])
def test_a_wrong_link_is_refused_and_written_down(visitor: Visitor, console_desk: ConsoleDesk, wrong: str) -> None:
    """Nothing of the link itself is kept."""
    assert visitor.get(f"/sign-in/{wrong}").status_code in {404, 410}
    assert all("A" * 43 not in str(row) for row in console_desk.audit())
    if visitor.page.status_code == 410:
        assert ["sign_in"] == [row["subject"] for row in console_desk.audit("denied")]


def test_only_active_staff_get_a_link(console_desk: ConsoleDesk) -> None:
    """An outsider gets none, and a link of somebody removed since signs nobody in."""
    with console_desk.store.transaction() as books, pytest.raises(NotStaff):
        make_link(console_desk.desk, books, 101)


def test_a_link_of_somebody_removed_since_is_dead(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Removed between link and button."""
    visitor.get(f"/sign-in/{console_desk.link(OMAR)}")
    with console_desk.store.transaction() as books:
        remove_member(books, OMAR)
    assert visitor.submit("/sign-in").status_code == 410


def test_the_database_holds_nothing_to_sign_in_with(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Only hashes of the link and of the session are kept."""
    link = console_desk.link()
    visitor.get(f"/sign-in/{link}")
    visitor.submit("/sign-in")
    kept = str(console_desk.rows("select * from login_link")) + str(console_desk.rows("select * from session"))
    assert len(visitor.session) == 43
    assert link not in kept
    assert visitor.session not in kept


def test_a_session_handed_to_the_browser_beforehand_is_worth_nothing(
    visitor: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Session fixation: signing in always makes a new id, and ends the one the browser came with."""
    planted = "P" * 43
    visitor.http.cookies.set("desk_session", planted, domain="127.0.0.1")
    visitor.sign_in(DANA)
    first = [c.value for c in visitor.http.cookies.jar if c.name == "desk_session" and c.value != planted]
    assert len(first) == 1
    thief = new_visitor()
    thief.http.cookies.set("desk_session", planted)
    assert thief.get("/inbox").status_code == 303


def test_signing_in_again_ends_the_session_before(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """One browser, one session."""
    earlier = dana.session
    dana.sign_in(OMAR)
    assert earlier != dana.session
    other = new_visitor()
    other.http.cookies.set("desk_session", earlier)
    assert other.get("/inbox").status_code == 303
    assert 1 == len(console_desk.rows("select * from session"))


def test_signing_out_ends_the_session_for_every_browser(dana: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    """The cookie is worth nothing afterwards, wherever it is."""
    copy = new_visitor()
    copy.http.cookies.set("desk_session", dana.session)
    dana.get("/inbox")
    assert "/sign-in" == dana.submit("/sign-out").headers["location"]
    assert "/sign-in" == copy.get("/inbox").headers["location"]
    assert "/sign-in" == dana.get("/inbox").headers["location"]


def test_a_session_ends_after_twelve_idle_hours(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Use keeps it alive, idleness ends it."""
    for _ in range(3):
        console_desk.clock.forward(hours=11, minutes=59)
        assert dana.get("/inbox").status_code == 200
    console_desk.clock.forward(hours=12)
    assert dana.get("/inbox").status_code == 303


def test_a_session_ends_after_seven_days_whatever_its_use(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The absolute limit."""
    for _ in range(20):
        console_desk.clock.forward(hours=8)
        assert dana.get("/inbox").status_code == 200
    console_desk.clock.forward(hours=8)
    assert dana.get("/inbox").status_code == 303


def test_whoever_is_removed_loses_the_session_at_once(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """The next click is refused."""
    uid = console_desk.lead()
    visitor.sign_in(OMAR)
    visitor.get(f"/leads/{uid}")
    with console_desk.store.transaction() as books:
        remove_member(books, OMAR)
    assert "/sign-in" == visitor.submit(f"/leads/{uid}/move", act="claim").headers["location"]
    assert ("new", None) == console_desk.status(uid)


def test_nobody_gets_in_without_a_session(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Every page of staff sends strangers to the sign-in page, and shows nothing."""
    uid = console_desk.lead("BT-STRNGR")
    for path in ("/inbox", f"/leads/{uid}"):
        page = visitor.get(path)
        assert (303, "/sign-in", "") == (page.status_code, page.headers["location"], page.text)
    for path in ("/search", f"/leads/{uid}/move", "/sign-out"):
        assert visitor.post(path, act="claim", words="BT-STRNGR").status_code == 303
    assert ("new", None) == console_desk.status(uid)


def test_too_many_wrong_links_from_one_address_have_to_wait(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """After twenty failures nothing is looked up or written down, until some minutes have passed."""
    good = console_desk.link()
    for _ in range(20):
        assert visitor.get("/sign-in/" + "B" * 43).status_code == 410
    assert visitor.get("/sign-in/" + "B" * 43).status_code == 429
    assert visitor.get(f"/sign-in/{good}").status_code == 429
    assert visitor.post("/sign-in", token=good).status_code == 429
    assert 20 == len(console_desk.audit("denied"))
    console_desk.clock.forward(minutes=5)
    assert visitor.get(f"/sign-in/{console_desk.link()}").status_code == 200


def test_every_way_in_and_out_is_an_audit_row(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """Link, sign-in, sign-out; with surface console."""
    visitor.sign_in(DANA).get("/inbox")
    visitor.submit("/sign-out")
    found = [(row["act"], row["actor"], row["surface"]) for row in console_desk.audit()]
    assert [(act, "9001", "console") for act in ("link_made", "signed_in", "signed_out")] == found


def test_no_address_holds_a_secret_or_a_word_of_a_person(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Links on the pages carry opaque ids only."""
    uid = console_desk.lead()
    pages = dana.get("/inbox").text + dana.get(f"/leads/{uid}").text
    hrefs = re.findall(r'(?:href|action)="(/[^"]*)"', pages)
    assert f"/leads/{uid}" in hrefs
    assert not [h for h in hrefs if "alice" in h.lower() or "2025550101" in h or dana.session in h]
