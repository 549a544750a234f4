"""The fold: from the decisions about a claim to its current state. Pure; the database only caches it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.store.claim_state import Agreement, CarriedFrom, ClaimState, Note, SourceLink, Vote
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
from workbench.store.settling_fold import SettledFold
from workbench.vocabulary import AnchorState, ClaimOrigin, Relation

__all__ = [
    "Agreement",
    "CarriedFrom",
    "ClaimState",
    "Note",
    "SourceLink",
    "Vote",
    "added_claim",
    "decision_order",
    "effective",
    "fold_claim",
    "standing",
    "undone",
]


def undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of the decisions that do not count; of all others, only the undos are held.

    An undo may itself be undone, which is a redo; so what is undone is settled from the latest decision back.
    """
    found: set[str] = set()
    undos = [decision for decision in decisions if decision.undoes is not None]
    for undo in sorted(undos, key=decision_order, reverse=True):
        if undo.undoes is not None and undo.id not in found:
            found.add(undo.undoes)
    return frozenset(found)


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions that are not undone, oldest first, undos among them."""
    everything = sorted(decisions, key=decision_order)
    taken_back = undone(everything)
    return tuple(decision for decision in everything if decision.id not in taken_back)


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
    carried: CarriedFrom | None = None
    settled: SettledFold = field(default_factory=SettledFold)

    @classmethod
    def of(cls, claim: Claim, by: str) -> "_Fold":
        first = SourceLink(claim.sentences, AnchorState.EXACT, 100.0, by)
        return cls(claim, claim.text, {claim.sentences: first})

    @classmethod
    def going_on(cls, before: ClaimState) -> "_Fold":
        return cls(
            before.claim,
            before.text,
            {link.sentences: link for link in before.sources},
            {vote.reviewer: vote for vote in before.votes},
            {(given.reviewer, given.article): given for given in before.agreements},
            list(before.notes),
            before.discarded_by,
            before.discard_reason,
            before.parked,
            before.signed_off_by,
            before.carried,
            SettledFold(
                {evidence.id: evidence for evidence in before.evidence},
                {(origin.layer, origin.article): origin for origin in before.origins},
                {(waiver.warning, waiver.article, waiver.other_claim): waiver for waiver in before.waivers},
                before.adjudication,
                {settled.article: settled for settled in before.settled_cells},
                {assignment.reviewer: assignment for assignment in before.assignments},
            ),
        )

    def apply(self, decision: Decision) -> None:
        match decision.payload:
            case MarkVerdict(verdict, reason, unsupported, places):
                vote = Vote(decision.reviewer, verdict, reason, unsupported, decision.at, places)
                self.votes[decision.reviewer] = vote
                self._reopen()
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
                self._reword(text)
            case ParkClaim():
                self.parked = True
            case ResumeClaim():
                self.parked = False
            case SignOff():
                self.signed_off_by = decision.reviewer
            case Reopen():
                self._reopen()
            case _:
                self.settled.apply(decision)

    def _reopen(self) -> None:
        self.signed_off_by = None
        self.settled.reopen_verdict()

    def _reword(self, text: str) -> None:
        self.text = text
        self._reopen()
        # The places were those of the words before.
        self.votes = {reviewer: replace(vote, unsupported_at=()) for reviewer, vote in self.votes.items()}

    def _record(self, recorded: RecordAgreement, decision: Decision) -> None:
        self.settled.reopen_cell(recorded.article)
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
            self.carried,
            tuple(self.settled.evidence.values()),
            tuple(self.settled.origins.values()),
            tuple(self.settled.waivers.values()),
            self.settled.adjudication,
            tuple(self.settled.cells.values()),
            tuple(self.settled.assignments.values()),
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


def fold_claim(
    extracted: Claim | None, decisions: Iterable[Decision], before: ClaimState | None = None
) -> ClaimState | None:
    """Return the state of one claim: `extracted` from the article (None if a reviewer added it), then decided upon.

    `before` is where it stood in an older version of its article, carried over; its own decisions follow that.
    Returns None where nothing is left: a claim that a reviewer added and took back.

    Raises:
        DecisionError: a decision is about a claim that neither the rules nor a reviewer made.
    """
    history = tuple(decisions)
    made = extracted or before or any(isinstance(decision.payload, AddClaim) for decision in history)
    if not made:
        raise DecisionError("A decision is about a claim that is not in this database: read its article first.")
    counting = effective(history)
    fold = _start(extracted, counting, before)
    if fold is None:
        return None
    for decision in counting:
        fold.apply(decision)
    return fold.finish()


def _start(extracted: Claim | None, counting: tuple[Decision, ...], before: ClaimState | None) -> _Fold | None:
    """Begin with the older version, the extracted claim, or the first addition that counts; a second adds nothing.

    Where no claim was extracted, that of the older version goes on only if somebody decided something about it.
    """
    if before is not None and (extracted or counting or before.decided_upon):
        return _Fold.going_on(before)
    if extracted is not None:
        return _Fold.of(extracted, extracted.origin)
    for decision in counting:
        if isinstance(decision.payload, AddClaim):
            return _Fold.of(added_claim(decision.payload), decision.reviewer)
    return None
