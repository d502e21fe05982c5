"""Taking the list out of the console: what is shown, who may, what is written down, whatever people typed."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from console_desk import DANA, OMAR, RHEA, SAM, ConsoleDesk, Visitor

from storage.store import StorageDown


def table(visitor: Visitor) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(visitor.page.content.decode("utf-8-sig"))))


def take(visitor: Visitor, form: str, query: str = "tab=new") -> Visitor:
    """Press the button below the list."""
    visitor.get(f"/inbox?{query}")
    assert visitor.submit("/export", form=form).status_code == 200
    return visitor


def test_the_list_as_it_is_shown(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """Filters and tab go along; the audit log has how many and which."""
    console_desk.lead("BT-AAAAA1", location="sedona")
    console_desk.lead("BT-AAAAA2", location="santa_monica", language="es")
    console_desk.set(console_desk.lead("BT-AAAAA3", location="sedona"), status="closed")

    take(dana, "csv", "tab=new&clinic=sedona")

    assert ["BT-AAAAA1"] == [line["reference"] for line in table(dana)]
    (row,) = console_desk.audit("leads_exported")
    assert (str(DANA), "console", "csv", "1 leads, tab new, clinic sedona") == (
        row["actor"], row["surface"], row["subject"], row["detail"],
    )  # fmt: skip


def test_it_is_a_file_to_save_and_nothing_to_keep(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """Its name says when, and nothing of anybody; a spreadsheet reads its accents."""
    console_desk.lead(name="José Ñandú")
    take(dana, "csv")

    headers = dana.page.headers
    assert 'attachment; filename="requests-2026-11-24-1700.csv"' == headers["content-disposition"]
    assert "text/csv; charset=utf-8" == headers["content-type"]
    assert ("no-store", "nosniff") == (headers["cache-control"], headers["x-content-type-options"])
    assert dana.page.content.startswith(b"\xef\xbb\xbf")
    assert "José Ñandú" == table(dana)[0]["name"]


def test_json_is_whole(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """A mapping a lead, with provenance."""
    console_desk.lead("BT-AAAAA1", said="since spring")
    take(dana, "json")

    (mapping,) = json.loads(dana.page.text)
    assert "application/json" == dana.page.headers["content-type"]
    assert "BT-AAAAA1" == mapping["reference"]
    assert {"since spring"} == {row["said"] for row in mapping["answers"]}


def test_many_come_in_order(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """More than a page of the inbox, more than a page of the export."""
    references = [console_desk.lead() and f"BT-{n:06d}" for n in range(1, 421)]
    take(dana, "csv")

    assert references == [line["reference"] for line in table(dana)]


def test_other_locations_stay_unseen(console_desk: ConsoleDesk, new_visitor: Callable[[], Visitor]) -> None:
    """Sam works for Sedona; asking for another clinic gives him his own."""
    console_desk.lead("BT-AAAAA1", location="sedona")
    console_desk.lead("BT-AAAAA2", location="santa_monica")
    sam = new_visitor().sign_in(SAM)
    take(sam, "csv")
    assert ["BT-AAAAA1"] == [line["reference"] for line in table(sam)]

    sam.get("/inbox?tab=new")
    sam.submit("/export", form="csv", clinic="santa_monica")
    assert ["BT-AAAAA1"] == [line["reference"] for line in table(sam)]


def test_mine_are_mine(console_desk: ConsoleDesk, dana: Visitor, new_visitor: Callable[[], Visitor]) -> None:
    """The tab means who asks."""
    console_desk.set(console_desk.lead("BT-AAAAA1"), status="claimed", holder_id=OMAR)
    console_desk.set(console_desk.lead("BT-AAAAA2"), status="claimed", holder_id=DANA)
    take(dana, "csv", "tab=mine")

    assert ["BT-AAAAA2"] == [line["reference"] for line in table(dana)]


def test_who_may_only_read_takes_nothing(console_desk: ConsoleDesk, new_visitor: Callable[[], Visitor]) -> None:
    """No button, and the form is refused and written down."""
    console_desk.lead()
    rhea = new_visitor().sign_in(RHEA)
    rhea.get("/inbox?tab=new")
    assert "/export" not in rhea.page.text

    token = rhea.hidden("/sign-out")["form_token"]
    assert 403 == rhea.post("/export", form="csv", tab="new", form_token=token).status_code
    assert "Alice" not in rhea.page.text
    assert [] == console_desk.audit("leads_exported")
    assert [str(RHEA)] == [row["actor"] for row in console_desk.audit("denied")]


def test_a_foreign_form_takes_nothing(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """Nor one without its token."""
    console_desk.lead()
    dana.get("/inbox?tab=new")
    fields = dana.hidden("/export") | {"form": "csv"}

    assert 403 == dana.post("/export", headers={"Sec-Fetch-Site": "cross-site"}, **fields).status_code
    assert 403 == dana.post("/export", **fields | {"form_token": "x"}).status_code
    assert 404 == dana.get("/export").status_code
    assert [] == console_desk.audit("leads_exported")


@pytest.mark.parametrize("changed", [{"form": "xlsx"}, {"form": ""}, {"tab": "unfinished"}, {"tab": "../x"}])
def test_what_there_is_not_is_not_taken(console_desk: ConsoleDesk, dana: Visitor, changed: dict[str, str]) -> None:
    """Back to the inbox."""
    console_desk.lead()
    dana.get("/inbox?tab=new")

    assert 303 == dana.submit("/export", **{"form": "csv", **changed}).status_code
    assert [] == console_desk.audit("leads_exported")


HOSTILE = ["=cmd|' /C calc'!A0", "\t=1+1", "＝1+1", "<script>alert(1)</script>", "{{7*7}}", "a\r\nSet-Cookie: x=1", "'; drop table lead; --"]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(console_desk: ConsoleDesk, dana: Visitor, words: str) -> None:
    """In every field that holds any; the headers hold none."""
    console_desk.lead(name=words, source=words, email=words, phone=words, prior_treatments=(words,))
    take(dana, "csv")

    (line,) = table(dana)
    for name in ("name", "source", "email", "phone", "prior_treatments"):
        assert line[name] in {words, f"'{words}"}
        assert not line[name].lstrip().startswith(tuple("=+-@＝"))
    assert "set-cookie" not in dana.page.headers
    assert "49" not in line["name"]


def test_a_database_that_goes_away_cuts_the_file(
    console_desk: ConsoleDesk, dana: Visitor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Nobody takes the part for the whole; the log names no one."""
    import httpx

    from desk import exporting

    console_desk.lead(name="Wilhelmina Q")
    dana.get("/inbox?tab=new")

    def gone(*_: object) -> None:
        raise StorageDown("OperationalError")

    monkeypatch.setattr(exporting, "_mapping", gone)
    with pytest.raises(httpx.RemoteProtocolError):
        dana.submit("/export", form="csv")
    logged = capfd.readouterr()
    assert "Wilhelmina" not in logged.out + logged.err


