"""What a record is made of, read from the database; what is damaged is left out and named."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, TypeAlias, TypeVar

from sqlalchemy import Connection, select

from workbench.errors import ReportError, WorkbenchError
from workbench.matching.model import VersionChange
from workbench.reports.record import (
    Articles,
    Record,
    RecordedArticle,
    RecordedCollection,
    policies_by_collection,
    readings_by_article,
)
from workbench.review.blindness import seen_states, visible_decisions
from workbench.store import extractions, facts, log, state
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
from workbench.store.hidden import hidden_claims
from workbench.store.model import ArticleSummary
from workbench.store.subjects import OTHER_KINDS, article_subject, collection_subject
from workbench.store.tables import decisions as decided
from workbench.store.versions import list_versions
from workbench.visible import one_line

D = TypeVar("D")
Watch: TypeAlias = Callable[[str, int, int], object]
"""Is told now and then which article was read last (its name), how many were read, and how many there are."""

_UNREADABLE: Final = (WorkbenchError, ValueError, LookupError, TypeError)
"""What reading a damaged row raises."""

_AT_ONCE: Final = 20
"""How many articles' claims are read by one query."""


class RecordReader:
    """Reads a collection, or the whole database, on one connection; remembers what could not be read."""

    def __init__(
        self, connection: Connection, collection: str | None, reviewer: str | None, watch: Watch | None
    ) -> None:
        self.connection, self.reviewer = connection, reviewer
        self.collection, self._watch = collection, watch
        self.collections, summaries = _load_lists(connection, collection)
        self.summaries = {summary.key: summary for summary in summaries}
        self.hidden = hidden_claims(connection, reviewer) if reviewer is not None else frozenset[str]()
        self.problems: list[str] = []
        self._unreadable: tuple[str, ...] = ()

    def check(self) -> Iterator[tuple[RecordedArticle, tuple[ClaimState, ...]]]:
        """Yield each article that can be read with its claims; those that cannot are left out from now on."""
        for some in self._batches():
            for summary in some:
                try:
                    recorded = load_recorded(self.connection, summary)
                    states = self._states((summary,))[summary.key]
                except _UNREADABLE as error:
                    self.problems.append(_problem(f"article “{summary.name}” ({summary.key[:12]})", error))
                    del self.summaries[summary.key]
                    continue
                yield recorded, states

    def articles(self) -> Iterator[RecordedArticle]:
        """Yield the articles; all that cannot be read must have been found before."""
        return (load_recorded(self.connection, summary) for some in self._batches() for summary in some)

    def claims(self) -> Iterator[ClaimState]:
        """Yield the claims of all these articles."""
        return (state for some in self._batches() for states in self._states(some).values() for state in states)

    def decisions(self) -> Iterator[Decision]:
        """Yield the decisions that can be read and may be seen, oldest first."""
        everything = log.stream_decisions(self.connection, self.collection, self._unreadable)
        return iter(visible_decisions(everything, self.reviewer or "", self.hidden)) if self.hidden else everything

    def without_unreadable(self, take: Callable[[Iterator[Decision]], D]) -> D:
        """Return what `take` makes of the decisions; subjects with one that cannot be read are left out from now on."""
        try:
            return take(self.decisions())
        except _UNREADABLE:
            self._unreadable = tuple(self._unreadable_subjects())
            return take(self.decisions())

    def record(
        self, articles: Articles, claims: Iterable[ClaimState], decisions: Iterable[Decision], generated_at: datetime
    ) -> Record:
        """Return the record that holds these, and all that is small."""
        heads = log.chain_heads(self.connection)
        versions = self._versions()
        return Record(
            self.collection,
            self.collections,
            articles,
            claims,
            decisions,
            tuple(head for head in heads if not self.hidden or head.reviewer == self.reviewer),
            generated_at,
            tuple(self.problems),
            versions,
            readings_by_article(self.summaries, self._decided_about(map(article_subject, self.summaries)), versions),
            policies_by_collection(
                self.collections, self._decided_about(collection_subject(found.name) for found in self.collections)
            ),
            self.reviewer,
        )

    def _batches(self) -> Iterator[tuple[ArticleSummary, ...]]:
        """Yield what is read at once; whoever watches is told."""
        summaries = tuple(self.summaries.values())
        for start in range(0, len(summaries), _AT_ONCE):
            some = summaries[start : start + _AT_ONCE]
            yield some
            if self._watch:
                self._watch(some[-1].name, start + len(some), len(summaries))

    def _states(self, summaries: Sequence[ArticleSummary]) -> Mapping[str, tuple[ClaimState, ...]]:
        found = state.states_by_article(self.connection, [summary.key for summary in summaries])
        return {
            key: seen_states(self.connection, states, self.reviewer or "", self.hidden) for key, states in found.items()
        }

    def _decided_about(self, subjects: Iterable[str]) -> Iterator[Decision]:
        """Yield the decisions about what is no claim; nothing of them is ever hidden."""
        kinds = decided.c.kind.in_(OTHER_KINDS)
        wanted = set(subjects) - set(self._unreadable)
        present = wanted & set(self.connection.execute(select(decided.c.claim).where(kinds).distinct()).scalars())
        for subject in sorted(present):
            yield from read_decisions(self.connection, decided.c.claim == subject)

    def _unreadable_subjects(self) -> Iterator[str]:
        """Yield what a damaged decision is about, and name it as a problem."""
        for subject in log.decided_subjects(self.connection, self.collection):
            try:
                log.list_decisions(self.connection, claim=subject)
            except _UNREADABLE as error:
                self.problems.append(_problem(f"the decisions about {self._told(subject)}", error))
                yield subject

    def _told(self, subject: str) -> str:
        """Return in words what decisions are about."""
        articles = {article_subject(key): summary for key, summary in self.summaries.items()}
        collections = {collection_subject(found.name): found.name for found in self.collections}
        if subject in articles:
            return f"article “{articles[subject].name}” ({articles[subject].key[:12]})"
        return f"collection “{collections[subject]}”" if subject in collections else f"claim {subject}"

    def _versions(self) -> tuple[VersionChange, ...]:
        try:
            found = list_versions(self.connection, self.collection)
        except _UNREADABLE as error:
            self.problems.append(_problem("the newer versions of articles", error))
            return ()
        return tuple(change for change in found if {change.newer, change.older} <= self.summaries.keys())


