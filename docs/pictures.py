"""Draw the README's pictures of the screens from the demo collection. Run by `make docs`."""

import asyncio
import re
import tempfile
from pathlib import Path

from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening

HERE = Path(__file__).resolve().parent
DECIDED = list("1zs1zs1zszn")
PICTURES = {
    "review-200x60.svg": ((200, 60), ["g", "j", "j"]),
    "matrix-120x40.svg": ((120, 40), ["M", "j", "full_stop"]),
    "article-80x24.svg": ((80, 24), ["A"]),
}


async def draw(name: str, size: tuple[int, int], keys: list[str]) -> None:
    """Decide a few claims of the demo, press `keys`, and draw what is on the screen then."""
    with tempfile.TemporaryDirectory() as folder:
        app = WorkbenchApp(Opening(f"{folder}/demo.db", "mira", demo=True))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in [{".": "full_stop"}.get(key, key) for key in DECIDED] + keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
            app.clear_notifications()
            app.review_screen.say_saved(())
            await pilot.pause()
            (HERE / name).write_text(self_contained(app.export_screenshot(title="workbench")), "utf-8")


def self_contained(svg: str) -> str:
    """Return the picture without the fonts that it would fetch from elsewhere; any monospaced one serves."""
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    for picture, (cells, pressed) in PICTURES.items():
        asyncio.run(draw(picture, cells, pressed))
