"""How many keys it takes to decide every claim of some articles: `python benchmarks/hand.py ARTICLES…`.

Drives the real screen without a mouse: for every claim one digit for each other article and one letter, which is the
least there is, then the same with every source confirmed. The peers' figures are published times, not keys, so the
table stands beside the least that any one-key screener could need: one key a claim and one a cell.
"""

import asyncio
import sys
import tempfile

from workbench.review.progress import Progress
from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening


async def decide_everything(paths: tuple[str, ...], confirm: bool) -> tuple[Progress, int]:
    """Decide every claim and cell; return the progress at the end, and how many keys were pressed."""
    pressed = 0
    with tempfile.TemporaryDirectory() as folder:
        app = WorkbenchApp(Opening(f"{folder}/hand.db", "hand", paths=paths))
        async with app.run_test(size=(120, 40)) as pilot:

            async def press(key: str) -> None:
                nonlocal pressed
                await pilot.press(key)
                pressed += 1

            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            progress = app.gateway.review.progress()
            for _ in range(progress.claims):
                view = app.review_screen.view
                if view is None:
                    break
                if confirm:
                    await press("l")
                for _ in view.undecided:
                    await press("9")
                await press("n")
            return app.gateway.review.progress(), pressed


def main(paths: tuple[str, ...]) -> None:
    """Print the table."""
    print(f"{'way':<34}{'claims':>7}{'cells':>7}{'keys':>7}{'keys/claim':>12}{'complete':>10}")
    for confirm, name in ((False, "verdict and relations"), (True, "… and every source confirmed")):
        progress, keys = asyncio.run(decide_everything(paths, confirm))
        row = (name, progress.claims, progress.cells, keys, keys / progress.claims, progress.complete)
        print("{:<34}{:>7}{:>7}{:>7}{:>12.2f}{!s:>10}".format(*row))
    floor = progress.claims + progress.cells
    print(f"{'one key a claim and one a cell':<34}{progress.claims:>7}{progress.cells:>7}{floor:>7}")


if __name__ == "__main__":
    main(tuple(sys.argv[1:]))
