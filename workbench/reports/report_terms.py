"""What is told of reports to read, tables and the project, by the identifier of the format."""

from typing import Final

from workbench.reports.format_term import Choice, FormatTerm, Scope
from workbench.reports.tables import CsvTable

REPORT_TERMS: Final[dict[str, FormatTerm]] = {
    "html": FormatTerm(
        "HTML",
        ".html",
        ".html",
        "one self-contained page to read, print and hand on",
        Scope.ONE_COLLECTION,
        "h",
        ("the bytes of the articles",),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    "pdf": FormatTerm(
        "PDF",
        ".pdf",
        ".pdf",
        "a report to print, archive and hand on (.pdf, tagged)",
        Scope.ONE_COLLECTION,
        "p",
        ("the bytes of the articles",),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    "md": FormatTerm(
        "Markdown",
        ".md",
        ".md",
        "a report to read as text",
        Scope.ONE_COLLECTION,
        "m",
        ("the bytes of the articles", "charts (their numbers stand in tables)"),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    "docx": FormatTerm(
        "Word",
        ".docx",
        ".docx",
        "a report to edit, sign and hand on (.docx)",
        Scope.ONE_COLLECTION,
        "w",
        ("the bytes of the articles", "charts (their numbers stand in tables)"),
        choice=Choice.CLAIMS_AND_SECTIONS,
    ),
    "csv": FormatTerm(
        "CSV",
        "-csv",
        ".csv",
        f"tables in a folder: {', '.join(CsvTable)}",
        Scope.ANY,
        "c",
        ("the texts of the articles",),
    ),
    "xlsx": FormatTerm(
        "Excel",
        ".xlsx",
        ".xlsx",
        "the same tables as one workbook to filter and sort, a sheet for each (.xlsx)",
        Scope.ANY,
        "x",
        ("the texts of the articles",),
    ),
    "json": FormatTerm(
        "JSON",
        ".json",
        ".json",
        "the complete project with all its collections; it can be imported again without loss",
        Scope.EVERYTHING,
        "j",
        choice=Choice.NOTHING,
    ),
}
