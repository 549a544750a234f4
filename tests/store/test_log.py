"""The log takes a decision once, in its place, and only one that can be true; a merge loses and changes nothing."""

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from workbench.claims.model import claim_key
from workbench.errors import DecisionError, StoreError
from workbench.store import log, state
from workbench.store.check import check
from workbench.store.decisions import CHAIN_START, Decision, Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    Payload,
    RecordAgreement,
    Undo,
)
from workbench.vocabulary import Relation, Verdict


def append(store: Store, draft: Draft) -> Decision:
    with store.write() as connection:
        return log.append(connection, draft)


def append_then(store: Store, first: Draft) -> Callable[[Draft], None]:
    """Return a function that appends `first` and then another draft in one transaction."""

    def both(second: Draft) -> None:
        with store.write() as connection:
            log.append(connection, first)
            log.append(connection, second)

    return both


def decisions_of(store: Store, **wanted: Any) -> tuple[Decision, ...]:
    with store.read() as connection:
        return log.list_decisions(connection, **wanted)


def vote(claim: Any, verdict: Verdict = Verdict.SUPPORTED, reviewer: str = "ann") -> Draft:
    return Draft(reviewer, claim.key, MarkVerdict(verdict))


def added_claim(sample: Any) -> tuple[str, AddClaim]:
    sentence = sample.article.sentences[-1]
    added = AddClaim(sample.article.sha256, sentence.start, sentence.end, sentence.text, (2,))
    return claim_key(added.article, added.start, added.end, added.text), added


def test_what_was_appended_is_read_back_and_folded(reviewed: Store, harbour: Any) -> None:
    decision = append(reviewed, vote(harbour.claim))
    assert decisions_of(reviewed) == (decision,)
    assert (decision.database, decision.position, decision.previous) == (reviewed.database_id, 0, CHAIN_START)
    with reviewed.read() as connection:
        current = state.claim_state(connection, harbour.claim.key)
    assert current is not None
    assert current.verdict is Verdict.SUPPORTED


def test_a_repeated_write_is_one_write(reviewed: Store, harbour: Any) -> None:
    draft = vote(harbour.claim)
    assert append(reviewed, draft) == append(reviewed, draft)
    assert len(decisions_of(reviewed)) == 1


def test_an_id_is_not_taken_for_another_decision(reviewed: Store, harbour: Any) -> None:
    first = vote(harbour.claim)
    append(reviewed, first)
    with pytest.raises(DecisionError, match="has this id already"):
        append(reviewed, dataclasses.replace(vote(harbour.claim, Verdict.REFUTED), id=first.id))


