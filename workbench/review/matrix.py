"""The matrix of claims × articles: what every article does with every claim."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from workbench.review.classes import Classes
from workbench.review.held import as_agreement
from workbench.review.implied import Implied, implied_cells
from workbench.store.fold import Agreement, ClaimState
from workbench.store.model import ArticleSummary, newest_of
from workbench.store.settled import CellAdjudication
from workbench.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One claim, or one class of claims, and one article; `own` marks an article that such a claim stands in.

    Attributes:
        agreements: what each reviewer recorded; empty means that nobody looked yet.
        implied: what follows from a relation of a claim of the article, where nobody recorded anything.
        settled: how it was settled where reviewers differed.
    """

    article: str
    own: bool
    agreements: tuple[Agreement, ...]
    implied: Implied | None = None
    settled: CellAdjudication | None = None

    @property
    def unanimous(self) -> Agreement | None:
        """The agreement that was settled, or that all reviewers share by relation; None without one or where open."""
        if self.settled is not None:
            return as_agreement(self.settled)
        relations = {agreement.relation for agreement in self.agreements}
        return self.agreements[-1] if len(relations) == 1 else None

    @property
    def relation(self) -> Relation | None:
        """What the article does with the claim, as far as that is one thing: recorded, or else implied."""
        if self.unanimous is not None:
            return self.unanimous.relation
        return self.implied.relation if self.implied is not None else None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim, and its cells in the order of the articles; if folded, the first of the `members` of its class."""

    claim: ClaimState
    cells: tuple[MatrixCell, ...]
    members: tuple[ClaimState, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims × articles."""

    articles: tuple[ArticleSummary, ...]
    rows: tuple[MatrixRow, ...]


def build_matrix(articles: tuple[ArticleSummary, ...], states: Iterable[ClaimState]) -> Matrix:
    """Return the matrix of `states` × `articles`; claims that were discarded are left out.

    An article that a newer version has replaced has no column; the newer one is a claim's own article as well.
    """
    summaries = {article.key: article for article in articles}
    columns = tuple(article for article in articles if article.newer is None)
    kept = tuple(state for state in states if state.discarded_by is None)
    implied, untouched = implied_cells(kept), tuple(MatrixCell(article.key, False, ()) for article in columns)
    owns = (newest_of(state.claim.article, summaries) for state in kept)
    rows = (_row(state, untouched, own, implied.get(state.key, {})) for state, own in zip(kept, owns, strict=True))
    return Matrix(columns, tuple(rows))


def fold_classes(matrix: Matrix, classes: Classes) -> Matrix:
    """Return the matrix with one row for each class of equivalent claims, in the place of the first of them.

    A cell tells what was recorded of its article for any member; what was settled for one stands for what differed.
    """
    by_key = {row.claim.key: row for row in matrix.rows}
    groups = dict.fromkeys(classes.of(key) for key in by_key)
    rows = ([by_key[member] for member in members if member in by_key] for members in groups)
    return Matrix(matrix.articles, tuple(_folded(group) for group in rows))


def _row(state: ClaimState, untouched: tuple[MatrixCell, ...], own: str, implied: Mapping[str, Implied]) -> MatrixRow:
    """Return a row; most cells of a large matrix are untouched, and one object for each column will do for all."""
    agreements: defaultdict[str, list[Agreement]] = defaultdict(list)
    for agreement in state.agreements:
        agreements[agreement.article].append(agreement)
    touched = {own, *agreements, *implied}
    cells = tuple(
        _cell(state, cell.article, own, tuple(agreements[cell.article]), implied) if cell.article in touched else cell
        for cell in untouched
    )
    return MatrixRow(state, cells, (state,))


def _cell(
    state: ClaimState, article: str, own: str, agreements: tuple[Agreement, ...], implied: Mapping[str, Implied]
) -> MatrixCell:
    following = None if agreements else implied.get(article)
    return MatrixCell(article, article == own, agreements, following, state.settled_cell(article))


def _folded(rows: list[MatrixRow]) -> MatrixRow:
    if len(rows) == 1:
        return rows[0]
    cells = tuple(_folded_cell(cells) for cells in zip(*(row.cells for row in rows), strict=True))
    return MatrixRow(rows[0].claim, cells, tuple(row.claim for row in rows))


def _folded_cell(cells: tuple[MatrixCell, ...]) -> MatrixCell:
    agreements = tuple(chain.from_iterable(_told(cell) for cell in cells))
    own = any(cell.own for cell in cells)
    implied = None if agreements or own else _shared([cell.implied for cell in cells if cell.implied])
    return MatrixCell(cells[0].article, own, agreements, implied)


def _shared(implied: list[Implied]) -> Implied | None:
    return implied[0] if len({each.relation for each in implied}) == 1 else None


def _told(cell: MatrixCell) -> Iterator[Agreement]:
    settled = as_agreement(cell.settled) if cell.settled else None
    yield from cell.agreements if settled is None else (settled,)
