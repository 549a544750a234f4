"""All charts of one report, and what they show."""

from dataclasses import dataclass

from workbench.reports.charts.bars import draw_bars, draw_stacks
from workbench.reports.charts.counting import agreement_stacks, coverage_stacks, relation_bars, verdict_bars
from workbench.reports.charts.graph import draw_graph
from workbench.reports.charts.linking import graph_of_articles
from workbench.reports.charts.model import Bars, Graph, Stacks, Timeline
from workbench.reports.charts.telling import timeline_of
from workbench.reports.charts.timeline import draw_timeline
from workbench.reports.outline import Outline


@dataclass(frozen=True, slots=True)
class ChartData:
    """What the charts show: for their drawing, and for the tables that say the same in words."""

    verdicts: Bars
    relations: Bars
    coverage: Stacks
    agreement: Stacks
    timeline: Timeline
    graph: Graph


@dataclass(frozen=True, slots=True)
class Charts:
    """The charts of a report as SVG text whose colours are the reader's; None where there is nothing to draw.

    Attributes:
        verdicts: how many claims have each verdict.
        relations: how many pairs of a claim and another article have each relation.
        coverage: what became of the sentences of each article.
        agreement: what each article does with the claims of the others.
        timeline: which article said what when.
        graph: in how many points articles agree, or are at odds.
    """

    verdicts: str | None
    relations: str | None
    coverage: str | None
    agreement: str | None
    timeline: str | None
    graph: str | None


def chart_data(outline: Outline) -> ChartData:
    """Return what the charts of a report show."""
    agreement = agreement_stacks(outline)
    return ChartData(
        verdict_bars(outline),
        relation_bars(agreement),
        coverage_stacks(outline),
        agreement,
        timeline_of(outline),
        graph_of_articles(outline),
    )


def drawn(data: ChartData) -> Charts:
    """Draw what there is to show."""
    return Charts(
        draw_bars("verdicts", data.verdicts),
        draw_bars("relations", data.relations),
        draw_stacks("coverage", data.coverage),
        draw_stacks("agreement", data.agreement),
        draw_timeline("timeline", data.timeline),
        draw_graph("graph", data.graph),
    )
