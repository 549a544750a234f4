"""Changes between versions of articles, read from their rows."""

from collections import defaultdict
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, select

from workbench.matching.model import CarriedClaim, CarriedSentence, VersionChange
from workbench.store.scope import within
from workbench.store.tables import articles, carried_claims, carried_sentences, versions
from workbench.store.version_rows import carried_claim_of, carried_sentence_of

older_article: Final = articles.alias("older")
newer_article: Final = articles.alias("newer")


def of_both(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Let a query speak of `versions`, `newer_article` and `older_article` of the same change."""
    return (
        query.select_from(versions)
        .join(newer_article, newer_article.c.id == versions.c.newer_id)
        .join(older_article, older_article.c.id == versions.c.older_id)
    )


def replaced_by(connection: Connection, collection: str | None = None) -> dict[str, str]:
    """Return for each article of which a newer version is in the collection (or in the database) that version."""
    inside = within(select(articles.c.id), collection)
    query = (
        of_both(select(older_article.c.key, newer_article.c.key))
        .where(versions.c.newer_id.in_(inside))
        .order_by(newer_article.c.added_at, newer_article.c.key)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def load_version(connection: Connection, newer: str) -> VersionChange | None:
    """Return the change that made the article `newer`; None if it is nobody's newer version."""
    return next(iter(read_versions(connection, newer_article.c.key == newer)), None)


def read_versions(connection: Connection, *where: ColumnElement[bool]) -> list[VersionChange]:
    """Return the changes that fulfil every condition on `newer_article` and `older_article`, by the newer's key."""
    query = (
        select(
            versions.c.newer_id,
            versions.c.added,
            newer_article.c.key.label("newer"),
            older_article.c.key.label("older"),
        )
        .join_from(versions, newer_article, newer_article.c.id == versions.c.newer_id)
        .join(older_article, older_article.c.id == versions.c.older_id)
        .where(*where)
        .order_by(newer_article.c.key)
    )
    rows = connection.execute(query).all()
    ids = [row.newer_id for row in rows] if where else None
    claims, sentences = _claims(connection, ids), _sentences(connection, ids)
    return [
        VersionChange(row.newer, row.older, row.added, tuple(claims[row.newer_id]), tuple(sentences[row.newer_id]))
        for row in rows
    ]


def _claims(connection: Connection, ids: list[int] | None) -> dict[int, list[CarriedClaim]]:
    query = select(carried_claims).order_by(carried_claims.c.newer_id, carried_claims.c.older)
    found: dict[int, list[CarriedClaim]] = defaultdict(list)
    for row in connection.execute(query if ids is None else query.where(carried_claims.c.newer_id.in_(ids))):
        found[row.newer_id].append(carried_claim_of(row))
    return found


def _sentences(connection: Connection, ids: list[int] | None) -> dict[int, list[CarriedSentence]]:
    query = select(carried_sentences).order_by(carried_sentences.c.newer_id, carried_sentences.c.older)
    found: dict[int, list[CarriedSentence]] = defaultdict(list)
    for row in connection.execute(query if ids is None else query.where(carried_sentences.c.newer_id.in_(ids))):
        found[row.newer_id].append(carried_sentence_of(row))
    return found
