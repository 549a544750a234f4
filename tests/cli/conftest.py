"""The command, run in this process, with what it printed and how it ended."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.cli import main

Run = Callable[..., "Ended"]

LEDGER = """Ferry runs aground off Northholm

The ferry Alma ran aground on Monday with 41 people on board, the coast guard said.

"Nobody was hurt," said harbour master Ilse Brandt.
"""
POST = """Island ferry stuck on sandbank

A ferry with 43 people on board ran aground off Northholm on Monday, the coast guard said.
"""


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a database of the test's own."""
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "test.db"))
    monkeypatch.setenv("WORKBENCH_REVIEWER", "mira")

    def run(*arguments: str) -> Ended:
        capsys.readouterr()
        with pytest.raises(SystemExit) as leaving:
            main(list(arguments))
        printed = capsys.readouterr()
        status = leaving.value.code
        return Ended(status if isinstance(status, int) else 1, printed.out, printed.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ledger.txt").write_text(LEDGER, "utf-8")
    (folder / "post.txt").write_text(POST, "utf-8")
    return folder
