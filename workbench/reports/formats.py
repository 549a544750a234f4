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
    ExportFormat.DOCX: {"report": _later("documents.docx", "render_docx")},
    ExportFormat.CSV: {table.value: _later("csv_tables", "render_csv", table=table.value) for table in CsvTable},
    ExportFormat.XLSX: {"tables": _later("documents.xlsx", "render_xlsx")},
    ExportFormat.JSON: {"project": _later("project.writer", "render_project")},
    ExportFormat.CLAIMREVIEW: {"reviews": _later("interchange.claimreview", "render_claimreview")},
    ExportFormat.WEB_ANNOTATION: {"annotations": _later("interchange.webannotation", "render_webannotation")},
    ExportFormat.PROV: {"history": _later("interchange.prov", "render_prov")},
    ExportFormat.CSL: {"sources": _later("interchange.citations", "render_csl")},
    ExportFormat.BIBTEX: {"sources": _later("interchange.citations", "render_bibtex")},
    ExportFormat.FEVER: {"claims": _later("interchange.fever", "render_fever")},
    ExportFormat.WICE: {"pairs": _later("interchange.wice", "render_wice")},
    ExportFormat.AVERITEC: {"claims": _later("interchange.averitec", "render_averitec")},
    ExportFormat.LABEL_STUDIO: {"tasks": _later("interchange.label_studio", "render_label_studio")},
    ExportFormat.DOCCANO: {"articles": _later("interchange.doccano", "render_doccano")},
    ExportFormat.QDPX: {"project": _later("interchange.qdpx", "render_qdpx")},
    ExportFormat.INCEPTION: {"articles": _later("interchange.inception", "render_inception")},
}
"""What renders each file of a format, by the file's name; more than one go into a folder."""

LEFT_OUT: Final[dict[ExportFormat, Renderer]] = {
    ExportFormat.FEVER: _later("interchange.fever", "left_out"),
    ExportFormat.WICE: _later("interchange.wice", "left_out"),
    ExportFormat.AVERITEC: _later("interchange.averitec", "left_out"),
}
"""What says in a line what of a record a format has no label for, and how much that is; “” if there is nothing."""
