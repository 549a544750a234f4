"""Which claims were held against claims of other articles: the recorded relations that name the other one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, exists, or_, select

from workbench.store.scope import within
from workbench.store.tables import agreements, articles, carried_from, cell_adjudications, claim_states
from workbench.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """That a claim of another article was named when it was recorded what that article does with a claim.

    Attributes:
        claim, article: the claim that the relation was recorded for, and the article that it stands in.
        other_claim, other_article: the claim that was named, and its article.
        relation: what `other_article` does with `claim`.
        reviewer: who recorded it, or who settled it where reviewers differed.
    """

    claim: str
    article: str
    other_claim: str
    other_article: str
    relation: Relation
    reviewer: str
    at: datetime


_other: Final = claim_states.alias("other")
_HOLDING: Final = (agreements, cell_adjudications)
"""Where relations stand: what each reviewer recorded, and what was settled."""


def _settled_by_themselves() -> ColumnElement[bool]:
    """Whoever settled a cell says there what they mean now, whatever they had recorded before."""
    return exists().where(
        cell_adjudications.c.claim == agreements.c.claim,
        cell_adjudications.c.article == agreements.c.article,
        cell_adjudications.c.reviewer == agreements.c.reviewer,
    )


def _links(table: Table[Any]) -> Select[*tuple[Any, ...]]:
    query = (
        select(
            table.c.claim,
            articles.c.key,
            table.c.other_claim,
            table.c.article,
            table.c.relation,
            table.c.reviewer,
            table.c.at,
        )
        .join(claim_states, claim_states.c.key == table.c.claim)
        .join(articles, articles.c.id == claim_states.c.article_id)
        .join(_other, _other.c.key == table.c.other_claim)
        .where(claim_states.c.discarded_by.is_(None), _other.c.discarded_by.is_(None), table.c.relation.is_not(None))
    )
    return query.where(~_settled_by_themselves()) if table is agreements else query


# Built once, as they are asked after every key.
_TO_CLAIMS: Final = [
    _links(table).where(table.c.other_claim.in_(bindparam("claims", expanding=True))) for table in _HOLDING
]


def links_to(connection: Connection, *claims: str) -> tuple[ClaimLink, ...]:
    """Return the links in which one of these claims is the other one; those of discarded claims do not count."""
    return _read(connection, _TO_CLAIMS, {"claims": claims})


def claim_links(connection: Connection, collection: str | None = None) -> tuple[ClaimLink, ...]:
    """Return all links of the claims of a collection, or of the database; those of discarded claims do not count."""
    return _read(connection, (within(_links(table), collection) for table in _HOLDING))


def open_links(connection: Connection, collection: str | None, reviewer: str) -> tuple[ClaimLink, ...]:
    """Return those of `claim_links` that `reviewer` made, and did not say what `article` does with `other_claim`."""
    queries = (_links(table).where(table.c.reviewer == reviewer, ~_answered(table)) for table in _HOLDING)
    return _read(connection, (within(query, collection) for query in queries))


def newer_claims(connection: Connection, claims: Iterable[str]) -> tuple[str, ...]:
    """Return the claims of newer versions of articles for which what was decided about one of these counts."""
    query = select(carried_from.c.claim).where(carried_from.c.older.in_(tuple(claims)))
    return tuple(connection.execute(query.order_by(carried_from.c.claim)).scalars())


def _read(
    connection: Connection, queries: Iterable[Select[*tuple[Any, ...]]], values: Mapping[str, Any] | None = None
) -> tuple[ClaimLink, ...]:
    found = [ClaimLink(*row) for query in queries for row in connection.execute(query, values).all()]
    return tuple(sorted(found, key=lambda link: (link.at, link.claim, link.other_article, link.reviewer)))


def _answered(table: Table[Any]) -> ColumnElement[bool]:
    """Whether whoever made a link has decided, too, what the claim's article does with the claim that it names."""
    return or_(*(_decided(known.alias("known"), table) for known in _HOLDING))


def _decided(known: Any, table: Table[Any]) -> ColumnElement[bool]:
    return exists().where(
        known.c.claim == table.c.other_claim,
        known.c.article == articles.c.key,
        known.c.reviewer == table.c.reviewer,
    )
