"""What the readable reports say, in the order in which they say it; Markdown and HTML only lay it out.

Claims are numbered within their article (A-1, A-2, …, discarded ones too), articles have the labels that they
have on the screen.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from workbench.articles.model import Sentence
from workbench.reports.claim_outline import ClaimEntry, HistoryEntry
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.record_graph import RecordGraph
from workbench.reports.wording import DISPUTED_GLYPH, NO_VERDICT, NOT_LOOKED_AT, VOTES_DIFFER
from workbench.review.completeness import Completeness
from workbench.review.matrix import Matrix, MatrixCell, MatrixRow, fold_classes
from workbench.review.progress import Progress
from workbench.review.reviewer_agreement import ReviewersAgreement
from workbench.review.sentence_states import sentence_state
from workbench.review.versions import Version
from workbench.review.warning_model import Warning as RecordWarning
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
    WarningKind,
)


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
    """One part of a whole: how many claims or cells are of a kind; None is “nothing recorded”.

    `implied` counts those of them that nobody recorded, as they follow from relations of other claims.
    """

    kind: Verdict | Relation | Literal["disputed"] | None
    label: str
    glyph: str
    number: int
    implied: int = 0


@dataclass(frozen=True, slots=True)
class WarningGroup:
    """The warnings of one kind: open ones, and how many were waived."""

    kind: WarningKind
    open: tuple[RecordWarning, ...]
    waived: int


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
    """A readable report.

    Attributes:
        agreement: how far reviewers agree.
        matrix: claims × articles; claims that were discarded are left out.
        numbers: the numbers of the claims by key.
        history: all decisions, oldest first, undone ones too.
        subjects: what decisions are about, in words, by the key in `Decision.claim`.
    """

    title: str
    record: Record
    graph: RecordGraph
    progress: Progress
    completeness: Completeness
    agreement: ReviewersAgreement
    matrix: Matrix
    articles: tuple[ArticleEntry, ...]
    numbers: dict[str, str]
    versions: tuple[VersionEntry, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    subjects: Mapping[str, str] = field(default_factory=dict)

    @property
    def told_rows(self) -> tuple[MatrixRow, ...]:
        """The rows of the matrix of which the report tells."""
        return tuple(row for row in self.matrix.rows if self.record.tells_of(row.claim.key))

    @property
    def told_classes(self) -> tuple[MatrixRow, ...]:
        """The classes with a claim of which the report tells."""
        return tuple(row for row in self.classes if any(self.record.tells_of(each.key) for each in row.members))

    @property
    def told_history(self) -> tuple[HistoryEntry, ...]:
        """The decisions about the claims that the report tells of, and those that are about no claim."""
        tells_of = self.record.tells_of
        return tuple(e for e in self.history if e.decision.claim not in self.numbers or tells_of(e.decision.claim))

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        """The claims of all articles."""
        return tuple(claim for article in self.articles for claim in article.claims)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Everybody who decided anything, by name."""
        return tuple(sorted({decision.reviewer for decision in self.record.decisions}))

    @property
    def comparable(self) -> bool:
        """Whether there are two or more whose votes or relations can be held against one another."""
        return len({*self.agreement.verdicts.reviewers, *self.agreement.relations.reviewers}) > 1

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
        counts = Counter(relation for cell in others for relation in relations_in(cell) or (None,))
        implied = Counter(cell.implied.relation for cell in others if cell.implied)
        shares = [Share(k, RELATION_TERMS[k].label, RELATION_TERMS[k].glyph, counts[k], implied[k]) for k in Relation]
        shares += [Share(None, NOT_LOOKED_AT, UNREVIEWED_GLYPH, counts[None])]
        return tuple(share for share in shares if share.number)

    @property
    def classes(self) -> tuple[MatrixRow, ...]:
        """A row for each class of claims that are said to be the same."""
        return tuple(row for row in fold_classes(self.matrix, self.graph.classes).rows if len(row.members) > 1)

    @property
    def warnings(self) -> tuple[WarningGroup, ...]:
        """The warnings by kind; kinds without any are left out."""
        of_kind = {kind: [each for each in self.graph.warnings if each.kind is kind] for kind in WarningKind}
        opened = {kind: tuple(each for each in found if each.waiver is None) for kind, found in of_kind.items()}
        return tuple(
            WarningGroup(kind, opened[kind], len(found) - len(opened[kind])) for kind, found in of_kind.items() if found
        )


def relations_in(cell: MatrixCell) -> tuple[Relation, ...]:
    """Return what stands in a cell: what was settled, or else all that was recorded, or what is implied."""
    if cell.relation is not None:
        return (cell.relation,)
    return tuple(dict.fromkeys(agreement.relation for agreement in cell.agreements))
