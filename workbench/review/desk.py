"""A reviewer's own desk in a collection: where they left off, and the queues that they keep under a name."""

from dataclasses import replace
from typing import Final

from workbench.errors import DecisionError
from workbench.review.context import ReviewContext
from workbench.review.queue import QueueFilter
from workbench.store import personal
from workbench.store.personal import LastPlace, SavedQueue

__all__ = ["Desk", "LastPlace", "SavedQueue"]

_LONGEST_NAME: Final = 60


class Desk:
    """What is a reviewer's own and no part of the record."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context

    def leave_at(self, claim: str, article: str | None) -> None:
        """Remember the claim and the chosen other article; called when a screen is left, not at every key."""
        with self._context.store.write() as connection:
            personal.keep_place(connection, *self._owner, LastPlace(claim, article))

    def last_place(self) -> LastPlace | None:
        """Return where the reviewer left this collection; None if they never were there."""
        with self._context.store.read() as connection:
            return personal.last_place(connection, *self._owner)

    def queues(self) -> tuple[SavedQueue, ...]:
        """Return the queues that the reviewer keeps, by name; those of a filter that is no more show all claims."""
        with self._context.store.read() as connection:
            kept = personal.list_queues(connection, *self._owner)
        known = set(QueueFilter)
        return tuple(queue if queue.filter in known else replace(queue, filter=QueueFilter.ALL) for queue in kept)

    def keep_queue(self, queue: SavedQueue) -> None:
        """Keep a queue under its name, in the place of one of the same name.

        Raises:
            DecisionError: the name is blank or too long.
        """
        if not queue.name.strip() or len(queue.name) > _LONGEST_NAME:
            raise DecisionError(f"A queue has a name of 1 to {_LONGEST_NAME} characters.")
        with self._context.store.write() as connection:
            personal.save_queue(connection, *self._owner, queue)

    def forget_queue(self, name: str) -> None:
        """Forget a queue."""
        with self._context.store.write() as connection:
            personal.delete_queue(connection, *self._owner, name)

    @property
    def _owner(self) -> tuple[str, str]:
        return self._context.reviewer, self._context.collection
