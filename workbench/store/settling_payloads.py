"""What people decide beyond verdicts and relations: origins, outside evidence, waivers, settlements, assignments."""

from dataclasses import dataclass

from workbench.vocabulary import (
    Confidence,
    Credibility,
    Derivation,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Reading,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)


@dataclass(frozen=True, slots=True)
class AttachEvidence:
    """Something outside the collection that speaks to the claim; it is named by the id of this decision.

    Attributes:
        url, citation, file, quote: where it is and what it says; at least one of them is given.
        file_sha256: the hash of the file, so that another person can tell that it is the same.
        relation: what it does with the claim, if the reviewer says so.
        reliability, credibility: the grade of the source and of the information (Admiralty code), set independently.
    """

    url: str | None = None
    citation: str | None = None
    file: str | None = None
    file_sha256: str | None = None
    quote: str | None = None
    note: str | None = None
    relation: Relation | None = None
    reliability: Reliability | None = None
    credibility: Credibility | None = None


@dataclass(frozen=True, slots=True)
class DetachEvidence:
    """The evidence that the decision with this id attached does not belong to the claim any more."""

    evidence: str


@dataclass(frozen=True, slots=True)
class ConfirmOrigin:
    """In these articles (the claim's own may be one), the claim's words or knowledge go back to this origin."""

    layer: OriginLayer
    kind: OriginKind
    name: str
    articles: tuple[str, ...]
    derivation: Derivation = Derivation.UNKNOWN


@dataclass(frozen=True, slots=True)
class WaiveWarning:
    """The warning was looked at, and the record stands as it is for this reason."""

    warning: WarningKind
    reason: str
    article: str | None = None
    other_claim: str | None = None


@dataclass(frozen=True, slots=True)
class Adjudicate:
    """What holds where the votes differ. Without a verdict, it was left open; `disagreement` says why they differed."""

    settlement: Settlement
    verdict: Verdict | None = None
    disagreement: DisagreementReason | None = None
    confidence: Confidence = Confidence.HIGH
    note: str | None = None
    reason: NotCheckableReason | None = None
    unsupported: str | None = None


@dataclass(frozen=True, slots=True)
class AdjudicateCell:
    """What holds where reviewers recorded different relations for one other article."""

    article: str
    settlement: Settlement
    relation: Relation | None = None
    sentences: tuple[int, ...] = ()
    other_claim: str | None = None
    facets: tuple[Facet, ...] = ()
    disagreement: DisagreementReason | None = None
    confidence: Confidence = Confidence.HIGH
    note: str | None = None


@dataclass(frozen=True, slots=True)
class AssignClaim:
    """This reviewer is to vote on the claim; whoever takes it assigns it to themselves."""

    reviewer: str


@dataclass(frozen=True, slots=True)
class UnassignClaim:
    """This reviewer need not vote on the claim."""

    reviewer: str


@dataclass(frozen=True, slots=True)
class ReadSentences:
    """These sentences of an article were read, and no claim was made of them; about an article, not a claim."""

    article: str
    sentences: tuple[int, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """How a collection is reviewed: so many votes a claim, blind or not, settled by whom; about a collection.

    Nobody may see another's votes, relations or notes of a claim before having voted on it, if it is `blind`; but
    `adjudicators` see all, and do not vote there.
    """

    collection: str
    votes: int
    blind: bool = False
    adjudicators: tuple[str, ...] = ()
