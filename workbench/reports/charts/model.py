"""What charts show: numbers and words only, so that drawing knows neither the outline nor the database."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from workbench.reports.charts.tones import Tone


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: what it is called, the sign beside its colour, and how many there are."""

    label: str
    glyph: str
    tone: Tone
    number: int


@dataclass(frozen=True, slots=True)
class Bars:
    """How often each of a few things is so; `items` is what is counted, in the plural."""

    title: str
    items: str
    parts: tuple[Part, ...]

    @property
    def whole(self) -> int:
        """How many items there are."""
        return sum(part.number for part in self.parts)


@dataclass(frozen=True, slots=True)
class Stack:
    """The parts of one article’s whole, those of 0 too; `label` is its short name, `words` its outlet or title."""

    label: str
    words: str
    parts: tuple[Part, ...]

    @property
    def whole(self) -> int:
        """How many items there are."""
        return sum(part.number for part in self.parts)


MOST_STACKS: Final = 30


@dataclass(frozen=True, slots=True)
class Stacks:
    """What the wholes of several articles consist of: the same parts in the same order for each."""

    title: str
    items: str
    rows: tuple[Stack, ...]

    @property
    def drawn(self) -> tuple[Stack, ...]:
        """The rows that a chart has room for; what was counted of the others stands in the table beside it."""
        return tuple(row for row in self.rows if row.whole)[:MOST_STACKS]

    @property
    def left_out(self) -> int:
        """How many rows it has no room for."""
        return sum(1 for row in self.rows if row.whole) - len(self.drawn)

    @property
    def kinds(self) -> tuple[Part, ...]:
        """The parts that any of them has, each with its number over all of them."""
        summed = (
            Part(same[0].label, same[0].glyph, same[0].tone, sum(part.number for part in same))
            for same in zip(*(row.parts for row in self.rows), strict=True)
        )
        return tuple(part for part in summed if part.number)


@dataclass(frozen=True, slots=True)
class Column:
    """An article on the timeline; `published` is as precise as the article says, None where it does not say."""

    label: str
    words: str
    published: date | None

    @property
    def moment(self) -> float | None:
        """Where it stands on the axis, in seconds: at its time, or at noon of its day if it says no time."""
        if self.published is None:
            return None
        if isinstance(self.published, datetime):
            return in_seconds(self.published)
        return in_seconds(datetime(self.published.year, self.published.month, self.published.day, 12, tzinfo=UTC))

    def surely_before(self, other: "Column") -> bool:
        """Whether it appeared before the other, as far as both say so."""
        if self.published is None or other.published is None or self.moment is None or other.moment is None:
            return False
        if isinstance(self.published, datetime) and isinstance(other.published, datetime):
            return self.moment < other.moment
        return day_of(self.published) < day_of(other.published)


def in_seconds(at: datetime) -> float:
    """Return a time in seconds since 1970; one that names no zone is taken as UTC."""
    epoch = datetime(1970, 1, 1, tzinfo=at.tzinfo)
    offset = at.utcoffset()
    return (at - epoch).total_seconds() - (offset.total_seconds() if offset else 0)


def day_of(published: date) -> date:
    """Return the day of what may be a day or a time."""
    return date(published.year, published.month, published.day)


@dataclass(frozen=True, slots=True)
class Mark:
    """An article said something of a claim: what, in words, glyph and colour.

    `own` marks an article that makes the claim itself, `first` those that state it and that nobody surely preceded.
    """

    column: Column
    label: str
    glyph: str
    tone: Tone
    own: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A claim on the timeline, or a class of claims that say the same; `key` is that of the (first) claim."""

    key: str
    number: str
    words: str
    marks: tuple[Mark, ...]


MOST_ROWS: Final = 25
MOST_COLUMNS: Final = 40
MOST_EDGES: Final = 90


@dataclass(frozen=True, slots=True)
class Timeline:
    """When each article said what.

    Attributes:
        columns: the articles, in order of publication, those without a date last.
        rows: the claims that most articles speak to, in the order in which they were first said.
        candidates: of how many claims and classes with two articles or more these are chosen.
        left_out: how many articles are not shown, as they would not fit.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    candidates: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """In how many points two articles (their labels) agree, or are at odds: `part` says what, and how many."""

    first: str
    second: str
    part: Part
    dash: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Articles and what stands between them, strongest edges first; `left_out_…` says how many would not fit."""

    nodes: tuple[Column, ...]
    edges: tuple[Edge, ...]
    left_out_nodes: int = 0
    left_out_edges: int = 0