def _load_lists(
    connection: Connection, wanted: str | None
) -> tuple[tuple[RecordedCollection, ...], tuple[ArticleSummary, ...]]:
    names = [found.name for found in facts.list_collections(connection)]
    if wanted is not None and wanted not in names:
        raise ReportError(f"There is no collection “{one_line(wanted)}”: see workbench collections.")
    try:
        collections = tuple(
            RecordedCollection(name, tuple(summary.key for summary in facts.list_articles(connection, name)))
            for name in names
            if wanted in (None, name)
        )
        return collections, facts.list_articles(connection, wanted)
    except (ValueError, LookupError, TypeError) as error:
        raise ReportError("The list of articles is damaged: workbench db check says more.") from error


def load_recorded(connection: Connection, summary: ArticleSummary) -> RecordedArticle:
    article = facts.load_article(connection, summary.key)
    raw = facts.load_raw(connection, summary.key)
    ledger = facts.load_ledger(connection, summary.key)
    if hashlib.sha256(raw).hexdigest() != summary.key:
        raise ReportError("its bytes are not those that were read")
    for claim in ledger.claims:
        if article.text[claim.start : claim.end] != claim.text:
            raise ReportError("its text is not that which was read")
    proposed = extractions.load_extractions(connection, summary.key)
    return RecordedArticle(summary, article, raw, ledger.claims, ledger.passed, proposed)


def _problem(subject: str, error: Exception) -> str:
    return f"{subject}: {error}"
