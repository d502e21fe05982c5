"""What staff type: lists, one request, the way into the console, who works here; menus only where they belong."""

from typing import Any

import pytest
from front_desk import DANA, NINA, OMAR, FrontDesk
from walks import BY_TAPS, SHORT, finish

from bot.menus import Menus
from desk.sign_in import sign_in
from desk.ticking import tick
from sandbox.client import Person
from storage.staff import COORDINATOR, READ_ONLY, member, save_member

CONSOLE = "https://desk.example.com"


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def hire(front: FrontDesk, number: int, role: str, *locations: str) -> Person:
    with front.store.transaction() as books:
        save_member(books, number, "Nina", role, locations, 0)
    front.staff(number).start()
    return front.staff(number)


def look(front: FrontDesk, menus: Menus) -> None:
    front._loop.run_until_complete(menus.look())


def commands(person: Person) -> list[str]:
    return [each["command"] for each in person.view()["commands"]]


# Lists


def test_leads_lists_what_waits_with_a_button_each(front: FrontDesk, dana: Person, group: Person) -> None:
    """Longest waiting first; a button opens the record in its place."""
    first = finish(front.patient(101), SHORT)
    front.clock.forward(hours=2)
    second = finish(front.patient(102), BY_TAPS)
    dana.say("/leads")
    assert "Waiting for somebody: 2" == dana.last()["text"]
    assert [f"{first} · Las Vegas · 2 h", f"{second} · Santa Monica · 0 min"] == labels(dana.last())
    dana.tap(f"{second} · Santa Monica · 0 min")
    assert second in dana.last()["text"]


def test_mine_lists_what_one_holds(front: FrontDesk, dana: Person, omar: Person, group: Person) -> None:
    reference = finish(front.patient(101), SHORT)
    finish(front.patient(102), SHORT)
    group.tap("Claim", group.messages()[0]["message_id"])
    dana.say("/mine")
    assert [f"{reference} · Las Vegas · 0 min"] == labels(dana.last())
    omar.say("/mine")
    assert ("Yours: 0", []) == (omar.last()["text"], labels(omar.last()))


def test_a_member_of_one_clinic_sees_its_requests_only(front: FrontDesk) -> None:
    """And what belongs to no clinic."""
    finish(front.patient(101), SHORT)
    theirs = finish(front.patient(102), BY_TAPS)
    nina = hire(front, NINA, COORDINATOR, "santa_monica")
    nina.say("/leads")
    assert [f"{theirs} · Santa Monica · 0 min"] == labels(nina.last())


def test_a_long_list_is_turned_page_by_page_in_one_message(front: FrontDesk, dana: Person) -> None:
    """Forth and back, nothing twice and nothing left out."""
    made = []
    for number in range(101, 112):
        made.append(finish(front.patient(number), SHORT))
        front.clock.forward(minutes=1)
    dana.say("/leads")
    shown = len(dana.messages())
    first = labels(dana.last())
    dana.tap("More")
    second = labels(dana.last())
    assert (8, 3) == (len(first) - 1, len(second) - 1)
    assert made == [label.split(" ")[0] for label in first[:-1] + second[:-1]]
    dana.tap("Earlier")
    assert first == labels(dana.last())
    assert shown == len(dana.messages())


# One request


@pytest.mark.parametrize("typed", ["{}", "{lower}", "{bare}", " {} "])
def test_lead_shows_one_request_however_its_reference_is_typed(front: FrontDesk, dana: Person, typed: str) -> None:
    reference = finish(front.patient(101), SHORT)
    dana.say("/lead " + typed.format(reference, lower=reference.lower(), bare=reference.replace("-", "")))
    assert dana.last()["text"].startswith(reference)
    assert ["lead_viewed"] == [row["act"] for row in front.rows("select act from audit where act like 'lead%'")]


@pytest.mark.parametrize("typed", ["/lead", "/lead BT-ZZZZZZ", "/lead '; drop table lead"])
def test_a_reference_nobody_has_is_said_so(front: FrontDesk, dana: Person, typed: str) -> None:
    dana.say(typed)
    assert "There is no request" in dana.last()["text"]


def test_a_request_of_another_clinic_is_refused_and_written_down(front: FrontDesk) -> None:
    reference = finish(front.patient(101), SHORT)
    nina = hire(front, NINA, COORDINATOR, "sedona")
    nina.say(f"/lead {reference}")
    assert f"{reference}: it belongs to another location." == nina.last()["text"]
    assert [(str(NINA), "denied")] == [(r["actor"], r["act"]) for r in front.rows("select actor, act from audit")]


# The console


