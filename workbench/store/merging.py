"""Two databases of the same articles become one: the union of their facts and of what was decided in them.

What belongs to a reviewer's screen (the queues they keep, where they left off) stays where it is.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.chains import chain_end, hash_at
from workbench.store.decisions import Decision
from workbench.store.engine import Store
from workbench.store.extractions import add_extractions
from workbench.store.merge_source import MergeSource, check_chains
from workbench.store.tables import articles, collections
from workbench.store.transfer import note_also_there, take_in_article
from workbench.store.version_joining import join_versions
from workbench.visible import one_line

Report = Callable[[str, int, int], object]
"""Called before each article, and before the decisions: with a name, and how many articles are done, of how many."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: what was new, of how many articles and decisions of the other database."""

    new_decisions: int
    decisions: int
    new_articles: int
    articles: int
    new_collections: int

    def __str__(self) -> str:
        """Say it in one line."""
        collections = f"{self.new_collections} collection" + ("" if self.new_collections == 1 else "s")
        return (
            f"Merged: {self.new_decisions} of {self.decisions} decisions, {self.new_articles} of {self.articles} "
            f"articles and {collections} were new."
        )


def merge(store: Store, other: Store, report: Report | None = None) -> Merged:
    """Take everything of `other` into `store`: all of it, or nothing. `other` stays as it is.

    Either order gives the same, and what is here already is not taken twice. A database without articles takes any.

    Raises:
        StoreError: they are one database, have no article in common, or a fact or a decision was changed after it was
            saved: which, and whose.
        DecisionError: one reviewer went on differently in two copies of one database.
    """
    _refuse_itself(store, other)
    with other.read() as theirs:
        there = MergeSource(other, theirs)
        there.check()
        with store.read() as connection:
            check_chains(connection, store.location)
        with store.write() as ours:
            return _merge(ours, there, report or _unwatched)


def _merge(ours: Connection, there: MergeSource, report: Report) -> Merged:
    listed = there.articles()
    here = {row.key: row.digest for row in ours.execute(select(articles.c.key, articles.c.digest))}
    _refuse_other_articles(there, listed, here.keys())
    known_collections = set(ours.execute(select(collections.c.name)).scalars())
    for done, row in enumerate(listed):
        report(one_line(row.name), done, len(listed))
        _take_in(ours, there, row, here.get(row.key))
    report("decisions", len(listed), len(listed))
    unknown = _unknown_decisions(ours, there)
    join_versions(ours, there.versions(), {decision.claim for decision in unknown})
    return Merged(
        log.insert_decisions(ours, unknown),
        there.count_decisions(),
        sum(row.key not in here for row in listed),
        len(listed),
        len(there.collections() - known_collections),
    )


def _take_in(ours: Connection, there: MergeSource, row: Any, digest: str | None) -> None:
    """Take in one article; where all that was read from it is the same here, it is not loaded."""
    if row.digest == digest:
        note_also_there(ours, row.key, there.collections(row.key), row.added_at)
    else:
        take_in_article(ours, there.article(row.key), there.collections(row.key))
    if proposed := there.extractions(row.key):
        add_extractions(ours, row.key, proposed)


def _unknown_decisions(ours: Connection, there: MergeSource) -> list[Decision]:
    """Return what each chain has beyond ours; all of it where the two differ, so that the log can say from where on."""
    unknown: list[Decision] = []
    for head in there.chain_heads():
        end = chain_end(ours, head.database, head.reviewer)
        last = min(end.length, head.length) - 1
        parted = hash_at(ours, head, last) != there.hash_at(head, last)
        unknown += there.decisions_from(head, 0 if parted else end.length)
    return unknown


def _refuse_itself(store: Store, other: Store) -> None:
    if store.path is not None and other.path is not None:
        is_same = store.path.samefile(other.path)
    else:
        is_same = (store.location, store.database_id) == (other.location, other.database_id)
    if is_same:
        raise StoreError(f"The database {other.location} cannot be merged with itself: name another one.")


def _refuse_other_articles(there: MergeSource, listed: Sequence[Any], here: Set[str]) -> None:
    if not listed:
        raise StoreError(f"The database {there.location} has no articles: there is nothing to merge.")
    if here and here.isdisjoint(row.key for row in listed):
        raise StoreError(
            f"The database {there.location} is one of other articles: not one of them is in this database. "
            "Add them here first, or merge it into a new database with --db."
        )


def _unwatched(_name: str, _done: int, _of: int) -> None:
    """Tell nobody."""
