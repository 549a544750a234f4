"""A reviewer comes back to where they left off, and finds the queues that they kept."""

import pytest

from workbench.errors import DecisionError
from workbench.review.desk import LastPlace, SavedQueue
from workbench.review.queue import QueueFilter
from workbench.review.session import Review
from workbench.store.engine import Store


def test_the_place_is_there_after_a_restart_and_is_ones_own(filled: Store) -> None:
    mira = Review(filled, "mira")
    assert mira.desk.last_place() is None
    claim, article = mira.queue()[1].key, mira.articles[1].key
    mira.desk.leave_at(claim, None)
    mira.desk.leave_at(claim, article)
    assert Review(filled, "mira").desk.last_place() == LastPlace(claim, article)
    assert Review(filled, "noor").desk.last_place() is None


def test_a_queue_is_kept_replaced_and_forgotten_by_its_name(filled: Store) -> None:
    mira = Review(filled, "mira")
    mira.desk.keep_queue(SavedQueue("trains", QueueFilter.TO_DO, "train", False))
    mira.desk.keep_queue(SavedQueue("arms", QueueFilter.ALL, "arms deal", True))
    mira.desk.keep_queue(SavedQueue("trains", QueueFilter.DECIDED, "train", False))
    again = Review(filled, "mira").desk
    assert again.queues() == (
        SavedQueue("arms", QueueFilter.ALL, "arms deal", True),
        SavedQueue("trains", QueueFilter.DECIDED, "train", False),
    )
    assert Review(filled, "noor").desk.queues() == ()
    again.forget_queue("arms")
    assert [queue.name for queue in again.queues()] == ["trains"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_queue_needs_a_name_that_fits(filled: Store, name: str) -> None:
    desk = Review(filled, "mira").desk
    with pytest.raises(DecisionError, match="name of 1 to 60"):
        desk.keep_queue(SavedQueue(name, QueueFilter.ALL, "", False))
    assert desk.queues() == ()


def test_a_filter_that_is_no_more_shows_all_claims(filled: Store) -> None:
    desk = Review(filled, "mira").desk
    desk.keep_queue(SavedQueue("old", "by_moon_phase", "x", False))
    assert desk.queues()[0].filter == QueueFilter.ALL
