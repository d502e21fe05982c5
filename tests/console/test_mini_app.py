"""The console inside Telegram: Telegram's word of who opens it is fresh, unchanged, used once, and names active staff."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode

import httpx
import pyotp
import pytest
from console_desk import BOT_TOKEN, DANA, OMAR, ConsoleDesk, Visitor
from init_data_py import sign

from desk.sign_in import app_address
from desk.staffing import Signature, remove_member


def _word(desk: ConsoleDesk, telegram_id: int = DANA, token: str = BOT_TOKEN, *, age: int = 0) -> str:
    """What Telegram puts behind the # of the address."""
    user = f'{{"id":{telegram_id},"first_name":"Somebody"}}'
    return sign({"user": user, "query_id": "AAE"}, token, auth_date=int(desk.clock().timestamp()) - age)


def _enter(browser: Visitor, word: str) -> httpx.Response:
    browser.get("/app")
    return browser.submit("/app", init_data=word)


def test_who_opens_it_in_telegram_is_signed_in(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """With the cookies of any other way in."""
    browser = secure_visitor()
    done = _enter(browser, _word(console_desk))
    assert (303, "/inbox") == (done.status_code, done.headers["location"])
    session = next(c for c in done.headers.get_list("set-cookie") if "desk_session" in c)
    assert re.fullmatch(r"__Host-desk_session=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure", session)
    assert 200 == browser.get("/inbox").status_code
    assert [("signed_in_app", "9001")] == [(row["act"], row["actor"]) for row in console_desk.audit()]


def test_the_page_takes_its_script_from_here_alone(secure_visitor: Callable[[], Visitor]) -> None:
    """Nothing is called outside, and the page may not be framed."""
    page = secure_visitor().get("/app")
    assert [] == re.findall(r"""(?:src|href|action)=["'](?![/#])""", page.text)
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert "<script>" not in page.text


def test_a_word_is_good_once(secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Also after its session was ended, a link was made, or the letters of its hash were written large."""
    word = _word(console_desk)
    browser = secure_visitor()
    _enter(browser, word)
    browser.get("/account")
    browser.submit("/sign-out")
    console_desk.link()
    assert 403 == _enter(secure_visitor(), word).status_code
    shouted = urlencode([(k, v.upper() if k == "hash" else v) for k, v in parse_qsl(word)])
    assert 403 == _enter(secure_visitor(), shouted).status_code


@pytest.mark.parametrize(("age", "status"), [(0, 303), (299, 303), (301, 403), (86_400, 403)])
def test_a_word_is_fresh_for_five_minutes(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk, age: int, status: int
) -> None:
    assert status == _enter(secure_visitor(), _word(console_desk, age=age)).status_code


def test_a_changed_word_is_refused_and_written_down(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Another id, another bot's token, something added, named twice, cut off, or nothing at all."""
    word = _word(console_desk)
    wrong = [
        word.replace("9001", "9002"),
        _word(console_desk, token="1000000002:the-token-of-another-bot-entirely"),
        f"{word}&more=1",
        f"{word}&user=%7B%22id%22%3A9002%7D",
        word[:-1],
        "",
        "user=1",
        "\0" * 50,
    ]
    for word in wrong:
        assert 403 == _enter(secure_visitor(), word).status_code
    assert ["app"] * len(wrong) == [row["subject"] for row in console_desk.audit("denied")]


def test_too_many_wrong_words_from_one_address_have_to_wait(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """Then a right one waits as well, here and by a link; after some minutes it is taken."""
    for _ in range(20):
        assert 403 == _enter(secure_visitor(), "user=1").status_code
    assert 429 == _enter(secure_visitor(), _word(console_desk)).status_code
    assert 429 == secure_visitor().get(f"/sign-in/{console_desk.link()}").status_code
    assert 20 == len(console_desk.audit("denied"))
    console_desk.clock.forward(minutes=5)
    assert 303 == _enter(secure_visitor(), _word(console_desk)).status_code


def test_only_active_staff_get_in(secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Neither somebody from outside nor somebody removed."""
    with console_desk.store.transaction() as books:
        remove_member(console_desk.desk, books, Signature(str(DANA), "console"), OMAR)
    for outsider in (101, OMAR):
        assert 403 == _enter(secure_visitor(), _word(console_desk, outsider)).status_code
    assert ["101", "9002"] == [row["actor"] for row in console_desk.audit("denied")]


def test_the_form_must_come_from_the_page(secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Another site can sign nobody in as somebody else."""
    browser = secure_visitor()
    word = _word(console_desk)
    assert 403 == browser.post("/app", init_data=word, mark="").status_code
    browser.get("/app")
    form = browser.hidden("/app") | {"init_data": word}
    assert 403 == browser.post("/app", headers={"Sec-Fetch-Site": "cross-site"}, **form).status_code
    assert 403 == secure_visitor().post("/app", **form).status_code
    assert 303 == browser.post("/app", **form).status_code


def test_the_second_factor_is_asked_for_here_too(
    secure_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    browser = secure_visitor()
    _enter(browser, _word(console_desk))
    browser.get("/second-factor")
    secret = re.findall(r"<code>([A-Z2-7 ]+)</code>", browser.page.text)[0].replace(" ", "")
    browser.submit("/second-factor", code=pyotp.TOTP(secret).at(console_desk.clock()))
    console_desk.clock.forward(seconds=30)
    again = secure_visitor()
    _enter(again, _word(console_desk))
    assert "/code" == again.get("/inbox").headers["location"]


def test_it_needs_https(visitor: Visitor) -> None:
    """Telegram opens nothing else; so on this machine alone the page is not there."""
    assert 404 == visitor.get("/app").status_code
    assert "https://desk.example.com/app" == app_address("https://desk.example.com/")
    assert "" == app_address("http://127.0.0.1:8080")
