"""The life of a lead: every move that is allowed, every one that is not, and what a move must come with."""

import pytest

from flows.lead import (
    CLOSED_REASONS,
    EDGES,
    LIVE,
    NOT_A_FIT_REASONS,
    REASONS,
    STATUSES,
    TAKE_OVER_REASONS,
    acts_from,
    moved,
)

LEGAL = {
    ("new", "claim"): "claimed",
    ("new", "snooze"): "not_now",
    ("new", "refuse"): "not_a_fit",
    ("new", "close"): "closed",
    ("claimed", "release"): "new",
    ("claimed", "take_over"): "claimed",
    ("claimed", "contact"): "contacted",
    ("claimed", "schedule"): "scheduled",
    ("claimed", "snooze"): "not_now",
    ("claimed", "refuse"): "not_a_fit",
    ("claimed", "close"): "closed",
    ("contacted", "release"): "new",
    ("contacted", "take_over"): "contacted",
    ("contacted", "schedule"): "scheduled",
    ("contacted", "snooze"): "not_now",
    ("contacted", "refuse"): "not_a_fit",
    ("contacted", "close"): "closed",
    ("scheduled", "close"): "closed",
    ("scheduled", "reopen"): "claimed",
    ("not_now", "close"): "closed",
    ("not_now", "reopen"): "claimed",
    ("not_now", "wake"): "new",
    ("not_a_fit", "reopen"): "claimed",
    ("closed", "reopen"): "claimed",
    ("claimed", "time_out"): "new",
    **{(status, "merge"): "closed" for status in ("new", "claimed", "contacted", "scheduled", "not_now")},
    ("closed", "unmerge"): "not_now",
}
ACTS = sorted({edge["trigger"] for edge in EDGES})
WITH = {
    "snooze": {"until": "2026-12-01"},
    "refuse": {"reason": "duplicate"},
    "close": {"reason": "spam"},
    "take_over": {"reason": "holder_away"},
    "unmerge": {"before": "not_now"},
}


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("act", ACTS)
def test_every_move_is_allowed_or_refused_as_the_table_says(status: str, act: str) -> None:
    """Seven statuses by thirteen acts; what is not in the table leads nowhere."""
    expected = LEGAL.get((status, act))
    assert (expected, "" if expected else "not_from_here") == moved(status, act, **WITH.get(act, {}))


@pytest.mark.parametrize("status", STATUSES)
def test_the_acts_that_are_offered_are_those_that_lead_somewhere(status: str) -> None:
    """No button for a move that would be refused."""
    assert {act for at, act in LEGAL if at == status} == set(acts_from(status))


@pytest.mark.parametrize("status", ["new", "claimed", "contacted"])
def test_not_now_needs_a_date(status: str) -> None:
    """Nothing is set aside for ever by accident."""
    assert (None, "needs_date") == moved(status, "snooze")


@pytest.mark.parametrize("act", ["refuse", "close", "take_over"])
def test_refusing_closing_and_taking_over_need_a_known_reason(act: str) -> None:
    """None, an invented one, and another act's own are all too little."""
    foreign = {"refuse": "wrong_number", "close": "outside_our_area", "take_over": "spam"}[act]
    for reason in ("", "because", foreign):
        assert (None, "needs_reason") == moved("claimed", act, reason=reason)


@pytest.mark.parametrize(
    ("act", "reason", "status"),
    [
        *(("refuse", reason, "not_a_fit") for reason in NOT_A_FIT_REASONS if reason != "other"),
        *(("close", reason, "closed") for reason in CLOSED_REASONS if reason != "other"),
        *(("take_over", reason, "claimed") for reason in TAKE_OVER_REASONS if reason != "other"),
    ],
)
def test_each_reason_of_an_act_is_enough(act: str, reason: str, status: str) -> None:
    """Every reason that staff are offered works."""
    assert (status, "") == moved("claimed", act, reason=reason)


@pytest.mark.parametrize(("act", "status"), [("refuse", "not_a_fit"), ("close", "closed"), ("take_over", "claimed")])
def test_the_reason_other_needs_words(act: str, status: str) -> None:
    """ "Other" alone says nothing."""
    assert (None, "needs_reason") == moved("claimed", act, reason="other")
    assert (None, "needs_reason") == moved("claimed", act, reason="other", note="  ")
    assert (status, "") == moved("claimed", act, reason="other", note="moved to Oregon")


@pytest.mark.parametrize(("status", "act"), [("lost", "claim"), ("new", "delete"), ("", ""), ("new", "")])
def test_what_is_no_status_or_no_act_leads_nowhere(status: str, act: str) -> None:
    """Stored rows and buttons are not trusted."""
    assert (None, "not_from_here") == moved(status, act)


@pytest.mark.parametrize("before", ["new", "claimed", "contacted", "scheduled", "not_now"])
def test_a_merge_taken_back_leads_to_what_the_lead_was(before: str) -> None:
    """And to nothing else."""
    assert (before, "") == moved("closed", "unmerge", before=before, merged=True)
    assert (None, "not_from_here") == moved("closed", "unmerge", before="closed", merged=True)


@pytest.mark.parametrize("act", [act for act in ACTS if act != "unmerge"])
def test_a_merged_lead_is_moved_no_more(act: str) -> None:
    """Until the merge is taken back."""
    assert (None, "merged") == moved("closed", act, merged=True, **WITH.get(act, {}))


def test_every_act_that_needs_a_reason_offers_other() -> None:
    """Life has more reasons than a list."""
    assert {"refuse", "close", "take_over"} == set(REASONS)
    assert {"other"} == {reasons[-1] for reasons in REASONS.values()}


def test_from_every_status_something_can_be_done() -> None:
    """No lead is ever stuck, and from each one all of them can be reached again."""
    for status in STATUSES:
        reached, todo = {status}, [status]
        while todo:
            at = todo.pop()
            for (source, _), dest in LEGAL.items():
                if source == at and dest not in reached:
                    reached.add(dest)
                    todo.append(dest)
        assert set(STATUSES) == reached


def test_a_lead_is_live_while_somebody_has_to_do_something() -> None:
    """New, claimed, contacted; the rest waits or is over."""
    assert {"new", "claimed", "contacted"} == LIVE
