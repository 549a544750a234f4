"""The cache says exactly what the decisions add up to, also after it was built anew."""

from contextlib import suppress
from dataclasses import fields, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store import cache, log, state
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store
from workbench.store.fold import ClaimState
from workbench.store.model import QueueRow
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    Payload,
    RecordAgreement,
    RestoreClaim,
    RewordClaim,
    SignOff,
    UnassignClaim,
    Undo,
    UnlinkSource,
    WaiveWarning,
)
from workbench.vocabulary import (
    AnchorState,
    ClaimOrigin,
    Confidence,
    Credibility,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)

OTHER = "other article"  # stands for the key of the other article
sets = st.lists(st.integers(0, 2), min_size=1, max_size=2, unique=True).map(lambda s: tuple(sorted(s)))
payloads: st.SearchStrategy[Payload] = st.one_of(
    st.builds(MarkVerdict, st.sampled_from(Verdict), st.none() | st.sampled_from(NotCheckableReason), st.just("half")),
    st.builds(LinkSource, sets, st.sampled_from(AnchorState), st.floats(0, 100)),
    st.builds(UnlinkSource, sets),
    st.builds(
        RecordAgreement,
        st.just(OTHER),
        st.sampled_from([Relation.CONTRADICTS, Relation.UPDATES]),
        sets,
        st.none(),
        st.lists(st.sampled_from(Facet), max_size=2).map(tuple),
        st.none() | st.just("see photo"),
    ),
    st.builds(RewordClaim, st.sampled_from(["x", "y"])),
    st.just(MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="T", unsupported_at=((0, 1),))),
    st.builds(
        AttachEvidence,
        st.just("https://example.org/record"),
        quote=st.none() | st.just("it sailed"),
        relation=st.none() | st.sampled_from(Relation),
        reliability=st.none() | st.sampled_from(Reliability),
        credibility=st.none() | st.sampled_from([Credibility.PROBABLE, Credibility.UNKNOWN]),
    ),
    st.builds(
        ConfirmOrigin,
        st.sampled_from(OriginLayer),
        st.sampled_from(OriginKind),
        st.sampled_from(["Halyard", "the harbour master"]),
        st.just((OTHER,)),
    ),
    st.builds(WaiveWarning, st.sampled_from(WarningKind), st.just("seen"), st.none() | st.just(OTHER)),
    st.builds(
        Adjudicate,
        st.just(Settlement.ADJUDICATED),
        st.sampled_from(Verdict),
        st.none() | st.sampled_from(DisagreementReason),
        st.sampled_from(Confidence),
    ),
    st.builds(AdjudicateCell, st.just(OTHER), st.just(Settlement.ADJUDICATED), st.sampled_from([Relation.UPDATES])),
    st.sampled_from([Adjudicate(Settlement.UNRESOLVED), AssignClaim("ann"), UnassignClaim("ann")]),
    st.sampled_from(
        [AddNote("hm"), DiscardClaim("dull"), RestoreClaim(), ParkClaim(), SignOff(), MarkSilent((OTHER,)), Undo()]
    ),
)


def place(payload: Payload, other: str) -> Payload:
    values = {field.name: getattr(payload, field.name) for field in fields(payload)}
    placed = {name: other for name, value in values.items() if value == OTHER}
    return replace(payload, **placed, **{name: (other,) for name, value in values.items() if value == (OTHER,)})


def decide(store: Store, reviewer: str, claim: str, payload: Payload) -> None:
    """Append a decision, if the log takes it; an undo takes back the reviewer's latest."""
    # One cannot decide about a discarded claim, nor take back what another has built on.
    with suppress(DecisionError), store.write() as connection:
        draft = Draft(reviewer, claim, payload)
        if isinstance(payload, Undo):
            targets = log.undo_targets(connection, reviewer, store.database_id)
            if not targets:
                return
            (target,) = targets
            draft = Draft(reviewer, target.claim, payload, undoes=target.id)
        log.append(connection, draft)


