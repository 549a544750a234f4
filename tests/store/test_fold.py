"""The laws of the fold: what people rely on when they undo, redo, come back, and merge two databases."""

import random
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.store.decisions import CHAIN_START, Decision
from workbench.store.fold import ClaimState, fold_claim
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    Payload,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SignOff,
    Undo,
    UnlinkSource,
)
from workbench.vocabulary import ClaimOrigin, Relation, Verdict, WorkflowState

ARTICLE, OTHERS = "a" * 64, ("b" * 64, "c" * 64)
CLAIM = Claim(ARTICLE, 0, 9, "Two boats", (0,))
ADDED = AddClaim(ARTICLE, 20, 29, "One ferry", (1,))
START = datetime(2026, 11, 21, 12, tzinfo=UTC)

sentence_sets = st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True).map(lambda s: tuple(sorted(s)))
payloads: st.SearchStrategy[Payload] = st.one_of(
    st.builds(MarkVerdict, st.sampled_from(Verdict)),
    st.builds(LinkSource, sentence_sets),
    st.builds(UnlinkSource, sentence_sets),
    st.builds(RecordAgreement, st.sampled_from(OTHERS), st.sampled_from(Relation)),
    st.just(MarkSilent(OTHERS)),
    st.builds(AddNote, st.text(max_size=3)),
    st.builds(RewordClaim, st.text(max_size=3)),
    st.sampled_from([DiscardClaim("why"), RestoreClaim(), ParkClaim(), ResumeClaim(), SignOff(), Reopen()]),
)
reviewers = st.sampled_from(["ann", "ben"])
histories = st.lists(st.tuples(reviewers, payloads), max_size=8)


def decision(number: int, reviewer: str, payload: Payload, undoes: str | None = None) -> Decision:
    """Make the `number`-th decision; the fold looks at no hash."""
    at = START + timedelta(minutes=number)
    identifier = str(UUID(int=number))
    return Decision(identifier, "database", reviewer, at, CLAIM.key, payload, undoes, number, CHAIN_START, "")


def log_of(history: list[tuple[str, Payload]]) -> list[Decision]:
    return [decision(number, *item) for number, item in enumerate(history)]


def undo(target: Decision, number: int) -> Decision:
    return decision(number, target.reviewer, Undo(), target.id)


def folded(log: list[Decision], extracted: Claim | None = CLAIM) -> ClaimState:
    state = fold_claim(extracted, log)
    assert state is not None
    return state


@given(histories, reviewers, payloads)
def test_undo_restores_the_state_before(history: list[tuple[str, Payload]], who: str, what: Payload) -> None:
    before = log_of(history)
    taken_back = decision(len(before), who, what)
    assert folded([*before, taken_back, undo(taken_back, len(before) + 1)]) == folded(before)


@given(histories.filter(bool), st.data())
def test_undoing_an_old_decision_is_as_if_it_had_never_been_made(
    history: list[tuple[str, Payload]], data: st.DataObject
) -> None:
    log = log_of(history)
    target = data.draw(st.sampled_from(log))
    without = [each for each in log if each is not target]
    assert folded([*log, undo(target, len(log))]) == folded(without)


@given(histories, reviewers, payloads)
def test_redo_restores_what_was_undone(history: list[tuple[str, Payload]], who: str, what: Payload) -> None:
    before = log_of(history)
    made = [*before, decision(len(before), who, what)]
    undone = [*made, undo(made[-1], len(made))]
    redone = [*undone, undo(undone[-1], len(undone))]
    assert folded(redone) == folded(made)
    assert folded([*redone, undo(redone[-1], len(redone))]) == folded(undone)


@given(histories, st.integers())
def test_the_order_in_which_decisions_arrive_does_not_matter(history: list[tuple[str, Payload]], seed: int) -> None:
    log = log_of(history)
    if log:
        log.append(undo(log[0], len(log)))
    arrived = random.Random(seed).sample(log, len(log))
    assert folded(arrived) == folded(log)


@given(histories, st.lists(st.booleans(), min_size=8, max_size=8))
def test_a_merge_is_the_union_of_two_logs_whichever_way_round(
    history: list[tuple[str, Payload]], in_first: list[bool]
) -> None:
    log = log_of(history)
    first = {each.id: each for each, here in zip(log, in_first, strict=False) if here}
    second = {each.id: each for each, here in zip(log, in_first, strict=False) if not here}
    assert folded(list((first | second).values())) == folded(list((second | first).values())) == folded(log)


@given(histories)
def test_every_reviewer_keeps_the_latest_vote_and_loses_none_to_another(history: list[tuple[str, Payload]]) -> None:
    latest = {who: what.verdict for who, what in history if isinstance(what, MarkVerdict)}
    assert {vote.reviewer: vote.verdict for vote in folded(log_of(history)).votes} == latest


def test_a_claim_begins_with_its_own_sentences_as_an_unconfirmed_source() -> None:
    (source,) = folded([]).sources
    assert (source.sentences, source.by) == (CLAIM.sentences, ClaimOrigin.RULES)
    assert folded([]).state is WorkflowState.UNREVIEWED


def test_an_added_claim_lives_while_any_addition_counts() -> None:
    ann, ben = decision(0, "ann", ADDED), decision(2, "ben", ADDED)
    vote = decision(1, "ben", MarkVerdict(Verdict.REFUTED))
    assert fold_claim(None, [ann, undo(ann, 3)]) is None
    both = folded([ann, vote, ben, undo(ann, 3)], None)
    assert both.claim.origin is ClaimOrigin.REVIEWER
    assert both.verdict is Verdict.REFUTED


def test_a_second_addition_does_not_reset_the_claim() -> None:
    log = [decision(0, "ann", ADDED), decision(1, "ann", RewordClaim("A ferry")), decision(2, "ben", ADDED)]
    assert folded(log, None).text == "A ferry"


def test_a_decision_about_an_unknown_claim_is_refused() -> None:
    with pytest.raises(DecisionError, match="read its article first"):
        fold_claim(None, [decision(0, "ann", ParkClaim())])


@pytest.mark.parametrize(
    ("payloads_of_ann", "payloads_of_ben", "expected"),
    [
        ([AddNote("hm")], [], WorkflowState.IN_REVIEW),
        ([MarkVerdict(Verdict.SUPPORTED)], [], WorkflowState.NEEDS_SECOND),
        ([MarkVerdict(Verdict.SUPPORTED)], [MarkVerdict(Verdict.SUPPORTED)], WorkflowState.FINAL),
        ([MarkVerdict(Verdict.SUPPORTED)], [MarkVerdict(Verdict.REFUTED)], WorkflowState.DISPUTED),
        ([MarkVerdict(Verdict.SUPPORTED), SignOff()], [], WorkflowState.FINAL),
        ([MarkVerdict(Verdict.SUPPORTED), SignOff(), Reopen()], [], WorkflowState.NEEDS_SECOND),
        ([MarkVerdict(Verdict.SUPPORTED), SignOff(), RewordClaim("x")], [], WorkflowState.NEEDS_SECOND),
        ([MarkVerdict(Verdict.SUPPORTED), ParkClaim()], [MarkVerdict(Verdict.REFUTED)], WorkflowState.PARKED),
        ([ParkClaim(), ResumeClaim()], [], WorkflowState.UNREVIEWED),
    ],
)
def test_the_workflow_state_follows_from_what_was_decided(
    payloads_of_ann: list[Payload], payloads_of_ben: list[Payload], expected: WorkflowState
) -> None:
    history = [("ann", payload) for payload in payloads_of_ann] + [("ben", payload) for payload in payloads_of_ben]
    assert folded(log_of(history)).state is expected
