"""`workbench add`: files into the database."""

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.options import common, json_option, opened_store
from workbench.cli.output import say, show_json

if TYPE_CHECKING:
    from workbench.review.intake import Intake
    from workbench.store.engine import Store

STANDARD_INPUT = "-"


@click.command("add", epilog="Example: workbench add articles/ more/*.html --collection vostochny")
@click.argument("paths", nargs=-1, required=True)
@click.option("--collection", default=None, metavar="NAME", help="Where the articles go; else “articles”.")
@json_option
@common
def add_command(paths: tuple[str, ...], collection: str | None, as_json: bool, location: str, reviewer: str) -> int:
    """Read articles into the database.

    PATHS are files, folders or globs of .txt, .html, .mhtml, .eml, .docx and .pdf; - reads one article from standard
    input. What is in the database already is left as it is. A file that cannot be read stops no other; the exit
    status is 1 then.
    """
    from workbench.review.model import DEFAULT_COLLECTION

    with opened_store(location) as store:
        intake = _add(store, paths, collection or DEFAULT_COLLECTION)
    for refused in intake.refused:
        say(f"workbench: {refused.reason}")
    if as_json:
        show_json(_as_json(intake))
    else:
        say(f"{len(intake.added)} new articles with {intake.claims} claims; {len(intake.known)} known already.")
        for key in intake.added:
            click.echo(key)
    return 1 if intake.refused else 0


def _add(store: "Store", paths: Iterable[str], collection: str) -> "Intake":
    from workbench.review.intake import Intake, add_bytes, add_files

    files = [path for path in paths if path != STANDARD_INPUT]
    intake = Intake((), (), (), 0)
    if len(files) < len(tuple(paths)):
        key, is_new, claims = add_bytes(store, sys.stdin.buffer.read(), "standard input", collection)
        intake = Intake((key,) if is_new else (), () if is_new else (key,), (), claims if is_new else 0)
    if files:
        with _progress() as bar:

            def report(name: str, done: int, of: int) -> bool:
                if bar is not None:
                    bar.length = of
                    bar.update(1 if done else 0, name)
                return True

            intake = intake.joined(add_files(store, files, collection, report))
    return intake


def _progress() -> AbstractContextManager[Any]:
    """Return a progress bar on standard error, or nothing where nobody watches."""
    if not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=1, label="reading", item_show_func=lambda name: name, file=sys.stderr)


def _as_json(intake: "Intake") -> dict[str, Any]:
    return {
        "added": list(intake.added),
        "known": list(intake.known),
        "refused": [{"name": refused.name, "reason": refused.reason} for refused in intake.refused],
        "claims": intake.claims,
    }
