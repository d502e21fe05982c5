"""The report: every question with who was shown it, answered it, left at it; small groups cannot be made out."""

import re
from collections.abc import Callable

import pytest
from console_desk import RHEA, SAM, ConsoleDesk, Visitor

from desk.funnel import in_words, median, rounded
from storage import shown

DAY = 86_400_000


def _intakes(
    desk: ConsoleDesk,
    people: int,
    *questions: str,
    open_at: str = "",
    seconds: int = 10,
    ago_days: float = 3,
    **about: str,
) -> None:
    """So many people who answered these questions, and stopped at another."""
    told = {"language": "en", "source": "", "location": "las_vegas"} | about
    began = desk.desk.now_ms() - int(ago_days * DAY)
    with desk.store.transaction() as books:
        for _ in range(people):
            desk.people = getattr(desk, "people", 0) + 1
            run, at = f"run{desk.people}", began
            for question in questions:
                shown.note_shown(books, 5000 + desk.people, run, question, now=at, **told)
                at += seconds * 1000
                shown.note_answered(books, 5000 + desk.people, run, question, at)
            if open_at:
                shown.note_shown(books, 5000 + desk.people, run, open_at, now=at, **told)


def _rows(page: Visitor) -> dict[str, list[str]]:
    """The table: figures by question."""
    body = page.page.text.partition("<tbody")[2]
    found = {}
    for row in re.findall(r"<tr.*?</tr>", body, re.DOTALL):
        name = re.search(r"<th[^>]*>([^<]*)<", row)
        assert name
        found[name[1]] = [cell.strip().replace("&lt;", "<") for cell in re.findall(r"<td[^>]*>([^<]*)<", row)]
    return found


