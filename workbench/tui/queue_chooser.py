"""Choosing what the queue shows: a filter, or a queue that was kept under a name; keeping and forgetting these."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from workbench.review.desk import SavedQueue
from workbench.review.queue import FILTER_LABELS, QueueFilter
from workbench.tui.dialogs import Ask, Choice, PickOne

if TYPE_CHECKING:
    from workbench.tui.claim_moves import ClaimMoves

_KEEP: Final = "keep"
_FORGET: Final = "forget"
_KEPT: Final = "kept:"
_KEYS: Final = "1234567890"


async def choose_queue(screen: "ClaimMoves") -> None:
    """Ask what the queue is to show, and show it."""
    kept = {f"{_KEPT}{queue.name}": queue for queue in await screen.gateway.call(screen.gateway.review.desk.queues)}

    async def chosen(answer: str | None) -> None:
        if answer == _KEEP:
            _ask_for_name(screen)
        elif answer == _FORGET:
            await _forget(screen)
        elif answer in kept:
            await screen.show_queue(kept[answer])
        elif answer is not None:
            await screen.show_queue(replace(screen.shows, name="", filter=QueueFilter(answer)))

    choices = [Choice(key, which, FILTER_LABELS[which]) for key, which in zip(_KEYS, QueueFilter, strict=False)]
    choices += [Choice("", value, queue.name, _words(queue)) for value, queue in kept.items()]
    choices.append(Choice("k", _KEEP, "keep this queue", "under a name, with its filter, its search and its order"))
    if screen.shows.name:
        choices.append(Choice("x", _FORGET, "forget this queue", screen.shows.name))
    shown = f"{_KEPT}{screen.shows.name}" if screen.shows.name else screen.shows.filter
    screen.bench.open_dialog(PickOne("Show", choices, chosen=shown), chosen)


def _words(queue: SavedQueue) -> str:
    parts = [FILTER_LABELS[QueueFilter(queue.filter)]]
    parts += [f"“{queue.search}”"] if queue.search else []
    parts += ["class by class"] if queue.by_class else []
    return " · ".join(parts)


def _ask_for_name(screen: "ClaimMoves") -> None:
    async def named(name: str | None) -> None:
        if name is None:
            return
        queue = replace(screen.shows, name=name)
        await screen.gateway.call(screen.gateway.review.desk.keep_queue, queue)
        await screen.show_queue(queue)
        screen.tell(f"Kept: {name}")

    screen.bench.open_dialog(Ask("Keep this queue", "Its name.", screen.shows.name), named)


async def _forget(screen: "ClaimMoves") -> None:
    name = screen.shows.name
    await screen.gateway.call(screen.gateway.review.desk.forget_queue, name)
    await screen.show_queue(replace(screen.shows, name=""))
    screen.tell(f"Forgotten: {name}")
