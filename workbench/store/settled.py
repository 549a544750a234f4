"""What the fold keeps of origins, evidence from outside, waivers, settlements and assignments of a claim."""

from dataclasses import dataclass
from datetime import datetime

from workbench.vocabulary import (
    Confidence,
    Credibility,
    Derivation,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something outside the collection that speaks to the claim; `id` is that of the decision that attached it."""

    id: str
    url: str | None
    citation: str | None
    file: str | None
    file_sha256: str | None
    quote: str | None
    note: str | None
    relation: Relation | None
    reliability: Reliability | None
    credibility: Credibility | None
    reviewer: str
    at: datetime

    @property
    def grade(self) -> str:
        """The grades of source and information, such as “B2”; a dash where one was not set, “” where neither was."""
        if self.reliability is None and self.credibility is None:
            return ""
        return f"{self.reliability or '–'}{self.credibility or '–'}"


@dataclass(frozen=True, slots=True)
class ConfirmedOrigin:
    """Where the words, or the knowledge, of the claim come from in one article, as a reviewer confirmed it."""

    layer: OriginLayer
    article: str
    kind: OriginKind
    name: str
    derivation: Derivation
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that somebody looked at and let stand."""

    warning: WarningKind
    article: str | None
    other_claim: str | None
    reason: str
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Adjudication:
    """The verdict that holds where votes differed; `reviewer` is who settled it. No verdict: it was left open."""

    settlement: Settlement
    verdict: Verdict | None
    disagreement: DisagreementReason | None
    confidence: Confidence
    note: str | None
    reason: NotCheckableReason | None
    unsupported: str | None
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CellAdjudication:
    """The relation with one other article that holds where reviewers recorded different ones."""

    article: str
    settlement: Settlement
    relation: Relation | None
    sentences: tuple[int, ...]
    other_claim: str | None
    facets: tuple[Facet, ...]
    disagreement: DisagreementReason | None
    confidence: Confidence
    note: str | None
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is to vote on the claim, and who says so."""

    reviewer: str
    by: str
    at: datetime
