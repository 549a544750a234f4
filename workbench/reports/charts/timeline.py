"""When each article said what: articles in order of publication, below a true axis of time; a line for each claim."""

from collections.abc import Sequence
from typing import Final

from workbench.reports.charts.axis import Axis
from workbench.reports.charts.canvas import Canvas, shortened
from workbench.reports.charts.model import Column, Mark, Row, Timeline

_LEFT: Final = 450
_COLUMN: Final = 44
_NARROW_LEFT: Final = 330
_NARROW_COLUMN: Final = 31
_MANY_COLUMNS: Final = 16
_LEAST_COLUMNS_WIDTH: Final = 480
_RIGHT: Final = 40
_AXIS: Final = 28
_HEADS: Final = 96
_TOP: Final = 128
_STEP: Final = 30
_RADIUS: Final = 10.5
_LEGEND_WIDTH: Final = 160
_FIRST: Final = "first to state it"


def draw_timeline(name: str, timeline: Timeline) -> str | None:
    """Return the timeline as an SVG; None where no claim is spoken of by two articles, or no article has a date."""
    dated = [moment for column in timeline.columns if (moment := column.moment) is not None]
    if not timeline.rows or not dated:
        return None
    many = len(timeline.columns) > _MANY_COLUMNS
    across = max(_LEAST_COLUMNS_WIDTH, (_NARROW_COLUMN if many else _COLUMN) * len(timeline.columns))
    left = _NARROW_LEFT if many else _LEFT
    width, legend = left + across + _RIGHT, _TOP + _STEP * len(timeline.rows) + 16
    kinds, in_line = _kinds(timeline.rows), int(width // _LEGEND_WIDTH)
    height = legend + -(-(len(kinds) + 1) // in_line) * 26
    canvas = Canvas(name, "When each article said what", _told(timeline), height, width)
    places = _places(timeline.columns, left + 20, left + across)
    _draw_axis(canvas, timeline.columns, places, Axis(min(dated), max(dated), left + 20, left + across))
    for index, row in enumerate(timeline.rows):
        _draw_row(canvas, row, places, _TOP + _STEP * index + _STEP / 2, width, left, striped=index % 2 == 0)
    _draw_sign(canvas, "", "fill-paper line-ink", 14, legend + 10, first=True)
    canvas.words(32, legend + 14.5, _FIRST, "fill-ink", 12.5)
    for index, mark in enumerate(kinds, start=1):
        x, y = 14 + index % in_line * _LEGEND_WIDTH, legend + 10 + index // in_line * 26
        _draw_sign(canvas, mark.glyph, _fill(mark), x, y, first=False)
        canvas.words(x + 18, y + 4.5, mark.label, "fill-ink", 12.5)
    return canvas.svg()


def _kinds(rows: Sequence[Row]) -> list[Mark]:
    """Return a mark of each kind that there is, those of articles that make the claim first."""
    kinds = {mark.label: mark for row in rows for mark in row.marks}
    return sorted(kinds.values(), key=lambda mark: (not mark.own, mark.label))


def _places(columns: Sequence[Column], left: float, right: float) -> dict[str, float]:
    gap = (right - left) / max(1, len(columns) - 1)
    alone = (left + right) / 2
    return {column.label: left + gap * index if len(columns) > 1 else alone for index, column in enumerate(columns)}


def _draw_axis(canvas: Canvas, columns: Sequence[Column], places: dict[str, float], axis: Axis) -> None:
    canvas.words(0, _AXIS - 8, "published (UTC)", "fill-soft", 12)
    canvas.line((axis.left, _AXIS), (axis.right, _AXIS), "line-soft", 1.5)
    for place, words in axis.ticks():
        canvas.line((place, _AXIS - 4), (place, _AXIS + 4), "line-soft", 1.5)
        canvas.words(place, _AXIS - 9, words, "fill-soft", 11, "middle")
    for column in columns:
        moment, x = column.moment, places[column.label]
        if moment is None:
            canvas.words(x, _HEADS - 20, "undated", "fill-soft", 10, "middle")
        else:
            at = axis.place(moment)
            canvas.disc(at, _AXIS, 3.5, "fill-ink")
            bend = f"C{at:.1f} {_AXIS + 30} {x:.1f} {_HEADS - 44} {x:.1f} {_HEADS - 14}"
            canvas.path(f"M{at:.1f} {_AXIS} {bend}", "line-soft hollow", 1)
        canvas.box(x - 14, _HEADS - 13, 28, 22, "fill-paper line-ink", 4)
        canvas.words(x, _HEADS + 2.5, column.label, "fill-ink strong", 12.5, "middle")


def _draw_row(
    canvas: Canvas, row: Row, places: dict[str, float], y: float, width: float, left: float, striped: bool
) -> None:
    if striped:
        canvas.box(0, y - _STEP / 2, width, _STEP, "ground-silent", 3)
    canvas.words(6, y + 4.5, row.number, "fill-ink strong", 12.5)
    canvas.words(74, y + 4.5, shortened(row.words, left - 96, 12.5), "fill-ink", 12.5)
    at = [places[mark.column.label] for mark in row.marks]
    canvas.line((min(at), y), (max(at), y), "line-soft", 1.5)
    for mark in row.marks:
        _draw_sign(canvas, mark.glyph, _fill(mark), places[mark.column.label], y, mark.first)


def _fill(mark: Mark) -> str:
    return "fill-ink edge" if mark.own else f"fill-{mark.tone} edge"


def _draw_sign(canvas: Canvas, glyph: str, classes: str, x: float, y: float, first: bool) -> None:
    """Draw a sign in a circle; in a diamond if whoever it stands for was the first."""
    if first:
        side = _RADIUS + 3
        canvas.path(f"M{x:.1f} {y - side}L{x + side:.1f} {y}L{x:.1f} {y + side}L{x - side:.1f} {y}Z", classes)
    else:
        canvas.disc(x, y, _RADIUS, classes)
    canvas.words(x, y + 4.5, glyph, "fill-paper strong", 12.5, "middle")


def _told(timeline: Timeline) -> str:
    chosen = f"The {len(timeline.rows)} of {timeline.candidates} claims that most articles speak to."
    words = chosen if timeline.candidates > len(timeline.rows) else "Every claim that two articles or more speak to."
    if timeline.left_out:
        words += f" {timeline.left_out} articles are left out."
    lines = (f"{row.number}: {', '.join(map(_mark_told, row.marks))}" for row in timeline.rows)
    return f"{words} In order of publication, {'; '.join(lines)}."


def _mark_told(mark: Mark) -> str:
    return f"{mark.column.label} {mark.label}{f' ({_FIRST})' if mark.first else ''}"
