"""The closed sets of terms: what a claim, a verdict, a relation or a block can be called.

Identifiers (the enum values) stand in databases and exports and never change; labels may be translated. The
terms come from the field: Check, Potato, Argilla and INCEpTION for the workflow; AVeriTeC and WiCE for
verdicts; Full Fact, CiTO and Cross-document Structure Theory (CST) for relations; Web Annotation and
Hypothes.is for anchors.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class Term:
    """How one identifier is shown and reached: its label, its key, its one-cell glyph, and what it means."""

    label: str
    key: str
    glyph: str
    definition: str


class Verdict(StrEnum):
    """What a reviewer finds about a claim, within this collection and the linked evidence."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING = "conflicting"
    PARTIALLY_SUPPORTED = "partially_supported"
    TOO_VAGUE = "too_vague"
    NOT_CHECKABLE = "not_checkable"


VERDICT_TERMS: Final[dict[Verdict, Term]] = {
    Verdict.SUPPORTED: Term("supported", "s", "✓", "The linked evidence supports all of the claim."),
    Verdict.REFUTED: Term("refuted", "r", "✗", "The linked evidence says otherwise."),
    Verdict.NOT_ENOUGH_EVIDENCE: Term(
        "not enough evidence", "n", "∅", "The collection neither supports nor refutes the claim."
    ),
    Verdict.CONFLICTING: Term(
        "conflicting evidence", "c", "≷", "Some evidence supports the claim and some refutes it."
    ),
    Verdict.PARTIALLY_SUPPORTED: Term(
        "partially supported", "p", "◐", "A part of the claim is supported; the other part is named."
    ),
    Verdict.TOO_VAGUE: Term("too vague", "v", "≈", "The claim can be read in ways that differ in truth."),
    Verdict.NOT_CHECKABLE: Term("not checkable", "x", "–", "No evidence could decide it."),
}

SCOPE_WARNING: Final = "“supported” means supported within this collection and the linked evidence, not “true”."


class NotCheckableReason(StrEnum):
    """Why no evidence could decide a claim (AVeriTeC's dropped types, Factcheck-GPT, Cofacts)."""

    OPINION = "opinion"
    SPECULATION = "speculation"
    NOT_A_CLAIM = "not_a_claim"


NOT_CHECKABLE_TERMS: Final[dict[NotCheckableReason, Term]] = {
    NotCheckableReason.OPINION: Term("opinion", "o", "–", "It says what somebody thinks of a thing."),
    NotCheckableReason.SPECULATION: Term("speculation", "s", "–", "It says what might be or might come."),
    NotCheckableReason.NOT_A_CLAIM: Term("not a claim", "n", "–", "It asserts nothing."),
}


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


class WorkflowState(StrEnum):
    """How far the review of a claim has come; derived from the votes, but for `parked` and `final`."""

    UNREVIEWED = "unreviewed"
    IN_REVIEW = "in_review"
    NEEDS_SECOND = "needs_second"
    DISPUTED = "disputed"
    FINAL = "final"
    PARKED = "parked"


WORKFLOW_LABELS: Final[dict[WorkflowState, str]] = {
    WorkflowState.UNREVIEWED: "unreviewed",
    WorkflowState.IN_REVIEW: "in review",
    WorkflowState.NEEDS_SECOND: "needs a second vote",
    WorkflowState.DISPUTED: "disputed",
    WorkflowState.FINAL: "final",
    WorkflowState.PARKED: "parked",
}


class AnchorState(StrEnum):
    """How surely a text stands where its anchor says (Web Annotation practice)."""

    EXACT = "exact"
    RELOCATED = "relocated"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


ANCHOR_TERMS: Final[dict[AnchorState, Term]] = {
    AnchorState.EXACT: Term("exact", "e", "≡", "The same words stand there."),
    AnchorState.RELOCATED: Term("relocated", "r", "≃", "The words stand there lightly edited."),
    AnchorState.AMBIGUOUS: Term("ambiguous", "a", "⁇", "Several places do equally well; none was chosen."),
    AnchorState.ORPHANED: Term("orphaned", "o", "∅", "The words do not stand there any more."),
}


