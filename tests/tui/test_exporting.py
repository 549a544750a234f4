"""A report is written from the screen: a format, the claims, a place; what cannot be written is said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

Opener = Callable[..., Any]


async def write(bench: Any, *keys: str, target: Path) -> None:
    """Choose a format and claims by their keys, and name the place."""
    await bench.press("E", *keys)
    bench.app.screen.query_one(Input).value = str(target)
    await bench.press("enter")


@pytest.mark.parametrize(
    ("keys", "name"),
    [("ha", "ferry.html"), ("ma", "ferry.md"), ("wa", "ferry.docx"), ("j", "ferry.json"), ("ca", "ferry-csv")],
)
async def test_a_report_is_written_by_keyboard(
    opened: Opener, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(database) as bench:
        await bench.press("E", *keys, "enter")
        assert (tmp_path / name).exists()


async def test_a_report_of_all_claims_is_written(opened: Opener, database: Path, tmp_path: Path) -> None:
    async with opened(database) as bench:
        await write(bench, "h", "a", target=tmp_path / "report.html")
        page = (tmp_path / "report.html").read_text("utf-8")
        assert page.count('<article class="claim') == len(bench.app.review_screen.all_rows) > 1
        assert any("Written: " in message and "Not in HTML" in message for message in bench.messages())


async def test_a_report_tells_of_the_claims_that_were_chosen(opened: Opener, database: Path, tmp_path: Path) -> None:
    async with opened(database) as bench:
        await bench.press("1", "s")
        await write(bench, "m", "m", target=tmp_path / "mine.md")
        assert any("It tells of 1 claim: claims that mira decided about." in message for message in bench.messages())
        await write(bench, "j", target=tmp_path / "project.json")
        assert (tmp_path / "project.json").read_text("ascii").startswith('{\n"format": "workbench/1"')


async def test_one_goes_on_where_a_report_cannot_be_written(opened: Opener, database: Path, tmp_path: Path) -> None:
    async with opened(database) as bench:
        await write(bench, "h", "a", target=tmp_path / "nowhere" / "report.html")
        assert any("cannot be written" in message for message in bench.messages())
        first = bench.view.key
        await bench.press("j")
        assert bench.view.key != first
