"""Staff and roles: owners add, change and remove; what somebody may do changes at once; one owner always stays."""

from collections.abc import Callable

import pytest
from console_desk import DANA, OMAR, RHEA, SAM, ConsoleDesk, Visitor


def test_an_owner_adds_somebody(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """With a role and clinics; they can sign in from then on."""
    dana.get("/staff")
    done = dana.submit(
        "/staff/save",
        telegram_id="9010",
        name="  Vera\n Vance ",
        role="coordinator",
        clinic_sedona="1",
        clinic_las_vegas="1",
    )
    assert "/staff?done=saved" == done.headers["location"]
    assert ("coordinator", ("las_vegas", "sedona")) == console_desk.rights(9010)
    assert "Vera Vance" in dana.get("/staff").text
    assert len(console_desk.link(9010)) == 43
    assert [("9001", "9010", "coordinator, las_vegas,sedona")] == [
        (row["actor"], row["subject"], row["detail"]) for row in console_desk.audit("staff_added")
    ]


@pytest.mark.parametrize(
    "form",
    [
        {"telegram_id": "", "role": "owner"},
        {"telegram_id": "0", "role": "owner"},
        {"telegram_id": "-5", "role": "owner"},
        {"telegram_id": "9" * 30, "role": "owner"},
        {"telegram_id": "9007199254740993", "role": "owner"},
        {"telegram_id": "9010", "role": "king"},
        {"telegram_id": "9010", "role": ""},
        {"telegram_id": "9010", "role": "owner", "clinic_atlantis": "1"},
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    dana: Visitor, console_desk: ConsoleDesk, form: dict[str, str]
) -> None:
    dana.get("/staff")
    assert 409 == dana.submit("/staff/save", **form).status_code
    assert 'role="alert"' in dana.page.text
    assert 4 == len(console_desk.rows("select * from staff"))


def test_a_name_is_shown_as_text(dana: Visitor) -> None:
    dana.get("/staff")
    dana.submit("/staff/save", telegram_id="9010", name='<script>alert(1)</script>"{{ 7*7 }}', role="read_only")
    shown = dana.get("/staff").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&#34;{{ 7*7 }}" in shown
    assert "<script>alert" not in shown


def test_a_change_of_role_holds_at_the_next_click(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Omar loses what he could do a moment ago, without signing in anew."""
    omar, uid = new_visitor().sign_in(OMAR), console_desk.lead(location="las_vegas")
    assert 200 == omar.get(f"/leads/{uid}").status_code
    dana.get("/staff")
    dana.press("/staff/save", telegram_id=OMAR)
    dana.get("/staff")
    dana.post(
        "/staff/save",
        **dana.form_with("/staff/save", telegram_id=OMAR),
        name="Omar",
        role="coordinator",
        clinic_sedona="1",
    )
    assert 404 == omar.get(f"/leads/{uid}").status_code
    assert ("coordinator", ("sedona",)) == console_desk.rights(OMAR)


def test_whoever_is_removed_is_out_at_once(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Session, link and second factor end together."""
    omar, link = new_visitor().sign_in(OMAR), console_desk.link(OMAR)
    dana.get("/staff")
    assert "/staff?done=removed" == dana.press("/staff/remove", telegram_id=OMAR).headers["location"]
    assert "/sign-in" == omar.get("/inbox").headers["location"]
    assert 410 == omar.get(f"/sign-in/{link}").status_code
    assert None is console_desk.rights(OMAR)
    assert [("9001", "9002", "1 sessions ended")] == [
        (row["actor"], row["subject"], row["detail"]) for row in console_desk.audit("staff_removed")
    ]


def test_the_last_owner_stays(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Neither removed nor demoted; with a second owner both can be done."""
    dana.get("/staff")
    assert 409 == dana.press("/staff/remove", telegram_id=DANA).status_code
    assert "only owner" in dana.page.text
    form = dana.form_with("/staff/save", telegram_id=DANA)
    assert 409 == dana.post("/staff/save", **form, name="Dana", role="coordinator").status_code
    assert ("owner", ()) == console_desk.rights(DANA)
    dana.post("/staff/save", **dana.form_with("/staff/save", telegram_id=OMAR), name="Omar", role="owner")
    assert 303 == dana.post("/staff/save", **form, name="Dana", role="coordinator").status_code
    assert 403 == dana.get("/staff").status_code


@pytest.mark.parametrize("who", [OMAR, RHEA, SAM])
def test_the_page_is_for_owners(new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, who: int) -> None:
    """Nobody else sees it or may send its forms; that they tried is written down."""
    browser = new_visitor().sign_in(who)
    token = browser.get("/inbox") and browser.hidden("/sign-out")["form_token"]
    assert 403 == browser.get("/staff").status_code
    assert 'href="/staff"' not in browser.get("/inbox").text
    for path in ("/staff/save", "/staff/remove", "/staff/reset", "/staff/end"):
        form = {"form_token": token, "telegram_id": str(who), "role": "owner", "name": "x", "uid": "x"}
        assert 403 == browser.post(path, **form).status_code
    assert "owner" != (console_desk.rights(who) or ("", ()))[0]
    assert {("page", str(who))} == {(row["subject"], row["actor"]) for row in console_desk.audit("denied")}
    assert 5 == len(console_desk.audit("denied"))


def test_everybody_sees_and_ends_their_own_sessions(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """By an id that says nothing; the one in use is marked, and stays when the others go."""
    here, there, elsewhere = (new_visitor().sign_in(OMAR) for _ in range(3))
    assert 3 == here.get("/account").text.count("127.0.0.1</") + here.page.text.count("127.0.0.1 <")
    uids = [row["uid"] for row in console_desk.rows("select uid from session order by opened_at, uid")]
    shown = here.hidden("/account/end")
    assert shown["uid"] in uids
    assert here.session not in here.page.text
    assert 303 == here.press("/account/end").status_code
    alive = [browser for browser in (there, elsewhere) if browser.get("/inbox").status_code == 200]
    assert 1 == len(alive)
    here.get("/account")
    assert 303 == here.submit("/account/end-others").status_code
    assert [200, 303] == [here.get("/inbox").status_code, alive[0].get("/inbox").status_code]


def test_nobody_ends_the_session_of_a_colleague(
    dana: Visitor, new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """But an owner does, on the staff page."""
    omar = new_visitor().sign_in(OMAR)
    [uid] = [row["uid"] for row in console_desk.rows(f"select uid from session where telegram_id = {DANA}")]
    token = omar.get("/account") and omar.hidden("/sign-out")["form_token"]
    assert 404 == omar.post("/account/end", form_token=token, uid=uid).status_code
    assert 200 == dana.get("/staff").status_code
    [theirs] = [row["uid"] for row in console_desk.rows(f"select uid from session where telegram_id = {OMAR}")]
    assert 303 == dana.press("/staff/end", uid=theirs).status_code
    assert "/sign-in" == omar.get("/inbox").headers["location"]
    assert [("9001", "9002")] == [(row["actor"], row["subject"]) for row in console_desk.audit("session_ended")]
