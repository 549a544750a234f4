"""Claims are assigned by hand or taken; who takes at the same time never gets the same."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from workbench.errors import DecisionError
from workbench.review.intake import add_bytes
from workbench.review.queue import QueueFilter, select_rows
from workbench.review.session import Review
from workbench.store.check import check
from workbench.store.engine import Store, open_store
from workbench.store.payloads import DiscardClaim, MarkVerdict, ParkClaim, SignOff
from workbench.vocabulary import Verdict

TAKERS = 6
SUPPORTED = MarkVerdict(Verdict.SUPPORTED)


def keys(review: Review) -> list[str]:
    return [row.key for row in review.queue()]


def take(review: Review) -> str | None:
    outcome = review.team.take_next()
    return outcome.claim if outcome else None


def test_the_first_free_claim_is_taken_and_held_until_it_is_voted_on(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    first, second, *_ = keys(mira)
    assert take(mira) == first
    assert take(noor) == second
    mira.decide(first, SUPPORTED)
    noor.decide(second, SUPPORTED)
    assert take(noor) == first
    assert take(mira) == second


def test_who_has_taken_a_claim_gets_it_again_and_nothing_is_recorded_twice(filled: Store) -> None:
    mira = Review(filled, "mira")
    assert take(mira) == take(mira)
    again = mira.team.take_next()
    assert again is not None
    assert again.decisions == ()
    assert len(mira.history()) == 1


def test_taking_ends_when_every_claim_has_its_votes(filled: Store) -> None:
    mira, noor, eve = (Review(filled, name) for name in ("mira", "noor", "eve"))
    for review in (mira, noor):
        while key := take(review):
            review.decide(key, SUPPORTED)
    assert {len(state.votes) for state in mira.states()} == {2}
    assert take(eve) is None
    eve.record(eve.team.draft_policy(votes=3))
    assert take(eve) == keys(eve)[0]


def test_a_claim_that_needs_no_vote_is_not_taken(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    first, second, third, *rest = keys(mira)
    mira.decide(first, DiscardClaim())
    mira.decide(second, ParkClaim())
    mira.decide(third, SUPPORTED)
    mira.decide(third, SignOff())
    assert take(noor) == next(iter(rest), None)


def test_a_claim_of_a_replaced_version_is_not_taken(store: Store) -> None:
    add_bytes(store, b"Ferry\n\nThe ferry sank on Monday. It had nine cars on board.\n", "ferry.txt", "ferry")
    old = Review(store, "mira").queue()[0].key
    add_bytes(store, b"Ferry\n\nThe ferry sank on Monday. It had ten cars on board.\n", "ferry.txt", "ferry")
    mira = Review(store, "mira")
    taken = []
    while key := take(mira):
        taken.append(key)
        mira.decide(key, SUPPORTED)
    assert taken
    assert old not in taken
    current = {summary.key for summary in mira.current}
    assert {mira.claim(key).state.claim.article for key in taken} <= current


def test_what_is_assigned_by_hand_comes_first_and_is_a_filter_of_the_queue(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    *_, before_last, last = keys(mira)
    mira.record(*mira.team.draft_assign([last, before_last], "noor"))
    mine = select_rows(noor.queue(), QueueFilter.MINE, noor.others)
    assert [row.key for row in mine] == [before_last, last]
    assert not any(row.assigned for row in mira.queue())
    assert take(noor) == before_last
    noor.decide(before_last, SUPPORTED)
    assert [row.key for row in noor.queue() if row.assigned] == [last]
    assert noor.row(noor.claim(last).state).assigned
    assert take(mira) == keys(mira)[0]


def test_an_assignment_is_one_action_and_can_be_taken_back(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    mira.record(*mira.team.draft_assign(keys(mira), "noor"))
    assert take(mira) is None
    mira.record(*mira.draft_undo())
    assert not any(row.assigned for row in noor.queue())
    mira.record(*mira.team.draft_assign(keys(mira), "noor"))
    mira.record(*mira.team.draft_unassign(keys(mira)[:1], "noor"))
    assert take(mira) == keys(mira)[0]


def test_who_votes_already_is_not_assigned_again(filled: Store) -> None:
    mira = Review(filled, "mira")
    first, second, *_ = keys(mira)
    mira.decide(first, SUPPORTED)
    (draft,) = mira.team.draft_assign([first, second, second], "mira")
    assert draft.claim == second
    with pytest.raises(DecisionError, match="mira has these claims already"):
        mira.team.draft_assign([first], "mira")
    with pytest.raises(DecisionError, match="None of these claims is assigned to noor"):
        mira.team.draft_unassign([second], "noor")


def test_who_settles_disputes_takes_nothing_and_is_assigned_nothing(filled: Store) -> None:
    mira, eve = Review(filled, "mira"), Review(filled, "eve")
    mira.record(mira.team.draft_policy(votes=2, blind=True, adjudicators=["eve"]))
    with pytest.raises(DecisionError, match="eve settles the disputes"):
        eve.team.take_next()
    with pytest.raises(DecisionError, match="eve settles the disputes"):
        mira.team.draft_assign(keys(mira), "eve")
    assert len(mira.history()) == 1


@pytest.mark.parametrize("name", ["", "rules"])
def test_a_claim_is_assigned_to_a_person(filled: Store, name: str) -> None:
    mira = Review(filled, "mira")
    with pytest.raises(DecisionError):
        mira.record(*mira.team.draft_assign(keys(mira), name))
    assert mira.history() == ()


# --- at the same time


def fill(store: Store) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        sentences = " ".join(f"Ship {number} of line {name[0]} left port on Monday." for number in range(8))
        add_bytes(store, f"Ships\n\n{sentences}\n".encode(), name, "ships")


def test_takers_in_programs_of_their_own_never_get_the_same(location: str) -> None:
    """Each has its own connections, as each would in a program of its own; on SQLite and on a PostgreSQL server."""
    with open_store(location) as store:
        fill(store)
        claims = len(Review(store, "eve").queue())
    together = Barrier(TAKERS)

    def hold_all_one_gets(number: int) -> list[str]:
        """Take, hand the claim to a colleague who holds it, and take again, so that all stay held."""
        held = []
        review = Review.open(location, f"reviewer {number}")
        try:
            together.wait(30)
            while key := take(review):
                held.append(key)
                review.record(*review.team.draft_assign([key], f"colleague {number}"))
                review.record(*review.team.draft_unassign([key], f"reviewer {number}"))
        finally:
            review.close()
        return held

    with ThreadPoolExecutor(TAKERS) as threads:
        held = [key for keys in threads.map(hold_all_one_gets, range(TAKERS)) for key in keys]
    assert len(held) == len(set(held)) == claims
    with open_store(location) as store:
        assert check(store) == ()
        by_claim = {state.key: [given.reviewer for given in state.assignments] for state in Review(store, "x").states()}
        assert {len(holders) for holders in by_claim.values()} == {1}


def test_two_programs_that_take_at_once_get_different_claims(
    tmp_path: Path, new_sqlite: Callable[[Path], Path]
) -> None:
    path = new_sqlite(tmp_path / "ships.db")
    with open_store(path) as store:
        fill(store)
    script = Path(__file__).parent / "children" / "take.py"
    children = [
        subprocess.Popen(
            [sys.executable, str(script), str(path), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for name in ("mira", "noor", "eve")
    ]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    taken = [child.communicate(timeout=60)[0].strip() for child in children]
    assert len(set(taken)) == len(children)
    assert all(taken)
