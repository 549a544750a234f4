"""Whatever an article holds, no output of a command acts on the terminal that shows it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

EVIL = "\x1b]52;c;cHduZWQ=\x1b\\ \x1b]0;pwned\x07 \x9b31m \x0e \x7f \u202e\u2066 \u200b \U000e0041 [bold]x[/bold] =1+1"
ACTING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e007f]")
COMMANDS = [
    ("articles",),
    ("claims",),
    ("claims", "--json"),
    ("articles", "--json"),
    ("history",),
    ("status",),
    ("export", "md"),
    ("export", "html"),
    ("export", "json"),
    ("export", "csv"),
    ("export", "csv", "--table", "agreement"),
    ("db", "check"),
]


@pytest.fixture
def evil(run: Run, tmp_path: Path) -> Run:
    folder = tmp_path / "evil"
    folder.mkdir()
    text = f"Harbour {EVIL} closed\n\nThe harbour {EVIL} was closed on Monday with 12 ships inside, officials said.\n"
    (folder / "a\x1b[31m.txt").write_text(text, "utf-8")
    (folder / "b.txt").write_text("Storm\n\nThe harbour was closed on Monday with 13 ships inside.\n", "utf-8")
    assert run("add", str(folder), "--collection", EVIL).status == 0
    return run


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_output_acts(evil: Run, command: tuple[str, ...]) -> None:
    ended = evil(*command)
    assert ended.status == 0
    printed = ended.out + ended.err
    assert printed
    assert not ACTING.search(printed), repr(ACTING.search(printed))
