"""What a person can decide."""

from enum import StrEnum
from typing import Final


class DecisionKind(StrEnum):
    """What a person can decide: about one claim, but for those in `ARTICLE_KINDS` and `COLLECTION_KINDS`."""

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
    ATTACH_EVIDENCE = "attach_evidence"
    DETACH_EVIDENCE = "detach_evidence"
    CONFIRM_ORIGIN = "confirm_origin"
    WAIVE_WARNING = "waive_warning"
    ADJUDICATE = "adjudicate"
    ADJUDICATE_CELL = "adjudicate_cell"
    ASSIGN_CLAIM = "assign_claim"
    UNASSIGN_CLAIM = "unassign_claim"
    READ_SENTENCES = "read_sentences"
    SET_POLICY = "set_policy"
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
    DecisionKind.ATTACH_EVIDENCE: "attach evidence",
    DecisionKind.DETACH_EVIDENCE: "detach evidence",
    DecisionKind.CONFIRM_ORIGIN: "confirm origin",
    DecisionKind.WAIVE_WARNING: "waive warning",
    DecisionKind.ADJUDICATE: "adjudicate",
    DecisionKind.ADJUDICATE_CELL: "adjudicate relation",
    DecisionKind.ASSIGN_CLAIM: "assign",
    DecisionKind.UNASSIGN_CLAIM: "unassign",
    DecisionKind.READ_SENTENCES: "read sentences",
    DecisionKind.SET_POLICY: "policy",
    DecisionKind.UNDO: "undo",
}

ARTICLE_KINDS: Final = frozenset({DecisionKind.READ_SENTENCES})
"""Decisions about an article, not about one of its claims."""

COLLECTION_KINDS: Final = frozenset({DecisionKind.SET_POLICY})
"""Decisions about a collection."""
