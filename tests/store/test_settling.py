"""What the log takes of origins, evidence, settlements, assignments, readings and policies, and what it refuses."""

from datetime import date
from typing import Any

import pytest

from workbench.errors import DecisionError
from workbench.store import log, state
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store
from workbench.store.payloads import (
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DiscardClaim,
    MarkVerdict,
    Payload,
    ReadSentences,
    RecordAgreement,
    RestoreClaim,
    SetPolicy,
    UnassignClaim,
    WaiveWarning,
)
from workbench.store.policy import Policy, load_policy
from workbench.store.readings import load_readings
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import (
    OriginKind,
    OriginLayer,
    Reading,
    Relation,
    Settlement,
    Verdict,
    WarningKind,
    WorkflowState,
)

SUPPORTED, REFUTED = MarkVerdict(Verdict.SUPPORTED), MarkVerdict(Verdict.REFUTED)


def decide(store: Store, reviewer: str, claim: str, payload: Payload) -> Decision:
    with store.write() as connection:
        return log.append(connection, Draft(reviewer, claim, payload))


def now(store: Store, claim: str) -> Any:
    with store.read() as connection:
        return state.claim_state(connection, claim)


def settled(relation: Relation | None, article: str) -> AdjudicateCell:
    return AdjudicateCell(article, Settlement.ADJUDICATED, relation)