def test_each_question_with_its_figures(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """In the questionnaire's order, whatever the order of the rows."""
    _intakes(console_desk, 20, "location", "services", seconds=30)
    _intakes(console_desk, 10, "location", open_at="services", seconds=90)
    dana.get("/report")
    assert {"Location": ["30", "30", "0", "30 s"], "Services": ["30", "20", "10", "30 s"]} == _rows(dana)


def test_who_may_still_come_back_has_not_left(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Less than a day ago, or heard of since; who went on to another question did not leave at this one."""
    _intakes(console_desk, 10, "location", open_at="services", ago_days=0.5)
    dana.get("/report")
    assert "0" == _rows(dana)["Services"][2]
    _intakes(console_desk, 10, "location", open_at="services")
    assert "10" == (dana.get("/report") and _rows(dana)["Services"][2])
    with console_desk.store.transaction() as books:
        books.connection.exec_driver_sql(
            "insert into conversation (chat_id, uid, state, language, flow_version, body_sealed, reachable, may_contact,"
            " location, services, reference, started_at, touched_at)"
            " select chat_id, 'u' || chat_id, 'services', 'en', '1', x'00', 1, 0, '', '', '', 0, ?"
            " from question_shown where link_id = 'services'",
            (console_desk.desk.now_ms() - DAY // 2,),
        )
    assert "0" == (dana.get("/report") and _rows(dana)["Services"][2])


@pytest.mark.parametrize(
    ("people", "words"), [(0, None), (1, "<5"), (4, "<5"), (5, "5"), (7, "5"), (8, "10"), (1003, "1,005")]
)
def test_counts_are_rounded_and_small_ones_not_told(
    dana: Visitor, console_desk: ConsoleDesk, people: int, words: str | None
) -> None:
    """A median of fewer than five answers is not shown either."""
    _intakes(console_desk, people, "location")
    dana.get("/report")
    assert words == (_rows(dana)["Location"][1] if people else None)
    assert (people >= 5) is ("10 s" in dana.page.text)


def test_no_difference_gives_a_small_group_back(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Neither a row's own sum, nor the next question, nor the whole less one source."""
    _intakes(console_desk, 20, "location", "services", source="instagram")
    _intakes(console_desk, 3, "location", open_at="services", source="poster")
    whole = dana.get("/report") and _rows(dana)
    part = dana.get("/report?source=instagram") and _rows(dana)
    small = dana.get("/report?source=poster") and _rows(dana)
    assert ["25", "25", "0"] == whole["Location"][:3]
    assert ["25", "20", "<5"] == whole["Services"][:3]
    assert ["20", "20", "0"] == part["Location"][:3]
    assert ["<5", "<5", "0"] == small["Location"][:3]
    assert [] == [n for n in re.findall(r'width="([\d.]+)"', dana.page.text) if n in {"3", "3.0"}]
    assert "poster</option>" not in dana.get("/report").text


def test_it_can_be_narrowed(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """By period, clinic, language and source; what makes no sense narrows nothing."""
    _intakes(console_desk, 10, "location", language="es", source="website", location="sedona", ago_days=20)
    _intakes(console_desk, 5, "location", location="")
    for query, shown_to in (
        ("", "15"), ("?days=7", "5"), ("?days=90", "15"), ("?days=12", "15"), ("?days=x", "15"),
        ("?clinic=sedona", "10"), ("?clinic=none", "5"), ("?clinic=atlantis", "15"),
        ("?language=es", "10"), ("?language=xx", "15"), ("?source=website", "10"), ("?source=website&clinic=sedona&language=es", "10"),
    ):  # fmt: skip
        dana.get(f"/report{query}")
        assert shown_to == _rows(dana)["Location"][0], query


def test_everybody_sees_their_own_clinics_only(new_visitor: Callable[[], Visitor], console_desk: ConsoleDesk) -> None:
    """Sam's are Sedona, online and what has no place; another's cannot be asked for."""
    for location, people in (("sedona", 5), ("las_vegas", 10), ("online", 15), ("", 20)):
        _intakes(console_desk, people, "location", location=location)
    sam, rhea = new_visitor().sign_in(SAM), new_visitor().sign_in(RHEA)
    assert "40" == (sam.get("/report") and _rows(sam)["Location"][0])
    assert "40" == (sam.get("/report?clinic=las_vegas") and _rows(sam)["Location"][0])
    assert 'value="las_vegas"' not in sam.page.text
    assert "50" == (rhea.get("/report") and _rows(rhea)["Location"][0])


def test_the_file_holds_what_the_page_shows(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """Rounded alike; that it was taken is audited."""
    _intakes(console_desk, 12, "location", open_at="services", source="instagram")
    file = dana.get("/report.csv?days=90&source=instagram")
    assert "text/csv; charset=utf-8" == file.headers["content-type"]
    assert 'attachment; filename="questions-90-days.csv"' == file.headers["content-disposition"]
    assert [
        "question,shown,answered,left,median time to answer",
        "Location,10,10,0,10 s",
        "Services,10,0,10,",
    ] == file.text.split("\r\n")[:-1]
    assert [("9001", "90 days")] == [(row["actor"], row["detail"]) for row in console_desk.audit("report_exported")]


def test_the_source_of_a_stranger_is_text(dana: Visitor, console_desk: ConsoleDesk) -> None:
    _intakes(console_desk, 5, "consent", source='"><script>alert(1)</script>')
    assert "<script>alert" not in dana.get("/report").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;</option>" in dana.page.text


def test_a_question_that_is_gone_still_counts(dana: Visitor, console_desk: ConsoleDesk) -> None:
    """After the questionnaire was changed, last and by its old name."""
    _intakes(console_desk, 10, "favourite_colour", "location")
    dana.get("/report")
    assert ["Location", "Favourite colour"] == list(_rows(dana))


def test_the_arithmetic() -> None:
    """Rounding, words, and the middle of a histogram."""
    assert [0, 2, 2, 5, 5, 10, 10, 15] == [rounded(n) for n in (0, 1, 4, 5, 7, 8, 12, 13)]
    assert ["0", "<5", "5", "1,000"] == [in_words(n) for n in (0, 4, 6, 1001)]
    assert 7 == median({1: 2, 7: 2, 90: 1})
    assert 0 == median({})
