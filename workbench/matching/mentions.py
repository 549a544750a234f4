"""What numbers, dates and names have in common: a place in a text, and a value."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, and the day on which it appeared, from which it tells "yesterday"; None if that is not known."""

    text: str
    day: date | None = None

    def __post_init__(self) -> None:
        """Keep of a moment its day, in the place that it was told in: an article may state the hour, too."""
        if isinstance(self.day, datetime):
            object.__setattr__(self, "day", self.day.date())


@dataclass(frozen=True, slots=True)
class Mention:
    """Something mentioned in a text at `text[start:end]`, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
