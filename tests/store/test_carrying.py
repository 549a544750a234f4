"""The laws of carrying: the newer claim is what the older one was, followed by its own decisions, and no more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.model import Claim
from workbench.matching.model import CarriedClaim, CarriedSentence, VersionChange
from workbench.store.decisions import CHAIN_START, Decision
from workbench.store.fold import ClaimState, fold_claim
from workbench.store.folding import fold_all
from workbench.store.payloads import (
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkVerdict,
    ParkClaim,
    Payload,
    RecordAgreement,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    Undo,
    UnlinkSource,
)
from workbench.vocabulary import AnchorState, Relation, Verdict

OLD, NEW, OTHER = "a" * 64, "b" * 64, "c" * 64
OLDER, NEWER = Claim(OLD, 0, 9, "Two boats", (0,)), Claim(NEW, 20, 29, "Two boats", (2,))
CARRIED = CarriedClaim(OLDER.key, AnchorState.EXACT, NEWER.key, 20, 29, "Two boats", (2,))
# Sentence 0 stands in sentence 2 now, 1 in 3, and 2 was deleted.
CHANGE = VersionChange(
    NEW,
    OLD,
    1,
    (CARRIED,),
    (
        CarriedSentence(0, AnchorState.EXACT, (2,)),
        CarriedSentence(1, AnchorState.RELOCATED, (3,)),
        CarriedSentence(2, AnchorState.ORPHANED),
    ),
)
START = datetime(2026, 11, 21, 12, tzinfo=UTC)

sentence_sets = st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True).map(lambda s: tuple(sorted(s)))
payloads: st.SearchStrategy[Payload] = st.one_of(
    st.builds(MarkVerdict, st.sampled_from(Verdict)),
    st.builds(LinkSource, sentence_sets),
    st.builds(UnlinkSource, sentence_sets),
    st.builds(RecordAgreement, st.just(OTHER), st.sampled_from(Relation)),
    st.builds(AddNote, st.text(max_size=3)),
    st.builds(RewordClaim, st.text(max_size=3)),
    st.sampled_from([DiscardClaim("why"), RestoreClaim(), ParkClaim(), ResumeClaim()]),
)
histories = st.lists(st.tuples(st.sampled_from(["ann", "ben"]), payloads), max_size=6)


def log_of(claim: Claim, history: list[tuple[str, Payload]], first: int = 0) -> list[Decision]:
    return [decision(first + number, who, claim, what) for number, (who, what) in enumerate(history)]


def decision(number: int, who: str, claim: Claim, what: Payload, undoes: str | None = None) -> Decision:
    at = START + timedelta(minutes=number)
    return Decision(str(UUID(int=number)), "database", who, at, claim.key, what, undoes, number, CHAIN_START, "")


def newer_state(older_log: list[Decision], newer_log: list[Decision], change: VersionChange = CHANGE) -> ClaimState:
    claims = {claim.key: claim for claim in (OLDER, NEWER)}
    states = fold_all(claims, {OLDER.key: older_log, NEWER.key: newer_log}, (change,))
    return next(state for state in states if state.key == NEWER.key)


@given(histories)
def test_people_s_words_are_the_same_in_both_versions(history: list[tuple[str, Payload]]) -> None:
    older = fold_claim(OLDER, log_of(OLDER, history))
    newer = newer_state(log_of(OLDER, history), [])
    assert older is not None
    for part in ("votes", "notes", "agreements", "text", "discarded_by", "parked", "verdict", "state"):
        assert getattr(newer, part) == getattr(older, part), part


@given(histories, st.data())
def test_an_undo_of_an_older_decision_is_as_if_it_had_never_been_made(
    history: list[tuple[str, Payload]], data: st.DataObject
) -> None:
    log = log_of(OLDER, [*history, ("ann", AddNote("last"))])
    target = data.draw(st.sampled_from(log))
    undo = decision(len(log), target.reviewer, OLDER, Undo(), target.id)
    assert newer_state([*log, undo], []) == newer_state([each for each in log if each is not target], [])


@given(histories)
def test_where_nothing_was_decided_before_the_newer_claim_is_its_own_fold(history: list[tuple[str, Payload]]) -> None:
    own = log_of(NEWER, history)
    assert replace(newer_state([], own), carried=None) == fold_claim(NEWER, own)


@given(histories, histories)
def test_own_decisions_come_last_whenever_they_were_made(
    older: list[tuple[str, Payload]], newer: list[tuple[str, Payload]]
) -> None:
    before = newer_state(log_of(OLDER, older), log_of(NEWER, newer, first=10))
    after = newer_state(log_of(OLDER, older, first=20), log_of(NEWER, newer, first=10))
    assert [(vote.reviewer, vote.verdict) for vote in before.votes] == [(v.reviewer, v.verdict) for v in after.votes]
    assert (before.text, before.parked, before.discarded_by) == (after.text, after.parked, after.discarded_by)


@given(histories)
def test_sources_stand_only_in_sentences_that_are_there(history: list[tuple[str, Payload]]) -> None:
    newer = newer_state(log_of(OLDER, history), [])
    assert {index for link in newer.sources for index in link.sentences} <= {2, 3}


@given(histories, st.sampled_from([AnchorState.AMBIGUOUS, AnchorState.ORPHANED]))
def test_nothing_is_carried_from_a_claim_that_was_not_placed(
    history: list[tuple[str, Payload]], state: AnchorState
) -> None:
    lost = replace(CHANGE, claims=(CarriedClaim(OLDER.key, state),))
    assert newer_state(log_of(OLDER, history), [], lost) == fold_claim(NEWER, [])