@pytest.mark.parametrize(
    ("payload", "complaint"),
    [
        (MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported_at=((3, 3),)), "must be a stretch"),
        (MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported_at=((0, 900),)), "was reworded"),
        (AttachEvidence(note="see there"), "needs an address"),
        (AttachEvidence(url="javascript:alert(1)"), "no web address"),
        (AttachEvidence(url="https://[broken"), "no web address"),
        (ConfirmOrigin(OriginLayer.WORDS, OriginKind.WIRE, " ", ("0" * 64,)), "has a name"),
        (ConfirmOrigin(OriginLayer.WORDS, OriginKind.WIRE, "Halyard", ()), "at least one article"),
        (ConfirmOrigin(OriginLayer.WORDS, OriginKind.WIRE, "Halyard", ("0" * 64,)), "is not in this database"),
        (WaiveWarning(WarningKind.NOT_CORROBORATED, " "), "with a reason"),
        (Adjudicate(Settlement.ADJUDICATED), "needs a verdict"),
        (Adjudicate(Settlement.UNRESOLVED, Verdict.REFUTED), "left open has none"),
        (Adjudicate(Settlement.ADJUDICATED, Verdict.REFUTED), "fewer than two reviewers"),
        (AssignClaim(" "), "give a name"),
        (AssignClaim("rules"), "program's own findings"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_changes_nothing(
    reviewed: Store, harbour: Any, payload: Payload, complaint: str
) -> None:
    before = now(reviewed, harbour.claim.key)
    with pytest.raises(DecisionError, match=complaint):
        decide(reviewed, "ann", harbour.claim.key, payload)
    assert now(reviewed, harbour.claim.key) == before
    assert check(reviewed) == ()


def test_an_update_comes_later_than_what_it_updates(store: Store, make_sample: Any, add_samples: Any) -> None:
    early = make_sample("early.txt", published=date(2023, 9, 12))
    late = make_sample("late.txt", published=date(2023, 9, 13))
    undated = make_sample("undated.txt")
    add_samples(store, early, late, undated)
    with pytest.raises(DecisionError, match="An update comes later: that article appeared on 2023-09-12"):
        decide(store, "ann", late.claim.key, RecordAgreement(early.article.sha256, Relation.UPDATES, (0,)))
    decide(store, "ann", early.claim.key, RecordAgreement(late.article.sha256, Relation.UPDATES, (0,)))
    decide(store, "ann", late.claim.key, RecordAgreement(undated.article.sha256, Relation.UPDATES, (0,)))
    assert now(store, early.claim.key).relation_with(late.article.sha256) is Relation.UPDATES


def test_the_other_claim_is_one_of_the_other_article(reviewed: Store, harbour: Any, ferry: Any) -> None:
    other = ferry.article.sha256
    with pytest.raises(DecisionError, match="The other claim is not one of that article"):
        decide(
            reviewed,
            "ann",
            harbour.claim.key,
            RecordAgreement(other, Relation.CORROBORATES, (0,), harbour.claim.key),
        )
    decide(reviewed, "ann", harbour.claim.key, RecordAgreement(other, Relation.CORROBORATES, (0,), ferry.claim.key))
    assert now(reviewed, harbour.claim.key).agreements[0].other_claim == ferry.claim.key


def test_nothing_is_decided_about_a_claim_that_another_has_just_discarded(
    reviewed: Store, harbour: Any, ferry: Any
) -> None:
    decide(reviewed, "ben", harbour.claim.key, DiscardClaim("twice"))
    for payload in (SUPPORTED, RecordAgreement(ferry.article.sha256, Relation.UNCLEAR), AssignClaim("ann")):
        with pytest.raises(DecisionError, match="ben has discarded this claim: restore it first"):
            decide(reviewed, "ann", harbour.claim.key, payload)
    decide(reviewed, "ann", harbour.claim.key, RestoreClaim())
    decide(reviewed, "ann", harbour.claim.key, SUPPORTED)
    assert now(reviewed, harbour.claim.key).verdict is Verdict.SUPPORTED


def test_a_settled_verdict_holds_until_somebody_votes_again(reviewed: Store, harbour: Any) -> None:
    key = harbour.claim.key
    decide(reviewed, "ann", key, SUPPORTED)
    decide(reviewed, "ben", key, REFUTED)
    assert now(reviewed, key).state is WorkflowState.DISPUTED
    decide(reviewed, "zoe", key, Adjudicate(Settlement.UNRESOLVED))
    assert now(reviewed, key).state is WorkflowState.DISPUTED
    decide(reviewed, "zoe", key, Adjudicate(Settlement.ADJUDICATED, Verdict.REFUTED))
    assert (now(reviewed, key).verdict, now(reviewed, key).state) == (Verdict.REFUTED, WorkflowState.FINAL)
    decide(reviewed, "ann", key, SUPPORTED)
    assert (now(reviewed, key).verdict, now(reviewed, key).state) == (None, WorkflowState.DISPUTED)


def test_relations_that_differ_make_a_dispute_until_they_are_settled(reviewed: Store, harbour: Any, ferry: Any) -> None:
    key, other = harbour.claim.key, ferry.article.sha256
    decide(reviewed, "ann", key, RecordAgreement(other, Relation.CORROBORATES, (0,)))
    with pytest.raises(DecisionError, match="fewer than two reviewers have recorded a relation"):
        decide(reviewed, "zoe", key, settled(Relation.CONTRADICTS, other))
    decide(reviewed, "ben", key, RecordAgreement(other, Relation.CONTRADICTS, (0,)))
    assert now(reviewed, key).disputed_cells == (other,)
    decide(reviewed, "zoe", key, settled(Relation.CONTRADICTS, other))
    assert now(reviewed, key).disputed_cells == ()
    assert now(reviewed, key).relation_with(other) is Relation.CONTRADICTS
    decide(reviewed, "ann", key, RecordAgreement(other, Relation.UNCLEAR))
    assert now(reviewed, key).disputed_cells == (other,)


def test_a_policy_and_readings_are_the_latest_word_and_are_undone_like_all_else(reviewed: Store, harbour: Any) -> None:
    article = harbour.article.sha256
    decide(reviewed, "zoe", collection_subject("Ovstad"), SetPolicy("Ovstad", 3))
    second = decide(reviewed, "zoe", collection_subject("Ovstad"), SetPolicy("Ovstad", 2, True, ("zoe",)))
    decide(reviewed, "ann", article_subject(article), ReadSentences(article, (1, 2), Reading.OPINION))
    decide(reviewed, "ben", article_subject(article), ReadSentences(article, (2,), Reading.BOILERPLATE))
    with reviewed.read() as connection:
        assert load_policy(connection, "Ovstad") == Policy(2, True, ("zoe",))
        readings = load_readings(connection, [article])[article]
        assert {number: found.reading for number, found in readings.items()} == {
            1: Reading.OPINION,
            2: Reading.BOILERPLATE,
        }
        (target,) = log.undo_targets(connection, "zoe", reviewed.database_id)
    assert target == second
    assert check(reviewed) == ()


@pytest.mark.parametrize(
    ("payload", "complaint"),
    [
        (SetPolicy("nowhere", 2), "There is no collection “nowhere”"),
        (SetPolicy("Ovstad", 0), "1 to 9 votes, not 0"),
        (SetPolicy("Ovstad", 2, True, ("",)), "give a name"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(reviewed: Store, payload: SetPolicy, complaint: str) -> None:
    with pytest.raises(DecisionError, match=complaint):
        decide(reviewed, "zoe", collection_subject(payload.collection), payload)


def test_a_reading_names_its_article_and_sentences_of_it(reviewed: Store, harbour: Any, ferry: Any) -> None:
    article = harbour.article.sha256
    with pytest.raises(DecisionError, match="about another article or collection"):
        decide(reviewed, "ann", article_subject(ferry.article.sha256), ReadSentences(article, (0,), Reading.OPINION))
    with pytest.raises(DecisionError, match="no sentence 99"):
        decide(reviewed, "ann", article_subject(article), ReadSentences(article, (99,), Reading.OPINION))


def test_who_settles_a_blind_collection_does_not_vote_in_it(reviewed: Store, harbour: Any) -> None:
    decide(reviewed, "zoe", collection_subject("Ovstad"), SetPolicy("Ovstad", 2, True, ("zoe",)))
    with pytest.raises(DecisionError, match="zoe settles the disputes of this collection, and does not vote"):
        decide(reviewed, "zoe", harbour.claim.key, SUPPORTED)
    decide(reviewed, "ann", harbour.claim.key, SUPPORTED)


def test_an_assignment_is_given_and_taken_away(reviewed: Store, harbour: Any) -> None:
    decide(reviewed, "zoe", harbour.claim.key, AssignClaim("ann"))
    (given,) = now(reviewed, harbour.claim.key).assignments
    assert (given.reviewer, given.by) == ("ann", "zoe")
    decide(reviewed, "zoe", harbour.claim.key, UnassignClaim("ann"))
    assert now(reviewed, harbour.claim.key).assignments == ()
