"""How one identifier of a closed set is shown and reached."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """How one identifier is shown and reached: its label, its key, its one-cell glyph, and what it means."""

    label: str
    key: str
    glyph: str
    definition: str