def test_console_gives_a_link_that_goes_when_it_is_used(front: FrontDesk, dana: Person) -> None:
    """A button, protected, without a preview."""
    object.__setattr__(front.desk, "console_url", CONSOLE)
    dana.say("/console")
    link = dana.last()
    url = link["buttons"][0][0]["url"]
    assert (True, True) == (url.startswith(f"{CONSOLE}/sign-in/"), link["protected"])
    sent = front.calls("sendMessage", chat_id=DANA)[-1]["params"]
    assert '"is_disabled": true' in str(sent["link_preview_options"]).casefold().replace("'", '"')
    assert url.rpartition("/")[2] not in link["text"]
    with front.store.transaction() as books:
        assert sign_in(front.desk, books, url.rpartition("/")[2])
    front.work()
    assert link["message_id"] not in [m["message_id"] for m in dana.messages()]


def test_a_link_that_was_not_used_is_gone_after_five_minutes(front: FrontDesk, dana: Person) -> None:
    object.__setattr__(front.desk, "console_url", CONSOLE)
    dana.say("/console")
    dana.say("/console")
    assert 1 == sum("signs you in" in m["text"] for m in dana.messages())
    front.clock.forward(minutes=6)
    tick(front.desk)
    front.work()
    assert 0 == sum("signs you in" in m["text"] for m in dana.messages())


def test_where_the_console_is_off_the_bot_says_how_it_is_turned_on(front: FrontDesk, dana: Person) -> None:
    dana.say("/console")
    assert "CONSOLE_URL" in dana.last()["text"]


def test_an_address_telegram_takes_for_no_button_is_written_out(front: FrontDesk, dana: Person) -> None:
    """`localhost` has no dot in it."""
    object.__setattr__(front.desk, "console_url", "http://localhost:8080")
    dana.say("/console")
    assert ("http://localhost:8080/sign-in/" in dana.last()["text"], []) == (True, labels(dana.last()))


# Staff


def test_owners_see_add_and_remove_staff(front: FrontDesk, dana: Person) -> None:
    """With the rules the console has."""
    dana.say("/staff")
    assert f"owner · all clinics · {DANA}" in dana.last()["text"]
    dana.say(f"/staff add {NINA} coordinator sedona")
    assert f"coordinator · Sedona · {NINA}" in dana.last()["text"]
    dana.say(f"/staff remove {NINA}")
    assert ("Removed." in dana.last()["text"], str(NINA) in dana.last()["text"]) == (True, False)
    assert ["staff_added", "staff_removed"] == [
        row["act"] for row in front.rows("select act from audit where act like 'staff%'")
    ]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("/staff add nina", "A Telegram id is a whole number"),
        (f"/staff add {NINA} boss", "There is no such role or clinic."),
        (f"/staff add {NINA} coordinator atlantis", "There is no such role or clinic."),
        ("/staff promote 5", "That is not understood."),
    ],
)
def test_what_cannot_be_carried_out_is_said_and_changes_nothing(
    front: FrontDesk, dana: Person, typed: str, why: str
) -> None:
    before = front.count("staff")
    dana.say(typed)
    assert why in dana.last()["text"]
    assert before == front.count("staff")


def test_who_is_no_owner_sees_nobody_and_changes_nobody(front: FrontDesk) -> None:
    nina = hire(front, NINA, COORDINATOR)
    nina.say(f"/staff remove {DANA}")
    assert "Only owners look after staff." == nina.last()["text"]
    with front.store.reading() as books:
        assert member(books, DANA)


# Everybody else


@pytest.mark.parametrize("typed", ["/leads", "/mine", "/lead BT-ZZZZZZ", "/console", "/staff"])
def test_for_a_patient_these_are_words_like_any_other(front: FrontDesk, ben: Person, typed: str) -> None:
    """Nothing of staff's is said, no record shown, no link made."""
    finish(front.patient(101), SHORT)
    ben.start()
    ben.say(typed)
    told = " ".join(m["text"] for m in ben.messages() if m["from_bot"])
    assert not any(word in told for word in ("Waiting for somebody", "There is no request", "console", "Only owners"))
    assert 0 == front.count("login_link")


def test_a_member_on_trial_is_a_patient_but_for_these_commands(front: FrontDesk, dana: Person) -> None:
    """/try and back."""
    dana.say("/try")
    dana.tap("Yes, let's begin")
    dana.say("/leads")
    assert "Waiting for somebody: 0" == dana.last()["text"]
    dana.say("/help")
    assert "You are signed in as staff" not in dana.last()["text"]


# In the group


