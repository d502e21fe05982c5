"""Staff: who may do what, where, and how rights come and go."""

import pytest

from storage import staff
from storage.staff import COORDINATOR, OWNER, READ_ONLY, Member
from storage.store import Store

NOW = 1_000_000


def test_owners_are_seeded_and_stay_owners(store: Store) -> None:
    """Also one who had been removed or demoted; a name that is known stays."""
    with store.transaction() as books:
        staff.seed_owners(books, (9001, 9002), NOW)
        staff.name_member(books, 9001, "Dana Diaz")
        staff.save_member(books, 9002, "Omar", READ_ONLY, ("sedona",), NOW)
        staff.remove_member(books, 9002)
        staff.seed_owners(books, (9001, 9002), NOW + 1)
    with store.reading() as books:
        dana, omar = staff.member(books, 9001), staff.member(books, 9002)
    assert dana == Member(9001, "Dana Diaz", OWNER, (), active=True)
    assert omar is not None
    assert (OWNER, True) == (omar.role, omar.active)


def test_a_removed_member_is_none_at_once_and_can_come_back(store: Store) -> None:
    with store.transaction() as books:
        staff.save_member(books, 5, "Pat", COORDINATOR, (), NOW)
        assert staff.remove_member(books, 5)
        assert not staff.remove_member(books, 5)
        assert staff.member(books, 5) is None
        assert [False] == [member.active for member in staff.members(books)]
        staff.save_member(books, 5, "Pat", COORDINATOR, (), NOW)
        assert staff.member(books, 5) is not None


def test_somebody_unknown_is_no_member(store: Store) -> None:
    with store.transaction() as books:
        assert staff.member(books, 9003) is None
        assert not staff.remove_member(books, 9003)


@pytest.mark.parametrize(("role", "may"), [(OWNER, True), (COORDINATOR, True), (READ_ONLY, False)])
def test_roles_say_who_may_change_leads(role: str, may: bool) -> None:
    assert may is Member(1, "", role, (), active=True).may_work
    assert not Member(1, "", role, (), active=False).may_work


def test_locations_say_which_leads_a_member_sees() -> None:
    """Without locations all; online leads and those without a place belong to everybody."""
    here = Member(1, "", COORDINATOR, ("sedona",), active=True)
    assert [True, True, True, False] == [here.covers(place) for place in ("sedona", "online", "", "las_vegas")]
    assert Member(1, "", COORDINATOR, (), active=True).covers("las_vegas")
    assert not Member(1, "", OWNER, (), active=False).covers("sedona")
