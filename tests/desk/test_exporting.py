"""Leads out of the desk: whole, with provenance, page by page, written down before the first one leaves."""

import csv
import io
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from filed_leads import FiledLeads

from desk import exporting
from desk.exporting import export
from storage.lead_scope import Scope


@pytest.fixture
def filed(tmp_path: Path) -> Iterator[FiledLeads]:
    desk = FiledLeads(tmp_path)
    yield desk
    desk.store.close()


def taken(filed: FiledLeads, form: exporting.Form, scope: Scope | None = None) -> str:
    """The whole export."""
    return "".join(export(filed.desk, scope or Scope(), form=form, actor="9001", surface="console", narrowed="tab new"))


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_json_has_every_answer_with_its_provenance(filed: FiledLeads) -> None:
    """Codes, words, how it came about, when."""
    lead = filed.file_lead(said="for a while")

    (mapping,) = json.loads(taken(filed, "json"))
    assert (lead.reference, "new", ["tms"]) == (mapping["reference"], mapping["status"], mapping["services"])
    concerns = next(row for row in mapping["answers"] if row["link_id"] == "concerns")
    assert (["depression"], "Depression", "typed", "for a while", "2026-11-24T17:00:00+00:00") == (
        concerns["codes"], concerns["value"], concerns["method"], concerns["said"], concerns["at"],
    )  # fmt: skip


def test_nothing_to_take_is_an_empty_array(filed: FiledLeads) -> None:
    """And a table with a head alone."""
    assert [] == json.loads(taken(filed, "json"))
    assert [] == table(taken(filed, "csv"))


def test_archived_answers_are_not_taken(filed: FiledLeads) -> None:
    """Their question is not called for."""
    filed.file_lead(last_infusion="m1_to_3", infusion_visit="sedona")

    assert "m1_to_3" not in taken(filed, "json")
    assert "Sedona" not in taken(filed, "csv")


@pytest.mark.parametrize(
    "name", ["=1+1", "\t=1", "＝HYPERLINK(1)", '","=1+1', "x\r\n=1+1", "{{7*7}}", "<script>", "-2"]
)
def test_hostile_words_come_out_as_words(filed: FiledLeads, name: str) -> None:
    """One cell, no formula; JSON word by word."""
    filed.file_lead(name=name)

    (line,) = table(taken(filed, "csv"))
    assert line["name"] in {name, f"'{name}"}
    assert not line["name"].lstrip().startswith(tuple("=+-@＝"))
    (mapping,) = json.loads(taken(filed, "json"))
    assert [name] == next(row["codes"] for row in mapping["answers"] if row["link_id"] == "name")


def test_pages_join_without_gap_or_repetition(filed: FiledLeads, monkeypatch: pytest.MonkeyPatch) -> None:
    """Longest waiting first."""
    monkeypatch.setattr(exporting, "AT_ONCE", 7)
    references = [filed.file_lead().reference for _ in range(30)]

    assert references == [line["reference"] for line in table(taken(filed, "csv"))]
    assert references == [mapping["reference"] for mapping in json.loads(taken(filed, "json"))]


def test_it_is_written_down_before_it_leaves(filed: FiledLeads) -> None:
    """How many, and which; nobody's words."""
    for _ in range(3):
        filed.file_lead()
    parts = export(filed.desk, Scope(), form="csv", actor="9001", surface="console", narrowed="tab all, clinic sedona")
    next(parts)

    (row,) = filed.rows("select actor, surface, act, subject, detail from audit")
    assert ("9001", "console", "leads_exported", "csv", "3 leads, tab all, clinic sedona") == tuple(row.values())


def test_who_comes_meanwhile_is_not_part_of_it(filed: FiledLeads) -> None:
    """What is written down is what leaves."""
    filed.file_lead()
    parts = export(filed.desk, Scope(), form="csv", actor="9001", surface="console", narrowed="")
    head = next(parts)
    filed.clock.forward(seconds=1)
    filed.file_lead()

    assert 1 == len(table(head + "".join(parts)))


def test_memory_does_not_grow_with_the_leads(filed: FiledLeads, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times as many leads, the same peak but for a little."""
    monkeypatch.setattr(exporting, "AT_ONCE", 20)

    def peak() -> int:
        tracemalloc.start()
        for _ in export(filed.desk, Scope(), form="csv", actor="9001", surface="console", narrowed=""):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    for _ in range(40):
        filed.file_lead()
    peak()
    few = peak()
    for _ in range(360):
        filed.file_lead()

    assert peak() < 1.5 * few
