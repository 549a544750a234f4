"""What numbers, dates and names have in common: a place in a text, and a value."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, and the day on which it appeared, from which it tells "yesterday"; None if that is not known."""

    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Something mentioned in a text at `text[start:end]`, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
