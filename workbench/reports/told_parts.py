"""Which parts a readable report has."""

from workbench.reports.charts import ChartData
from workbench.reports.outline import Outline
from workbench.reports.sections import Section


def told_parts(outline: Outline, data: ChartData) -> tuple[Section, ...]:
    """Return the parts that are wanted and not empty, in their order."""
    empty = {
        Section.WARNINGS: not outline.graph.warnings,
        Section.TIMELINE: not data.timeline.rows,
        Section.GRAPH: not data.graph.edges and not data.agreement.drawn,
        Section.ORIGINS: not outline.graph.origins,
        Section.VERSIONS: not outline.versions,
        Section.HISTORY: not outline.history,
    }
    return tuple(part for part in Section if outline.record.tells(part) and not empty.get(part, False))
