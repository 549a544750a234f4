"""The formats that a review can be written in, by name; so light that the command line can offer them at once."""

from enum import StrEnum
from typing import Final

from workbench.reports.format_term import Choice, FormatTerm, Scope
from workbench.reports.interchange.terms import FIELD_TERMS
from workbench.reports.report_terms import REPORT_TERMS

__all__ = ["FORMAT_TERMS", "Choice", "ExportFormat", "FormatTerm", "Scope"]


class ExportFormat(StrEnum):
    """The identifier of a format, as it stands on the command line."""

    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    DOCX = "docx"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    CLAIMREVIEW = "claimreview"
    WEB_ANNOTATION = "webannotation"
    PROV = "prov"
    CSL = "csl"
    BIBTEX = "bibtex"
    FEVER = "fever"
    WICE = "wice"
    AVERITEC = "averitec"
    LABEL_STUDIO = "labelstudio"
    DOCCANO = "doccano"
    QDPX = "qdpx"
    INCEPTION = "inception"

    @property
    def label(self) -> str:
        """What people call it."""
        return FORMAT_TERMS[self].label

    @property
    def suffix(self) -> str:
        """How the name of its file ends; for several files, of their folder."""
        return FORMAT_TERMS[self].suffix

    @property
    def description(self) -> str:
        """What it is good for."""
        return FORMAT_TERMS[self].description

    @property
    def lacks(self) -> tuple[str, ...]:
        """What of a review it cannot hold."""
        return FORMAT_TERMS[self].lacks


FORMAT_TERMS: Final[dict[ExportFormat, FormatTerm]] = {
    known: (REPORT_TERMS | FIELD_TERMS)[known.value] for known in ExportFormat
}
