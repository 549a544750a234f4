"""What the readable reports say of one claim."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.matching.model import Difference, QuoteVariant
from workbench.review.implied import Implied
from workbench.review.origins import OriginCount
from workbench.review.warning_model import Warning as RecordWarning
from workbench.store.decisions import Decision
from workbench.store.fold import Agreement, ClaimState
from workbench.store.model import ArticleSummary
from workbench.store.settled import CellAdjudication, ConfirmedOrigin
from workbench.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class ClaimReference:
    """Another claim of the report, by its key, number and wording."""

    key: str
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article in its context: `before` + `words` + `after` is the text as it stands there.

    Attributes:
        start, end: the place of `words` in the article's text, in code points, half-open.
        sentences: the indices of the sentences that `words` belong to.
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of another article on which a relation rests.

    Attributes:
        text: their words; an ellipsis stands where sentences between them are left out.
        differences: in what `text` (side `b`) differs from the claim (side `a`), as the program sees it.
        variants: how the claim (`a`) and `text` (`b`) render one quotation.
        named_by: who named these sentences.
    """

    sentences: tuple[int, ...]
    text: str
    differences: tuple[Difference, ...]
    variants: tuple[QuoteVariant, ...]
    named_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer recorded about one other article, and the claim of that article that they named."""

    agreement: Agreement
    other: ClaimReference | None


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One other article beside a claim, about which something is recorded or implied.

    Attributes:
        relation: what it does, as far as that is one thing: settled, shared by all, or implied.
        settled: how it was settled, and the claim of the article that was named.
        implied: what follows from a relation of a claim of the article, `implied_by`.
        passages: the sentences on which all of this rests, each set of them once.
    """

    article: ArticleSummary
    relation: Relation | None
    opinions: tuple[Opinion, ...]
    settled: CellAdjudication | None
    settled_with: ClaimReference | None
    implied: Implied | None
    implied_by: ClaimReference | None
    passages: tuple[Passage, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What reviewers noted with the relations that they recorded."""
        return tuple(opinion.agreement.note for opinion in self.opinions if opinion.agreement.note)

    @property
    def is_silent(self) -> bool:
        """Whether all who read it say that it does not address the claim, so that there is nothing to settle."""
        silent = all(opinion.agreement.relation is Relation.NOT_ADDRESSED for opinion in self.opinions)
        return bool(self.opinions) and silent and self.settled is None


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """Where one article has a claim's words and knowledge from, as it was confirmed; None where nobody has.

    `supports` says whether the article counts among those that support the claim.
    """

    article: ArticleSummary
    words: ConfirmedOrigin | None
    knowledge: ConfirmedOrigin | None
    supports: bool


@dataclass(frozen=True, slots=True)
class WarningEntry:
    """A warning; `of` is the claim in whose words it is told, if that is another one of the same class."""

    warning: RecordWarning
    of: ClaimReference | None


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
        sources: the words of each set of sentences that states it, in the order of `state.sources`.
        count: how many articles, outlets and confirmed origins support it; None of a claim that is not reviewed here.
        equivalent: the claims that are said to be the same.
        origins: the articles that support it or have a confirmed origin, its own first.
        cells: what the other articles do with it, those that are silent excepted.
        silent: the other articles that were read and do not address it.
        unread: the other articles about which nothing is recorded or implied yet.
    """

    number: str
    state: ClaimState
    quotation: Quotation
    sources: tuple[tuple[str, ...], ...]
    count: OriginCount | None
    equivalent: tuple[ClaimReference, ...]
    origins: tuple[OriginEntry, ...]
    warnings: tuple[WarningEntry, ...]
    cells: tuple[CellEntry, ...]
    silent: tuple[CellEntry, ...]
    unread: tuple[ArticleSummary, ...]
    history: tuple[HistoryEntry, ...]

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.state.key

    @property
    def open_warnings(self) -> tuple[WarningEntry, ...]:
        """The warnings that nobody has waived."""
        return tuple(entry for entry in self.warnings if entry.warning.waiver is None)

    @property
    def waived(self) -> tuple[WarningEntry, ...]:
        """The warnings that somebody waived."""
        return tuple(entry for entry in self.warnings if entry.warning.waiver is not None)

    @property
    def silent_by_readers(self) -> Mapping[tuple[str, ...], tuple[CellEntry, ...]]:
        """The articles that do not address it, by who has read them."""
        found: defaultdict[tuple[str, ...], list[CellEntry]] = defaultdict(list)
        for cell in self.silent:
            found[tuple(opinion.agreement.reviewer for opinion in cell.opinions)].append(cell)
        return {readers: tuple(cells) for readers, cells in found.items()}

    @property
    def has_confirmed_origin(self) -> bool:
        """Whether anybody confirmed an origin of it."""
        return any(entry.words or entry.knowledge for entry in self.origins)
