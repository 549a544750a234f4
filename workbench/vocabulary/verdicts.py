"""What a reviewer finds about a claim, and how far its review has come (AVeriTeC, WiCE; Check, Potato, INCEpTION)."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term


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


class DisagreementReason(StrEnum):
    """Why reviewers disagreed, as whoever settles it sees it (Potato, and evidence that one of them missed)."""

    AMBIGUOUS_TEXT = "ambiguous_text"
    GUIDELINE_GAP = "guideline_gap"
    REVIEWER_ERROR = "reviewer_error"
    EDGE_CASE = "edge_case"
    SUBJECTIVE_DISAGREEMENT = "subjective_disagreement"
    MISSED_EVIDENCE = "missed_evidence"
    OTHER = "other"


DISAGREEMENT_TERMS: Final[dict[DisagreementReason, Term]] = {
    DisagreementReason.AMBIGUOUS_TEXT: Term("ambiguous text", "a", "≈", "The text can be read in both ways."),
    DisagreementReason.GUIDELINE_GAP: Term("gap in the guideline", "g", "≈", "No rule says what to do here."),
    DisagreementReason.REVIEWER_ERROR: Term("reviewer's error", "e", "≈", "One of them made a mistake."),
    DisagreementReason.EDGE_CASE: Term("edge case", "c", "≈", "The rule is there, and just fits or just does not."),
    DisagreementReason.SUBJECTIVE_DISAGREEMENT: Term("a matter of judgement", "j", "≈", "Both can be held."),
    DisagreementReason.MISSED_EVIDENCE: Term("missed evidence", "m", "≈", "One of them did not see a passage."),
    DisagreementReason.OTHER: Term("other", "o", "≈", "The note says which."),
}


class Settlement(StrEnum):
    """Where a settled verdict or relation comes from (Potato's outcome source)."""

    UNANIMOUS = "unanimous"
    ADJUDICATED = "adjudicated"
    UNRESOLVED = "unresolved"


SETTLEMENT_LABELS: Final[dict[Settlement, str]] = {
    Settlement.UNANIMOUS: "unanimous",
    Settlement.ADJUDICATED: "adjudicated",
    Settlement.UNRESOLVED: "left open",
}


class Confidence(StrEnum):
    """How sure the adjudicator is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


CONFIDENCE_TERMS: Final[dict[Confidence, Term]] = {
    Confidence.HIGH: Term("high", "h", "▲", "No reasonable doubt is left."),
    Confidence.MEDIUM: Term("medium", "m", "◆", "Most likely, and something speaks against it."),
    Confidence.LOW: Term("low", "l", "▽", "It could well be otherwise."),
}
