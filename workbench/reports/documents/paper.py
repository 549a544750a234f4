"""The face of a document that is written from top to bottom: what a report needs of paper, whatever it becomes.

Words go in as they are, never as markup: each paper writes them so that they read as themselves and nothing in them
acts.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from workbench.reports.charts.tones import Tone


class Ink(StrEnum):
    """The identifier of how words look; a paper that cannot show it leaves them plain."""

    PLAIN = "plain"
    STRONG = "strong"
    SOFT = "soft"
    MARKED = "marked"
    GONE = "gone"
    CODE = "code"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; `to` is the place in the report that they lead to, if it is there."""

    words: str
    ink: Ink = Ink.PLAIN
    tone: Tone | None = None
    to: str | None = None


Line: TypeAlias = str | Run | Sequence[str | Run]
"""Words with one look or several, one after the other."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a report is called, and when and with what it was made."""

    words: str
    program: str
    made: datetime


class Paper(ABC):
    """A document of headings, paragraphs, quotations, lists, tables and pictures."""

    columns: int | None = None
    """How many narrow columns of a table stand side by side; None for any number."""

    @property
    def draws(self) -> bool:
        """Whether pictures can stand in it; where they cannot, tables say the same."""
        return False

    @abstractmethod
    def lead(self, line: Line) -> None:
        """Add a line below the title."""

    @abstractmethod
    def contents(self, entries: Iterable[tuple[str, str]]) -> None:
        """Add the list of the parts: what stands above each, and its place."""

    @abstractmethod
    def heading(self, line: Line, level: int = 1, place: str | None = None) -> None:
        """Add a heading, 1 for the parts of the report; words elsewhere may lead to its `place`."""

    @abstractmethod
    def paragraph(self, line: Line) -> None:
        """Add a paragraph."""

    @abstractmethod
    def notice(self, line: Line) -> None:
        """Add a paragraph that nobody may miss."""

    @abstractmethod
    def quotation(self, before: str, words: str, after: str, tone: Tone) -> None:
        """Add words of an article in their context, which a paper may leave out."""

    @abstractmethod
    def items(self, items: Iterable[Line], level: int = 1) -> None:
        """Add a list, or a list within the last item of one (`level` 2)."""

    @abstractmethod
    def table(self, header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int]) -> None:
        """Add a table whose header stands on every page that it goes over.

        Args:
            header: what stands above the columns.
            rows: as many cells each.
            widths: how wide the columns are, compared with one another.
        """

    @abstractmethod
    def picture(self, svg: str, title: str, told: str) -> None:
        """Add a drawing below its title, and what it shows, in words; only where the paper `draws`."""

    @abstractmethod
    def content(self) -> bytes:
        """Return the document; the same one is the same bytes at any time."""


def runs_of(line: Line) -> tuple[Run, ...]:
    """Return a line as runs."""
    if isinstance(line, str | Run):
        line = (line,)
    return tuple(each if isinstance(each, Run) else Run(each) for each in line)


def listed(lines: Iterable[Line], between: str = ", ") -> list[Run]:
    """Return lines as one, with words between them."""
    found: list[Run] = []
    for line in lines:
        found += [Run(between)] if found else []
        found += runs_of(line)
    return found
