"""The warnings of a record as a table."""

from collections.abc import Iterator

from workbench.reports.record import Record
from workbench.reports.record_graph import graph_of
from workbench.store.decisions import format_time


def warnings_table(record: Record) -> Iterator[tuple[str | None, ...]]:
    """A row for everything that a careful editor would ask about; `waived_by` is empty while it is open."""
    yield ("claim", "claim_article", "article", "other_claim", "kind", "told", "waived_by", "reason", "waived_at")
    graph = graph_of(record)
    articles = {state.key: state.claim.article for state in graph.states}
    for warning in graph.warnings:
        waiver = warning.waiver
        yield (
            *(warning.claim, articles[warning.claim], warning.article, warning.other_claim, warning.kind),
            *(warning.told, *((waiver.reviewer, waiver.reason, format_time(waiver.at)) if waiver else (None,) * 3)),
        )
