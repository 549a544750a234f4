"""The commands that open a screen; only these import Textual."""

import sys
from typing import TYPE_CHECKING

import click

from workbench.cli.options import collection_option, common, embeddings_option
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.tui.gateway import Opening


@click.command("review", epilog="Example: workbench review articles/*.txt --collection vostochny")
@click.argument("paths", nargs=-1)
@collection_option
@embeddings_option
@common
def review_command(
    paths: tuple[str, ...], collection: str | None, embeddings: str | None, location: str, reviewer: str
) -> None:
    """Read the files (if any) and open the review screen.

    PATHS are files, folders or globs of all formats that workbench add reads. Articles that are in the database
    already are left as they are.
    """
    open_screen(location, reviewer, collection, paths, embeddings)


@click.command("demo", epilog="Example: workbench demo")
@common
def demo_command(location: str, reviewer: str) -> None:
    """Look around in a throw-away copy of the demo collection.

    Nothing of it touches your own database; what you decide in it is gone afterwards.
    """
    open_demo(reviewer)


def open_screen(
    location: str,
    reviewer: str,
    collection: str | None = None,
    paths: tuple[str, ...] = (),
    embeddings: str | None = None,
) -> None:
    """Open the review screen on a database.

    Raises:
        WorkbenchError: there is no terminal, or the database cannot be opened.
    """
    from workbench.tui.gateway import Opening

    _run(Opening(location, reviewer, collection, paths, embeddings=embeddings))


def open_demo(reviewer: str) -> None:
    """Open the review screen on a fresh copy of the demo.

    Raises:
        WorkbenchError: there is no terminal.
    """
    from tempfile import TemporaryDirectory

    from workbench.tui.gateway import Opening

    with TemporaryDirectory(prefix="workbench-demo-") as folder:
        _run(Opening(f"{folder}/demo.db", reviewer, demo=True))


def _run(opening: "Opening") -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WorkbenchError("The screen needs a terminal; workbench --help lists the commands that do not.")
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.keymap import load_keymap
    from workbench.tui.shell import Leaving

    app = WorkbenchApp(opening, load_keymap())
    leaving = app.run()
    if app.failure is not None:
        raise WorkbenchError(app.failure)
    if leaving is Leaving.DEMO:
        open_demo(opening.reviewer)
