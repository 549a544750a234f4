"""The tables of the cache that hold origins, evidence from outside, waivers, settlements and assignments."""

from datetime import datetime
from typing import Final

from sqlalchemy import JSON, Column, Named, String, Table, Text, UniqueConstraint

from workbench.store.columns import UtcTime, metadata, one_of
from workbench.store.parts import ClaimPartColumns
from workbench.vocabulary import (
    Confidence,
    Credibility,
    Derivation,
    DisagreementReason,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)


class EvidenceColumns(ClaimPartColumns):
    """What was attached to a claim from outside the collection."""

    id: Named[str] = Column(String(36))
    url: Named[str | None] = Column(Text)
    citation: Named[str | None] = Column(Text)
    file: Named[str | None] = Column(Text)
    file_sha256: Named[str | None] = Column(Text)
    quote: Named[str | None] = Column(Text)
    note: Named[str | None] = Column(Text)
    relation: Named[Relation | None] = Column(one_of(Relation, "relation"), nullable=True)
    reliability: Named[Reliability | None] = Column(one_of(Reliability, "reliability"), nullable=True)
    credibility: Named[Credibility | None] = Column(one_of(Credibility, "credibility"), nullable=True)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


evidence: Final = Table("evidence", metadata, EvidenceColumns)


class OriginColumns(ClaimPartColumns):
    """Where the words, or the knowledge, of a claim come from in one article, as a person confirmed it."""

    layer: Named[OriginLayer] = Column(one_of(OriginLayer, "layer"))
    article: Named[str] = Column(String(64))
    kind: Named[OriginKind] = Column(one_of(OriginKind, "kind"))
    name: Named[str] = Column(Text, index=True)
    derivation: Named[Derivation] = Column(one_of(Derivation, "derivation"))
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


origins: Final = Table("origins", metadata, OriginColumns, UniqueConstraint("claim", "layer", "article"))


class WaiverColumns(ClaimPartColumns):
    """The warnings that were waived, with the reason."""

    warning: Named[WarningKind] = Column(one_of(WarningKind, "warning"))
    article: Named[str | None] = Column(String(64))
    other_claim: Named[str | None] = Column(String(36))
    reason: Named[str] = Column(Text)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


waivers: Final = Table("waivers", metadata, WaiverColumns)


class AdjudicationColumns(ClaimPartColumns):
    """The settled verdict; one row, number 0, or none."""

    settlement: Named[Settlement] = Column(one_of(Settlement, "settlement"))
    verdict: Named[Verdict | None] = Column(one_of(Verdict, "verdict"), nullable=True)
    disagreement: Named[DisagreementReason | None] = Column(one_of(DisagreementReason, "disagreement"), nullable=True)
    confidence: Named[Confidence] = Column(one_of(Confidence, "confidence"))
    note: Named[str | None] = Column(Text)
    reason: Named[NotCheckableReason | None] = Column(one_of(NotCheckableReason, "reason"), nullable=True)
    unsupported: Named[str | None] = Column(Text)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


adjudications: Final = Table("adjudications", metadata, AdjudicationColumns)


class CellAdjudicationColumns(ClaimPartColumns):
    """The settled relation with one other article."""

    article: Named[str] = Column(String(64))
    settlement: Named[Settlement] = Column(one_of(Settlement, "settlement"))
    relation: Named[Relation | None] = Column(one_of(Relation, "relation"), nullable=True)
    sentences: Named[list[int]] = Column(JSON)
    other_claim: Named[str | None] = Column(String(36))
    facets: Named[list[str]] = Column(JSON)
    disagreement: Named[DisagreementReason | None] = Column(one_of(DisagreementReason, "disagreement"), nullable=True)
    confidence: Named[Confidence] = Column(one_of(Confidence, "confidence"))
    note: Named[str | None] = Column(Text)
    reviewer: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


cell_adjudications: Final = Table(
    "cell_adjudications", metadata, CellAdjudicationColumns, UniqueConstraint("claim", "article")
)


class AssignmentColumns(ClaimPartColumns):
    """Who is to vote on the claim."""

    reviewer: Named[str] = Column(Text)
    by: Named[str] = Column(Text)
    at: Named[datetime] = Column(UtcTime)


assignments: Final = Table("assignments", metadata, AssignmentColumns, UniqueConstraint("claim", "reviewer"))
