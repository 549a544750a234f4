"""The next claim that a reviewer can vote on, in reading order.

Two who ask at once are only told apart under the lock for writing (`store.lock`), and by what is then assigned to them.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from workbench.store.tables import adjudications, articles, assignments, claim_states, votes


def next_assigned(connection: Connection, of: Iterable[str], reviewer: str) -> str | None:
    """Return the first claim of articles (keys) that `reviewer` was asked to vote on, and has not; None without one."""
    own = exists().where(assignments.c.claim == claim_states.c.key, assignments.c.reviewer == reviewer)
    return _first(connection, of, own, ~_voted_on_by(reviewer))


def next_free(connection: Connection, of: Iterable[str], reviewer: str, asked: int) -> str | None:
    """Return the first claim of articles (keys) that is free for `reviewer`; None without one.

    It has fewer votes than are `asked` for, none of this reviewer's, and is held by nobody else: it is assigned to
    nobody who has not voted on it yet. What was signed off or settled needs no more votes.
    """
    given = select(func.count()).where(votes.c.claim == claim_states.c.key).scalar_subquery()
    is_final = claim_states.c.signed_off_by.is_not(None) | exists().where(adjudications.c.claim == claim_states.c.key)
    return _first(connection, of, ~_voted_on_by(reviewer), given < asked, ~is_final, ~_held_by_another_than(reviewer))


def _first(connection: Connection, of: Iterable[str], *where: ColumnElement[bool]) -> str | None:
    query = (
        select(claim_states.c.key)
        .join(articles, articles.c.id == claim_states.c.article_id)
        .where(claim_states.c.discarded_by.is_(None), claim_states.c.parked.is_(False), *where)
        .order_by(claim_states.c.start, claim_states.c.key)
        .limit(1)
    )
    found = (connection.execute(query.where(articles.c.key == article)).scalar() for article in of)
    return next((key for key in found if key is not None), None)


def _voted_on_by(reviewer: str) -> ColumnElement[bool]:
    return exists().where(votes.c.claim == claim_states.c.key, votes.c.reviewer == reviewer)


def _held_by_another_than(reviewer: str) -> ColumnElement[bool]:
    voted = exists().where(votes.c.claim == assignments.c.claim, votes.c.reviewer == assignments.c.reviewer)
    to_others = and_(assignments.c.claim == claim_states.c.key, assignments.c.reviewer != reviewer)
    return exists().where(to_others, ~voted)
