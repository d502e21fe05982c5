"""The inbox: what each member sees in it, filters, paging while requests come in, and what must not be overlooked."""

import re
from collections.abc import Callable

import pytest
from console_desk import DANA, OMAR, RHEA, SAM, ConsoleDesk, Visitor
from half_way import stopped
from sqlalchemy import event

from desk.acting import Actor
from desk.lead_moves import move_lead
from storage import leads
from storage.staff import member


def claim(desk: ConsoleDesk, uid: str, telegram_id: int = DANA) -> None:
    """A member claims a lead."""
    with desk.store.transaction() as books:
        lead, who = leads.by_uid(books, uid), member(books, telegram_id)
        assert lead
        assert who
        assert move_lead(desk.desk, books, lead, "claim", Actor(who, "telegram")).moved


def counts(visitor: Visitor) -> dict[str, str]:
    """The tabs with what they count."""
    found = re.findall(
        r'<li><a href="/inbox\?tab=\w+"[^>]*>([\w ]+?) <span class="count[^>]*>([^<]+)<', visitor.page.text
    )
    return dict(found)


def flags(visitor: Visitor, reference: str) -> list[str]:
    """What is good to know about a line."""
    line = next(row for row in visitor.page.text.split("<tr ") if f">{reference}<" in row)
    return re.findall(r'<span class="flag[^>]*>([^<]+)<', line)


