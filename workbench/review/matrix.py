"""The matrix of claims × articles: what every article does with every claim."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.store.fold import Agreement, ClaimState
from workbench.store.model import ArticleSummary, newest_of


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One claim and one article; `own` marks the article that the claim stands in.

    `agreements` holds what each reviewer recorded; empty means that nobody looked yet.
    """

    article: str
    own: bool
    agreements: tuple[Agreement, ...]

    @property
    def unanimous(self) -> Agreement | None:
        """The agreement that all reviewers share by relation; None where there is none or they differ."""
        relations = {agreement.relation for agreement in self.agreements}
        return self.agreements[-1] if len(relations) == 1 else None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One claim, and its cells in the order of the articles."""

    claim: ClaimState
    cells: tuple[MatrixCell, ...]


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
    kept = (state for state in states if state.discarded_by is None)
    return Matrix(columns, tuple(_row(state, columns, newest_of(state.claim.article, summaries)) for state in kept))


def _row(state: ClaimState, columns: tuple[ArticleSummary, ...], own: str) -> MatrixRow:
    return MatrixRow(state, tuple(_cell(state, article.key, own) for article in columns))


def _cell(state: ClaimState, article: str, own: str) -> MatrixCell:
    about = tuple(agreement for agreement in state.agreements if agreement.article == article)
    return MatrixCell(article, article == own, about)
