"""The names of the CSV tables; so light that the command line can offer them without importing a report."""

from enum import StrEnum


class CsvTable(StrEnum):
    """The identifier of a table, as it stands on the command line and in the names of files."""

    CLAIMS = "claims"
    LINKS = "links"
    AGREEMENT = "agreement"
    ORIGINS = "origins"
    EVIDENCE = "evidence"
    ADJUDICATIONS = "adjudications"
    WARNINGS = "warnings"
    SOURCES = "sources"
    READINGS = "readings"
    HISTORY = "history"
