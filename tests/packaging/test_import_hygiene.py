"""What a command imports: nothing slow before it is needed, and never the screen where none opens."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SLOW_LIBRARIES = (
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "nupunkt",
    "docx",
    "pypdf",
    "warcio",
    "httpx2",
    "typst",
    "cassis",
)
ARTICLE = "The bridge reopens\n\nThe bridge at Ferrow reopened on Monday, the town council said.\n"

_REPORT = """
import atexit, json, sys
atexit.register(lambda: print("\\nIMPORTED", json.dumps(sorted({name.split(".")[0] for name in sys.modules}))))
"""


def _imported(code: str, folder: Path) -> frozenset[str]:
    """Run `code` in a fresh Python and return the top-level packages that it imported."""
    environment = os.environ | {"WORKBENCH_DB": str(folder / "project.db"), "WORKBENCH_REVIEWER": "ada"}
    done = subprocess.run(
        [sys.executable, "-c", _REPORT + code],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    report = done.stdout.rpartition("\nIMPORTED ")[2]
    return frozenset(json.loads(report))


def _command(*arguments: str) -> str:
    return f"from workbench.cli import main; import sys; sys.argv[:] = ['workbench', *{list(arguments)!r}]; main()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one article, and a database that has read it."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    _imported(_command("add", "bridge.txt"), folder)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("--version",), ("add", "--help"), ("demo", "--help"), ("export", "--help")],
    ids=" ".join,
)
def test_help_is_free_of_slow_imports(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Help answers at once: no database, no screen, no reader of articles."""
    assert _imported(_command(*arguments), tmp_path).isdisjoint({*_SLOW_LIBRARIES, "textual", "rich"})


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "bridge.txt"),
        ("articles",),
        ("claims",),
        ("collections",),
        ("status",),
        ("history",),
        ("export", "json"),
        ("export", "md"),
        ("export", "html"),
        ("export", "csv"),
        ("db", "check"),
    ],
    ids=" ".join,
)
def test_commands_without_a_screen_never_import_it(arguments: tuple[str, ...], folder: Path) -> None:
    """A script that adds or exports does not pay for the screen."""
    assert _imported(_command(*arguments), folder).isdisjoint({"textual", "rich"})


def test_a_plain_text_is_read_without_the_libraries_of_other_formats(folder: Path) -> None:
    """Who reads only text does not pay for pages, Word and PDF."""
    imported = _imported("from workbench.articles import read_article; read_article('bridge.txt')", folder)
    assert imported.isdisjoint({"trafilatura", "lxml", "docx", "pypdf"})


@pytest.mark.parametrize("layer", ["vocabulary", "articles", "claims", "matching"])
def test_pure_layers_know_no_database_and_no_screen(layer: str, tmp_path: Path) -> None:
    """The engine is useful alone, in a script or a notebook."""
    assert _imported(f"import workbench.{layer}", tmp_path).isdisjoint({"sqlalchemy", "alembic", "textual", "click"})


def test_screen_paints_before_anything_slow_is_imported(tmp_path: Path) -> None:
    """The first frame waits for Textual alone."""
    imported = _imported("import workbench.tui.app", tmp_path)
    assert "textual" in imported
    assert imported.isdisjoint(_SLOW_LIBRARIES)
