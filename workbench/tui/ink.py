"""The inks that lines are drawn with: names for what a colour means, coloured by the style sheet."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary import Relation, Verdict


class Ink(StrEnum):
    """What a stretch of text is; each is a component class of `Pane`, coloured in workbench.tcss."""

    PLAIN = "ink--plain"
    PLAIN_WORDS = "ink--words"
    STRONG = "ink--strong"
    MUTED = "ink--muted"
    FAINT = "ink--faint"
    TITLE = "ink--title"
    KEY = "ink--key"
    CURSOR = "ink--cursor"
    CHOSEN = "ink--chosen"
    SOURCE = "ink--source"
    SHARED = "ink--shared"
    DIFFERS = "ink--differs"
    GOOD = "ink--good"
    BAD = "ink--bad"
    MIXED = "ink--mixed"
    OPEN = "ink--open"
    QUOTE = "ink--quote"
    GONE = "ink--gone"


VERDICT_INKS: Final[dict[Verdict, Ink]] = {
    Verdict.SUPPORTED: Ink.GOOD,
    Verdict.REFUTED: Ink.BAD,
    Verdict.NOT_ENOUGH_EVIDENCE: Ink.OPEN,
    Verdict.CONFLICTING: Ink.MIXED,
    Verdict.PARTIALLY_SUPPORTED: Ink.MIXED,
    Verdict.TOO_VAGUE: Ink.MUTED,
    Verdict.NOT_CHECKABLE: Ink.MUTED,
}

RELATION_INKS: Final[dict[Relation, Ink]] = {
    Relation.CORROBORATES: Ink.GOOD,
    Relation.PARTIALLY_SUPPORTS: Ink.MIXED,
    Relation.CONTRADICTS: Ink.BAD,
    Relation.UPDATES: Ink.OPEN,
    Relation.ATTRIBUTES: Ink.QUOTE,
    Relation.QUESTIONS: Ink.MIXED,
    Relation.UNCLEAR: Ink.MUTED,
    Relation.NOT_ADDRESSED: Ink.MUTED,
}
