"""The parts of a readable report; so light that the command line can offer them without importing a report."""

from enum import StrEnum
from typing import Final


class Section(StrEnum):
    """The identifier of a part of a readable report, as it stands on the command line; in the order of the report."""

    SUMMARY = "summary"
    METHOD = "method"
    REVIEWERS = "reviewers"
    WARNINGS = "warnings"
    TIMELINE = "timeline"
    GRAPH = "graph"
    MATRIX = "matrix"
    ORIGINS = "origins"
    VERSIONS = "versions"
    CLAIMS = "claims"
    ARTICLES = "articles"
    HISTORY = "history"
    RECORD = "record"

    @property
    def heading(self) -> str:
        """What stands above it."""
        return SECTION_HEADINGS[self]


SECTION_HEADINGS: Final[dict[Section, str]] = {
    Section.SUMMARY: "Summary",
    Section.METHOD: "Method",
    Section.REVIEWERS: "How it was reviewed",
    Section.WARNINGS: "Warnings",
    Section.TIMELINE: "Timeline",
    Section.GRAPH: "Agreement between articles",
    Section.MATRIX: "Claims and articles",
    Section.ORIGINS: "Origins",
    Section.VERSIONS: "Versions",
    Section.CLAIMS: "Claims",
    Section.ARTICLES: "The annotated articles",
    Section.HISTORY: "History",
    Section.RECORD: "The record",
}
