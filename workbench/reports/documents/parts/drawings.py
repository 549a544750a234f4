"""The timeline, and the graph of agreement: drawn where the paper draws, and else as tables."""

from collections.abc import Iterator

from workbench.reports.charts.model import Mark, Row
from workbench.reports.documents.paper import Ink, Line, Paper, Run, listed
from workbench.reports.documents.parts.story import Story, flowing
from workbench.reports.documents.parts.summary import write_stacks
from workbench.reports.wording import count, day


def write_timeline(paper: Paper, story: Story) -> None:
    """Write which article said what, and when."""
    timeline = story.data.timeline
    chosen = f"the {len(timeline.rows):,} of {timeline.candidates:,} claims that most articles speak to"
    shown = chosen if len(timeline.rows) < timeline.candidates else "every claim that two articles or more speak to"
    left_out = f" {count(timeline.left_out, 'article')} without a mark here are left out." if timeline.left_out else ""
    paper.paragraph(
        f"Which article said what, and when it appeared. Shown is {shown}. “A-1 +2” stands for two more claims that "
        "say the same. An article without a mark is silent, or nobody has looked yet. The first to state a claim are "
        f"those whom no other that states it surely preceded.{left_out}"
    )
    if paper.draws and story.charts.timeline:
        paper.picture(story.charts.timeline, "Who said what when", "The table below says the same in words.")
    header = ("Claim", "Who said what, in order of publication")
    paper.table(header, [(_said(row, story), listed(map(_mark, row.marks), "; ")) for row in timeline.rows], (1, 1))


def write_graph(paper: Paper, story: Story) -> None:
    """Write in how many points articles agree or are at odds, and what each does with the claims of the others."""
    if story.data.graph.edges:
        paper.paragraph(" ".join(_of_graph(story)))
        if paper.draws and story.charts.graph:
            paper.picture(story.charts.graph, "Points between articles", "The table below says the same in words.")
        rows = [
            (f"{edge.first} and {edge.second}", _part(edge.part.glyph, edge.part.label), f"{edge.part.number:,}")
            for edge in story.data.graph.edges
        ]
        paper.table(("Articles", "What stands between them", "Points"), rows, (3, 6, 2))
    write_stacks(paper, "agreement", story.data.agreement)


def _of_graph(story: Story) -> Iterator[str]:
    graph = story.data.graph
    yield "In how many points two articles corroborate one another, agree in part, or contradict one another."
    yield "A point is a claim, or a class of claims that say the same."
    if graph.left_out_nodes:
        yield f"Shown are the {len(graph.nodes):,} articles with the most points; {graph.left_out_nodes:,} are not."
    if graph.left_out_edges:
        yield f"Shown are the {len(graph.edges):,} strongest; {graph.left_out_edges:,} weaker ones are not."


def _said(row: Row, story: Story) -> Line:
    first, _, more = row.number.partition(" ")
    number = story.claim(row.key)
    return (Run(first, Ink.STRONG, to=number.to), f" {more}" if more else "", f" {flowing(row.words)}")


def _mark(mark: Mark) -> Line:
    first = ", first" if mark.first else ""
    sign = Run(f"{mark.glyph} ", tone=mark.tone)
    return (sign, Run(mark.column.label, Ink.STRONG), f" {mark.label}{first} {day(mark.column.published)}")


def _part(glyph: str, label: str) -> str:
    return f"{glyph} {label}"
