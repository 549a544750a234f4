"""What the keys for undo and redo take back: found in the log itself, so also after a restart.

The log is read from its end: a decision that a later one has undone does not count, and an undo that was undone
(a redo) does not either.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from workbench.store.decision_rows import decision_of
from workbench.store.decisions import Decision
from workbench.store.tables import decisions
from workbench.vocabulary import DecisionKind

_PAGE = 100


def undo_target(connection: Connection, reviewer: str, database: str) -> Decision | None:
    """Return the latest decision that counts of this reviewer in this database; undos are none."""
    undone: set[str] = set()
    for row in _from_the_end(connection, reviewer, database):
        if row.id in undone:
            continue
        if row.undoes is None:
            return decision_of(row)
        undone.add(row.undoes)
    return None


def redo_target(connection: Connection, reviewer: str, database: str) -> Decision | None:
    """Return the latest undo that counts and took back a decision proper; None if one was made since."""
    undone: set[str] = set()
    for row in _from_the_end(connection, reviewer, database):
        if row.undoes is None:
            return None
        if row.id in undone:
            continue
        undone.add(row.undoes)
        if _kind(connection, row.undoes) is not DecisionKind.UNDO:
            return decision_of(row)
    return None


def _kind(connection: Connection, decision: str) -> DecisionKind:
    return connection.execute(select(decisions.c.kind).where(decisions.c.id == decision)).scalar_one()


def _from_the_end(connection: Connection, reviewer: str, database: str) -> Iterator[Any]:
    chain = (decisions.c.reviewer == reviewer, decisions.c.database == database)
    query = select(decisions).where(*chain).order_by(decisions.c.position.desc()).limit(_PAGE)
    rows = connection.execute(query).all()
    while rows:
        yield from rows
        rows = connection.execute(query.where(decisions.c.position < rows[-1].position)).all()