def test_in_the_group_leads_says_how_many_and_nothing_else(front: FrontDesk, group: Person) -> None:
    finish(front.patient(101), SHORT)
    finish(front.patient(102), SHORT)
    group.tap("Claim")
    group.say("/leads")
    said = group.last()["text"].split("\n")
    assert ["Requests", "New: 1", "Claimed: 1"] == said[:3]
    assert "BT-" not in group.last()["text"]


def test_in_the_group_what_is_for_one_alone_comes_in_private(front: FrontDesk, dana: Person, group: Person) -> None:
    reference = finish(front.patient(101), SHORT)
    shown = len([m for m in group.messages() if m["from_bot"]])
    group.say(f"/lead {reference}")
    assert reference in dana.last()["text"]
    group.say("/mine@intake_sandbox_bot")
    assert "Yours: 0" == dana.last()["text"]
    assert shown == len([m for m in group.messages() if m["from_bot"]])


def test_in_the_group_others_and_in_other_groups_everybody_get_no_answer(front: FrontDesk, alice: Person) -> None:
    """Nina is in the group and no staff; Dana is staff, in a group that is not theirs."""
    nina = front.staff(NINA).in_group()
    nina.say("/leads")
    assert [] == [m for m in nina.messages() if m["from_bot"]]
    elsewhere = front.staff(DANA).act("add_bot", title="Family")["chat_id"]
    sent = len(front.calls("sendMessage", chat_id=elsewhere))
    front.staff(DANA).in_group(elsewhere).say("/leads")
    assert sent == len(front.calls("sendMessage", chat_id=elsewhere))


# Menus


@pytest.fixture
def menus(front: FrontDesk) -> Menus:
    return Menus(front.api, front.desk, front._worker)


def test_menus_of_staff_are_seen_by_staff_alone(front: FrontDesk, menus: Menus, alice: Person, group: Person) -> None:
    """An owner has /staff, a coordinator has not; the group has its own; patients keep theirs."""
    nina = hire(front, NINA, COORDINATOR)
    alice.start()
    before = commands(alice)
    look(front, menus)
    assert ["leads", "mine", "lead", "console", "try", "help", "staff"] == commands(front.staff(DANA))
    assert ["leads", "mine", "lead", "console", "try", "help"] == commands(nina)
    assert ["leads", "mine", "lead"] == commands(group)
    assert before == commands(alice)


def test_a_menu_is_set_once_and_taken_away_with_the_rights(front: FrontDesk, menus: Menus) -> None:
    """Also by a process that did not set it."""
    nina = hire(front, NINA, READ_ONLY)
    look(front, menus)
    asked = len(front.calls("setMyCommands"))
    look(front, menus)
    assert asked == len(front.calls("setMyCommands"))
    front.staff(DANA).say(f"/staff remove {NINA}")
    look(front, Menus(front.api, front.desk, front._worker))
    assert "leads" not in commands(nina)
    assert asked == len(front.calls("setMyCommands"))


def test_a_member_who_never_pressed_start_stops_nobody_elses_menu(front: FrontDesk, menus: Menus) -> None:
    """Telegram knows no such chat yet; it is tried again later, not at every look."""
    with front.store.transaction() as books:
        save_member(books, 424_242, "Robin", COORDINATOR, (), 0)
    look(front, menus)
    refused = [call for call in front.calls("setMyCommands") if call["status"] != 200]
    look(front, menus)
    assert 1 == len(refused) == len([c for c in front.calls("setMyCommands") if c["status"] != 200])
    assert "leads" in commands(front.staff(OMAR))


def test_the_menu_button_opens_the_console_where_it_has_an_https_address(front: FrontDesk, menus: Menus) -> None:
    """And is Telegram's own again where it has none."""
    object.__setattr__(front.desk, "console_url", CONSOLE)
    look(front, menus)
    button = front.world.chats[DANA].menu_button
    assert button == {"type": "web_app", "text": "Console", "web_app": {"url": f"{CONSOLE}/app"}}
    object.__setattr__(front.desk, "console_url", "")
    look(front, menus)
    assert {"type": "default"} == front.world.chats[DANA].menu_button


def test_after_the_group_moved_its_menu_is_set_in_the_new_one(front: FrontDesk, menus: Menus) -> None:
    """The id it has now."""
    from desk.sending import move_group

    look(front, menus)
    front.world.open_chat(type(front.world.group())(-1_009_000_000_777, "supergroup", "Front desk"))
    with front.store.transaction() as books:
        move_group(front.desk, books, front.group, -1_009_000_000_777)
    look(front, menus)
    assert ("chat:-1009000000777", "") in front.world.profile.commands
    assert (f"chat:{front.group}", "") not in front.world.profile.commands
