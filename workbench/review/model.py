"""What the screens show: plain frozen data classes, free of the database."""

from dataclasses import dataclass, replace

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim
from workbench.matching.model import Comparison, Difference, QuoteVariant
from workbench.review.implied import Implied
from workbench.review.sentence_states import sentence_state
from workbench.store.decisions import Decision, Draft
from workbench.store.fold import Agreement, ClaimState, Note, SourceLink, Vote
from workbench.store.model import ArticleSummary, ChainHead, Collection, QueueRow
from workbench.store.payloads import (
    AddNote,
    DetachEvidence,
    MarkSilent,
    MarkVerdict,
    Payload,
    ReadSentences,
    RecordAgreement,
    RewordClaim,
    UnlinkSource,
)
from workbench.store.readings import SentenceReading
from workbench.store.settled import ConfirmedOrigin
from workbench.vocabulary import (
    SUGGESTED_READING,
    AnchorState,
    Facet,
    PassedOver,
    Reading,
    SentenceState,
    Verdict,
)

DEFAULT_COLLECTION = "articles"
"""Where articles go that are put nowhere else."""

__all__ = [
    "DEFAULT_COLLECTION",
    "AddNote",
    "Agreement",
    "Article",
    "ArticleSummary",
    "ArticleView",
    "Block",
    "Cell",
    "ChainHead",
    "Claim",
    "ClaimState",
    "ClaimView",
    "Collection",
    "Comparison",
    "ConfirmedOrigin",
    "Decision",
    "DetachEvidence",
    "Difference",
    "Draft",
    "Fate",
    "Implied",
    "MarkSilent",
    "MarkVerdict",
    "Note",
    "Outcome",
    "Passage",
    "Payload",
    "QueueRow",
    "QuoteVariant",
    "ReadSentences",
    "RecordAgreement",
    "RewordClaim",
    "Sentence",
    "SentenceFate",
    "SentenceReading",
    "SourceLink",
    "UnlinkSource",
    "VersionNote",
    "Vote",
]


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of another article that may speak to a claim, with the reason why they are shown.

    Attributes:
        text: the sentences in order; where they do not follow one another, joined by an ellipsis.
        score: how well they answer the claim, 0 to 100.
        shared: spans of `text` whose words the claim has too.
        comparison: how the claim (`a`) and `text` (`b`) differ.
        twin: the claim (key) that the sentences make, if it says as much: what is recorded holds from its side, too.
        variants: how the claim (`a`) and `text` (`b`) render one quotation.
    """

    sentences: tuple[int, ...]
    text: str
    score: float
    state: AnchorState
    shared: tuple[tuple[int, int], ...]
    comparison: Comparison
    twin: str | None = None
    variants: tuple[QuoteVariant, ...] = ()

    def with_twin(self, twin: str | None) -> "Passage":
        """Return the passage as that of another claim of its article, or of none."""
        return replace(self, twin=twin)


@dataclass(frozen=True, slots=True)
class Cell:
    """One other article beside a claim: its passages, best first, and what the reviewer recorded.

    `searched` is False for an article of a large collection that is unlikely to speak to the claim: its passages
    are looked for when it is chosen. `implied` is what follows from a relation of one of the article's own claims.
    """

    article: ArticleSummary
    passages: tuple[Passage, ...]
    agreement: Agreement | None
    searched: bool = True
    implied: Implied | None = None

    @property
    def is_decided(self) -> bool:
        """Whether it is known what the article does with the claim: recorded, or implied."""
        return self.agreement is not None or self.implied is not None


@dataclass(frozen=True, slots=True)
class VersionNote:
    """How a claim is tied to another version of its article.

    Attributes:
        state: how surely the words of the older version stand in the newer one.
        other: the other version; None if it is in another collection.
        differs: in what the words of the two say something else.
        carries: whether what was decided about the older one counts for the newer.
        is_older: whether the claim stands in the older version.
    """

    state: AnchorState
    other: ArticleSummary | None = None
    differs: tuple[Facet, ...] = ()
    carries: bool = True
    is_older: bool = False


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Everything that is needed to decide one claim, from the view of one reviewer.

    `cells` are the other articles, the one that most likely speaks to the claim first; `version` tells of another
    version of the claim's own article, if there is one.
    """

    state: ClaimState
    article: Article
    summary: ArticleSummary
    cells: tuple[Cell, ...]
    version: VersionNote | None = None

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.state.key

    def with_passage(self, cell: int, passage: Passage) -> "ClaimView":
        """Return the view with a passage that the reviewer chose first in a cell (an index into `cells`)."""
        before = self.cells[cell]
        passages = (passage, *(known for known in before.passages if known.sentences != passage.sentences))
        return self.with_cell(cell, replace(before, passages=passages))

    def keeping_chosen_of(self, before: "ClaimView") -> "ClaimView":
        """Return the view with the passages that the reviewer had chosen in an earlier view of the same words."""
        if self.state.text != before.state.text:
            return self
        view, earlier = self, {cell.article.key: cell.passages[:1] for cell in before.cells}
        for index, cell in enumerate(self.cells):
            for passage in earlier.get(cell.article.key, ()):
                if cell.searched and passage.sentences not in {known.sentences for known in cell.passages}:
                    view = view.with_passage(index, passage)
        return view

    def with_cell(self, cell: int, changed: Cell) -> "ClaimView":
        """Return the view with another cell at an index into `cells`."""
        return replace(self, cells=(*self.cells[:cell], changed, *self.cells[cell + 1 :]))

    @property
    def undecided(self) -> tuple[str, ...]:
        """The keys of the articles about which nothing is recorded or implied yet."""
        return tuple(cell.article.key for cell in self.cells if not cell.is_decided)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one sentence.

    Attributes:
        claims: what was made of it, the claims that stand first.
        passed_over: why the program made no claim of it; None where it did.
        verdict: the reviewer's own on the claims that stand, or the settled one; None while one of them has neither.
        reading: what a person found it to be that makes no claim.
    """

    claims: tuple[ClaimState, ...]
    passed_over: PassedOver | None
    verdict: Verdict | None
    reading: SentenceReading | None = None

    @property
    def state(self) -> SentenceState:
        """The one state that it is in."""
        return sentence_state(self.claims, self.reading)

    @property
    def discarded(self) -> bool:
        """Whether every claim made of the sentence was discarded, and nobody has read it otherwise."""
        return self.state is SentenceState.DISCARDED

    @property
    def unread(self) -> bool:
        """Whether nobody has said what it is."""
        return self.state is SentenceState.UNREAD

    @property
    def suggestion(self) -> Reading | None:
        """What the program would take it for, if nobody has read it; None where it has nothing to say."""
        return SUGGESTED_READING[self.passed_over] if self.unread and self.passed_over else None


@dataclass(frozen=True, slots=True)
class SentenceFate:
    """A sentence of an article and its fate."""

    index: int
    sentence: Sentence
    fate: Fate


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with the fate of every sentence."""

    summary: ArticleSummary
    article: Article
    sentences: tuple[SentenceFate, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The decisions of one action that are saved: what the first is about, and a line that says what was done."""

    claim: str
    decisions: tuple[Decision, ...]
    message: str

    @property
    def decision(self) -> Decision:
        """The first of the decisions; mostly there is only one."""
        return self.decisions[0]

    @property
    def claims(self) -> tuple[str, ...]:
        """What the decisions are about, each once."""
        return tuple(dict.fromkeys(decision.claim for decision in self.decisions))

    @property
    def is_undo(self) -> bool:
        """Whether something was taken back, or brought back."""
        return self.decision.undoes is not None
