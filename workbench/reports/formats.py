"""What renders each format; a new one is a module that does so, a name in `format_names`, and a row here.

Renderers are imported when they are asked for: who writes a table does not pay for Word documents.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeAlias

from workbench.reports.format_names import FORMAT_TERMS, Choice, ExportFormat, Scope
from workbench.reports.record import Record
from workbench.reports.tables import CsvTable
from workbench.reports.writing import Piece

__all__ = [
    "FOLDERS",
    "FORMAT_TERMS",
    "LEFT_OUT",
    "RENDERERS",
    "TEMPLATE_FORMATS",
    "Choice",
    "ExportFormat",
    "Renderer",
    "Scope",
    "own_layout",
]

Renderer: TypeAlias = Callable[[Record], Iterator[Piece]]
"""Makes one file of a record, piece by piece."""


def _later(module: str, name: str, **options: object) -> Callable[[Record], Any]:
    def render(record: Record) -> Any:
        return partial(getattr(import_module(f"workbench.reports.{module}"), name), **options)(record)

    return render


def _whole(module: str, name: str, **options: object) -> Renderer:
    """What makes a file in one piece."""
    render = _later(module, name, **options)
    return lambda record: iter((render(record),))


RENDERERS: Final[dict[ExportFormat, Mapping[str, Renderer]]] = {
    ExportFormat.HTML: {"report": _whole("html_report", "render_html")},
    ExportFormat.PDF: {"report": _whole("documents.report", "render_pdf")},
    ExportFormat.MARKDOWN: {"report": _whole("markdown", "render_markdown")},
    ExportFormat.DOCX: {"report": _whole("documents.report", "render_docx")},
    ExportFormat.CSV: {table.value: _later("csv_tables", "csv_text", table=table.value) for table in CsvTable},
    ExportFormat.XLSX: {"tables": _later("documents.xlsx", "xlsx_pieces")},
    ExportFormat.JSON: {"project": _later("project.writer", "project_text")},
    ExportFormat.CLAIMREVIEW: {"reviews": _later("interchange.claimreview", "claimreview_text")},
    ExportFormat.WEB_ANNOTATION: {"annotations": _later("interchange.webannotation", "webannotation_text")},
    ExportFormat.PROV: {"history": _later("interchange.prov", "prov_text")},
    ExportFormat.CSL: {"sources": _later("interchange.citations", "csl_text")},
    ExportFormat.BIBTEX: {"sources": _later("interchange.citations", "bibtex_text")},
    ExportFormat.FEVER: {"claims": _later("interchange.fever", "fever_text")},
    ExportFormat.WICE: {"pairs": _later("interchange.wice", "wice_text")},
    ExportFormat.AVERITEC: {"claims": _later("interchange.averitec", "averitec_text")},
    ExportFormat.LABEL_STUDIO: {"tasks": _later("interchange.label_studio", "label_studio_text")},
    ExportFormat.DOCCANO: {"articles": _later("interchange.doccano", "doccano_text")},
    ExportFormat.QDPX: {"project": _later("interchange.qdpx", "qdpx_pieces")},
    ExportFormat.INCEPTION: {"articles": _later("interchange.inception", "inception_pieces")},
}
"""What renders each file of a format, by the file's name; more than one go into a folder."""

FOLDERS: Final[dict[ExportFormat, Callable[[Record], Iterator[tuple[str, Piece]]]]] = {
    ExportFormat.CSV: _later("csv_tables", "csv_lines"),
}
"""What renders all files of a format while the record is read once: pieces, each with the name of its file."""

TEMPLATE_FORMATS: Final = (ExportFormat.HTML, ExportFormat.MARKDOWN)
"""The formats that can be laid out by a template of one's own."""


def own_layout(template: Path, wanted: ExportFormat) -> Renderer:
    """Return what renders a record as a template of one's own lays it out."""
    return _whole("own_template", "render_own", template=template, wanted=wanted)


LEFT_OUT: Final[dict[ExportFormat, Callable[[Record], str]]] = {
    ExportFormat.FEVER: _later("interchange.fever", "left_out"),
    ExportFormat.WICE: _later("interchange.wice", "left_out"),
    ExportFormat.AVERITEC: _later("interchange.averitec", "left_out"),
}
"""What says in a line what of a record a format has no label for, and how much that is; “” if there is nothing."""
