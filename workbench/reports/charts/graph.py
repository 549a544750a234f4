"""The graph of agreement: articles on a ring, and between them in how many points they agree or are at odds."""

from collections.abc import Iterable
from math import atan2, cos, degrees, hypot, pi, radians, sin
from typing import Final

from workbench.reports.charts.canvas import Canvas, shortened
from workbench.reports.charts.model import Edge, Graph

_LEGEND: Final = 40
_NODE: Final = 17
_LABELS: Final = 190
_OUTWARD_LABELS: Final = 140
_ABOVE: Final = 44
_MANY: Final = 12
"""With more articles their outlets are written outwards, as there is no room beside one another."""
_CHIP_HEIGHT: Final = 17
_CROWDED: Final = 40
_APART: Final = 9.0

Point = tuple[float, float]


def draw_graph(name: str, graph: Graph) -> str | None:
    """Return the graph as an SVG; None where nothing stands between any two articles."""
    if not graph.edges:
        return None
    radius = max(190.0, 11.0 * len(graph.nodes))
    many = len(graph.nodes) > _MANY
    aside, above = (_OUTWARD_LABELS, _OUTWARD_LABELS) if many else (_LABELS, _ABOVE)
    width, height = 2 * (radius + aside), 2 * (radius + above) + _LEGEND
    centre = (width / 2, radius + above)
    canvas = Canvas(name, "Agreement between articles", _told(graph), height, width)
    at = {node.label: _on_ring(index, len(graph.nodes), radius, centre) for index, node in enumerate(graph.nodes)}
    curves = [(edge, _Curve(at[edge.first], at[edge.second], centre, _shift(edge))) for edge in graph.edges]
    most = max(edge.part.number for edge in graph.edges)
    for edge, curve in reversed(curves):
        stroke = 1.2 + (3 if len(curves) < _CROWDED else 1) * (edge.part.number / most) ** 0.5
        canvas.path(curve.commands, f"line-{edge.part.tone} hollow{f' {edge.dash}' if edge.dash else ''}", stroke)
    _draw_chips(canvas, curves, at.values())
    for node in graph.nodes:
        _draw_node(canvas, node.label, node.words, at[node.label], centre, many)
    _draw_legend(canvas, graph.edges, width, height)
    return canvas.svg()


class _Curve:
    """From one article to another, bent towards the centre so that no curve runs through a third."""

    def __init__(self, start: Point, end: Point, centre: Point, shift: float) -> None:
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        length = hypot(end[0] - start[0], end[1] - start[1]) or 1
        aside = ((end[1] - start[1]) / length * shift, (start[0] - end[0]) / length * shift)
        bent = tuple(m + 0.35 * (c - m) + a for m, c, a in zip(middle, centre, aside, strict=True))
        self.start, self.end, self.bend = start, end, (bent[0], bent[1])

    @property
    def commands(self) -> str:
        """The curve as SVG draws it."""
        points = (f"{x:.1f} {y:.1f}" for x, y in (self.start, self.bend, self.end))
        first, bend, last = points
        return f"M{first}Q{bend} {last}"

    def point(self, part: float) -> Point:
        """Return the point where so much of the curve is behind."""
        weights = ((1 - part) ** 2, 2 * part * (1 - part), part**2)
        of_each = (self.start, self.bend, self.end)
        x, y = (sum(w * p[axis] for w, p in zip(weights, of_each, strict=True)) for axis in (0, 1))
        return x, y


def _shift(edge: Edge) -> float:
    """Two things between the same articles run beside one another: a dashed one on one side, a solid on the other."""
    return {"": -_APART, "dotted": 0.0}.get(edge.dash, _APART)


def _on_ring(index: int, number: int, radius: float, centre: Point) -> Point:
    angle = 2 * pi * index / number - pi / 2
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def _draw_chips(canvas: Canvas, curves: Iterable[tuple[Edge, _Curve]], nodes: Iterable[Point]) -> None:
    """Write each number on its curve, where it covers the least of what was written before."""
    taken = list(nodes)
    for edge, curve in curves:
        places = [curve.point(part) for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78)]
        free = [place for place in places if _distance(place, taken) > 24]
        x, y = free[0] if free else max(places, key=lambda place: _distance(place, taken))
        taken.append((x, y))
        words = f"{edge.part.glyph}{edge.part.number:,}"
        wide = 12 + 7.5 * len(words)
        canvas.box(x - wide / 2, y - _CHIP_HEIGHT / 2, wide, _CHIP_HEIGHT, f"fill-paper line-{edge.part.tone}", 8)
        canvas.words(x, y + 4.2, words, f"fill-{edge.part.tone} strong", 11.5, "middle")


def _distance(place: Point, taken: Iterable[Point]) -> float:
    return min(hypot(place[0] - x, place[1] - y) for x, y in taken)


def _draw_node(canvas: Canvas, label: str, words: str, at: Point, centre: Point, outwards: bool) -> None:
    x, y = at
    canvas.disc(x, y, _NODE, "fill-ink edge")
    canvas.words(x, y + 4.8, label, "fill-paper strong", 13.5, "middle")
    aside, name = x - centre[0], shortened(words, (_OUTWARD_LABELS if outwards else _LABELS) - _NODE - 12, 12)
    if outwards:
        angle, away = degrees(atan2(y - centre[1], aside)), _NODE + 7
        turn, anchor = (angle, "start") if abs(angle) <= 90 else (angle - 180, "end")
        below = 4 * sin(radians(turn)), 4 * cos(radians(turn))  # from the middle of the letters to their baseline
        begin = x + away * cos(radians(angle)) - below[0], y + away * sin(radians(angle)) + below[1]
        canvas.words(*begin, name, "fill-soft", 12, anchor, turn=turn)
    elif abs(aside) < 25:
        canvas.words(x, y - _NODE - 9 if y < centre[1] else y + _NODE + 18, name, "fill-soft", 12, "middle")
    else:
        outward = _NODE + 7 if aside > 0 else -_NODE - 7
        canvas.words(x + outward, y + 4, name, "fill-soft", 12, "start" if aside > 0 else "end")


def _draw_legend(canvas: Canvas, edges: Iterable[Edge], width: float, height: float) -> None:
    kinds = {edge.part.label: edge for edge in edges}
    step = width / len(kinds)
    for index, edge in enumerate(kinds.values()):
        x, y = step * index + max(0, (step - 210) / 2), height - 14
        stroke = f"line-{edge.part.tone} hollow{f' {edge.dash}' if edge.dash else ''}"
        canvas.line((x, y - 4), (x + 34, y - 4), stroke, 3)
        canvas.words(x + 42, y, f"{edge.part.glyph} {edge.part.label}", "fill-ink", 12.5)


def _told(graph: Graph) -> str:
    left_out = ""
    if graph.left_out_nodes:
        left_out += f" Of the articles, those with the strongest edges are drawn; {graph.left_out_nodes} are not."
    if graph.left_out_edges:
        left_out += f" {graph.left_out_edges} weaker edges are not drawn."
    told = (f"{edge.first} and {edge.second}: {edge.part.label} {edge.part.number:,}" for edge in graph.edges)
    return f"In how many points articles agree or are at odds.{left_out} {'; '.join(told)}."
