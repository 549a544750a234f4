"""What people decided about an older version counts for the newer one as far as its words still stand there."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from workbench.claims.model import claim_key
from workbench.errors import StoreError
from workbench.matching import carry_over
from workbench.store import cache, facts, log, state, versions
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store
from workbench.store.fold import ClaimState
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    Payload,
    RecordAgreement,
    RewordClaim,
    Undo,
    UnlinkSource,
)
from workbench.vocabulary import AnchorState, Relation, Verdict

FERRIES = "Two ferries left Ovstad harbour on Monday."
CALM = "The sea was calm, the harbour master said."
CREW = "All 14 members of the crew were on board."
CLOSING = "By Ida Holm."


class Versions:
    """An article, a newer version of it, and another article, with shortcuts to decide and to look."""

    def __init__(self, store: Store, make: Callable[..., Any], add: Callable[..., None]) -> None:
        self.store, self.make, self.add = store, make, add
        self.old = make("harbour.txt", (FERRIES, CALM, CREW, CLOSING))
        self.other = make("ferry.txt", ("Three ferries left Ovstad on Monday.", "The quay is closed.", "Read also."))
        add(store, self.old, self.other)

    def read_again(self, *sentences: str, before: Any = None) -> Any:
        """Store a newer version of the article, or of `before`."""
        older = before or self.old
        newer = self.make(older.article.name, sentences, salt=sentences)
        self.add(self.store, newer)
        change = carry_over(older.article, newer.article, older.ledger.claims, newer.ledger.claims)
        with self.store.write() as connection:
            assert versions.add_version(connection, change)
        return newer

    def decide(self, claim: str, payload: Payload, who: str = "ann", undoes: str | None = None) -> Decision:
        with self.store.write() as connection:
            return log.append(connection, Draft(who, claim, payload, undoes))

    def state(self, claim: str) -> ClaimState:
        """Return where a claim stands, and hold that the cache says the same."""
        with self.store.read() as connection:
            folded = state.claim_state(connection, claim)
            cached = {each.key: each for each in state.claim_states(connection)}
        assert folded is not None
        assert cached[claim] == folded
        return folded


@pytest.fixture
def both(store: Store, make_sample: Any, add_samples: Any) -> Versions:
    return Versions(store, make_sample, add_samples)


def keys(sample: Any) -> list[str]:
    return [claim.key for claim in sample.ledger.claims]


def test_what_was_decided_before_and_after_counts_for_the_newer_version(both: Versions) -> None:
    first = keys(both.old)[0]
    both.decide(first, MarkVerdict(Verdict.SUPPORTED))
    both.decide(first, AddNote("asked the harbour master"))
    newer = both.read_again("Update.", FERRIES, CALM, CLOSING)
    carried = both.state(keys(newer)[1])
    assert (carried.verdict, [note.text for note in carried.notes]) == (Verdict.SUPPORTED, ["asked the harbour master"])
    assert carried.carried is not None
    assert (carried.carried.older, carried.carried.state) == (first, AnchorState.EXACT)
    both.decide(first, MarkVerdict(Verdict.REFUTED), "ben")
    assert both.state(keys(newer)[1]).votes == both.state(first).votes
    assert check(both.store) == ()


def test_an_undo_about_the_older_version_is_seen_in_the_newer(both: Versions) -> None:
    vote = both.decide(keys(both.old)[0], MarkVerdict(Verdict.SUPPORTED))
    newer = both.read_again(FERRIES, CALM, "New.", CLOSING)
    both.decide(vote.claim, Undo(), undoes=vote.id)
    assert both.state(keys(newer)[0]).votes == ()


def test_a_decision_about_the_newer_version_counts_more_and_leaves_the_older_as_it_is(both: Versions) -> None:
    first = keys(both.old)[0]
    both.decide(first, MarkVerdict(Verdict.SUPPORTED))
    newer = both.read_again(FERRIES, CALM, "New.", CLOSING)
    vote = both.decide(keys(newer)[0], MarkVerdict(Verdict.REFUTED))
    both.decide(first, MarkVerdict(Verdict.CONFLICTING))
    assert both.state(keys(newer)[0]).verdict is Verdict.REFUTED
    assert both.state(first).verdict is Verdict.CONFLICTING
    both.decide(vote.claim, Undo(), undoes=vote.id)
    assert both.state(keys(newer)[0]).verdict is Verdict.CONFLICTING


def test_decisions_are_carried_through_any_number_of_versions(both: Versions) -> None:
    both.decide(keys(both.old)[0], MarkVerdict(Verdict.SUPPORTED))
    version = both.old
    for number in range(4):
        version = both.read_again(f"Update {number}.", FERRIES, CALM, CLOSING, before=version)
    assert both.state(keys(version)[1]).verdict is Verdict.SUPPORTED
    both.decide(keys(both.old)[0], MarkVerdict(Verdict.REFUTED))
    assert both.state(keys(version)[1]).verdict is Verdict.REFUTED
    assert check(both.store) == ()


def test_source_sentences_move_with_the_text(both: Versions) -> None:
    first = keys(both.old)[0]
    both.decide(first, LinkSource((0, 2)))
    both.decide(first, UnlinkSource((0,)))
    newer = both.read_again("Update.", CALM, FERRIES, CREW.replace("members", "membres"), CLOSING)
    (link,) = both.state(keys(newer)[2]).sources
    assert (link.sentences, link.state, link.by) == ((2, 3), AnchorState.RELOCATED, "ann")


def test_a_claim_nobody_decided_upon_begins_anew(both: Versions) -> None:
    newer = both.read_again("Update.", FERRIES, CALM, CLOSING)
    carried = both.state(keys(newer)[1])
    assert [(link.sentences, link.by) for link in carried.sources] == [((1,), "rules")]
    assert not carried.decided_upon


def test_a_changed_number_carries_no_verdict(both: Versions) -> None:
    both.decide(keys(both.old)[2], MarkVerdict(Verdict.SUPPORTED))
    newer = both.read_again(FERRIES, CALM, CREW.replace("14", "41"), CLOSING)
    assert both.state(keys(newer)[2]).votes == ()
    assert both.state(keys(both.old)[2]).verdict is Verdict.SUPPORTED


def test_a_claim_that_a_reviewer_added_stands_in_the_newer_version_while_it_stands_in_the_older(both: Versions) -> None:
    article = both.old.article
    words = f"{FERRIES} {CALM}"
    key = claim_key(article.sha256, 0, len(words), words)
    added = both.decide(key, AddClaim(article.sha256, 0, len(words), words, (0, 1)))
    newer = both.make("harbour.txt", ("Update.", FERRIES, CALM, CLOSING))
    both.add(both.store, newer)
    with both.store.write() as connection:
        (claim,) = (s.claim for s in state.claim_states(connection) if s.key == key)
        versions.add_version(connection, carry_over(article, newer.article, [claim], newer.ledger.claims))
    start = newer.article.text.index(words)
    moved = claim_key(newer.article.sha256, start, start + len(words), words)
    assert both.state(moved).claim.sentences == (1, 2)
    both.decide(moved, MarkVerdict(Verdict.SUPPORTED), "ben")
    assert check(both.store) == ()
    both.decide(key, Undo(), undoes=added.id)
    with both.store.read() as connection:
        assert moved not in {each.key for each in state.claim_states(connection)}
    assert check(both.store) == ()


def test_relations_follow_the_other_article_to_its_newer_version(both: Versions) -> None:
    claim = keys(both.other)[0]
    both.decide(claim, RecordAgreement(both.old.article.sha256, Relation.CONTRADICTS, (0,)))
    newer = both.read_again("Update.", FERRIES, CALM, CLOSING)
    given = both.state(claim).agreement_of("ann", newer.article.sha256)
    assert given is not None
    assert (given.relation, given.sentences) == (Relation.CONTRADICTS, (1,))
    both.decide(claim, RecordAgreement(newer.article.sha256, Relation.CORROBORATES, (2,)))
    given = both.state(claim).agreement_of("ann", newer.article.sha256)
    assert given is not None
    assert given.relation is Relation.CORROBORATES
    assert check(both.store) == ()


def test_a_relation_whose_passage_is_gone_is_open_again(both: Versions) -> None:
    claim = keys(both.other)[0]
    both.decide(claim, RecordAgreement(both.old.article.sha256, Relation.CONTRADICTS, (0, 1)))
    newer = both.read_again(FERRIES, CREW, CLOSING)
    assert both.state(claim).agreement_of("ann", newer.article.sha256) is None
    assert both.state(claim).agreement_of("ann", both.old.article.sha256) is not None


@pytest.mark.parametrize(("added", "silent"), [((), True), (("Two ferries sank.",), False)])
def test_that_an_article_is_silent_holds_while_nothing_is_added_to_it(
    both: Versions, added: tuple[str, ...], silent: bool
) -> None:
    claim = keys(both.other)[0]
    both.decide(claim, MarkSilent((both.old.article.sha256,)))
    newer = both.read_again(CALM, FERRIES, CREW, *added, CLOSING)
    assert (both.state(claim).agreement_of("ann", newer.article.sha256) is not None) is silent


def test_wording_and_discarding_are_carried(both: Versions) -> None:
    both.decide(keys(both.old)[0], RewordClaim("Two ferries left."))
    both.decide(keys(both.old)[1], DiscardClaim("chatter"))
    newer = both.read_again("Update.", FERRIES, CALM, CLOSING)
    assert both.state(keys(newer)[1]).text == "Two ferries left."
    assert both.state(keys(newer)[2]).discard_reason == "chatter"


def test_rebuilding_and_checking_know_of_versions(both: Versions) -> None:
    both.decide(keys(both.old)[0], MarkVerdict(Verdict.SUPPORTED))
    both.decide(keys(both.other)[0], RecordAgreement(both.old.article.sha256, Relation.CONTRADICTS, (0,)))
    both.read_again("Update.", FERRIES, CALM.replace("calm", "clam"), CLOSING)
    with both.store.read() as connection:
        before = state.claim_states(connection)
    with both.store.write() as connection:
        cache.rebuild(connection)
    with both.store.read() as connection:
        assert state.claim_states(connection) == before
    assert check(both.store) == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE carried_claims SET state = 'orphaned' WHERE state = 'exact'", "was changed after it was stored"),
        ("UPDATE carried_sentences SET newer = '[7]' WHERE older = 0", "a sentence is named that is not there"),
        ("UPDATE versions SET added = 9", "was changed after it was stored"),
        ("DELETE FROM carried_sentences WHERE older = 1", "does not say of each older sentence"),
        ("DELETE FROM carried_from", "not what its decisions add up to"),
    ],
)
def test_changed_versions_are_found(both: Versions, statement: str, problem: str) -> None:
    both.decide(keys(both.old)[0], MarkVerdict(Verdict.SUPPORTED))
    both.read_again("Update.", FERRIES, CALM, CLOSING)
    with both.store.write() as connection:
        connection.execute(text(statement))
    assert any(problem in finding.problem for finding in check(both.store))


def test_an_article_has_one_older_version_and_is_none_of_its_own(both: Versions) -> None:
    newer = both.read_again("Update.", FERRIES, CLOSING)
    with both.store.write() as connection:
        (change,) = versions.list_versions(connection)
        assert not versions.add_version(connection, change)
        back = carry_over(newer.article, both.old.article, newer.ledger.claims, both.old.ledger.claims)
        with pytest.raises(StoreError, match="older version of itself"):
            versions.add_version(connection, back)
        assert versions.list_versions(connection) == (change,)


def test_versions_are_listed_older_first_and_by_collection(both: Versions) -> None:
    second = both.read_again("Update.", FERRIES, CLOSING)
    third = both.read_again("Another update.", FERRIES, CLOSING, before=second)
    with both.store.write() as connection:
        listed = [change.newer for change in versions.list_versions(connection, "Ovstad")]
        assert listed == [second.article.sha256, third.article.sha256]
        assert versions.older_versions(connection, third.article.sha256) == (
            second.article.sha256,
            both.old.article.sha256,
        )
        assert versions.replaced_by(connection, "Ovstad")[both.old.article.sha256] == second.article.sha256
        assert versions.list_versions(connection, "elsewhere") == ()
        assert facts.list_collections(connection)
