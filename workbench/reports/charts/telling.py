"""From the outline of a report to its timeline: which article said what, and which of them first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from workbench.reports.charts.model import MOST_COLUMNS, MOST_ROWS, Column, Mark, Row, Timeline
from workbench.reports.charts.tones import RELATION_TONES, Tone
from workbench.reports.outline import Outline
from workbench.reports.wording import DISPUTED_GLYPH, RELATIONS_DIFFER
from workbench.review.matrix import MatrixCell, MatrixRow, fold_classes
from workbench.vocabulary import RELATION_TERMS, Relation

_OWN_GLYPH: Final = "●"
_OWN_LABEL: Final = "says it"
_STATING: Final = frozenset({_OWN_LABEL, RELATION_TERMS[Relation.CORROBORATES].label})
_NEVER: Final = float("inf")


def timeline_of(outline: Outline) -> Timeline:
    """Return the timeline of the claims that the report tells of, those that most articles speak to."""
    columns = dict(_columns(outline))
    matrix = fold_classes(outline.matrix, outline.graph.classes)
    told = [row for row in matrix.rows if any(outline.record.tells_of(member.key) for member in row.members)]
    rows = [row for row in (_row(each, columns, outline.numbers) for each in told) if len(row.marks) > 1]
    chosen = sorted(rows, key=lambda row: -len(row.marks))[:MOST_ROWS]
    speaking = {mark.column.label for row in chosen for mark in row.marks}
    shown = [column for column in _in_order(columns.values()) if column.label in speaking]
    kept = {column.label for column in shown[:MOST_COLUMNS]}
    fitting = tuple(replace(row, marks=tuple(m for m in row.marks if m.column.label in kept)) for row in chosen)
    ordered = sorted((row for row in fitting if row.marks), key=_first_said)
    return Timeline(tuple(shown[:MOST_COLUMNS]), tuple(ordered), len(rows), len(columns) - len(kept))


def _columns(outline: Outline) -> Iterator[tuple[str, Column]]:
    published = {entry.recorded.key: entry.recorded.article.published for entry in outline.articles}
    for each in outline.matrix.articles:
        yield each.key, Column(each.label, each.publisher or each.heading, published.get(each.key))


def _in_order(columns: Iterable[Column]) -> list[Column]:
    return sorted(columns, key=lambda column: _NEVER if column.moment is None else column.moment)


def _row(row: MatrixRow, columns: Mapping[str, Column], numbers: Mapping[str, str]) -> Row:
    marks = [mark for cell in row.cells if (mark := _mark(cell, columns[cell.article]))]
    stating = [mark.column for mark in marks if mark.label in _STATING]
    placed = {column.label: mark for mark in marks for column in [mark.column]}
    ordered = (placed[column.label] for column in _in_order(mark.column for mark in marks))
    more = f" +{len(row.members) - 1}" if len(row.members) > 1 else ""
    return Row(
        row.claim.key,
        f"{numbers[row.claim.key]}{more}",
        row.claim.text,
        tuple(replace(mark, first=_is_first(mark, stating)) for mark in ordered),
    )


def _is_first(mark: Mark, stating: Iterable[Column]) -> bool:
    """Whether it states the claim, at a known time, and nobody who states it did so surely earlier."""
    if mark.label not in _STATING or mark.column.moment is None:
        return False
    return not any(other.surely_before(mark.column) for other in stating)


def _mark(cell: MatrixCell, column: Column) -> Mark | None:
    """Return what an article says of a claim; None if it is silent, or nobody has looked."""
    if cell.own:
        return Mark(column, _OWN_LABEL, _OWN_GLYPH, Tone.MUTED, own=True)
    if not (cell.agreements or cell.implied or cell.settled):
        return None
    relation = cell.relation
    if relation is Relation.NOT_ADDRESSED:
        return None
    if relation is None:
        return Mark(column, RELATIONS_DIFFER, DISPUTED_GLYPH, RELATION_TONES["disputed"])
    term = RELATION_TERMS[relation]
    return Mark(column, term.label, term.glyph, RELATION_TONES[relation])


def _first_said(row: Row) -> float:
    return min((_NEVER if mark.column.moment is None else mark.column.moment for mark in row.marks), default=_NEVER)
