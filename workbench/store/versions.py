"""Newer versions of articles: facts about two articles, written once and never changed."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from workbench.errors import StoreError
from workbench.matching.model import VersionChange
from workbench.store import cache
from workbench.store.lock import lock_for_writing
from workbench.store.scope import within
from workbench.store.tables import agreements, articles, carried_claims, carried_sentences, versions
from workbench.store.version_reading import (
    load_version,
    newer_article,
    of_both,
    older_article,
    read_versions,
    replaced_by,
)
from workbench.store.version_rows import change_digest, claim_rows, sentence_rows
from workbench.visible import one_line

__all__ = [
    "add_version",
    "affected_claims",
    "delete_version",
    "insert_version",
    "list_versions",
    "load_version",
    "older_versions",
    "replaced_by",
]


def add_version(connection: Connection, change: VersionChange) -> bool:
    """Store that an article is the newer version of another, and what became of its claims; return whether it is new.

    An article is the newer version of one only: what is here already stays as it is.

    Raises:
        StoreError: one of them is not in the database, or is older and newer at once.
    """
    lock_for_writing(connection)
    if load_version(connection, change.newer) is not None:
        return False
    if change.newer in (change.older, *older_versions(connection, change.older)):
        raise StoreError("An article cannot be an older version of itself.")
    insert_version(connection, change)
    cache.refresh_many(connection, affected_claims(connection, change))
    return True


def insert_version(connection: Connection, change: VersionChange) -> None:
    """Write a change; the cache of `affected_claims` is left to the caller.

    Raises:
        StoreError: one of the articles is not in the database.
    """
    ids = dict(_ids(connection, (change.newer, change.older)))
    if missing := [key for key in (change.newer, change.older) if key not in ids]:
        raise StoreError(f"There is no article {one_line(missing[0])} in this database.")
    row = {"newer_id": ids[change.newer], "older_id": ids[change.older], "added": change.added}
    connection.execute(insert(versions), row | {"digest": change_digest(change)})
    for table, rows in (
        (carried_claims, claim_rows(change, ids[change.newer])),
        (carried_sentences, sentence_rows(change, ids[change.newer])),
    ):
        if rows:
            connection.execute(insert(table), rows)


def delete_version(connection: Connection, newer: str) -> None:
    """Take out that an article is a newer version of another; the cache of `affected_claims` is left to the caller."""
    newer_id = select(articles.c.id).where(articles.c.key == newer).scalar_subquery()
    for table in (carried_claims, carried_sentences, versions):
        connection.execute(delete(table).where(table.c.newer_id == newer_id))


def affected_claims(connection: Connection, change: VersionChange) -> list[str]:
    """Return the claims whose state a change touches: those that are carried, and those compared with the older."""
    carried = [claim.newer for claim in change.claims if claim.newer and claim.carries]
    compared = connection.execute(select(agreements.c.claim).where(agreements.c.article == change.older).distinct())
    return list(dict.fromkeys([*carried, *compared.scalars()]))


def list_versions(connection: Connection, collection: str | None = None) -> tuple[VersionChange, ...]:
    """Return the changes between articles of a collection, or all: that to an older version before that from it."""
    found = {change.newer: change for change in read_versions(connection)}
    if collection is not None:
        keys = set(connection.execute(within(select(articles.c.key), collection)).scalars())
        found = {newer: change for newer, change in found.items() if {newer, change.older} <= keys}
    ordered: dict[str, VersionChange] = {}
    for change in sorted(found.values(), key=lambda change: change.newer):
        line = [change]
        while line[-1].older in found and line[-1].older not in ordered and len(line) <= len(found):
            line.append(found[line[-1].older])
        ordered |= {each.newer: each for each in reversed(line)}
    return tuple(ordered.values())


def older_versions(connection: Connection, newer: str) -> tuple[str, ...]:
    """Return the keys of all older versions of an article, the newest of them first."""
    rows = connection.execute(of_both(select(newer_article.c.key, older_article.c.key))).all()
    before = {row[0]: row[1] for row in rows}
    line = [newer]
    while line[-1] in before and before[line[-1]] not in line:
        line.append(before[line[-1]])
    return tuple(line[1:])


def _ids(connection: Connection, keys: Iterable[str]) -> list[tuple[str, int]]:
    query = select(articles.c.key, articles.c.id).where(articles.c.key.in_(tuple(keys)))
    return [(row.key, row.id) for row in connection.execute(query)]
