"""What the screens look like: pictures that a person has looked at. `make snapshots` takes new ones."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

Opener = Callable[..., Any]

SCREENS = {
    "review": [],
    "article": ["A"],
    "matrix": ["M"],
    "dashboard": ["D"],
    "help": ["question_mark"],
    "chooser": ["e"],
    "choices": ["x"],
    "words": ["p", "l", "space", "l"],
    "evidence": ["b"],
    "origins": ["k", "O"],
    "warnings": ["k", "comma", "1", "s", "W"],
    "disputes": ["S"],
}


class Picture(SingleFileSnapshotExtension):
    """A snapshot as an SVG file."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Picture)


async def drawn(opened: Opener, database: Path, size: tuple[int, int], keys: list[str]) -> str:
    async with opened(database, size=size) as bench:
        await bench.press("3", "0", "r", *keys)
        bench.app.clear_notifications()
        bench.app.review_screen.say_saved(())
        await bench.settle()
        svg: str = bench.app.export_screenshot(title="workbench")
        return svg


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_snapshot_of_a_screen(opened: Opener, database: Path, picture: SnapshotAssertion, screen: str) -> None:
    assert await drawn(opened, database, (80, 24), SCREENS[screen]) == picture


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_snapshot_of_the_review_screen(
    opened: Opener, database: Path, picture: SnapshotAssertion, size: tuple[int, int]
) -> None:
    assert await drawn(opened, database, size, []) == picture


@pytest.mark.parametrize("times", [1, 2])
async def test_snapshot_of_a_theme(opened: Opener, database: Path, picture: SnapshotAssertion, times: int) -> None:
    assert await drawn(opened, database, (80, 24), ["T"] * times) == picture
