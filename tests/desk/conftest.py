"""A front desk for each test, with everybody's phones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from front_desk import FrontDesk

from sandbox.client import Person


@pytest.fixture
def front(tmp_path: Path) -> Iterator[FrontDesk]:
    """A front desk over a SQLite file; Dana and Omar have pressed Start."""
    desk = FrontDesk(tmp_path)
    desk.staff(9001).start()
    desk.staff(9002).start()
    yield desk
    desk.close()


@pytest.fixture
def alice(front: FrontDesk) -> Person:
    """Alice's phone."""
    return front.patient(101)


@pytest.fixture
def ben(front: FrontDesk) -> Person:
    """Ben's phone."""
    return front.patient(102)


@pytest.fixture
def dana(front: FrontDesk) -> Person:
    """Dana's phone: an owner."""
    return front.staff(9001)


@pytest.fixture
def omar(front: FrontDesk) -> Person:
    """Omar's phone: an owner."""
    return front.staff(9002)


@pytest.fixture
def group(dana: Person) -> Person:
    """The staff group, as Dana sees it."""
    return dana.in_group()
