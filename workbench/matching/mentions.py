"""What numbers, dates and names have in common: a place in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Something mentioned in a text at `text[start:end]`, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
