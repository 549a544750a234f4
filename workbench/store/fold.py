"""The fold: from the decisions about a claim to its current state. Pure; the database only caches it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.store.decisions import Decision
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SignOff,
    UnlinkSource,
)
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
class ClaimState:
    """Where the review of one claim stands: the fold of its decisions.

    Attributes:
        claim: the claim as it was extracted or added; never changes.
        text: its current wording.
        sources: the sets of sentences that state it, in the order they were linked.
        votes, agreements: the latest of each reviewer (and article), in the order they were first given.
        discarded_by: who discarded it, if it stands discarded.
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

    def vote_of(self, reviewer: str) -> Vote | None:
        """Return the vote of `reviewer`, if there is one."""
        return next((vote for vote in self.votes if vote.reviewer == reviewer), None)

    def agreement_of(self, reviewer: str, article: str) -> Agreement | None:
        """Return what `reviewer` recorded about `article`, if anything."""
        matching = (a for a in self.agreements if a.reviewer == reviewer and a.article == article)
        return next(matching, None)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that are not undone, oldest first, undos among them.

    An undo may itself be undone, which is a redo; so what is undone is settled from the latest decision back.
    """
    kept: list[Decision] = []
    undone: set[str] = set()
    for decision in sorted(decisions, key=decision_order, reverse=True):
        if decision.id not in undone:
            kept.append(decision)
            if decision.undoes is not None:
                undone.add(decision.undoes)
    return tuple(reversed(kept))


def effective(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that count, oldest first: not undone, and no undos among them."""
    return tuple(decision for decision in standing(decisions) if decision.undoes is None)


def decision_order(decision: Decision) -> tuple[datetime, str]:
    """Order decisions the same way in every database that holds them."""
    return (decision.at, decision.id)


@dataclass(slots=True)
class _Fold:
    """The state while it is folded."""

    claim: Claim
    text: str
    sources: dict[tuple[int, ...], SourceLink] = field(default_factory=dict)
    votes: dict[str, Vote] = field(default_factory=dict)
    agreements: dict[tuple[str, str], Agreement] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    discarded_by: str | None = None
    discard_reason: str | None = None
    parked: bool = False
    signed_off_by: str | None = None

    @classmethod
    def of(cls, claim: Claim, by: str) -> "_Fold":
        first = SourceLink(claim.sentences, AnchorState.EXACT, 100.0, by)
        return cls(claim, claim.text, {claim.sentences: first})

    def apply(self, decision: Decision) -> None:
        match decision.payload:
            case MarkVerdict(verdict, reason, unsupported):
                vote = Vote(decision.reviewer, verdict, reason, unsupported, decision.at)
                self.votes[decision.reviewer] = vote
                self.signed_off_by = None
            case LinkSource(sentences, state, score):
                self.sources[sentences] = SourceLink(sentences, state, score, decision.reviewer)
            case UnlinkSource(sentences):
                self.sources.pop(sentences, None)
            case RecordAgreement() as recorded:
                self._record(recorded, decision)
            case MarkSilent(articles):
                for article in articles:
                    self._record(RecordAgreement(article, Relation.NOT_ADDRESSED), decision)
            case AddNote(text):
                self.notes.append(Note(text, decision.reviewer, decision.at))
            case DiscardClaim(reason):
                self.discarded_by, self.discard_reason = decision.reviewer, reason
            case RestoreClaim():
                self.discarded_by = self.discard_reason = None
            case RewordClaim(text):
                self.text = text
                self.signed_off_by = None
            case ParkClaim():
                self.parked = True
            case ResumeClaim():
                self.parked = False
            case SignOff():
                self.signed_off_by = decision.reviewer
            case Reopen():
                self.signed_off_by = None

    def _record(self, recorded: RecordAgreement, decision: Decision) -> None:
        self.agreements[decision.reviewer, recorded.article] = Agreement(
            recorded.article,
            recorded.relation,
            recorded.sentences,
            recorded.other_claim,
            recorded.facets,
            recorded.note,
            decision.reviewer,
            decision.at,
        )

    def finish(self) -> ClaimState:
        return ClaimState(
            self.claim,
            self.text,
            tuple(self.sources.values()),
            tuple(self.votes.values()),
            tuple(self.agreements.values()),
            tuple(self.notes),
            self.discarded_by,
            self.discard_reason,
            self.parked,
            self.signed_off_by,
        )


def added_claim(added: AddClaim) -> Claim:
    """Return the claim that a reviewer added."""
    return Claim(
        added.article,
        added.start,
        added.end,
        added.text,
        added.sentences,
        added.asserter,
        added.cue,
        added.is_quote,
        added.type,
        origin=ClaimOrigin.REVIEWER,
    )


def fold_claim(extracted: Claim | None, decisions: Iterable[Decision]) -> ClaimState | None:
    """Return the state of one claim: `extracted` by the rules (None if a reviewer added it), then decided upon.

    Returns None where nothing is left: a claim that a reviewer added and took back.

    Raises:
        DecisionError: a decision is about a claim that neither the rules nor a reviewer made.
    """
    history = tuple(decisions)
    if extracted is None and not any(isinstance(decision.payload, AddClaim) for decision in history):
        raise DecisionError("A decision is about a claim that is not in this database: read its article first.")
    counting = effective(history)
    fold = _start(extracted, counting)
    if fold is None:
        return None
    for decision in counting:
        fold.apply(decision)
    return fold.finish()


def _start(extracted: Claim | None, counting: Iterable[Decision]) -> _Fold | None:
    """Begin with the extracted claim, or else with the first addition that counts; a second one adds nothing."""
    if extracted is not None:
        return _Fold.of(extracted, extracted.origin)
    for decision in counting:
        if isinstance(decision.payload, AddClaim):
            return _Fold.of(added_claim(decision.payload), decision.reviewer)
    return None
