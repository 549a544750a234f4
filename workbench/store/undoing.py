"""What the keys for undo and redo take back: found in the log itself, so also after a restart.

The log is read from its end: a decision that a later one has undone does not count, and an undo that was undone
(a redo) does not either. What was decided in one action is taken back, and brought back, as one.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from workbench.store.decision_rows import decision_of
from workbench.store.decisions import Decision
from workbench.store.tables import decisions
from workbench.vocabulary import DecisionKind

_PAGE = 100


def undo_targets(connection: Connection, reviewer: str, database: str) -> tuple[Decision, ...]:
    """Return the decisions of this reviewer's latest action that counts here, latest first; undos are none."""
    undone: set[str] = set()
    for row in _from_the_end(connection, reviewer, database):
        if row.id in undone:
            continue
        if row.undoes is None:
            return _of_one_action(connection, row, undone)
        undone.add(row.undoes)
    return ()


def redo_targets(connection: Connection, reviewer: str, database: str) -> tuple[Decision, ...]:
    """Return the undos of the latest action that took back decisions proper; none if one was decided since."""
    undone: set[str] = set()
    for row in _from_the_end(connection, reviewer, database):
        if row.undoes is None:
            return ()
        if row.id in undone:
            continue
        if _kind(connection, row.undoes) is not DecisionKind.UNDO:
            return _of_one_action(connection, row, undone)
        undone.add(row.undoes)
    return ()


def _of_one_action(connection: Connection, latest: Any, undone: set[str]) -> tuple[Decision, ...]:
    """Return the decisions that count of the action that ended with the row `latest`."""
    if latest.action is None:
        return (decision_of(latest),)
    chain = (decisions.c.reviewer == latest.reviewer, decisions.c.database == latest.database)
    query = (
        select(decisions)
        .where(*chain, decisions.c.action == latest.action, decisions.c.position <= latest.position)
        .order_by(decisions.c.position.desc())
    )
    return tuple(decision_of(row) for row in connection.execute(query) if row.id not in undone)


def _kind(connection: Connection, decision: str) -> DecisionKind:
    return connection.execute(select(decisions.c.kind).where(decisions.c.id == decision)).scalar_one()


def _from_the_end(connection: Connection, reviewer: str, database: str) -> Iterator[Any]:
    chain = (decisions.c.reviewer == reviewer, decisions.c.database == database)
    query = select(decisions).where(*chain).order_by(decisions.c.position.desc()).limit(_PAGE)
    rows = connection.execute(query).all()
    while rows:
        yield from rows
        rows = connection.execute(query.where(decisions.c.position < rows[-1].position)).all()
