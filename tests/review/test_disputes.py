"""Disputes: what reviewers disagree on, in which order, where each stands, and how it is settled."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.model import Claim
from workbench.errors import DecisionError
from workbench.review.disputes import share_of_agreeing_pairs
from workbench.review.reliability import Undefined
from workbench.review.reviewer_agreement import agreement_lines
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.fold import Agreement, ClaimState, Vote
from workbench.store.payloads import (
    AddNote,
    Adjudicate,
    AdjudicateCell,
    DiscardClaim,
    LinkSource,
    MarkVerdict,
    ParkClaim,
    RecordAgreement,
)
from workbench.vocabulary import (
    Confidence,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    Relation,
    Settlement,
    Verdict,
    WorkflowState,
)

ERROR = DisagreementReason.REVIEWER_ERROR


@pytest.fixture
def mira(filled: Store) -> Review:
    return Review(filled, "mira")


@pytest.fixture
def noor(filled: Store) -> Review:
    return Review(filled, "noor")


def keys(review: Review) -> list[str]:
    return [row.key for row in review.queue()]


def others(review: Review, key: str) -> list[str]:
    own = review.claim(key).summary.key
    return [summary.key for summary in review.articles if summary.key != own]


def vote(review: Review, key: str, verdict: Verdict) -> None:
    review.decide(key, MarkVerdict(verdict))


def disagree(mira: Review, noor: Review, key: str) -> None:
    vote(mira, key, Verdict.SUPPORTED)
    vote(noor, key, Verdict.REFUTED)


# --- which there are


def test_votes_that_differ_and_relations_that_differ_are_disputes_and_nothing_else_is(
    mira: Review, noor: Review
) -> None:
    verdicts, cells, agreed, single, *_ = keys(mira)
    disagree(mira, noor, verdicts)
    first, second = others(mira, cells)
    for review, relation in ((mira, Relation.CORROBORATES), (noor, Relation.CONTRADICTS)):
        review.decide(cells, RecordAgreement(first, relation))
        review.decide(cells, RecordAgreement(second, Relation.UNCLEAR))
        vote(review, agreed, Verdict.SUPPORTED)
    vote(mira, single, Verdict.SUPPORTED)
    found = {dispute.key: dispute for dispute in mira.team.disputes()}
    assert found.keys() == {verdicts, cells}
    assert (found[verdicts].verdicts, found[verdicts].cells) == (True, ())
    assert (found[cells].verdicts, found[cells].cells) == (False, (first,))
    assert {row.key for row in mira.queue() if row.state is WorkflowState.DISPUTED} == {verdicts, cells}


def test_the_lowest_agreement_comes_first_and_what_was_left_open_last(mira: Review, noor: Review) -> None:
    half, none, left_open, *_ = keys(mira)
    for key in (half, none, left_open):
        disagree(mira, noor, key)
    for review in (mira, noor):
        review.decide(half, RecordAgreement(others(mira, half)[0], Relation.UNCLEAR))
    mira.record(mira.team.draft_settle(left_open, None, ERROR))
    assert [(d.key, d.agreement, d.left_open) for d in mira.team.disputes()] == [
        (none, 0.0, False),
        (half, 0.5, False),
        (left_open, 0.0, True),
    ]


def test_what_is_left_open_in_part_is_not_left_open(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    other = others(mira, key)[0]
    mira.decide(key, RecordAgreement(other, Relation.CORROBORATES))
    noor.decide(key, RecordAgreement(other, Relation.CONTRADICTS))
    mira.record(mira.team.draft_settle(key, None, ERROR))
    assert [dispute.left_open for dispute in mira.team.disputes()] == [False]
    mira.record(mira.team.draft_settle_cell(key, other, None, ERROR))
    assert [dispute.left_open for dispute in mira.team.disputes()] == [True]


def test_discarded_and_parked_claims_are_in_no_dispute(mira: Review, noor: Review) -> None:
    discarded, parked, *_ = keys(mira)
    for key, payload in ((discarded, DiscardClaim()), (parked, ParkClaim())):
        disagree(mira, noor, key)
        mira.decide(key, payload)
    assert mira.team.disputes() == ()


def test_each_reviewers_vote_relations_links_and_notes_stand_side_by_side(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    own = mira.claim(key).state.claim.sentences
    disagree(mira, noor, key)
    for review in (mira, noor):
        review.decide(key, LinkSource(own))
        review.decide(key, AddNote(f"by {review.reviewer}"))
    noor.decide(key, RecordAgreement(others(mira, key)[0], Relation.UNCLEAR))
    (dispute,) = mira.team.disputes()
    one, two = dispute.positions
    assert (one.reviewer, two.reviewer) == ("mira", "noor")
    assert [position.vote.verdict for position in (one, two) if position.vote] == [Verdict.SUPPORTED, Verdict.REFUTED]
    assert [[link.sentences for link in position.links] for position in (one, two)] == [[own], [own]]
    assert [[note.text for note in position.notes] for position in (one, two)] == [["by mira"], ["by noor"]]
    assert [len(position.agreements) for position in (one, two)] == [0, 1]


@given(
    st.lists(st.sampled_from(list(Verdict)[:3]), max_size=5),
    st.lists(st.lists(st.sampled_from(list(Relation)[:3]), max_size=5), max_size=3),
)
def test_agreement_is_the_share_of_agreeing_pairs(votes: list[Verdict], cells: list[list[Relation]]) -> None:
    claim = Claim("a" * 64, 0, 1, "T", (0,))
    now = datetime(2026, 3, 1, tzinfo=UTC)
    given_votes = tuple(Vote(f"r{n}", verdict, None, None, now) for n, verdict in enumerate(votes))
    agreements = tuple(
        Agreement(f"other {cell}", relation, (), None, (), None, f"r{n}", now)
        for cell, relations in enumerate(cells)
        for n, relation in enumerate(relations)
    )
    labelled: list[Sequence[str]] = [votes, *cells]
    pairs = [pair for labels in labelled for pair in combinations(labels, 2)]
    expected = sum(a == b for a, b in pairs) / len(pairs) if pairs else 1.0
    state = ClaimState(claim, "T", votes=given_votes, agreements=agreements)
    assert share_of_agreeing_pairs(state) == pytest.approx(expected)


# --- how they are settled


def test_a_settled_claim_is_final_and_a_later_vote_opens_it_again(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    eve = Review(mira.store, "eve")
    eve.record(eve.team.draft_settle(key, Verdict.REFUTED, ERROR, Confidence.MEDIUM, "see the log"))
    state = eve.claim(key).state
    assert state.adjudication is not None
    assert (state.verdict, state.state) == (Verdict.REFUTED, WorkflowState.FINAL)
    assert state.adjudication.settlement is Settlement.ADJUDICATED
    assert (state.adjudication.disagreement, state.adjudication.confidence) == (ERROR, Confidence.MEDIUM)
    assert eve.team.disputes() == ()
    vote(mira, key, Verdict.CONFLICTING)
    assert [dispute.key for dispute in eve.team.disputes()] == [key]


def test_what_all_agree_on_by_now_is_unanimous_and_needs_no_reason(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    vote(mira, key, Verdict.REFUTED)
    payload = mira.team.draft_settle(key, Verdict.REFUTED).payload
    assert payload == Adjudicate(Settlement.UNANIMOUS, Verdict.REFUTED)
    with pytest.raises(DecisionError, match="why they disagreed: ambiguous_text"):
        mira.team.draft_settle(key, Verdict.SUPPORTED)


def test_what_the_verdict_needs_is_taken_from_a_vote_for_it(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    mira.decide(key, MarkVerdict(Verdict.NOT_CHECKABLE, NotCheckableReason.OPINION))
    noor.decide(key, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="on Monday"))
    team = mira.team
    opinion = Adjudicate(Settlement.ADJUDICATED, Verdict.NOT_CHECKABLE, ERROR, reason=NotCheckableReason.OPINION)
    partial = Adjudicate(Settlement.ADJUDICATED, Verdict.PARTIALLY_SUPPORTED, ERROR, unsupported="on Monday")
    assert team.draft_settle(key, Verdict.NOT_CHECKABLE, ERROR).payload == opinion
    assert team.draft_settle(key, Verdict.PARTIALLY_SUPPORTED, ERROR).payload == partial
    vote(noor, key, Verdict.SUPPORTED)
    vote(mira, key, Verdict.REFUTED)
    with pytest.raises(DecisionError, match="which words"):
        team.draft_settle(key, Verdict.PARTIALLY_SUPPORTED, ERROR)
    with pytest.raises(DecisionError, match="opinion, speculation, not_a_claim"):
        team.draft_settle(key, Verdict.NOT_CHECKABLE, ERROR)


def test_a_settled_relation_rests_on_what_its_reviewer_recorded(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    other = others(mira, key)[0]
    mira.decide(key, RecordAgreement(other, Relation.CONTRADICTS, (1,), None, (Facet.NUMBER,), "41 or 43"))
    noor.decide(key, RecordAgreement(other, Relation.CORROBORATES, (0, 1)))
    payload = mira.team.draft_settle_cell(key, other, Relation.CONTRADICTS, ERROR, Confidence.LOW).payload
    assert payload == AdjudicateCell(
        other, Settlement.ADJUDICATED, Relation.CONTRADICTS, (1,), None, (Facet.NUMBER,), ERROR, Confidence.LOW
    )
    mira.record(mira.team.draft_settle_cell(key, other, Relation.NOT_ADDRESSED, ERROR))
    assert mira.claim(key).state.relation_with(other) is Relation.NOT_ADDRESSED
    assert mira.team.disputes() == ()


def test_there_is_something_to_settle_only_between_two(mira: Review) -> None:
    key, *_ = keys(mira)
    vote(mira, key, Verdict.SUPPORTED)
    mira.decide(key, RecordAgreement(others(mira, key)[0], Relation.UNCLEAR))
    with pytest.raises(DecisionError, match="fewer than two reviewers have voted"):
        mira.team.draft_settle(key, Verdict.SUPPORTED)
    with pytest.raises(DecisionError, match="fewer than two reviewers have recorded"):
        mira.team.draft_settle_cell(key, others(mira, key)[0], Relation.UNCLEAR)


def test_the_reason_other_needs_a_note(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    with pytest.raises(DecisionError, match="note"):
        mira.team.draft_settle(key, Verdict.REFUTED, DisagreementReason.OTHER, note=" ")
    assert mira.team.draft_settle(key, Verdict.REFUTED, DisagreementReason.OTHER, note="see there")


def test_where_somebody_is_named_for_it_only_they_settle(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    mira.record(mira.team.draft_policy(votes=2, blind=True, adjudicators=["eve", "eve"]))
    with pytest.raises(DecisionError, match="are settled by eve"):
        mira.team.draft_settle(key, Verdict.REFUTED, ERROR)
    eve = Review(mira.store, "eve")
    assert eve.team.policy().adjudicators == ("eve",)
    eve.record(eve.team.draft_settle(key, Verdict.REFUTED, ERROR))
    assert mira.claim(key).state.verdict is Verdict.REFUTED


def test_who_may_not_see_a_claim_yet_does_not_settle_it(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    disagree(mira, noor, key)
    mira.record(mira.team.draft_policy(votes=3, blind=True))
    ida = Review(mira.store, "ida")
    assert ida.team.disputes() == ()
    with pytest.raises(DecisionError, match="vote on it before you see"):
        ida.team.draft_settle(key, Verdict.REFUTED, ERROR)
    vote(ida, key, Verdict.REFUTED)
    assert [dispute.key for dispute in ida.team.disputes()] == [key]
    assert ida.team.draft_settle(key, Verdict.REFUTED, ERROR)


def test_the_policy_of_a_collection_says_when_a_claim_is_final(mira: Review, noor: Review) -> None:
    key, *_ = keys(mira)
    vote(mira, key, Verdict.SUPPORTED)
    states = []
    for votes in (1, 2, 3):
        mira.record(mira.team.draft_policy(votes))
        states.append(next(row.state for row in mira.queue() if row.key == key))
        assert mira.row(mira.claim(key).state).state is states[-1]
        assert mira.progress().states[states[-1]] >= 1
    assert states == [WorkflowState.FINAL, WorkflowState.NEEDS_SECOND, WorkflowState.NEEDS_SECOND]
    with pytest.raises(DecisionError, match="1 to 9 votes"):
        mira.record(mira.team.draft_policy(10))


# --- how far they agree


def test_agreement_is_over_claims_for_verdicts_and_over_cells_for_relations(mira: Review, noor: Review) -> None:
    first, second, discarded, *_ = keys(mira)
    disagree(mira, noor, first)
    for review in (mira, noor):
        vote(review, second, Verdict.SUPPORTED)
        for other in others(mira, second):
            review.decide(second, RecordAgreement(other, Relation.UNCLEAR))
        vote(review, discarded, Verdict.TOO_VAGUE)
    noor.decide(discarded, DiscardClaim())
    measured = mira.team.agreements()
    assert (measured.verdicts.overall_raw.value, measured.verdicts.overall_raw.items) == (0.5, 2)
    assert [(pair.first, pair.second) for pair in measured.verdicts.pairs] == [("mira", "noor")]
    assert (measured.relations.overall_raw.value, measured.relations.overall_raw.items) == (1.0, 2)
    assert measured.relations.overall_alpha.undefined is Undefined.ONE_LABEL
    (all_of_them, words), (pair, of_pair) = agreement_lines(measured.relations, "cells")
    assert (all_of_them, pair) == ("all", "mira and noor")
    assert words == f"raw 1.00 [1.00, 1.00] · 2 cells · α undefined: {Undefined.ONE_LABEL}"
    assert f"κ and α undefined: {Undefined.ONE_LABEL}" in of_pair


def test_what_cannot_be_measured_says_why(mira: Review) -> None:
    vote(mira, keys(mira)[0], Verdict.SUPPORTED)
    ((_, words),) = agreement_lines(mira.team.agreements().verdicts, "claims")
    assert words == f"raw and α undefined: {Undefined.NOTHING_SHARED}"
