"""Where the review of one claim stands: what the fold of its decisions makes."""

from dataclasses import dataclass
from datetime import datetime

from workbench.claims.model import Claim
from workbench.vocabulary import (
    AnchorState,
    ClaimOrigin,
    Facet,
    NotCheckableReason,
    Relation,
    Verdict,
    WorkflowState,
)


@dataclass(frozen=True, slots=True)
class Vote:
    """One reviewer's verdict."""

    reviewer: str
    verdict: Verdict
    reason: NotCheckableReason | None
    unsupported: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A set of sentences of the claim's article that states it; `by` is a reviewer, or `rules` unconfirmed."""

    sentences: tuple[int, ...]
    state: AnchorState
    score: float
    by: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What one other article does with the claim, as one reviewer sees it."""

    article: str
    relation: Relation
    sentences: tuple[int, ...]
    other_claim: str | None
    facets: tuple[Facet, ...]
    note: str | None
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on the claim."""

    text: str
    reviewer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    """The claim (its key) of an older version of the article that this one was, and how surely its words stand here.

    `extracted` is False where no claim was extracted here: it stands because something was decided about the older.
    """

    older: str
    article: str
    state: AnchorState
    extracted: bool


@dataclass(frozen=True, slots=True)
class ClaimState:
    """Where the review of one claim stands: the fold of its decisions.

    Attributes:
        claim: the claim as it was extracted or added; never changes.
        text: its current wording.
        sources: the sets of sentences that state it, in the order they were linked.
        votes, agreements: the latest of each reviewer (and article), in the order they were first given.
        discarded_by: who discarded it, if it stands discarded.
        carried: where it stood in an older version of its article, if what was decided there counts here.
    """

    claim: Claim
    text: str
    sources: tuple[SourceLink, ...] = ()
    votes: tuple[Vote, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    notes: tuple[Note, ...] = ()
    discarded_by: str | None = None
    discard_reason: str | None = None
    parked: bool = False
    signed_off_by: str | None = None
    carried: CarriedFrom | None = None

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.claim.key

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that all votes share; None without votes or where they differ."""
        verdicts = {vote.verdict for vote in self.votes}
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def state(self) -> WorkflowState:
        """The workflow state: parked or signed off by a person, or else what follows from the votes."""
        if self.parked:
            return WorkflowState.PARKED
        if len({vote.verdict for vote in self.votes}) > 1:
            return WorkflowState.DISPUTED
        if self.votes:
            settled = self.signed_off_by or len(self.votes) > 1
            return WorkflowState.FINAL if settled else WorkflowState.NEEDS_SECOND
        touched = self.agreements or self.notes or self.discarded_by
        return WorkflowState.IN_REVIEW if touched else WorkflowState.UNREVIEWED

    @property
    def decided_upon(self) -> bool:
        """Whether a person has said anything about it that stands."""
        said = self.votes or self.agreements or self.notes or self.discarded_by or self.parked
        reworded = self.text != self.claim.text or self.claim.origin is ClaimOrigin.REVIEWER
        return bool(said) or reworded or {link.by for link in self.sources} != {self.claim.origin}

    def vote_of(self, reviewer: str) -> Vote | None:
        """Return the vote of `reviewer`, if there is one."""
        return next((vote for vote in self.votes if vote.reviewer == reviewer), None)

    def agreement_of(self, reviewer: str, article: str) -> Agreement | None:
        """Return what `reviewer` recorded about `article`, if anything."""
        matching = (a for a in self.agreements if a.reviewer == reviewer and a.article == article)
        return next(matching, None)
