"""What the readable reports say, in the order in which they say it; Markdown and HTML only lay it out.

Claims are numbered within their article (A-1, A-2, …, discarded ones too), articles have the labels that they
have on the screen.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.articles.model import Sentence
from workbench.matching.model import Difference
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.wording import DISPUTED_GLYPH, NO_VERDICT, NOT_LOOKED_AT, VOTES_DIFFER
from workbench.review.completeness import Completeness
from workbench.review.matrix import Matrix
from workbench.review.progress import Progress
from workbench.review.sentence_states import sentence_state
from workbench.review.versions import Version
from workbench.store.decisions import Decision
from workbench.store.fold import Agreement, ClaimState
from workbench.store.model import ArticleSummary
from workbench.store.readings import SentenceReading
from workbench.vocabulary import (
    RELATION_TERMS,
    UNREVIEWED_GLYPH,
    VERDICT_TERMS,
    AnchorState,
    PassedOver,
    Reading,
    Relation,
    SentenceState,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article in its context: `before` + `words` + `after` is the text as it stands there.

    Attributes:
        start, end: the place of `words` in the article's text, in code points, half-open.
        sentences: indices of the sentences that `words` touches.
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences of another article on which an agreement rests.

    Attributes:
        text: their words; an ellipsis stands where sentences between them are left out.
        differences: in what `text` (side `b`) differs from the claim (side `a`), as the program sees it.
    """

    sentences: tuple[int, ...]
    text: str
    start: int
    end: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer recorded about one other article."""

    article: ArticleSummary
    agreement: Agreement
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A decision in words; `counts` is false where it was undone, `takes_back` names what an undo undoes."""

    decision: Decision
    words: str
    counts: bool
    takes_back: str | None


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """All that a report tells of one claim.

    Attributes:
        opinions: what the other articles do with it, those that are silent excepted.
        silent: the other articles that were read and do not address it, with who says so.
        unread: the other articles about which nobody recorded anything yet.
    """

    number: str
    state: ClaimState
    quotation: Quotation
    sources: tuple[tuple[str, ...], ...]
    opinions: tuple[Opinion, ...]
    silent: tuple[Opinion, ...]
    unread: tuple[ArticleSummary, ...]
    history: tuple[HistoryEntry, ...]

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.state.key


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence and what became of it: the claims made of it, how it was read, or why the program passed it over."""

    index: int
    sentence: Sentence
    claims: tuple[ClaimEntry, ...]
    passed_over: PassedOver | None
    reading: SentenceReading | None = None

    @property
    def state(self) -> SentenceState:
        """The one state that it is in."""
        return sentence_state([claim.state for claim in self.claims], self.reading)


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article, its claims and its ledger."""

    recorded: RecordedArticle
    claims: tuple[ClaimEntry, ...]
    sentences: tuple[SentenceEntry, ...]

    @property
    def summary(self) -> ArticleSummary:
        """The article's label and heading."""
        return self.recorded.summary

    @property
    def by_block(self) -> tuple[tuple[SentenceEntry, ...], ...]:
        """The sentences of every block."""
        blocks: list[list[SentenceEntry]] = [[] for _ in self.recorded.article.blocks]
        for entry in self.sentences:
            blocks[entry.sentence.block].append(entry)
        return tuple(tuple(entries) for entries in blocks)

    def count(self, state: SentenceState) -> int:
        """Return how many sentences are in a state."""
        return sum(entry.state is state for entry in self.sentences)

    def read_as(self, reading: Reading) -> int:
        """Return how many sentences somebody has read so."""
        read = (entry.reading for entry in self.sentences if entry.state is SentenceState.READ)
        return sum(entry is not None and entry.reading is reading for entry in read)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: how many claims or cells are of a kind; None is “nothing recorded”."""

    kind: Verdict | Relation | Literal["disputed"] | None
    label: str
    glyph: str
    number: int


@dataclass(frozen=True, slots=True)
class AnchorEntry:
    """A claim of an older version whose words do not stand unchanged in the newer one.

    `number` and `newer` are the numbers of the claim and of the one that it became; `note` says what follows.
    """

    key: str
    number: str
    newer: str | None
    state: AnchorState
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """An article that is the newer version of another; `anchors` are those that are not exact."""

    version: Version
    anchors: tuple[AnchorEntry, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A readable report."""

    title: str
    record: Record
    progress: Progress
    completeness: Completeness
    matrix: Matrix
    articles: tuple[ArticleEntry, ...]
    numbers: dict[str, str]
    versions: tuple[VersionEntry, ...] = ()

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        """The claims of all articles."""
        return tuple(claim for article in self.articles for claim in article.claims)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Everybody who decided anything, by name."""
        return tuple(sorted({decision.reviewer for decision in self.record.decisions}))

    @property
    def dates(self) -> tuple[date, date] | None:
        """The first and the last day on which an article appeared."""
        known = [date(p.year, p.month, p.day) for a in self.articles if (p := a.recorded.article.published)]
        return (min(known), max(known)) if known else None

    @property
    def verdicts(self) -> tuple[Share, ...]:
        """How many kept claims have each verdict, votes that differ, or no vote yet; shares of 0 are left out."""
        kept = [row.claim for row in self.matrix.rows]
        counts = Counter(state.verdict for state in kept)
        disputed = sum(1 for state in kept if state.votes and state.verdict is None)
        shares = [Share(kind, VERDICT_TERMS[kind].label, VERDICT_TERMS[kind].glyph, counts[kind]) for kind in Verdict]
        shares += [Share("disputed", VOTES_DIFFER, DISPUTED_GLYPH, disputed)]
        shares += [Share(None, NO_VERDICT, UNREVIEWED_GLYPH, counts[None] - disputed)]
        return tuple(share for share in shares if share.number)

    @property
    def relations(self) -> tuple[Share, ...]:
        """How many cells hold each relation, or nothing yet; shares of 0 are left out.

        A cell about which reviewers differ counts once for each relation.
        """
        others = [cell for row in self.matrix.rows for cell in row.cells if not cell.own]
        counts = Counter(r for cell in others for r in {a.relation: None for a in cell.agreements} or (None,))
        shares = [Share(k, RELATION_TERMS[k].label, RELATION_TERMS[k].glyph, counts[k]) for k in Relation]
        shares += [Share(None, NOT_LOOKED_AT, UNREVIEWED_GLYPH, counts[None])]
        return tuple(share for share in shares if share.number)
