"""The closed sets of terms: what a claim, a verdict, a relation or a block can be called.

Identifiers (the enum values) stand in databases and exports and never change; labels may be translated. The
terms come from the field: Check, Potato, Argilla and INCEpTION for the workflow; AVeriTeC and WiCE for
verdicts; Full Fact, CiTO and Cross-document Structure Theory (CST) for relations; METER for origins, the Admiralty
code for grades; Web Annotation and Hypothes.is for anchors.
"""

from workbench.vocabulary.decisions import (
    ARTICLE_KINDS,
    COLLECTION_KINDS,
    DECISION_LABELS,
    DecisionKind,
)
from workbench.vocabulary.origins import (
    CREDIBILITY_LABELS,
    DERIVATION_LABELS,
    ORIGIN_KIND_TERMS,
    ORIGIN_LAYER_TERMS,
    RELIABILITY_LABELS,
    Credibility,
    Derivation,
    OriginKind,
    OriginLayer,
    Reliability,
    SharedOrigin,
)
from workbench.vocabulary.quotes import (
    QUOTE_VARIANT_LABELS,
    QuoteVariantKind,
)
from workbench.vocabulary.readings import (
    READING_TERMS,
    SUGGESTED_READING,
    UNREAD_GLYPH,
    UNREAD_LABEL,
    Reading,
    SentenceState,
)
from workbench.vocabulary.relations import (
    FACET_LABELS,
    RELATION_TERMS,
    UNREVIEWED_GLYPH,
    Facet,
    Relation,
)
from workbench.vocabulary.scores import (
    REASONS_AGAINST_CHECKING,
    REASONS_FOR_CHECKABLE,
    REASONS_FOR_CHECKING,
    SCORE_REASON_LABELS,
    ScoreReason,
)
from workbench.vocabulary.term import (
    Term,
)
from workbench.vocabulary.texts import (
    ANCHOR_TERMS,
    CLAIM_ORIGIN_LABELS,
    CLAIM_TYPE_LABELS,
    PASSED_OVER_LABELS,
    PROGRAM_ORIGINS,
    AnchorState,
    AsserterNaming,
    BlockKind,
    ClaimOrigin,
    ClaimType,
    PassedOver,
)
from workbench.vocabulary.verdicts import (
    CONFIDENCE_TERMS,
    DISAGREEMENT_TERMS,
    NOT_CHECKABLE_TERMS,
    SCOPE_WARNING,
    SETTLEMENT_LABELS,
    VERDICT_TERMS,
    WORKFLOW_LABELS,
    Confidence,
    DisagreementReason,
    NotCheckableReason,
    Settlement,
    Verdict,
    WorkflowState,
)
from workbench.vocabulary.warnings import (
    WARNING_TERMS,
    WarningKind,
)

__all__ = [
    "ANCHOR_TERMS",
    "ARTICLE_KINDS",
    "CLAIM_ORIGIN_LABELS",
    "CLAIM_TYPE_LABELS",
    "COLLECTION_KINDS",
    "CONFIDENCE_TERMS",
    "CREDIBILITY_LABELS",
    "DECISION_LABELS",
    "DERIVATION_LABELS",
    "DISAGREEMENT_TERMS",
    "FACET_LABELS",
    "NOT_CHECKABLE_TERMS",
    "ORIGIN_KIND_TERMS",
    "ORIGIN_LAYER_TERMS",
    "PASSED_OVER_LABELS",
    "PROGRAM_ORIGINS",
    "QUOTE_VARIANT_LABELS",
    "READING_TERMS",
    "REASONS_AGAINST_CHECKING",
    "REASONS_FOR_CHECKABLE",
    "REASONS_FOR_CHECKING",
    "RELATION_TERMS",
    "RELIABILITY_LABELS",
    "SCOPE_WARNING",
    "SCORE_REASON_LABELS",
    "SETTLEMENT_LABELS",
    "SUGGESTED_READING",
    "UNREAD_GLYPH",
    "UNREAD_LABEL",
    "UNREVIEWED_GLYPH",
    "VERDICT_TERMS",
    "WARNING_TERMS",
    "WORKFLOW_LABELS",
    "AnchorState",
    "AsserterNaming",
    "BlockKind",
    "ClaimOrigin",
    "ClaimType",
    "Confidence",
    "Credibility",
    "DecisionKind",
    "Derivation",
    "DisagreementReason",
    "Facet",
    "NotCheckableReason",
    "OriginKind",
    "OriginLayer",
    "PassedOver",
    "QuoteVariantKind",
    "Reading",
    "Relation",
    "Reliability",
    "ScoreReason",
    "SentenceState",
    "Settlement",
    "SharedOrigin",
    "Term",
    "Verdict",
    "WarningKind",
    "WorkflowState",
]
