"""How many keys a review takes: `python benchmarks/hand.py [ARTICLES…]`.

Drives the real screen without a mouse. First the demo collection, decided as `seed/expected.json` expects it of a
careful reviewer: each source confirmed, each relation on the passage that it rests on; what is implied, and the
verdicts of equivalent claims, taken over where they are right and overruled where they are not. Then, for articles that
are given, every claim and cell decided blindly: one digit for each other article and one letter; and the same with
every source confirmed. The peers' figures are published times, not keys, so the tables stand beside the least that any
one-key screener could need: one key a claim and one a cell.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass

from expected_decisions import deviations, load_expected
from replaying import Effort, Replay, opened

from workbench.review.progress import Progress
from workbench.review.queue import is_to_do
from workbench.tui.gateway import Opening

FLOOR = "one key a claim and one a cell"


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of the demo collection.

    Attributes:
        cells: pairs of a claim that stands and another article.
        complete: whether nothing is left to decide.
        deviating: a line for each thing that was not decided as expected.
    """

    efforts: tuple[Effort, ...]
    cells: int
    keys: int
    complete: bool
    deviating: tuple[str, ...]

    @property
    def kept(self) -> int:
        """How many claims were not discarded."""
        return sum(not effort.discarded for effort in self.efforts)

    @property
    def verdict_keys(self) -> list[int]:
        """For each claim the keys for its verdict and the link to its source, or for discarding it."""
        return [effort.verdict for effort in self.efforts]

    @property
    def cell_keys(self) -> int:
        """The keys for all cells."""
        return sum(sum(effort.cells.values()) + effort.rest for effort in self.efforts)

    @property
    def decided_singly(self) -> list[int]:
        """For each cell that was not decided with others, or implied, its keys."""
        return [keys for effort in self.efforts for keys in effort.cells.values()]


async def replay_demo() -> Replayed:
    """Decide the demo collection as expected."""
    expected = load_expected()
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Opening(f"{folder}/demo.db", "hand", demo=True)) as (app, hand):
            replay = Replay(app, hand, expected)
            await replay.run()
            review = app.gateway.review
            return Replayed(
                tuple(replay.efforts.values()),
                review.progress().cells,
                hand.pressed,
                not any(is_to_do(row, review.others) for row in review.queue()),
                deviations(review, expected),
            )


def show_demo(done: Replayed) -> None:
    """Print what the demo took."""
    claims, cells = len(done.efforts), done.cells
    row = "{:<32}{:>7}{:>7}{:>12}{:>9}{:>10}{:>11}{:>9}{:>8}{:>10}".format
    print(f"The demo collection, decided as expected: {done.kept} claims kept, {claims - done.kept} discarded\n")
    heads = ("claims", "cells", "keys/claim", "one key", "two keys", "keys/cell", "one key", "no key", "all keys")
    print(row("way", *heads))
    of_claims = (f"{sum(done.verdict_keys) / claims:.2f}", *(share(done.verdict_keys.count(n), claims) for n in (1, 2)))
    singly = done.decided_singly
    of_cells = (f"{done.cell_keys / cells:.2f}", share(singly.count(1), cells), share(cells - len(singly), cells))
    print(row("every source confirmed", claims, cells, *of_claims, *of_cells, done.keys))
    print(row(FLOOR, claims, cells, "1.00", "100%", "0%", "1.00", "100%", "0%", claims + cells))
    marking = [effort.marking for effort in done.efforts if effort.marking]
    print(f"\nkeys/claim without the {sum(marking)} that mark unsupported words ({len(marking)} claims): ", end="")
    print(f"{(sum(done.verdict_keys) - sum(marking)) / claims:.2f}")
    print(f"implied relations overruled: {sum(effort.overruled for effort in done.efforts)}")
    print(f"passages that were not proposed: {sum(effort.unproposed for effort in done.efforts)}")
    print(f"complete: {yes(done.complete)}; all as expected: {yes(not done.deviating)}")
    print("".join(f"  {line}\n" for line in done.deviating))


def share(part: int, whole: int) -> str:
    """Return a part as per cent."""
    return f"{100 * part / whole:.0f}%"


def yes(so: bool) -> str:
    """Return the word for it."""
    return "yes" if so else "NO"


async def decide_everything(paths: Sequence[str], confirm: bool) -> tuple[Progress, int]:
    """Decide every claim and cell; return the progress at the end, and how many keys were pressed."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(Opening(f"{folder}/hand.db", "hand", paths=tuple(paths))) as (app, hand):
            for _ in range(app.gateway.review.progress().claims):
                view = app.review_screen.view
                if view is None:
                    break
                if confirm:
                    await hand.press("l")
                await hand.press(*["9"] * len(view.undecided), "n")
            return app.gateway.review.progress(), hand.pressed


def _is_decided(progress: Progress) -> bool:
    """Whether every claim has a vote and every cell a relation; the sentences that make no claim are another matter."""
    return (progress.decided, progress.cells_recorded) == (progress.claims, progress.cells)


def show_articles(paths: Sequence[str]) -> None:
    """Print what other articles took."""
    print(f"{'way':<34}{'claims':>7}{'cells':>7}{'keys':>7}{'keys/claim':>12}{'complete':>10}")
    for confirm, name in ((False, "verdict and relations"), (True, "… and every source confirmed")):
        progress, keys = asyncio.run(decide_everything(paths, confirm))
        row = (name, progress.claims, progress.cells, keys, keys / progress.claims, yes(_is_decided(progress)))
        print("{:<34}{:>7}{:>7}{:>7}{:>12.2f}{:>10}".format(*row))
    floor = progress.claims + progress.cells
    print(f"{FLOOR:<34}{progress.claims:>7}{progress.cells:>7}{floor:>7}")


def main(paths: Sequence[str]) -> None:
    """Print the tables."""
    show_demo(asyncio.run(replay_demo()))
    if paths:
        show_articles(paths)


if __name__ == "__main__":
    main(sys.argv[1:])