def test_a_source_is_not_written_down(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """It may be anything that stood in a link."""
    console_desk.lead(source="I-am-Alice")
    take(dana, "csv", "tab=new&source=I-am-Alice")

    assert ["1 leads, tab new, source"] == [row["detail"] for row in console_desk.audit("leads_exported")]


def test_one_request_as_fhir(console_desk: ConsoleDesk, dana: Visitor) -> None:
    """A bundle to save, noted in the audit log."""
    uid = console_desk.lead("BT-AAAAA1")
    dana.get(f"/leads/{uid}")
    assert f'href="/leads/{uid}/fhir"' in dana.page.text
    dana.get(f"/leads/{uid}/fhir")

    assert 200 == dana.page.status_code
    assert "application/fhir+json" == dana.page.headers["content-type"]
    assert 'attachment; filename="BT-AAAAA1.fhir.json"' == dana.page.headers["content-disposition"]
    assert "Bundle" == dana.page.json()["resourceType"]
    (row,) = console_desk.audit("lead_exported")
    assert (str(DANA), "console", uid, "fhir") == (row["actor"], row["surface"], row["subject"], row["detail"])


@pytest.mark.parametrize(("who", "status"), [(RHEA, 403), (SAM, 404)])
def test_fhir_is_for_those_who_work_the_request(
    console_desk: ConsoleDesk, new_visitor: Callable[[], Visitor], who: int, status: int
) -> None:
    """Not for readers, not for other locations; both are written down."""
    uid = console_desk.lead(location="santa_monica")
    visitor = new_visitor().sign_in(who)
    visitor.get(f"/leads/{uid}/fhir")

    assert status == visitor.page.status_code
    assert "Alice" not in visitor.page.text
    assert [str(who)] == [row["actor"] for row in console_desk.audit("denied")]
    assert [] == console_desk.audit("lead_exported")
