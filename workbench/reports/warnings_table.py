"""The warnings of a record as rows of a table."""

from collections.abc import Iterator

from workbench.reports.record import Record
from workbench.reports.record_graph import graph_of_decided
from workbench.store.decisions import format_time


def warning_rows(record: Record) -> Iterator[tuple[str | None, ...]]:
    """Yield a row for everything that a careful editor would ask about; `waived_by` is empty while it is open."""
    graph = graph_of_decided(record)
    articles = {state.key: state.claim.article for state in graph.states}
    for warning in graph.warnings:
        waiver = warning.waiver
        if record.tells_of(warning.claim):
            yield (
                *(warning.claim, articles[warning.claim], warning.article, warning.other_claim, warning.kind),
                *(warning.told, *((waiver.reviewer, waiver.reason, format_time(waiver.at)) if waiver else (None,) * 3)),
            )