def row_of(current: ClaimState, reviewer: str, asked: int = 2) -> QueueRow:
    """What the queue must show of a claim."""
    vote = current.vote_of(reviewer)
    return QueueRow(
        current.key,
        current.claim.article,
        current.claim.start,
        current.text,
        current.claim.asserter,
        current.claim.is_quote,
        current.claim.checkworthiness,
        current.claim.checkable,
        current.state_for(asked),
        vote.verdict if vote else None,
        len([a for a in current.agreements if a.reviewer == reviewer]),
        current.discarded_by is not None,
        None,
        current.claim.origin,
        vote is None and current.is_assigned_to(reviewer),
    )


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["ann", "ben"]), st.integers(0, 1), payloads), max_size=6))
def test_lists_from_the_cache_are_the_fold_of_the_decisions(
    reviewed: Store, harbour: Any, ferry: Any, made: list[tuple[str, int, Payload]]
) -> None:
    for reviewer, number, payload in made:
        decide(reviewer=reviewer, store=reviewed, claim=harbour.ledger.claims[number].key,
               payload=place(payload, ferry.article.sha256))  # fmt: skip
    with reviewed.read() as connection:
        listed = state.claim_states(connection, collection="Ovstad")
        assert listed == tuple(state.claim_state(connection, each.key) for each in listed)
        for reviewer in ("ann", "ben", "eve"):
            for asked in (1, 2, 3):
                expected = tuple(row_of(each, reviewer, asked) for each in listed)
                assert state.queue_rows(connection, "Ovstad", reviewer, asked) == expected
    with reviewed.write() as connection:
        assert cache.rebuild(connection) == len(listed)
    with reviewed.read() as connection:
        assert state.claim_states(connection, collection="Ovstad") == listed
    assert check(reviewed) == ()


def test_claims_are_in_reading_order_and_of_the_wanted_articles(reviewed: Store, harbour: Any, ferry: Any) -> None:
    expected = [claim.key for sample in (ferry, harbour) for claim in sample.ledger.claims]  # by name: ferry.txt first
    with reviewed.read() as connection:
        assert [each.key for each in state.claim_states(connection)] == expected
        assert [row.key for row in state.queue_rows(connection, None, "ann")] == expected
        assert [each.key for each in state.claim_states(connection, article=harbour.article.sha256)] == expected[2:]
        assert state.claim_states(connection, collection="elsewhere") == ()
        assert state.queue_rows(connection, "elsewhere", "ann") == ()


def test_an_added_claim_is_listed_until_it_is_taken_back(reviewed: Store, harbour: Any) -> None:
    last = harbour.article.sentences[-1]
    added = AddClaim(harbour.article.sha256, last.start, last.end, last.text, (2,), asserter="Ida Holm")
    key = claim_key(added.article, added.start, added.end, added.text)
    decide(reviewed, "ann", key, added)
    with reviewed.read() as connection:
        listed = state.claim_states(connection, collection="Ovstad")
        assert [row.key for row in state.queue_rows(connection, "Ovstad", "ann")][-1] == key
    assert (listed[-1].key, listed[-1].claim.origin) == (key, ClaimOrigin.REVIEWER)
    assert listed[-1].sources[0].by == "ann"
    decide(reviewed, "ann", key, Undo())
    with reviewed.read() as connection:
        assert len(state.claim_states(connection, collection="Ovstad")) == len(listed) - 1
        assert state.claim_state(connection, key) is None
    assert check(reviewed) == ()


def test_a_claim_in_two_collections_is_listed_once_in_each(reviewed: Store, harbour: Any, add_samples: Any) -> None:
    add_samples(reviewed, harbour, collection="second")
    with reviewed.read() as connection:
        assert len(state.queue_rows(connection, "second", "ann")) == 2
        assert len(state.queue_rows(connection, None, "ann")) == 4


def test_a_wrong_cache_is_found_and_mended(reviewed: Store, harbour: Any) -> None:
    decide(reviewed, "ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED))
    for statement in (
        "UPDATE votes SET verdict = 'refuted'",
        "UPDATE claim_states SET state = 'final'",
        "DELETE FROM source_links",
        "DELETE FROM claim_states",
    ):
        with reviewed.write() as connection:
            connection.execute(text(statement))
        assert check(reviewed) != (), statement
        with reviewed.write() as connection:
            cache.rebuild(connection)
        assert check(reviewed) == (), statement