class BlockKind(StrEnum):
    """What a block of an article is; only body, caption, title and heading speak for the article."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"


class ClaimType(StrEnum):
    """What kind of thing a claim asserts (AVeriTeC)."""

    EVENT_PROPERTY = "event_property"
    NUMERICAL = "numerical"
    QUOTE_VERIFICATION = "quote_verification"
    POSITION_STATEMENT = "position_statement"
    CAUSAL = "causal"
    MEDIA_PUBLISHING = "media_publishing"
    MEDIA_ANALYSIS = "media_analysis"
    SPECULATIVE = "speculative"
    OPINION = "opinion"


CLAIM_TYPE_LABELS: Final[dict[ClaimType, str]] = {
    ClaimType.EVENT_PROPERTY: "event or property",
    ClaimType.NUMERICAL: "numerical",
    ClaimType.QUOTE_VERIFICATION: "quotation",
    ClaimType.POSITION_STATEMENT: "position",
    ClaimType.CAUSAL: "causal",
    ClaimType.MEDIA_PUBLISHING: "published media",
    ClaimType.MEDIA_ANALYSIS: "media analysis",
    ClaimType.SPECULATIVE: "speculative",
    ClaimType.OPINION: "opinion",
}


class PassedOver(StrEnum):
    """Why a sentence was not taken as a claim; it stays in the ledger with this reason."""

    TITLE = "title"
    DATELINE = "dateline"
    HEADING = "heading"
    CREDIT = "credit"
    PROMO = "promo"
    BOILERPLATE = "boilerplate"
    QUESTION = "question"
    FRAGMENT = "fragment"
    NO_ASSERTION = "no_assertion"


PASSED_OVER_LABELS: Final[dict[PassedOver, str]] = {
    PassedOver.TITLE: "title",
    PassedOver.DATELINE: "dateline",
    PassedOver.HEADING: "heading",
    PassedOver.CREDIT: "photo or source credit",
    PassedOver.PROMO: "promotion of another article",
    PassedOver.BOILERPLATE: "text of the site, not of the article",
    PassedOver.QUESTION: "question",
    PassedOver.FRAGMENT: "fragment without an assertion",
    PassedOver.NO_ASSERTION: "asserts nothing that can be checked",
}


class ClaimOrigin(StrEnum):
    """Where a claim came from."""

    RULES = "rules"
    REVIEWER = "reviewer"
    LLM = "llm"


PROGRAM_ORIGINS: Final = frozenset({ClaimOrigin.RULES, ClaimOrigin.LLM})
"""Where nobody has confirmed a claim yet; no reviewer can have such a name."""

CLAIM_ORIGIN_LABELS: Final[dict[ClaimOrigin, str]] = {
    ClaimOrigin.RULES: "found by the rules",
    ClaimOrigin.REVIEWER: "added by a reviewer",
    ClaimOrigin.LLM: "proposed by a language model",
}


class AsserterNaming(StrEnum):
    """How an article names who asserts something (source-exploration)."""

    NAMED = "named"
    UNNAMED = "unnamed"
    OUTLET_VOICE = "outlet_voice"


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


class DecisionKind(StrEnum):
    """What a person can decide; every kind but `undo` is about one claim."""

    ADD_CLAIM = "add_claim"
    MARK_VERDICT = "mark_verdict"
    LINK_SOURCE = "link_source"
    UNLINK_SOURCE = "unlink_source"
    RECORD_AGREEMENT = "record_agreement"
    MARK_SILENT = "mark_silent"
    NOTE = "note"
    DISCARD_CLAIM = "discard_claim"
    RESTORE_CLAIM = "restore_claim"
    REWORD_CLAIM = "reword_claim"
    PARK_CLAIM = "park_claim"
    RESUME_CLAIM = "resume_claim"
    SIGN_OFF = "sign_off"
    REOPEN = "reopen"
    UNDO = "undo"


DECISION_LABELS: Final[dict[DecisionKind, str]] = {
    DecisionKind.ADD_CLAIM: "add claim",
    DecisionKind.MARK_VERDICT: "verdict",
    DecisionKind.LINK_SOURCE: "link source",
    DecisionKind.UNLINK_SOURCE: "unlink source",
    DecisionKind.RECORD_AGREEMENT: "agreement",
    DecisionKind.MARK_SILENT: "remaining articles silent",
    DecisionKind.NOTE: "note",
    DecisionKind.DISCARD_CLAIM: "discard claim",
    DecisionKind.RESTORE_CLAIM: "restore claim",
    DecisionKind.REWORD_CLAIM: "reword claim",
    DecisionKind.PARK_CLAIM: "park claim",
    DecisionKind.RESUME_CLAIM: "resume claim",
    DecisionKind.SIGN_OFF: "sign off",
    DecisionKind.REOPEN: "reopen",
    DecisionKind.UNDO: "undo",
}


class SharedOrigin(StrEnum):
    """What several articles have from one origin: their words (METER: text reuse), or only what they know."""

    WORDS = "words"
    AGENCY = "agency"
    QUOTATION = "quotation"
    ASSERTER = "asserter"
