"""Everything that one report tells, read from the database at one moment.

The writers are pure functions of a `Record`: the same record gives the same text, byte for byte.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from workbench.articles.model import Article
from workbench.claims.model import Claim, Passed
from workbench.errors import ReportError, WorkbenchError
from workbench.matching.model import VersionChange
from workbench.store import extractions, facts, log, state
from workbench.store.decisions import Decision
from workbench.store.engine import Store
from workbench.store.fold import ClaimState, decision_order
from workbench.store.model import ArticleSummary, ChainHead, Extraction
from workbench.store.versions import list_versions
from workbench.visible import one_line

_UNREADABLE: Final = (WorkbenchError, ValueError, LookupError, TypeError)
"""What reading a damaged row raises."""


@dataclass(frozen=True, slots=True)
class RecordedArticle:
    """An article with all that the program made of it.

    Attributes:
        extracted: the claims that the rules found.
        passed: the sentences that they passed over, with the reason.
        extractions: what language models proposed, oldest first.
    """

    summary: ArticleSummary
    article: Article
    raw: bytes
    extracted: tuple[Claim, ...]
    passed: tuple[Passed, ...]
    extractions: tuple[Extraction, ...] = ()

    @property
    def proposed(self) -> tuple[Claim, ...]:
        """The claims that language models proposed, each once."""
        claims = (claim for extraction in self.extractions for claim in extraction.claims)
        return tuple({claim.key: claim for claim in claims}.values())

    @property
    def key(self) -> str:
        """The article's key."""
        return self.article.sha256


@dataclass(frozen=True, slots=True)
class RecordedCollection:
    """A collection and the keys of its articles, in the order of their labels."""

    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A database, or one collection of it, at one moment.

    Attributes:
        collection: the collection's name, or None for the whole database.
        articles: in the order of their labels.
        claims: the state of every claim, discarded ones too, article by article and in reading order.
        decisions: all that were made about these claims, undone ones and undos too, oldest first.
        chains: where the chains of decisions of the whole database end.
        versions: which of these articles are newer versions of others, and what became of the older claims.
        generated_at: the time that a report prints as its own.
        problems: what could not be read and is therefore missing, one line each.
    """

    collection: str | None
    collections: tuple[RecordedCollection, ...]
    articles: tuple[RecordedArticle, ...]
    claims: tuple[ClaimState, ...]
    decisions: tuple[Decision, ...]
    chains: tuple[ChainHead, ...]
    generated_at: datetime
    problems: tuple[str, ...] = ()
    versions: tuple[VersionChange, ...] = ()


def load_record(store: Store, collection: str | None, generated_at: datetime) -> Record:
    """Read one collection (all, if it is None) from the database, at one moment.

    What is damaged stops nothing: it is left out and named in `Record.problems`.

    Raises:
        ReportError: there is no such collection, or the list of articles itself is damaged.
        StoreError: the database cannot be read.
    """
    problems: list[str] = []
    with store.read() as connection:
        collections, summaries = _load_lists(connection, collection)
        articles = []
        claims: list[ClaimState] = []
        for summary in summaries:
            try:
                recorded = _load_article(connection, summary)
                claims += state.claim_states(connection, article=summary.key)
                articles.append(recorded)
            except _UNREADABLE as error:
                problems.append(_problem(f"article “{summary.name}” ({summary.key[:12]})", error))
        decisions = _load_decisions(connection, collection, claims, problems)
        chains = log.chain_heads(connection)
        versions = _load_versions(connection, collection, {recorded.key for recorded in articles}, problems)
    return Record(
        collection,
        collections,
        tuple(articles),
        tuple(claims),
        decisions,
        chains,
        generated_at,
        tuple(problems),
        versions,
    )


def fullest_collection(store: Store) -> str | None:
    """Return the collection with the most articles; None if there is no collection."""
    with store.read() as connection:
        everything = facts.list_collections(connection)
    return max(everything, key=lambda found: found.articles).name if everything else None


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


def _load_article(connection: Connection, summary: ArticleSummary) -> RecordedArticle:
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


def _load_versions(
    connection: Connection, collection: str | None, articles: set[str], problems: list[str]
) -> tuple[VersionChange, ...]:
    try:
        found = list_versions(connection, collection)
    except _UNREADABLE as error:
        problems.append(_problem("the newer versions of articles", error))
        return ()
    return tuple(change for change in found if {change.newer, change.older} <= articles)


def _load_decisions(
    connection: Connection, collection: str | None, claims: Iterable[ClaimState], problems: list[str]
) -> tuple[Decision, ...]:
    try:
        found = log.list_decisions(connection, collection=collection)
    except _UNREADABLE:
        found = tuple(_readable_decisions(connection, claims, problems))
    return tuple(sorted(found, key=decision_order))


def _readable_decisions(
    connection: Connection, claims: Iterable[ClaimState], problems: list[str]
) -> Iterable[Decision]:
    """Claim by claim, so that a damaged decision hides no other claim's history."""
    for claim in claims:
        try:
            yield from log.list_decisions(connection, claim=claim.key)
        except _UNREADABLE as error:
            problems.append(_problem(f"the decisions about claim {claim.key}", error))


def _problem(subject: str, error: Exception) -> str:
    return f"{subject}: {error}"
