"""What renders each format; a new one is a module that does so, a name in `format_names`, and a row here.

Renderers are imported when they are asked for: who writes a table does not pay for Word documents.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Final, TypeAlias

from workbench.reports.format_names import FORMAT_TERMS, ExportFormat, Scope
from workbench.reports.record import Record
from workbench.reports.tables import CsvTable

__all__ = ["FORMAT_TERMS", "RENDERERS", "ExportFormat", "Renderer", "Scope"]

Renderer: TypeAlias = Callable[[Record], str | bytes]
"""Makes one file of a record: text, or bytes."""


def _later(module: str, name: str, **options: object) -> Renderer:
    def render(record: Record) -> str | bytes:
        renderer = getattr(import_module(f"workbench.reports.{module}"), name)
        content: str | bytes = partial(renderer, **options)(record)
        return content

    return render


RENDERERS: Final[dict[ExportFormat, Mapping[str, Renderer]]] = {
    ExportFormat.HTML: {"report": _later("html_report", "render_html")},
    ExportFormat.MARKDOWN: {"report": _later("markdown", "render_markdown")},
    ExportFormat.CSV: {table.value: _later("csv_tables", "render_csv", table=table.value) for table in CsvTable},
    ExportFormat.JSON: {"project": _later("project.writer", "render_project")},
    ExportFormat.CLAIMREVIEW: {"reviews": _later("interchange.claimreview", "render_claimreview")},
    ExportFormat.WEB_ANNOTATION: {"annotations": _later("interchange.webannotation", "render_webannotation")},
}
"""What renders each file of a format, by the file's name; more than one go into a folder."""
