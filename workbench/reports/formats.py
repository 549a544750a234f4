"""The formats that a review can be written in; a new one is a file that renders it and a row here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import partial
from typing import Final

from workbench.reports.csv_tables import TABLES, render_csv
from workbench.reports.html_report import render_html
from workbench.reports.markdown import render_markdown
from workbench.reports.project.writer import render_project
from workbench.reports.record import Record


class Scope(Enum):
    """What a format covers: one collection (the largest, if none is named), any or all, or always everything."""

    ONE_COLLECTION = auto()
    ANY = auto()
    EVERYTHING = auto()


class ExportFormat(StrEnum):
    """The identifier of a format, as it stands on the command line."""

    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"

    @property
    def label(self) -> str:
        """What people call it."""
        return FORMATS[self].label

    @property
    def suffix(self) -> str:
        """How the name of its file ends; for several files, of their folder."""
        return FORMATS[self].suffix

    @property
    def description(self) -> str:
        """What it is good for."""
        return FORMATS[self].description


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        parts: what renders each of its files, by name; more than one go into a folder.
        part_suffix: how the names of its files end.
    """

    label: str
    suffix: str
    description: str
    scope: Scope
    parts: Mapping[str, Callable[[Record], str]]
    part_suffix: str


FORMATS: Final[dict[ExportFormat, Format]] = {
    ExportFormat.HTML: Format(
        "HTML",
        ".html",
        "one self-contained page to read, print and hand on",
        Scope.ONE_COLLECTION,
        {"report": render_html},
        ".html",
    ),
    ExportFormat.MARKDOWN: Format(
        "Markdown", ".md", "a report to read as text", Scope.ONE_COLLECTION, {"report": render_markdown}, ".md"
    ),
    ExportFormat.CSV: Format(
        "CSV",
        "-csv",
        f"tables in a folder: {', '.join(TABLES)}",
        Scope.ANY,
        {table: partial(render_csv, table=table) for table in TABLES},
        ".csv",
    ),
    ExportFormat.JSON: Format(
        "JSON",
        ".json",
        "the complete project with all its collections; it can be imported again without loss",
        Scope.EVERYTHING,
        {"project": render_project},
        ".json",
    ),
}
