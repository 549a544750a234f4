"""The colours of reports, by what they mean; beside each stands a glyph or a word, so that none carries it alone."""

from enum import StrEnum
from typing import Final, Literal

from workbench.vocabulary import Reading, Relation, SentenceState, Verdict


class Tone(StrEnum):
    """The identifier of a colour: the name of a CSS variable, and the end of the names of its classes."""

    GOOD = "good"
    BAD = "bad"
    MIXED = "mixed"
    PART = "part"
    OPEN = "open"
    QUOTE = "quote"
    MUTED = "muted"
    SILENT = "silent"
    NONE = "none"

    @property
    def pale(self) -> bool:
        """Whether it is of what nobody has said anything of, so that it steps back behind the others."""
        return self in (Tone.SILENT, Tone.NONE)


VERDICT_TONES: Final[dict[Verdict | Relation | Literal["disputed"] | None, Tone]] = {
    "disputed": Tone.MIXED,
    Verdict.SUPPORTED: Tone.GOOD,
    Verdict.REFUTED: Tone.BAD,
    Verdict.NOT_ENOUGH_EVIDENCE: Tone.OPEN,
    Verdict.CONFLICTING: Tone.MIXED,
    Verdict.PARTIALLY_SUPPORTED: Tone.PART,
    Verdict.TOO_VAGUE: Tone.MUTED,
    Verdict.NOT_CHECKABLE: Tone.MUTED,
    None: Tone.NONE,
}
RELATION_TONES: Final[dict[Relation | Literal["disputed"] | None, Tone]] = {
    "disputed": Tone.MIXED,
    Relation.CORROBORATES: Tone.GOOD,
    Relation.PARTIALLY_SUPPORTS: Tone.PART,
    Relation.CONTRADICTS: Tone.BAD,
    Relation.UPDATES: Tone.OPEN,
    Relation.ATTRIBUTES: Tone.QUOTE,
    Relation.QUESTIONS: Tone.MIXED,
    Relation.UNCLEAR: Tone.MUTED,
    Relation.NOT_ADDRESSED: Tone.SILENT,
    None: Tone.NONE,
}
COVERAGE_TONES: Final[dict[Reading | SentenceState, Tone]] = {
    SentenceState.CLAIM: Tone.OPEN,
    SentenceState.DISCARDED: Tone.MUTED,
    SentenceState.UNREAD: Tone.NONE,
    Reading.NO_FACTUAL_CLAIM: Tone.SILENT,
    Reading.OPINION: Tone.QUOTE,
    Reading.BOILERPLATE: Tone.SILENT,
}

LIGHT: Final[dict[str, str]] = {
    "paper": "#ffffff", "ink": "#1c2127", "soft": "#565d66", "line": "#dedbd3",
    "good": "#14693f", "good-bg": "#dff2e7", "bad": "#a12b22", "bad-bg": "#fbe3df",
    "mixed": "#7d4e00", "mixed-bg": "#fdebc8", "part": "#4d6300", "part-bg": "#edf3cf",
    "open": "#23508a", "open-bg": "#e0eaf7", "quote": "#653a8c", "quote-bg": "#efe5f7",
    "muted": "#50565d", "muted-bg": "#e9eaeb", "silent": "#50565d", "silent-bg": "#f1f0ec",
    "none": "#5d6269", "none-bg": "#fbfaf7",
}  # fmt: skip
"""The colours on white paper, for an SVG that stands alone; a page has its own, by the same names."""
