"""Records read from the database at one moment: held in memory, or read as they are iterated.

What is damaged stops nothing: it is left out and named in `Record.problems`.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import lru_cache, partial
from typing import Final

from workbench.reports.record import (
    ArticleList,
    Record,
    RecordedArticle,
    Reread,
)
from workbench.reports.record_reader import RecordReader, Watch, load_recorded
from workbench.reports.selection import EVERYTHING, Selection, article_keys, chooses_standing
from workbench.store import facts
from workbench.store.engine import Store
from workbench.store.model import ArticleSummary
from workbench.store.snapshot import snapshot

_REMEMBERED: Final = 256
"""How many articles are remembered that were asked for by key."""


@contextmanager
def open_record(
    store: Store,
    collection: str | None,
    generated_at: datetime,
    reviewer: str | None = None,
    selection: Selection = EVERYTHING,
    watch: Watch | None = None,
) -> Iterator[Record]:
    """Yield one collection (all, if it is None) as it is at this moment; it is read as it is iterated.

    It is read through once before, so that all that is damaged is known; see `load_record`.

    Raises:
        ReportError: there is no such collection or article, or the list of articles itself is damaged.
        StoreError: the database cannot be read.
    """
    with snapshot(store) as quiet, quiet.read() as connection:
        reader = RecordReader(connection, collection, reviewer, watch)
        hidden = sum(state.key in reader.hidden for _, states in reader.check() for state in states)
        reader.without_unreadable(partial(deque, maxlen=0))
        record = reader.record(_StoredArticles(reader), Reread(reader.claims), Reread(reader.decisions), generated_at)
        yield _selected(replace(record, hidden=hidden), selection)


def load_record(
    store: Store,
    collection: str | None,
    generated_at: datetime,
    reviewer: str | None = None,
    selection: Selection = EVERYTHING,
    watch: Watch | None = None,
) -> Record:
    """Return one collection (all, if it is None) as it is at this moment, held in memory.

    With a `reviewer`, what that person may not see yet, as it is reviewed blind, is left out. `watch` is told
    how far reading has come.

    Raises:
        ReportError: there is no such collection or article, or the list of articles itself is damaged.
        StoreError: the database cannot be read.
    """
    with snapshot(store) as quiet, quiet.read() as connection:
        reader = RecordReader(connection, collection, reviewer, watch)
        parts = tuple(reader.check())
        claims = tuple(state for _, states in parts for state in states)
        decisions = reader.without_unreadable(tuple)
        articles = ArticleList(recorded for recorded, _ in parts)
        record = reader.record(articles, claims, decisions, generated_at)
    hidden = sum(state.key in reader.hidden for state in claims)
    return _selected(replace(record, hidden=hidden), selection)


def fullest_collection(store: Store) -> str | None:
    """Return the collection with the most articles; None if there is no collection."""
    with store.read() as connection:
        everything = facts.list_collections(connection)
    return max(everything, key=lambda found: found.articles).name if everything else None


class _StoredArticles:
    """The articles of a reader that can be read; those that were asked for last are remembered."""

    def __init__(self, reader: RecordReader) -> None:
        self._reader = reader
        self._remembered = lru_cache(maxsize=_REMEMBERED)(partial(load_recorded, reader.connection))

    def __iter__(self) -> Iterator[RecordedArticle]:
        return self._reader.articles()

    @property
    def summaries(self) -> Sequence[ArticleSummary]:
        """What lists tell of them."""
        return tuple(self._reader.summaries.values())

    def get(self, key: str) -> RecordedArticle | None:
        """Return the article with this key; None if it is not of this record."""
        summary = self._reader.summaries.get(key)
        return self._remembered(summary) if summary else None


def _selected(record: Record, selection: Selection) -> Record:
    if not selection.chooses_claims:
        return replace(record, selection=selection)
    names = {summary.key: (summary.label, summary.name) for summary in record.summaries}
    articles = article_keys(selection.articles, names)
    by_people = {each.claim for each in record.decisions if each.reviewer in selection.decided_by}
    lately = {each.claim for each in record.decisions if selection.since and each.at >= selection.since}
    chosen = (
        claim.key
        for claim in record.claims
        if chooses_standing(selection, claim, record.asked, articles)
        and (not selection.decided_by or claim.key in by_people)
        and (not selection.since or claim.key in lately)
    )
    return replace(record, selection=selection, chosen=frozenset(chosen))
