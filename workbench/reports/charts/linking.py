"""From the outline of a report to its graph of agreement: in how many points two articles agree, or are at odds."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from workbench.reports.charts.model import MOST_COLUMNS, MOST_EDGES, Column, Edge, Graph, Part
from workbench.reports.charts.tones import RELATION_TONES
from workbench.reports.outline import Outline
from workbench.review.classes import Classes
from workbench.review.matrix import MatrixCell
from workbench.vocabulary import RELATION_TERMS, Relation

_DASHES: Final = {Relation.CORROBORATES: "", Relation.PARTIALLY_SUPPORTS: "dotted", Relation.CONTRADICTS: "dashed"}
"""What is drawn between articles: the relations that hold in both directions."""

Pair = tuple[str, str]
Point = frozenset[str]


def graph_of_articles(outline: Outline) -> Graph:
    """Return the graph of the articles; a point is a claim, or a class of claims that say the same."""
    summaries = {each.key: each for each in outline.matrix.articles}
    edges = [_edge(summaries[a].label, summaries[b].label, kind, n) for (a, b), kind, n in _counted(outline)]
    strongest = sorted(edges, key=lambda edge: -edge.part.number)
    strength: Counter[str] = Counter()
    for edge in edges:
        strength.update({edge.first: edge.part.number, edge.second: edge.part.number})
    by_strength = sorted(summaries.values(), key=lambda each: -strength[each.label])
    kept = {each.label for each in by_strength[:MOST_COLUMNS]}
    shown = [edge for edge in strongest if {edge.first, edge.second} <= kept][:MOST_EDGES]
    nodes = (Column(s.label, s.publisher or s.heading, s.published) for s in summaries.values() if s.label in kept)
    return Graph(tuple(nodes), tuple(shown), len(summaries) - len(kept), len(edges) - len(shown))


def _counted(outline: Outline) -> Iterator[tuple[Pair, Relation, int]]:
    """Count each point once, although both sides of it may have been recorded."""
    order = {each.key: place for place, each in enumerate(outline.matrix.articles)}
    points: defaultdict[tuple[Pair, Relation], set[Point]] = defaultdict(set)
    for row in outline.matrix.rows:
        own = next((cell.article for cell in row.cells if cell.own), None)
        for cell in row.cells:
            if own is None or cell.own or not (cell.agreements or cell.implied or cell.settled):
                continue
            if cell.relation in _DASHES:
                first, second = sorted((own, cell.article), key=order.__getitem__)
                points[(first, second), cell.relation].add(_point(row.claim.key, cell, outline.graph.classes))
    for (pair, kind), found in points.items():
        yield pair, kind, len(found)


def _point(claim: str, cell: MatrixCell, classes: Classes) -> Point:
    given = cell.unanimous
    other = given.other_claim if given else cell.implied.other_claim if cell.implied else None
    return frozenset((classes.of(claim)[0], classes.of(other)[0] if other else cell.article))


def _edge(first: str, second: str, kind: Relation, number: int) -> Edge:
    label = {Relation.CORROBORATES: "corroborate one another", Relation.CONTRADICTS: "contradict one another"}
    term = RELATION_TERMS[kind]
    return Edge(
        first, second, Part(label.get(kind, "agree in part"), term.glyph, RELATION_TONES[kind], number), _DASHES[kind]
    )
