"""The queue shows what the filter says, finds words, and counts what is done."""

from dataclasses import replace

import pytest

from workbench.review.queue import QueueFilter, QueueOrder, Tally, in_order, is_to_do, scored_at_least, select_rows
from workbench.store.model import QueueRow
from workbench.vocabulary import Verdict, WorkflowState

OTHERS = 2
OPEN = QueueRow(
    "open", "a", 0, "Nine cars left Harbin.", "Ada Roy", False, 0.5, 0.8, WorkflowState.UNREVIEWED, None, 0, False
)
VOTED = replace(
    OPEN, key="voted", text="It rained.", state=WorkflowState.NEEDS_SECOND, own_verdict=Verdict.REFUTED, relations=1
)
DONE = replace(VOTED, key="done", relations=2)
PARKED = replace(OPEN, key="parked", state=WorkflowState.PARKED)
GONE = replace(OPEN, key="gone", discarded=True)
DISPUTED = replace(DONE, key="disputed", state=WorkflowState.DISPUTED)
ROWS = (OPEN, VOTED, DONE, PARKED, GONE, DISPUTED)


@pytest.mark.parametrize(
    ("which", "keys"),
    [
        (QueueFilter.ALL, ["open", "voted", "done", "parked", "disputed"]),
        (QueueFilter.TO_DO, ["open", "voted"]),
        (QueueFilter.NO_VERDICT, ["open", "parked"]),
        (QueueFilter.OPEN_CELLS, ["open", "voted", "parked"]),
        (QueueFilter.DECIDED, ["voted", "done", "disputed"]),
        (QueueFilter.DISPUTED, ["disputed"]),
        (QueueFilter.PARKED, ["parked"]),
        (QueueFilter.DISCARDED, ["gone"]),
    ],
)
def test_filters(which: QueueFilter, keys: list[str]) -> None:
    assert [row.key for row in select_rows(ROWS, which, OTHERS)] == keys


def test_search_needs_every_word_in_claim_or_asserter() -> None:
    assert [row.key for row in select_rows(ROWS, QueueFilter.ALL, OTHERS, "HARBIN ada")] == ["open", "parked"]
    assert select_rows(ROWS, QueueFilter.ALL, OTHERS, "harbin rained") == ()


def test_a_claim_is_to_do_until_verdict_and_all_relations_are_there() -> None:
    assert [is_to_do(row, OTHERS) for row in ROWS] == [True, True, False, False, False, False]


def test_the_tally_follows_a_changed_row() -> None:
    tally = Tally.of(ROWS)
    assert (tally.claims, tally.decided, tally.relations) == (5, 3, 5)
    tally.count(OPEN, -1)
    tally.count(replace(OPEN, own_verdict=Verdict.SUPPORTED, relations=2))
    assert tally == Tally.of((replace(OPEN, own_verdict=Verdict.SUPPORTED, relations=2), *ROWS[1:]))


def test_claims_are_ordered_by_either_score_and_ties_stay_in_reading_order() -> None:
    low = replace(OPEN, key="low", checkable=0.2, checkworthiness=0.9)
    unscored = replace(OPEN, key="unscored", checkable=None)
    rows = (low, OPEN, VOTED, unscored)
    assert [row.key for row in in_order(rows, QueueOrder.READING)] == ["low", "open", "voted", "unscored"]
    assert [row.key for row in in_order(rows, QueueOrder.CHECKABLE)] == ["open", "voted", "low", "unscored"]
    assert [row.key for row in in_order(rows, QueueOrder.WORTH)] == ["low", "open", "voted", "unscored"]


def test_claims_below_a_score_are_left_out_but_none_that_nobody_scored() -> None:
    low = replace(OPEN, key="low", checkable=0.2, checkworthiness=0.9)
    unscored = replace(OPEN, key="unscored", checkable=None)
    rows = (low, OPEN, unscored)
    assert [row.key for row in scored_at_least(rows, checkable=0.5)] == ["open", "unscored"]
    assert [row.key for row in scored_at_least(rows, worth=0.6)] == ["low", "unscored"]
    assert scored_at_least(rows) == rows