def test_times_only_go_forward_also_when_the_clock_does_not(
    reviewed: Store, harbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = append(reviewed, vote(harbour.claim))
    stopped = type("Clock", (), {"now": staticmethod(lambda zone: first.at.replace(year=2001))})
    monkeypatch.setattr(log, "datetime", stopped)
    second, third = (append(reviewed, vote(harbour.claim, reviewer=name)) for name in ("ben", "ann"))
    assert first.at < second.at < third.at


def test_chains_are_one_reviewers(reviewed: Store, harbour: Any) -> None:
    made = [append(reviewed, vote(harbour.claim, reviewer=name)) for name in ("ann", "ben", "ann")]
    assert [decision.position for decision in made] == [0, 0, 1]
    assert made[2].previous == made[0].hash
    with reviewed.read() as connection:
        heads = log.chain_heads(connection)
    assert [(head.reviewer, head.length, head.hash) for head in heads] == [
        ("ann", 2, made[2].hash),
        ("ben", 1, made[1].hash),
    ]


@pytest.mark.parametrize(
    ("payload", "complaint"),
    [
        (LinkSource((3,)), "3 sentences, and no sentence 3"),
        (LinkSource(()), "at least one sentence"),
        (RecordAgreement("f" * 64, Relation.CORROBORATES, (0,)), "is not in this database"),
        (MarkSilent(("f" * 64,)), "is not in this database"),
        (AddNote("half \ud83d"), "no database can keep"),
        (AddNote("nul \0"), "no database can keep"),
        (Undo(), "names the decision"),
    ],
)
def test_what_cannot_be_true_is_refused(reviewed: Store, harbour: Any, payload: Payload, complaint: str) -> None:
    with pytest.raises(DecisionError, match=complaint):
        append(reviewed, Draft("ann", harbour.claim.key, payload))
    assert decisions_of(reviewed) == ()


def test_a_relation_is_to_another_article(reviewed: Store, harbour: Any, ferry: Any) -> None:
    for payload in (RecordAgreement(harbour.article.sha256, Relation.UNCLEAR), MarkSilent((harbour.article.sha256,))):
        with pytest.raises(DecisionError, match="claim's own"):
            append(reviewed, Draft("ann", harbour.claim.key, payload))
    silent = RecordAgreement(ferry.article.sha256, Relation.NOT_ADDRESSED, (0,))
    with pytest.raises(DecisionError, match="rests on no sentence"):
        append(reviewed, Draft("ann", harbour.claim.key, silent))


@pytest.mark.parametrize(("reviewer", "complaint"), [("", "needs a reviewer"), (" ", "needs"), ("rules", "own")])
def test_a_reviewer_has_a_name(reviewed: Store, harbour: Any, reviewer: str, complaint: str) -> None:
    with pytest.raises(DecisionError, match=complaint):
        append(reviewed, vote(harbour.claim, reviewer=reviewer))


def test_a_claim_must_be_there(reviewed: Store) -> None:
    with pytest.raises(DecisionError, match="not in this database"):
        append(reviewed, Draft("ann", str(uuid4()), AddNote("hm")))


def test_a_claim_is_added_once_taken_back_and_brought_back(reviewed: Store, harbour: Any) -> None:
    key, added = added_claim(harbour)
    addition = append(reviewed, Draft("ann", key, added))
    with pytest.raises(DecisionError, match="a claim already"):
        append(reviewed, Draft("ben", key, added))
    undo = append(reviewed, Draft("ann", key, Undo(), undoes=addition.id))
    with pytest.raises(DecisionError, match="taken back"):
        append(reviewed, Draft("ann", key, AddNote("hm")))
    append(reviewed, Draft("ann", key, Undo(), undoes=undo.id))
    append(reviewed, Draft("ann", key, AddNote("hm")))
    assert len(decisions_of(reviewed, collection="Ovstad")) == 4


def test_an_added_claim_stands_in_its_article(reviewed: Store, harbour: Any) -> None:
    _key, added = added_claim(harbour)
    moved = dataclasses.replace(added, start=added.start - 1, end=added.end - 1)
    with pytest.raises(DecisionError, match="does not stand where"):
        append(reviewed, Draft("ann", claim_key(moved.article, moved.start, moved.end, moved.text), moved))
    with pytest.raises(DecisionError, match="key of the added claim"):
        append(reviewed, Draft("ann", str(uuid4()), added))


def test_an_undo_is_of_ones_own_standing_decision_about_the_same_claim(reviewed: Store, harbour: Any) -> None:
    made = append(reviewed, vote(harbour.claim))
    other = harbour.ledger.claims[1].key
    for draft, complaint in (
        (Draft("ben", made.claim, Undo(), undoes=made.id), "only they can undo"),
        (Draft("ann", other, Undo(), undoes=made.id), "another claim"),
        (Draft("ann", made.claim, Undo(), undoes=str(uuid4())), "not in this database"),
        (Draft("ann", made.claim, AddNote("x"), undoes=made.id), "no other decision does"),
    ):
        with pytest.raises(DecisionError, match=complaint):
            append(reviewed, draft)
    append(reviewed, Draft("ann", made.claim, Undo(), undoes=made.id))
    with pytest.raises(DecisionError, match="undone already"):
        append(reviewed, Draft("ann", made.claim, Undo(), undoes=made.id))


def test_a_transaction_that_fails_leaves_log_and_state_as_they_were(reviewed: Store, harbour: Any) -> None:
    append(reviewed, vote(harbour.claim))
    second = append_then(reviewed, vote(harbour.claim, Verdict.REFUTED))
    with pytest.raises(DecisionError):
        second(Draft("ann", str(uuid4()), AddNote("about no claim")))
    assert len(decisions_of(reviewed)) == 1
    assert check(reviewed) == ()


def test_decisions_are_listed_by_claim_reviewer_and_number(reviewed: Store, harbour: Any, ferry: Any) -> None:
    made = [append(reviewed, vote(claim)) for claim in (harbour.claim, ferry.claim)]
    made.append(append(reviewed, vote(ferry.claim, reviewer="ben")))
    assert decisions_of(reviewed) == tuple(made)
    assert decisions_of(reviewed, newest_first=True, limit=2) == (made[2], made[1])
    assert decisions_of(reviewed, claim=ferry.claim.key, reviewer="ann") == (made[1],)
    assert decisions_of(reviewed, collection="elsewhere") == ()


# --- merging


@pytest.fixture
def elsewhere(tmp_path: Path, harbour: Any, ferry: Any, add_samples: Callable[..., None]) -> Any:
    """Another database with the same articles, in which ben decided, undid, and added a claim."""
    with open_store(tmp_path / "elsewhere.db") as other:
        add_samples(other, harbour, ferry)
        made = append(other, vote(harbour.claim, Verdict.REFUTED, "ben"))
        append(other, Draft("ben", made.claim, Undo(), undoes=made.id))
        append(other, vote(harbour.claim, Verdict.TOO_VAGUE, "ben"))
        key, added = added_claim(ferry)
        append(other, Draft("ben", key, added))
        yield other


def test_a_merge_keeps_every_vote_hash_and_time(reviewed: Store, elsewhere: Store, harbour: Any) -> None:
    own = append(reviewed, vote(harbour.claim))
    theirs = decisions_of(elsewhere)
    for expected in (len(theirs), 0):  # the second time, nothing is new
        with reviewed.write() as connection:
            assert log.insert_decisions(connection, theirs) == expected
    assert set(decisions_of(reviewed)) == {own, *theirs}
    assert check(reviewed) == ()
    with reviewed.read() as connection:
        merged = state.claim_state(connection, harbour.claim.key)
        assert len(log.chain_heads(connection)) == 2
    assert merged is not None
    assert {v.reviewer: v.verdict for v in merged.votes} == {"ann": Verdict.SUPPORTED, "ben": Verdict.TOO_VAGUE}


def test_after_a_merge_from_a_clock_that_was_ahead_new_decisions_still_come_last(
    reviewed: Store, elsewhere: Store, harbour: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = type("Clock", (), {"now": staticmethod(lambda zone: decisions_of(elsewhere)[-1].at.replace(year=2099))})
    monkeypatch.setattr(log, "datetime", ahead)
    append(elsewhere, vote(harbour.claim, Verdict.REFUTED, "ann"))
    monkeypatch.undo()
    with reviewed.write() as connection:
        log.insert_decisions(connection, decisions_of(elsewhere))
    append(reviewed, vote(harbour.claim, Verdict.SUPPORTED, "ann"))
    with reviewed.read() as connection:
        current = state.claim_state(connection, harbour.claim.key)
    assert current is not None
    assert current.vote_of("ann").verdict is Verdict.SUPPORTED  # type: ignore[union-attr]


def tampered(decisions: tuple[Decision, ...], how: str) -> list[Decision]:
    log_ = list(decisions)
    if how == "changed":
        log_[0] = dataclasses.replace(log_[0], payload=MarkVerdict(Verdict.SUPPORTED))
    elif how == "gap":
        del log_[1]
    elif how == "backdated":
        log_[2] = dataclasses.replace(log_[2], at=log_[2].at.replace(year=2001))
    elif how == "renamed":
        log_ = [dataclasses.replace(each, reviewer="eve") for each in log_]
    return log_


@pytest.mark.parametrize("how", ["changed", "gap", "backdated", "renamed"])
def test_what_was_tampered_with_is_not_imported(reviewed: Store, elsewhere: Store, how: str) -> None:
    with pytest.raises(DecisionError), reviewed.write() as connection:
        log.insert_decisions(connection, tampered(decisions_of(elsewhere), how))
    assert decisions_of(reviewed) == ()
    assert check(reviewed) == ()


def test_two_histories_of_one_chain_are_refused(reviewed: Store, elsewhere: Store, harbour: Any) -> None:
    theirs = decisions_of(elsewhere)
    with reviewed.write() as connection:
        log.insert_decisions(connection, theirs[:1])
    fork = dataclasses.replace(theirs[0], hash="0" * 64)
    with pytest.raises(DecisionError, match="another copy of the same database"), reviewed.write() as connection:
        log.insert_decisions(connection, [fork])


def test_decisions_about_articles_that_are_not_here_are_refused(store: Store, elsewhere: Store) -> None:
    with pytest.raises(DecisionError, match="read its article first"), store.write() as connection:
        log.insert_decisions(connection, decisions_of(elsewhere))
    assert decisions_of(store) == ()


def test_nobody_but_the_log_changes_the_log(reviewed: Store, harbour: Any) -> None:
    append(reviewed, vote(harbour.claim))
    for statement in ("UPDATE decisions SET reviewer = 'eve'", "DELETE FROM decisions"):
        with pytest.raises(StoreError, match="append-only"), reviewed.write() as connection:
            connection.execute(text(statement))
    assert [decision.reviewer for decision in decisions_of(reviewed)] == ["ann"]
