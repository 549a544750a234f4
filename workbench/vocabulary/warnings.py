"""What a careful editor would ask about before a record goes out."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term


class WarningKind(StrEnum):
    """What is odd about a claim, a cell or a class; each can be waived with a reason."""

    AGREEMENT_DIFFERS = "agreement_differs"
    CLASS_CONTRADICTION = "class_contradiction"
    CLASS_INCONSISTENT = "class_inconsistent"
    NOT_CORROBORATED = "not_corroborated"
    OPEN_CONTRADICTION = "open_contradiction"
    NOT_CONTRADICTED = "not_contradicted"
    SILENT_BUT_LINKED = "silent_but_linked"
    UPDATED_SINCE = "updated_since"
    ANCHOR_NOT_EXACT = "anchor_not_exact"


WARNING_TERMS: Final[dict[WarningKind, Term]] = {
    WarningKind.AGREEMENT_DIFFERS: Term(
        "agrees, but differs", "1", "≠", "A passage is said to agree, and tells another number, date, place or name."
    ),
    WarningKind.CLASS_CONTRADICTION: Term(
        "contradiction within a class", "2", "⊥", "Two claims are said to be the same and to contradict one another."
    ),
    WarningKind.CLASS_INCONSISTENT: Term(
        "class is inconsistent", "3", "∦", "Claims are said to be the same, and an article or a verdict parts them."
    ),
    WarningKind.NOT_CORROBORATED: Term(
        "supported by itself alone", "4", "①", "Supported, and no second independent origin is confirmed."
    ),
    WarningKind.OPEN_CONTRADICTION: Term(
        "supported, but contradicted", "5", "↯", "Supported, and an article contradicts it."
    ),
    WarningKind.NOT_CONTRADICTED: Term(
        "refuted, but not contradicted", "6", "∄", "Refuted, and nothing is recorded that contradicts it."
    ),
    WarningKind.SILENT_BUT_LINKED: Term(
        "silent, but linked", "7", "⊘", "Not addressed, and a link between the two is recorded."
    ),
    WarningKind.UPDATED_SINCE: Term(
        "updated since", "8", "↻", "An article that updates it was recorded after the verdict."
    ),
    WarningKind.ANCHOR_NOT_EXACT: Term(
        "anchor is not exact", "9", "≃", "The claim is final, and its words do not stand just so at its source."
    ),
}
