"""What speaks for or against a claim in its two scores."""

from enum import StrEnum
from typing import Final


class ScoreReason(StrEnum):
    """What speaks for or against a claim's being checkable, or worth checking."""

    NUMBER = "number"
    DATE = "date"
    NAMED_ENTITY = "named_entity"
    SEVERAL_NAMED_ENTITIES = "several_named_entities"
    NAMED_EVENT = "named_event"
    QUOTATION = "quotation"
    ATTRIBUTED = "attributed"
    LEADING = "leading"
    CAUSE = "cause"
    COMPARISON = "comparison"
    PAST_EVENT = "past_event"
    PREDICTION = "prediction"
    NORM = "norm"
    CONDITIONAL = "conditional"
    HEDGE = "hedge"
    JUDGEMENT = "judgement"
    QUESTION = "question"
    BOILERPLATE = "boilerplate"
    FIRST_PERSON = "first_person"
    GENERIC = "generic"
    SHORT = "short"
    OFFICE = "office"
    LOADED_WORDS = "loaded_words"
    EMPHASIS = "emphasis"
    SWEEPING = "sweeping"
    ARGUMENT = "argument"
    VAGUE = "vague"
    ADDRESS = "address"
    GENERAL = "general"
    HEADLINE = "headline"
    CENTRAL = "central"
    FINDING = "finding"


SCORE_REASON_LABELS: Final[dict[ScoreReason, str]] = {
    ScoreReason.NUMBER: "a number",
    ScoreReason.DATE: "a date",
    ScoreReason.NAMED_ENTITY: "a name",
    ScoreReason.SEVERAL_NAMED_ENTITIES: "several names",
    ScoreReason.NAMED_EVENT: "a named event",
    ScoreReason.QUOTATION: "a quotation",
    ScoreReason.ATTRIBUTED: "a source to ask",
    ScoreReason.LEADING: "early in the article",
    ScoreReason.CAUSE: "a cause",
    ScoreReason.COMPARISON: "a comparison",
    ScoreReason.PAST_EVENT: "something that happened",
    ScoreReason.PREDICTION: "a prediction",
    ScoreReason.NORM: "what ought to be",
    ScoreReason.CONDITIONAL: "a condition",
    ScoreReason.HEDGE: "a hedge",
    ScoreReason.JUDGEMENT: "words of judgement",
    ScoreReason.QUESTION: "a question",
    ScoreReason.BOILERPLATE: "text of the site",
    ScoreReason.FIRST_PERSON: "first person",
    ScoreReason.GENERIC: "no name, number or date",
    ScoreReason.SHORT: "short",
    ScoreReason.OFFICE: "an office",
    ScoreReason.LOADED_WORDS: "loaded words",
    ScoreReason.EMPHASIS: "emphasis",
    ScoreReason.SWEEPING: "sweeping words",
    ScoreReason.ARGUMENT: "an argument",
    ScoreReason.VAGUE: "vague words",
    ScoreReason.ADDRESS: "spoken to the reader",
    ScoreReason.GENERAL: "how things are in general",
    ScoreReason.HEADLINE: "what the headline says",
    ScoreReason.CENTRAL: "what the article is about",
    ScoreReason.FINDING: "a finding",
}


# Which reasons speak for a score, and which of them only for its being worth checking; the others speak against.
REASONS_FOR_CHECKABLE: Final = frozenset(
    {
        ScoreReason.NUMBER,
        ScoreReason.DATE,
        ScoreReason.NAMED_ENTITY,
        ScoreReason.SEVERAL_NAMED_ENTITIES,
        ScoreReason.NAMED_EVENT,
        ScoreReason.QUOTATION,
        ScoreReason.ATTRIBUTED,
        ScoreReason.PAST_EVENT,
        ScoreReason.OFFICE,
        ScoreReason.COMPARISON,
    }
)


REASONS_FOR_CHECKING: Final = frozenset(
    {
        ScoreReason.LEADING,
        ScoreReason.HEADLINE,
        ScoreReason.CENTRAL,
        ScoreReason.FINDING,
        ScoreReason.CAUSE,
    }
)


REASONS_AGAINST_CHECKING: Final = frozenset({ScoreReason.SHORT})
