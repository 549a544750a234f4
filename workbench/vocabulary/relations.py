"""What another article does with a claim, and in what they differ (CiTO, CST, SDQC, Full Fact)."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term


class Relation(StrEnum):
    """What another article does with a claim (CiTO, CST, SDQC). No row at all means: not looked at yet."""

    CORROBORATES = "corroborates"
    PARTIALLY_SUPPORTS = "partially_supports"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    ATTRIBUTES = "attributes"
    QUESTIONS = "questions"
    NOT_ADDRESSED = "not_addressed"
    UNCLEAR = "unclear"


RELATION_TERMS: Final[dict[Relation, Term]] = {
    Relation.CORROBORATES: Term("corroborates", "1", "✓", "It states the same, true under the same conditions."),
    Relation.PARTIALLY_SUPPORTS: Term(
        "partially supports", "2", "◐", "It states a part of it, or something less precise."
    ),
    Relation.CONTRADICTS: Term("contradicts", "3", "✗", "Both cannot be true."),
    Relation.UPDATES: Term("updates", "4", "↻", "It reports a later state of the same thing."),
    Relation.ATTRIBUTES: Term("attributes", "5", "❝", "It reports that somebody said so, without saying so itself."),
    Relation.QUESTIONS: Term("questions", "6", "?", "It expresses doubt."),
    Relation.UNCLEAR: Term("unclear", "9", "≈", "It speaks to the claim, but one cannot tell how."),
    Relation.NOT_ADDRESSED: Term("not addressed", "0", "○", "It was read, and says nothing about the claim."),
}


UNREVIEWED_GLYPH: Final = "·"


class Facet(StrEnum):
    """In what two statements differ."""

    NUMBER = "number"
    DATE_TIME = "date_time"
    PLACE = "place"
    NAME = "name"
    QUOTE_WORDING = "quote_wording"
    ATTRIBUTION = "attribution"
    CAUSE = "cause"
    MODALITY = "modality"
    SCOPE = "scope"


FACET_LABELS: Final[dict[Facet, str]] = {
    Facet.NUMBER: "number",
    Facet.DATE_TIME: "date or time",
    Facet.PLACE: "place",
    Facet.NAME: "name",
    Facet.QUOTE_WORDING: "quote wording",
    Facet.ATTRIBUTION: "attribution",
    Facet.CAUSE: "cause",
    Facet.MODALITY: "modality",
    Facet.SCOPE: "scope",
}
