"""Where the review of claims stands: one by one from the decisions, in bulk from the cache."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, literal, or_, select

from workbench.store.article_rows import read_published
from workbench.store.cache import cached_states
from workbench.store.claim_state import DEFAULT_VOTES
from workbench.store.facts import article_order
from workbench.store.fold import ClaimState
from workbench.store.model import QueueRow
from workbench.store.scope import within
from workbench.store.stored_folding import stored_folding
from workbench.store.tables import adjudications, agreements, articles, assignments, carried_from, votes
from workbench.store.tables import claim_states as standing_claims
from workbench.store.version_reading import replaced_by
from workbench.vocabulary import WorkflowState

_ALL_VOTES: Final = votes.alias("all_votes")


def claim_state(connection: Connection, key: str) -> ClaimState | None:
    """Return where one claim stands, folded from its decisions; None if there is no such claim (any more)."""
    return stored_folding(connection).state(key)


def claim_states(
    connection: Connection, *, collection: str | None = None, article: str | None = None
) -> tuple[ClaimState, ...]:
    """Return where all claims of a collection, an article, or the database stand, in reading order.

    Claims that reviewers added are among them, those that were taken back are not.
    """
    where: list[ColumnElement[bool]] = []
    if collection is not None:
        where.append(articles.c.id.in_(within(select(articles.c.id), collection)))
    if article is not None:
        where.append(articles.c.key == article)
    ranks = _ranks(connection)
    states = cached_states(connection, *where)
    return tuple(sorted(states, key=lambda s: (ranks[s.claim.article], s.claim.start, s.key)))


def states_by_article(connection: Connection, keys: Iterable[str]) -> Mapping[str, tuple[ClaimState, ...]]:
    """Return where all claims of these few articles (keys) stand, by article and in reading order."""
    wanted = tuple(keys)
    found: dict[str, list[ClaimState]] = {key: [] for key in wanted}
    for state in cached_states(connection, articles.c.key.in_(wanted)):
        found[state.claim.article].append(state)
    return {key: tuple(sorted(states, key=lambda s: (s.claim.start, s.key))) for key, states in found.items()}


def queue_rows(
    connection: Connection, collection: str | None, reviewer: str, asked: int = DEFAULT_VOTES
) -> tuple[QueueRow, ...]:
    """Return a row for every claim that stands, for `reviewer`, in reading order; discarded ones too.

    The workflow state is the one where so many votes are `asked` for.
    """
    replaced = tuple(replaced_by(connection, collection))
    recorded = (
        select(agreements.c.claim, func.count().label("relations"))
        .where(agreements.c.reviewer == reviewer, agreements.c.article.not_in(replaced))
        .group_by(agreements.c.claim)
        .subquery()
    )
    own = and_(votes.c.claim == standing_claims.c.key, votes.c.reviewer == reviewer)
    to_do = and_(assignments.c.claim == standing_claims.c.key, assignments.c.reviewer == reviewer)
    query = (
        select(
            standing_claims.c.key,
            articles.c.key,
            standing_claims.c.start,
            standing_claims.c.wording,
            standing_claims.c.asserter,
            standing_claims.c.is_quote,
            standing_claims.c.checkworthiness,
            standing_claims.c.checkable,
            _state_for(asked),
            votes.c.verdict,
            func.coalesce(recorded.c.relations, 0),
            standing_claims.c.discarded_by.is_not(None),
            carried_from.c.state,
            standing_claims.c.origin,
            and_(assignments.c.reviewer.is_not(None), votes.c.reviewer.is_(None)),
        )
        .join(articles, articles.c.id == standing_claims.c.article_id)
        .outerjoin(votes, own)
        .outerjoin(assignments, to_do)
        .outerjoin(recorded, recorded.c.claim == standing_claims.c.key)
        .outerjoin(carried_from, carried_from.c.claim == standing_claims.c.key)
    )
    ranks = _ranks(connection)
    rows = (QueueRow(*row) for row in connection.execute(within(query, collection)).all())
    return tuple(sorted(rows, key=lambda row: (ranks[row.article], row.start, row.key)))


def _state_for(asked: int) -> ColumnElement[WorkflowState]:
    """The workflow state where so many votes are asked for: what the cache holds, but where the number tells."""
    stored = standing_claims.c.state
    if asked == DEFAULT_VOTES:
        return stored
    given = select(func.count()).where(_ALL_VOTES.c.claim == standing_claims.c.key).scalar_subquery()
    settled = exists().where(adjudications.c.claim == standing_claims.c.key)
    is_final = or_(settled, standing_claims.c.signed_off_by.is_not(None), given >= asked)
    has_votes = stored.in_((WorkflowState.NEEDS_SECOND, WorkflowState.FINAL))
    return case(
        (and_(has_votes, is_final), literal(WorkflowState.FINAL, stored.type)),
        (has_votes, literal(WorkflowState.NEEDS_SECOND, stored.type)),
        else_=stored,
    )


def _ranks(connection: Connection) -> dict[str, int]:
    """Return the place of each article in the order of all lists."""
    rows = connection.execute(select(articles.c.key, articles.c.name, articles.c.published)).all()
    ordered = sorted(rows, key=lambda row: article_order(read_published(row.published), row.name, row.key))
    return {row.key: rank for rank, row in enumerate(ordered)}