def test_tabs_count_what_they_show(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Each request stands in the tabs it belongs to."""
    console_desk.lead("BT-000001")
    claim(console_desk, console_desk.lead("BT-000002"))
    claim(console_desk, console_desk.lead("BT-000003"), OMAR)
    console_desk.set(console_desk.lead("BT-000004"), urgent=True)
    console_desk.set(console_desk.lead("BT-000005"), status="not_now")
    console_desk.set(console_desk.lead("BT-000006"), status="closed")
    stopped(console_desk, "services")
    console_desk.clock.forward(hours=1)
    expected = {
        "new": ["BT-000001", "BT-000004"],
        "mine": ["BT-000002"],
        "all": ["BT-000001", "BT-000002", "BT-000003", "BT-000004"],
        "urgent": ["BT-000004"],
        "not_now": ["BT-000005"],
    }
    for tab, references in expected.items():
        dana.get(f"/inbox?tab={tab}")
        assert references == dana.references()
    assert {"New": "2", "Mine": "1", "All open": "4", "Urgent": "1", "Not now": "1", "Unfinished": "1"} == counts(dana)


def test_a_member_of_one_clinic_sees_that_clinic_and_what_belongs_to_none(
    visitor: Visitor, console_desk: ConsoleDesk
) -> None:
    """Online and unplaced requests are everybody's."""
    console_desk.lead("BT-SEDONA", location="sedona")
    console_desk.lead("BT-ONLINE", location="online", remote="video", residence="CA")
    console_desk.lead("BT-NOWHERE", location=None)
    console_desk.lead("BT-VEGAS", location="las_vegas")
    visitor.sign_in(SAM).get("/inbox")
    assert ["BT-SEDONA", "BT-ONLINE", "BT-NOWHERE"] == visitor.references()
    assert "3" == counts(visitor)["New"]
    assert "Las Vegas" not in visitor.page.text
    visitor.get("/inbox?clinic=las_vegas")
    assert "BT-VEGAS" not in visitor.page.text


FILTERS = {
    "clinic=sedona": ["BT-000002", "BT-000006"],
    "clinic=none": ["BT-000005"],
    "service=dbt": ["BT-000003"],
    "remote=online": ["BT-000004"],
    "remote=clinic": ["BT-000001", "BT-000002", "BT-000003", "BT-000005", "BT-000006"],
    "language=es": ["BT-000002"],
    "source=flyer": ["BT-000006"],
    "source=:none": ["BT-000001", "BT-000002", "BT-000003", "BT-000004", "BT-000005"],
    "age=4h": ["BT-000001"],
    "clinic=sedona&source=flyer": ["BT-000006"],
    "clinic=sedona&source=flyer&language=es": [],
    "clinic=nonsense&age=later&remote=1": [f"BT-{n:06d}" for n in range(1, 7)],
}


@pytest.fixture
def six(console_desk: ConsoleDesk) -> None:
    """Six requests, of which the first waits for five hours."""
    console_desk.lead("BT-000001")
    console_desk.clock.forward(hours=5)
    console_desk.lead("BT-000002", location="sedona", language="es")
    console_desk.lead("BT-000003", services=("tms", "dbt"))
    console_desk.lead("BT-000004", location="online", remote="video", residence="CA")
    console_desk.lead("BT-000005", location=None)
    console_desk.lead("BT-000006", location="sedona", source="flyer")


@pytest.mark.parametrize("query", FILTERS)
def test_filters_combine(dana: Visitor, six: None, query: str) -> None:
    """What cannot be chosen counts as not chosen."""
    dana.get(f"/inbox?{query}")
    assert FILTERS[query] == dana.references()


def test_a_status_is_a_filter_where_a_tab_has_several(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Settled requests are found under All."""
    console_desk.lead("BT-000001")
    console_desk.set(console_desk.lead("BT-000002"), status="closed")
    assert "BT-000002" not in dana.get("/inbox?tab=all").text
    dana.get("/inbox?tab=all&status=closed")
    assert ["BT-000002"] == dana.references()
    dana.get("/inbox?tab=all&status=any")
    assert ["BT-000001", "BT-000002"] == dana.references()
    dana.get("/inbox?tab=new&status=closed")
    assert ["BT-000001"] == dana.references()


def later(visitor: Visitor, words: str = "next") -> str:
    """Where the page behind (or, with "prev", before) is."""
    found = re.search(rf'rel="{words}" href="([^"]+)"', visitor.page.text)
    return found[1].replace("&amp;", "&") if found else ""


def test_paging_shows_everybody_once_while_requests_come_in(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The longest waiting first; what comes in meanwhile is at the end; one is claimed away and nothing shifts."""
    uids = [console_desk.lead(f"BT-{n:06d}") for n in range(60)]
    dana.get("/inbox")
    seen = dana.references()
    console_desk.set(uids[3], status="claimed")
    console_desk.lead("BT-LATER1")
    while following := later(dana):
        dana.get(following)
        seen += dana.references()
    assert [*(f"BT-{n:06d}" for n in range(60)), "BT-LATER1"] == seen
    dana.get(later(dana, "prev"))
    assert [f"BT-{n:06d}" for n in range(25, 50)] == dana.references()
    dana.get(later(dana, "prev"))
    assert "BT-000003" not in dana.references()
    assert "BT-000000" == dana.references()[0]


def test_filters_stay_while_paging(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The way on carries what was chosen."""
    for n in range(60):
        console_desk.lead(f"BT-{n:06d}", location="sedona" if n % 2 else "las_vegas")
    dana.get("/inbox?clinic=sedona")
    dana.get(later(dana))
    assert [f"BT-{n:06d}" for n in range(51, 60, 2)] == dana.references()


def test_what_is_red_is_also_said_in_words(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Without colours one still sees what waits too long, which promise was missed, and what is urgent."""
    now = console_desk.desk.now_ms()
    console_desk.lead("BT-000001")
    console_desk.set(console_desk.lead("BT-000002"), promised_at=now + 60_000)
    console_desk.set(console_desk.lead("BT-000003"), promised_at=now + 60_000, contacted_at=now)
    console_desk.clock.forward(hours=5)
    console_desk.set(console_desk.lead("BT-000004"), urgent=True)
    dana.get("/inbox")
    assert ["Waiting long"] == flags(dana, "BT-000001")
    assert ["Promise missed"] == flags(dana, "BT-000002")
    assert ["Waiting long"] == flags(dana, "BT-000003")
    assert ["Urgent"] == flags(dana, "BT-000004")


@pytest.mark.parametrize("tab", ["new", "mine", "all", "urgent", "not_now", "unfinished"])
def test_an_empty_tab_says_so_kindly(dana: Visitor, console_desk: ConsoleDesk, tab: str) -> None:
    """Each in words of its own; with filters the way out of them is named."""
    assert re.search(r'class="card empty"><p>[A-Z][^<]+\.</p>', dana.get(f"/inbox?tab={tab}").text)
    assert "Nothing matches these filters." in dana.get(f"/inbox?tab={tab}&language=es").text


def test_who_stopped_half_way(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Where they stopped, in words; who may still be answering and who declined contact are not there."""
    stopped(console_desk, "prior_treatments", 1, language="es")
    stopped(console_desk, "services", 2, contact_consent="declined")
    console_desk.clock.forward(hours=2)
    uid = stopped(console_desk, "name", 3, location="sedona")
    console_desk.clock.forward(minutes=31)
    stopped(console_desk, "location", 4)
    dana.get("/inbox?tab=unfinished")
    found = re.findall(r'<a href="/unfinished/[\w-]+">([^<]+)</a>', dana.page.text)
    assert ["Stopped at 5 of 9: Treatments so far", "Stopped at 6 of 9: Name"] == found
    assert "2" == counts(dana)["Unfinished"]
    page = dana.get(f"/unfinished/{uid}").text
    assert "Sedona" in page
    assert "Depression" in page
    assert "Alice Archer" not in page
    assert [uid] == [row["subject"] for row in console_desk.audit("unfinished_viewed")]


@pytest.mark.parametrize("query", ["clinic=sedona", "language=es", "service=dbt", "age=1h"])
def test_filters_of_who_stopped(dana: Visitor, console_desk: ConsoleDesk, query: str) -> None:
    """The same filters, as far as something is known."""
    stopped(console_desk, "name", 1, location="sedona", language="es", services=("dbt",))
    console_desk.clock.forward(hours=1)
    stopped(console_desk, "name", 2)
    console_desk.clock.forward(minutes=40)
    dana.get(f"/inbox?tab=unfinished&{query}")
    assert 1 == dana.page.text.count('href="/unfinished/')


def test_paging_through_who_stopped(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """The longest silent first, each once; no address holds a chat of theirs."""
    uids = []
    for n in range(60):
        uids.append(stopped(console_desk, "name", n))
        console_desk.clock.forward(minutes=1)
    console_desk.clock.forward(hours=1)
    dana.get("/inbox?tab=unfinished")
    seen = re.findall(r'"/unfinished/([\w-]+)"', dana.page.text)
    while following := later(dana):
        assert not any(str(5_000 + n) in following for n in range(60))
        dana.get(following)
        seen += re.findall(r'"/unfinished/([\w-]+)"', dana.page.text)
    assert uids == seen


def test_who_stopped_at_another_clinic_is_not_ours_to_see(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """As with requests, and written down."""
    uid = stopped(console_desk, "name")
    console_desk.clock.forward(hours=1)
    visitor.sign_in(SAM).get("/inbox?tab=unfinished")
    assert uid not in visitor.page.text
    assert 404 == visitor.get(f"/unfinished/{uid}").status_code
    assert [(str(SAM), uid)] == [(row["actor"], row["subject"]) for row in console_desk.audit("denied")]
    assert 404 == visitor.get("/unfinished/nobody").status_code


@pytest.mark.parametrize(
    "words", ["bt-000002", "BT000002", "(202) 555-0199", "BEN@example.com", "ben brook", "  Ben   Brook "]
)
def test_search_finds_exactly_one_and_opens_it(dana: Visitor, console_desk: ConsoleDesk, words: str) -> None:
    """By reference, phone, e-mail or name, however it is written."""
    console_desk.lead("BT-000001")
    uid = console_desk.lead("BT-000002", name="Ben Brook", phone="+12025550199", email="ben@example.com")
    dana.get("/inbox")
    found = dana.submit("/search", words=words)
    assert (303, f"/leads/{uid}") == (found.status_code, found.headers["location"])


def test_search_leaves_no_trace_of_its_words(
    dana: Visitor, console_desk: ConsoleDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    """No address and no log holds what was searched for; the audit log holds that somebody searched."""
    console_desk.lead("BT-000001")
    console_desk.lead("BT-000002")
    dana.get("/inbox")
    page = dana.submit("/search", words="Alice Archer")
    assert ["BT-000002", "BT-000001"] == dana.references()
    assert "Alice" not in str(page.url)
    assert all("Alice" not in link for link in re.findall(r'(?:href|action)="([^"]*)"', page.text))
    assert ["2 found"] == [row["detail"] for row in console_desk.audit("leads_searched")]
    assert "Alice" not in str(console_desk.audit())
    out = capsys.readouterr()
    assert "Alice" not in out.out + out.err
    assert 404 == dana.get("/search?words=Alice").status_code


def test_search_finds_nothing_of_other_clinics(visitor: Visitor, console_desk: ConsoleDesk) -> None:
    """A hit elsewhere looks like none at all."""
    console_desk.lead("BT-000001", location="las_vegas")
    visitor.sign_in(SAM).get("/inbox")
    for words in ("BT-000001", "+12025550101", "alice@example.com", "Alice Archer"):
        page = visitor.submit("/search", words=words)
        assert "Nothing found" in page.text
        assert [] == visitor.references()
        visitor.get("/inbox")


def queries_of(console_desk: ConsoleDesk, visitor: Visitor, path: str) -> int:
    """How many statements a page takes."""
    statements: list[str] = []

    def keep(_c: object, _u: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(console_desk.store.engine, "before_cursor_execute", keep)
    assert 200 == visitor.get(path).status_code
    event.remove(console_desk.store.engine, "before_cursor_execute", keep)
    return len(statements)


@pytest.mark.parametrize("path", ["/inbox", "/inbox?tab=all&status=any&service=tms", "/inbox?tab=unfinished"])
def test_a_longer_page_takes_no_more_queries(dana: Visitor, console_desk: ConsoleDesk, path: str) -> None:
    """Nothing is asked line by line."""
    claim(console_desk, console_desk.lead())
    console_desk.lead()
    stopped(console_desk, "name", 1)
    console_desk.clock.forward(hours=1)
    dana.get("/inbox")
    few = queries_of(console_desk, dana, path)
    for n in range(20):
        claim(console_desk, console_desk.lead(), OMAR if n % 2 else DANA)
        console_desk.lead()
        stopped(console_desk, "name", 2 + n)
    console_desk.clock.forward(minutes=40)
    dana.get("/inbox")
    assert few == queries_of(console_desk, dana, path)


def test_who_may_only_read_sees_the_inbox_and_takes_nothing_out(
    new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk
) -> None:
    """No button that does anything but show."""
    console_desk.lead("BT-000001")
    rhea = new_visitor().sign_in(RHEA)
    rhea.get("/inbox")
    assert ["BT-000001"] == rhea.references()
    assert {"/search", "/sign-out"} == set(re.findall(r'method="post" action="([^"]+)"', rhea.page.text))
