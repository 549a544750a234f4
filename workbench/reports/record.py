"""Everything that one report tells.

The writers are pure functions of a `Record`: the same record gives the same text, byte for byte. A record is either
held in memory or read from the database as it is iterated (`reports.recording`); writers cannot tell which.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Generic, Protocol, TypeAlias, TypeVar

from workbench.articles.model import Article
from workbench.claims.model import Claim, Passed
from workbench.matching.model import VersionChange
from workbench.reports.sections import Section
from workbench.reports.selection import EVERYTHING, Selection
from workbench.store.cache import by_subject
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState, effective
from workbench.store.model import ArticleSummary, ChainHead, Extraction
from workbench.store.policy import Policy, fold_policy
from workbench.store.readings import SentenceReading, fold_readings, with_carried
from workbench.store.subjects import article_subject, collection_subject

T = TypeVar("T")
States: TypeAlias = tuple[ClaimState, ...]


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


class Articles(Protocol):
    """The articles of a record, in the order of their labels."""

    def __iter__(self) -> Iterator[RecordedArticle]: ...

    @property
    def summaries(self) -> Sequence[ArticleSummary]:
        """What lists tell of them, without their texts."""
        ...

    def get(self, key: str) -> RecordedArticle | None:
        """Return the article with this key; None if it is not of this record."""
        ...


class ArticleList(tuple[RecordedArticle, ...]):
    """Articles that are held in memory."""

    @property
    def summaries(self) -> Sequence[ArticleSummary]:
        """What lists tell of them."""
        return [recorded.summary for recorded in self]

    def get(self, key: str) -> RecordedArticle | None:
        """Return the article with this key."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> Mapping[str, RecordedArticle]:
        return {recorded.key: recorded for recorded in self}


class Reread(Generic[T]):
    """Items that are read each time that they are iterated, and never held all together."""

    def __init__(self, read: Callable[[], Iterable[T]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[T]:
        return iter(self._read())


@dataclass(frozen=True, slots=True)
class Record:
    """A database, or one collection of it, at one moment.

    What is told to be iterable can be iterated as often as one likes; it may be read anew each time.

    Attributes:
        collection: the collection's name, or None for the whole database.
        articles: in the order of their labels; a plain tuple becomes an `ArticleList`.
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
    articles: Articles
    claims: Iterable[ClaimState]
    decisions: Iterable[Decision]
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

    def __post_init__(self) -> None:
        given: Iterable[RecordedArticle] = self.articles
        if isinstance(given, tuple):
            object.__setattr__(self, "articles", ArticleList(given))

    def tells(self, section: Section) -> bool:
        """Return whether a readable report has this part."""
        return section in self.selection.sections

    def tells_of(self, claim: str) -> bool:
        """Return whether it tells of the claim with this key, and not only counts it."""
        return self.chosen is None or claim in self.chosen

    @property
    def told(self) -> Iterator[ClaimState]:
        """The claims that it tells of, in the order of `claims`."""
        return (state for state in self.claims if self.tells_of(state.key))

    @property
    def told_decisions(self) -> Iterator[Decision]:
        """The decisions about these claims, and those that are about no claim."""
        if self.chosen is None:
            return iter(self.decisions)
        left_out = {state.key for state in self.claims} - self.chosen
        return (decision for decision in self.decisions if decision.claim not in left_out)

    @property
    def summaries(self) -> Sequence[ArticleSummary]:
        """What lists tell of the articles."""
        return self.articles.summaries

    @property
    def labels(self) -> dict[str, str]:
        """The short names of the articles by key."""
        return {summary.key: summary.label for summary in self.summaries}

    def by_article(self, states: Iterable[ClaimState] | None = None) -> Iterator[tuple[RecordedArticle, States]]:
        """Yield each article with its claims, told of or not; or with those of `states`, in the same order."""
        groups = groupby(self.claims if states is None else states, key=lambda state: state.claim.article)
        article, claims = next(groups, (None, iter(())))
        for recorded in self.articles:
            if recorded.key == article:
                yield recorded, tuple(claims)
                article, claims = next(groups, (None, iter(())))
            else:
                yield recorded, ()

    @property
    def asked(self) -> int:
        """How many votes a claim needs; of several collections, what counts where nobody has said."""
        return self.policies.get(self.collection or "", Policy()).votes

    def position_of(self, decision: Decision) -> int | None:
        """Return a decision's place in its chain; None in others' chains where it would tell how much is hidden."""
        is_told = not self.hidden or decision.reviewer == self.reviewer
        return decision.position if is_told else None


def readings_by_article(
    articles: Iterable[str], decisions: Iterable[Decision], versions: Iterable[VersionChange]
) -> dict[str, dict[int, SentenceReading]]:
    """Return what `decisions` say of sentences that make no claim, in the order of the articles (keys) and sentences.

    What they say of older versions is among it as far as it holds for the newer ones.
    """
    keys, history = tuple(articles), by_subject(decisions)
    own = {key: fold_readings(history.get(article_subject(key), ())) for key in keys}
    carried = with_carried(own, versions)
    found = {key: carried[key] for key in keys}
    return {key: dict(sorted(readings.items())) for key, readings in found.items() if readings}


def policies_by_collection(
    collections: Iterable[RecordedCollection], decisions: Iterable[Decision]
) -> dict[str, Policy]:
    """Return how `decisions` say that collections are reviewed, in the order of the collections."""
    history = by_subject(decisions)
    said = {found.name: history.get(collection_subject(found.name), ()) for found in collections}
    return {name: fold_policy(decided) for name, decided in said.items() if effective(decided)}
