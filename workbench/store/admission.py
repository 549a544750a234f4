"""What the log takes: a decision about something that is there, by a person, that says what can be true."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from workbench.errors import DecisionError
from workbench.store.building_on import refuse_if_built_on
from workbench.store.decisions import Decision, Draft
from workbench.store.fold import ClaimState, standing
from workbench.store.forms import check_form
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AttachEvidence,
    DetachEvidence,
    MarkSilent,
    MarkVerdict,
    Payload,
    RecordAgreement,
    RestoreClaim,
    UnassignClaim,
    Undo,
)
from workbench.store.places import Places
from workbench.store.policy import policies_of_article
from workbench.store.subjects import are_about_claim, is_kind_about_claim
from workbench.store.tables import decisions
from workbench.visible import one_line
from workbench.vocabulary import Credibility, OriginLayer, Relation

__all__ = ["check_draft", "check_form", "check_imported_places"]


def check_draft(connection: Connection, draft: Draft, history: tuple[Decision, ...], state: ClaimState | None) -> None:
    """Make sure that a decision can be taken into the log; `history` and `state` are of what it is about.

    Raises:
        DecisionError: it cannot, and why.
    """
    check_form(draft)
    places = Places(connection)
    match draft.payload:
        case Undo():
            _check_undo(connection, draft, history)
        case AddClaim() as added:
            if state is not None:
                raise DecisionError("This is a claim already.")
            places.check_added(draft.claim, added)
        case payload if not is_kind_about_claim(draft.kind):
            places.check(payload, None)
        case _ if state is None:
            raise DecisionError("The claim is not in this database, or was taken back: choose another claim.")
        case payload:
            _check_stands(payload, state)
            places.check(payload, state.claim.article)
            _check_who_decides(connection, draft, state)
            _check_against_state(places, payload, state)


def check_imported_places(connection: Connection, imported: Sequence[Decision]) -> None:
    """Make sure that decisions from elsewhere, now in the log and the cache, point to what is there.

    Raises:
        DecisionError: one of them says what cannot be true here.
    """
    places = Places(connection)
    homes = places.articles_of(decision.claim for decision in imported)
    for decision in imported:
        if isinstance(decision.payload, AddClaim):
            places.check_added(decision.claim, decision.payload)
        else:
            places.check(decision.payload, homes.get(decision.claim))


def _check_stands(payload: Payload, state: ClaimState) -> None:
    """Nothing is decided about a claim that somebody has discarded, perhaps just now."""
    if state.discarded_by and not isinstance(payload, RestoreClaim | AddNote | UnassignClaim):
        raise DecisionError(f"{one_line(state.discarded_by)} has discarded this claim: restore it first, if it counts.")


def _check_who_decides(connection: Connection, draft: Draft, state: ClaimState) -> None:
    """Who settles what others decided without seeing one another does not decide with them."""
    if not isinstance(draft.payload, MarkVerdict | RecordAgreement | MarkSilent):
        return
    for policy in policies_of_article(connection, state.claim.article):
        if policy.keeps_from_voting(draft.reviewer):
            raise DecisionError(
                f"{one_line(draft.reviewer)} settles the disputes of this collection, and does not vote."
            )


def _check_against_state(places: Places, payload: Payload, state: ClaimState) -> None:
    match payload:
        case MarkVerdict(unsupported_at=marked):
            if any(end > len(state.text) for _, end in marked):
                raise DecisionError("The claim was reworded: mark the unsupported words again.")
        case RecordAgreement() | AdjudicateCell():
            places.check_other_claim(payload)
            if payload.relation is Relation.UPDATES:
                places.check_is_later(state.claim.article, payload.article)
            if isinstance(payload, AdjudicateCell):
                _check_has_relations(state, payload.article)
        case Adjudicate():
            if len(state.votes) < 2:
                raise DecisionError("There is nothing to settle: fewer than two reviewers have voted on this claim.")
        case AttachEvidence(credibility=Credibility.CONFIRMED):
            _check_is_confirmed(state)
        case DetachEvidence(evidence):
            if evidence not in {known.id for known in state.evidence}:
                raise DecisionError("This evidence is not attached to the claim (any more).")
        case _:
            pass


def _check_has_relations(state: ClaimState, article: str) -> None:
    if len([given for given in state.agreements if given.article == article]) < 2:
        raise DecisionError("There is nothing to settle: fewer than two reviewers have recorded a relation there.")


def _check_is_confirmed(state: ClaimState) -> None:
    names = {origin.name.casefold() for origin in state.origins if origin.layer is OriginLayer.KNOWLEDGE}
    if len(names) < 2:
        raise DecisionError("Credibility 1 means confirmed: first confirm two independent origins of the claim.")


def _check_undo(connection: Connection, draft: Draft, history: tuple[Decision, ...]) -> None:
    target = next((decision for decision in history if decision.id == draft.undoes), None)
    if target is None:
        elsewhere = connection.execute(select(decisions.c.claim).where(decisions.c.id == draft.undoes)).scalar()
        said = "is about another claim" if elsewhere else "is not in this database"
        raise DecisionError(f"The decision to be undone {said}.")
    if target.reviewer != draft.reviewer:
        raise DecisionError(f"This decision is {one_line(target.reviewer)}'s: only they can undo it.")
    if target not in standing(history):
        raise DecisionError("This decision is undone already.")
    if are_about_claim(history):
        refuse_if_built_on(connection, target, history)
