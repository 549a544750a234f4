"""Who is to vote on which claim: assigned by hand, or by taking the next free one."""

from collections.abc import Iterable

from workbench.errors import DecisionError
from workbench.review.context import ReviewContext
from workbench.review.model import Outcome
from workbench.store import log
from workbench.store.decisions import Draft, as_one_action
from workbench.store.fold import ClaimState
from workbench.store.free_claims import next_assigned, next_free
from workbench.store.lock import lock_for_writing
from workbench.store.payloads import AssignClaim, UnassignClaim
from workbench.store.policy import Policy, load_policy
from workbench.visible import one_line


def draft_assignments(context: ReviewContext, claims: Iterable[str], reviewer: str) -> tuple[Draft, ...]:
    """Return the decisions, as one action, that `reviewer` is to vote on claims (keys); see `Team.draft_assign`."""
    _refuse_adjudicator(context.policy(), reviewer)
    wanted = [key for key in dict.fromkeys(claims) if not _has_it(context.state(key), reviewer)]
    if not wanted:
        raise DecisionError(f"{one_line(reviewer)} has these claims already, or has voted on them.")
    return as_one_action([context.draft(key, AssignClaim(reviewer)) for key in wanted])


def draft_unassignments(context: ReviewContext, claims: Iterable[str], reviewer: str) -> tuple[Draft, ...]:
    """Return the decisions, as one action, that take claims back from `reviewer`; see `Team.draft_unassign`."""
    wanted = [key for key in dict.fromkeys(claims) if context.state(key).is_assigned_to(reviewer)]
    if not wanted:
        raise DecisionError(f"None of these claims is assigned to {one_line(reviewer)}, as far as you may see.")
    return as_one_action([context.draft(key, UnassignClaim(reviewer)) for key in wanted])


def take_next(context: ReviewContext) -> Outcome | None:
    """Return the next claim for the reviewer to vote on, now assigned to them; see `Team.take_next`."""
    reviewer, current = context.reviewer, [summary.key for summary in context.current]
    with context.store.write() as connection:
        lock_for_writing(connection)
        policy = load_policy(connection, context.collection)
        _refuse_adjudicator(policy, reviewer)
        if key := next_assigned(connection, current, reviewer):
            return Outcome(key, (), "assigned to you: vote on it")
        key = next_free(connection, current, reviewer, policy.votes)
        if key is None:
            return None
        taken = log.append(connection, context.draft(key, AssignClaim(reviewer)))
    return Outcome(key, (taken,), "taken: nobody else gets it until you have voted")


def _has_it(state: ClaimState, reviewer: str) -> bool:
    return state.is_assigned_to(reviewer) or state.vote_of(reviewer) is not None


def _refuse_adjudicator(policy: Policy, reviewer: str) -> None:
    if policy.keeps_from_voting(reviewer):
        raise DecisionError(f"{one_line(reviewer)} settles the disputes of this collection, and does not vote.")
