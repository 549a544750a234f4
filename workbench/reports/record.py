"""Everything that one report tells, read from the database at one moment.

The writers are pure functions of a `Record`: the same record gives the same text, byte for byte.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from workbench.articles.model import Article
from workbench.claims.model import Claim, Passed
from workbench.errors import ReportError, WorkbenchError
from workbench.matching.model import VersionChange
from workbench.reports.sections import Section
from workbench.reports.selection import EVERYTHING, Selection, article_keys, chooses
from workbench.review.blindness import seen_states, visible_decisions
from workbench.store import extractions, facts, log, state
from workbench.store.cache import by_subject
from workbench.store.decisions import Decision
from workbench.store.engine import Store
from workbench.store.fold import ClaimState, decision_order, effective
from workbench.store.hidden import hidden_claims
from workbench.store.model import ArticleSummary, ChainHead, Extraction
from workbench.store.policy import Policy, fold_policy
from workbench.store.readings import SentenceReading, fold_readings, with_carried
from workbench.store.subjects import article_subject, collection_subject
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
        decisions: all that were made about these claims, articles and collections, undone ones and undos too, oldest
            first.
        chains: where the chains of decisions of the whole database end.
        versions: which of these articles are newer versions of others, and what became of the older claims.
        readings: what people found sentences to be that make no claim, by article (its key) and sentence.
        policies: how collections are reviewed, by name; those of which nobody has said so are not there.
        generated_at: the time that a report prints as its own.
        problems: what could not be read and is therefore missing, one line each.
        reviewer: for whom it is, if it must not tell what that person may not see yet.
        hidden: about how many of the claims it does not tell what others decided. The chains of others are left out
            then, too, as their lengths would tell how much that is.
        selection: which claims it is to tell of. What follows from relations, and every count, is about all of them.
        chosen: the keys of these claims; None for all.
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
    readings: Mapping[str, Mapping[int, SentenceReading]] = field(default_factory=dict)
    policies: Mapping[str, Policy] = field(default_factory=dict)
    reviewer: str | None = None
    hidden: int = 0
    selection: Selection = EVERYTHING
    chosen: frozenset[str] | None = None

    def tells(self, section: Section) -> bool:
        """Return whether a readable report has this part."""
        return section in self.selection.sections

    def tells_of(self, claim: str) -> bool:
        """Return whether it tells of the claim with this key, and not only counts it."""
        return self.chosen is None or claim in self.chosen

    @property
    def told(self) -> Iterable[ClaimState]:
        """The claims that it tells of, in the order of `claims`."""
        return (state for state in self.claims if self.tells_of(state.key))

    @property
    def told_decisions(self) -> Iterable[Decision]:
        """The decisions about these claims, and those that are about no claim."""
        left_out = {state.key for state in self.claims if not self.tells_of(state.key)}
        return (decision for decision in self.decisions if decision.claim not in left_out)

    @property
    def asked(self) -> int:
        """How many votes a claim needs; of several collections, what counts where nobody has said."""
        return self.policies.get(self.collection or "", Policy()).votes

    def position_of(self, decision: Decision) -> int | None:
        """Return a decision's place in its chain; None in others' chains where it would tell how much is hidden."""
        is_told = not self.hidden or decision.reviewer == self.reviewer
        return decision.position if is_told else None


def load_record(
    store: Store,
    collection: str | None,
    generated_at: datetime,
    reviewer: str | None = None,
    selection: Selection = EVERYTHING,
) -> Record:
    """Read one collection (all, if it is None) from the database, at one moment.

    With a `reviewer`, what that person may not see yet, as it is reviewed blind, is left out. What is damaged stops
    nothing: it is left out and named in `Record.problems`.

    Raises:
        ReportError: there is no such collection or article, or the list of articles itself is damaged.
        StoreError: the database cannot be read.
    """
    problems: list[str] = []
    with store.read() as connection:
        collections, summaries = _load_lists(connection, collection)
        hidden = hidden_claims(connection, reviewer) if reviewer is not None else frozenset[str]()
        articles = []
        claims: list[ClaimState] = []
        for summary in summaries:
            try:
                recorded = _load_article(connection, summary)
                standing = state.claim_states(connection, article=summary.key)
                claims += seen_states(connection, standing, reviewer or "", hidden)
                articles.append(recorded)
            except _UNREADABLE as error:
                problems.append(_problem(f"article “{summary.name}” ({summary.key[:12]})", error))
        subjects = _subjects(claims, articles, collections)
        decisions = _load_decisions(connection, collection, subjects, problems)
        decisions = visible_decisions(decisions, reviewer or "", hidden)
        chains = tuple(head for head in log.chain_heads(connection) if not hidden or head.reviewer == reviewer)
        versions = _load_versions(connection, collection, {recorded.key for recorded in articles}, problems)
    record = Record(
        collection,
        collections,
        tuple(articles),
        tuple(claims),
        decisions,
        chains,
        generated_at,
        tuple(problems),
        versions,
        readings_by_article(articles, decisions, versions),
        policies_by_collection(collections, decisions),
        reviewer,
        sum(1 for claim in claims if claim.key in hidden),
        selection,
    )
    return replace(record, chosen=_chosen(record)) if selection.chooses_claims else record


def _chosen(record: Record) -> frozenset[str]:
    names = {found.key: (found.summary.label, found.summary.name) for found in record.articles}
    articles, history = article_keys(record.selection.articles, names), by_subject(record.decisions)
    return frozenset(
        state.key
        for state in record.claims
        if chooses(record.selection, state, record.asked, articles, history.get(state.key, ()))
    )


def readings_by_article(
    articles: Sequence[RecordedArticle], decisions: Iterable[Decision], versions: Iterable[VersionChange]
) -> dict[str, dict[int, SentenceReading]]:
    """Return what `decisions` say of sentences that make no claim, in the order of the articles and sentences.

    What they say of older versions is among it as far as it holds for the newer ones.
    """
    history = by_subject(decisions)
    own = {recorded.key: fold_readings(history.get(article_subject(recorded.key), ())) for recorded in articles}
    carried = with_carried(own, versions)
    found = {recorded.key: carried[recorded.key] for recorded in articles}
    return {key: dict(sorted(readings.items())) for key, readings in found.items() if readings}


def policies_by_collection(
    collections: Iterable[RecordedCollection], decisions: Iterable[Decision]
) -> dict[str, Policy]:
    """Return how `decisions` say that collections are reviewed, in the order of the collections."""
    history = by_subject(decisions)
    said = {found.name: history.get(collection_subject(found.name), ()) for found in collections}
    return {name: fold_policy(decided) for name, decided in said.items() if effective(decided)}


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


def _subjects(
    claims: Iterable[ClaimState], articles: Iterable[RecordedArticle], collections: Iterable[RecordedCollection]
) -> dict[str, str]:
    """Return what decisions are about, in words by its key."""
    return {
        **{claim.key: f"claim {claim.key}" for claim in claims},
        **{article_subject(found.key): f"article “{found.article.name}” ({found.key[:12]})" for found in articles},
        **{collection_subject(found.name): f"collection “{found.name}”" for found in collections},
    }


def _load_decisions(
    connection: Connection, collection: str | None, subjects: Mapping[str, str], problems: list[str]
) -> tuple[Decision, ...]:
    try:
        found = log.list_decisions(connection, collection=collection)
    except _UNREADABLE:
        found = tuple(_readable_decisions(connection, subjects, problems))
    return tuple(sorted(found, key=decision_order))


def _readable_decisions(connection: Connection, subjects: Mapping[str, str], problems: list[str]) -> Iterable[Decision]:
    """Subject by subject, so that a damaged decision hides no other claim's history."""
    for key, subject in subjects.items():
        try:
            yield from log.list_decisions(connection, claim=key)
        except _UNREADABLE as error:
            problems.append(_problem(f"the decisions about {subject}", error))


def _problem(subject: str, error: Exception) -> str:
    return f"{subject}: {error}"
