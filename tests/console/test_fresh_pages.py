"""Pages that keep themselves fresh: a copy that is still right is not sent again, and is no view of the record."""

from collections.abc import Callable

from console_desk import OMAR, SAM, ConsoleDesk, Visitor

from desk.lead_moves import Actor, move_lead
from storage import leads, staff


def _refresh(page: Visitor, path: str, known: str = "") -> int:
    """As the page's script does it; gives the status."""
    return page.get(path, **({"X-Refresh": "1"} | ({"If-None-Match": f'"{known}"'} if known else {}))).status_code


def _mark(page: Visitor) -> str:
    return page.page.headers["etag"].strip('"')


def _claim(desk: ConsoleDesk, uid: str) -> None:
    with desk.store.transaction() as books:
        lead, omar = leads.by_uid(books, uid), staff.member(books, OMAR)
        assert lead
        assert omar
        assert move_lead(desk.desk, books, lead, "claim", Actor(omar, "telegram")).moved


def test_the_inbox_is_sent_again_when_it_changed(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """304 without a word else; never stored by the browser."""
    console_desk.lead("BT-FIRST1")
    assert 200 == _refresh(dana, "/inbox")
    mark = _mark(dana)
    assert (304, "", "no-store") == (_refresh(dana, "/inbox", mark), dana.page.text, dana.page.headers["cache-control"])
    console_desk.lead("BT-SECOND")
    assert 200 == _refresh(dana, "/inbox", mark)
    assert "BT-SECOND" in dana.page.text
    assert mark != _mark(dana)


def test_refreshing_a_request_that_did_not_change_is_no_view(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The record is not sent, and nothing stands in the audit log; what changed is a view like any other."""
    uid = console_desk.lead()
    dana.get(f"/leads/{uid}")
    mark = _mark(dana)
    for _ in range(5):
        assert (304, "") == (_refresh(dana, f"/leads/{uid}", mark), dana.page.text)
    assert 1 == len(console_desk.audit("lead_viewed"))
    _claim(console_desk, uid)
    assert 200 == _refresh(dana, f"/leads/{uid}", mark)
    assert "Omar" in dana.page.text
    assert 2 == len(console_desk.audit("lead_viewed"))


def test_a_copy_is_never_enough_to_stay_in(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, dana: Visitor
) -> None:
    """Neither after signing out, nor for a request of another location, nor with a mark that was guessed."""
    uid = console_desk.lead(location="las_vegas")
    dana.get(f"/leads/{uid}")
    mark, sam, nobody = _mark(dana), new_visitor().sign_in(SAM), new_visitor()
    assert 303 == _refresh(nobody, f"/leads/{uid}", mark)
    assert 404 == _refresh(sam, f"/leads/{uid}", mark)
    assert 404 == _refresh(sam, f"/leads/{uid}", "")
    assert 404 == _refresh(sam, "/leads/no-such-request", mark)
    assert 200 == _refresh(dana, f"/leads/{uid}", "1.1.99.owner")


def test_a_page_left_open_does_not_keep_its_session_alive(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Twelve hours after the last click it is over, however often the page asked."""
    dana.get("/inbox")
    for _ in range(13):
        console_desk.clock.forward(minutes=55)
        assert 200 == _refresh(dana, "/inbox")
    console_desk.clock.forward(minutes=10)
    assert 303 == _refresh(dana, "/inbox")


def test_what_a_form_answered_is_not_refreshed(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Its address takes forms only."""
    uid = console_desk.lead()
    assert f'data-live="/leads/{uid}"' in dana.get(f"/leads/{uid}").text
    dana.submit(f"/leads/{uid}/move", act="refuse", reason="")
    assert 409 == dana.page.status_code
    assert '<html lang="en">' in dana.page.text


def test_the_shortcuts_have_a_page_of_their_own(dana: Visitor) -> None:
    """For whoever has no script."""
    page = dana.get("/shortcuts").text
    for key in ("/", "j", "k", "Enter", "c", "n", "m", "e", "?"):
        assert f"<kbd>{key}</kbd>" in page
    assert 'href="/shortcuts"' in dana.get("/inbox").text
