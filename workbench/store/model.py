"""What leaves the store besides articles, claims and decisions: plain frozen rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from workbench.claims.model import Claim
from workbench.vocabulary import AnchorState, ClaimOrigin, Verdict, WorkflowState


@dataclass(frozen=True, slots=True)
class Extraction:
    """Once asking a language model about an article.

    Attributes:
        article: the article's key.
        extractor: the model's name.
        claims: the claims that came of it, in the article's order.
        proposed: how many the model sent; of these `known` were claims already, and `dropped` says why others fell.
    """

    article: str
    extractor: str
    at: datetime
    claims: tuple[Claim, ...]
    proposed: int
    known: int
    dropped: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles about one event, reviewed together."""

    name: str
    articles: int
    claims: int


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article without its text; `label` is its short name within the collection: A, B, …, Z, AA, …

    `newer` is the key of its newer version, if there is one beside it.
    """

    key: str
    label: str
    name: str
    title: str | None
    publisher: str | None
    published: date | None
    added_at: datetime
    sentences: int
    claims: int
    language: str | None = None
    newer: str | None = None

    @property
    def heading(self) -> str:
        """What to call the article on a screen: its title, or else the name of its file."""
        return self.title or self.name


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One claim as a list shows it, from the view of one reviewer.

    Attributes:
        origin: whether the rules, a reviewer or a language model made the claim.
        own_verdict: the verdict of that reviewer; the verdicts of others are not in it.
        relations: of how many other articles that reviewer recorded a relation; older versions do not count.
        anchor: how surely its words stand in the newer version of the article, or came from the older one.
        assigned: whether that reviewer is to vote on it, and has not yet.
    """

    key: str
    article: str
    start: int
    text: str
    asserter: str | None
    is_quote: bool
    checkworthiness: float
    checkable: float | None
    state: WorkflowState
    own_verdict: Verdict | None
    relations: int
    discarded: bool
    anchor: AnchorState | None = None
    origin: ClaimOrigin = ClaimOrigin.RULES
    assigned: bool = False


@dataclass(frozen=True, slots=True)
class ChainHead:
    """The end of one chain of decisions: what a report prints, so that a cut tail would show."""

    database: str
    reviewer: str
    length: int
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that `db check` found wrong: in what, and what is wrong with it."""

    subject: str
    problem: str


def newest_of(article: str, articles: Mapping[str, ArticleSummary]) -> str:
    """Return the key of the newest version of an article (itself, if there is none) among these."""
    seen = {article}
    while article in articles and (newer := articles[article].newer) and newer not in seen:
        seen.add(newer)
        article = newer
    return article
