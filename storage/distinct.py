"""The different values of an indexed column, found by jumping from one to the next, however many rows there are."""

from sqlalchemy import Column, Integer, String, func, literal, select

from storage.store import Books


def distinct_texts(books: Books, column: Column[str], most: int) -> list[str]:
    """The first `most` different values, in order of the index; PostgreSQL and SQLite have no index skip scan."""
    first = select(func.min(column, type_=String).label("value"), literal(1, Integer).label("place"))
    found = first.cte("found", recursive=True)
    following = select(func.min(column)).where(column > found.c.value).scalar_subquery()
    going_on = select(following, found.c.place + 1).where(found.c.value.is_not(None), found.c.place < most)
    found = found.union_all(going_on)
    query = select(found.c.value).where(found.c.value.is_not(None))
    return list(books.connection.execute(query).scalars())
