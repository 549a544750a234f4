"""Where the review of one claim stands: what the fold of its decisions makes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workbench.claims.model import Claim
from workbench.store.settled import (
    Adjudication,
    Assignment,
    CellAdjudication,
    ConfirmedOrigin,
    Evidence,
    Waiver,
)
from workbench.vocabulary import (
    AnchorState,
    ClaimOrigin,
    Facet,
    NotCheckableReason,
    OriginLayer,
    Relation,
    Settlement,
    Verdict,
    WorkflowState,
)

DEFAULT_VOTES: Final = 2
"""So many votes a claim needs where its collection asks for no other number; a signature stands for the second."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One reviewer's verdict."""

    reviewer: str
    verdict: Verdict
    reason: NotCheckableReason | None
    unsupported: str | None
    at: datetime
    unsupported_at: tuple[tuple[int, int], ...] = ()


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
        evidence: what was attached from outside the collection.
        origins: where the words and the knowledge come from, by article, as far as a person has confirmed it.
        waivers: the warnings that were waived, with the reason.
        adjudication, settled_cells: what was settled where votes, or relations, differed; a later vote reopens it.
        assignments: who is to vote on it.
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
    evidence: tuple[Evidence, ...] = ()
    origins: tuple[ConfirmedOrigin, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    adjudication: Adjudication | None = None
    settled_cells: tuple[CellAdjudication, ...] = ()
    assignments: tuple[Assignment, ...] = ()

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.claim.key

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that was settled, or else that all votes share; None without votes or where they differ."""
        if self.adjudication is not None:
            return self.adjudication.verdict
        return self.shared_vote

    @property
    def shared_vote(self) -> Verdict | None:
        """The verdict that all votes share; None without votes or where they differ."""
        verdicts = {vote.verdict for vote in self.votes}
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def state(self) -> WorkflowState:
        """The workflow state where the collection asks for no number of votes."""
        return self.state_for(DEFAULT_VOTES)

    def state_for(self, votes: int) -> WorkflowState:
        """Return the workflow state where so many votes are asked for: set by a person, or derived from the votes."""
        if self.parked:
            return WorkflowState.PARKED
        if self.is_disputed:
            return WorkflowState.DISPUTED
        if self.votes:
            settled = self.adjudication or self.signed_off_by or len(self.votes) >= votes
            return WorkflowState.FINAL if settled else WorkflowState.NEEDS_SECOND
        touched = self.agreements or self.notes or self.discarded_by
        return WorkflowState.IN_REVIEW if touched else WorkflowState.UNREVIEWED

    @property
    def is_disputed(self) -> bool:
        """Whether votes or relations differ and nobody has settled it."""
        return self.has_disputed_verdict or bool(self.disputed_cells)

    @property
    def has_disputed_verdict(self) -> bool:
        """Whether votes differ and nobody has settled that."""
        if self.adjudication is not None:
            return self.adjudication.settlement is Settlement.UNRESOLVED
        return len({vote.verdict for vote in self.votes}) > 1

    @property
    def disputed_cells(self) -> tuple[str, ...]:
        """The other articles for which reviewers recorded different relations and nobody has settled which holds."""
        given: dict[str, set[Relation]] = {}
        for agreement in self.agreements:
            given.setdefault(agreement.article, set()).add(agreement.relation)
        return tuple(
            article for article, relations in given.items() if len(relations) > 1 and not self._is_settled(article)
        )

    def _is_settled(self, article: str) -> bool:
        settled = self.settled_cell(article)
        return settled is not None and settled.relation is not None

    def settled_cell(self, article: str) -> CellAdjudication | None:
        """Return how the relation with `article` was settled, if it was."""
        return next((settled for settled in self.settled_cells if settled.article == article), None)

    def relation_with(self, article: str) -> Relation | None:
        """Return the relation with `article` that was settled, or else that all reviewers share; None where open."""
        settled = self.settled_cell(article)
        if settled is not None:
            return settled.relation
        given = {agreement.relation for agreement in self.agreements if agreement.article == article}
        return given.pop() if len(given) == 1 else None

    def origin_in(self, article: str, layer: OriginLayer) -> ConfirmedOrigin | None:
        """Return the confirmed origin of the words, or of the knowledge, in `article`; None where there is none."""
        return next((known for known in self.origins if (known.article, known.layer) == (article, layer)), None)

    @property
    def decided_upon(self) -> bool:
        """Whether a person has said anything about it that stands."""
        said = self.votes or self.agreements or self.notes or self.discarded_by or self.parked
        more = self.evidence or self.origins or self.waivers or self.adjudication or self.settled_cells
        reworded = self.text != self.claim.text or self.claim.origin is ClaimOrigin.REVIEWER
        linked = {link.by for link in self.sources} != {self.claim.origin}
        return bool(said) or bool(more) or bool(self.assignments) or reworded or linked

    def vote_of(self, reviewer: str) -> Vote | None:
        """Return the vote of `reviewer`, if there is one."""
        return next((vote for vote in self.votes if vote.reviewer == reviewer), None)

    def is_assigned_to(self, reviewer: str) -> bool:
        """Whether `reviewer` was asked to vote on it."""
        return any(assignment.reviewer == reviewer for assignment in self.assignments)

    def agreement_of(self, reviewer: str, article: str) -> Agreement | None:
        """Return what `reviewer` recorded about `article`, if anything."""
        matching = (a for a in self.agreements if a.reviewer == reviewer and a.article == article)
        return next(matching, None)
