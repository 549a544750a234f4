"""`workbench add`: files into the database."""

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.options import common, json_option, opened_store
from workbench.cli.output import say, show_json
from workbench.cli.versions import version_counts

if TYPE_CHECKING:
    from workbench.review.intake import Intake
    from workbench.store.engine import Store

STANDARD_INPUT = "-"


@click.command("add", epilog="Example: workbench add articles/ more/*.html --collection vostochny")
@click.argument("paths", nargs=-1, required=True)
@click.option("--collection", default=None, metavar="NAME", help="Where the articles go; else “articles”.")
@click.option(
    "--separate", is_flag=True, help="Take every article for one of its own, also where it looks like a new version."
)
@json_option
@common
def add_command(
    paths: tuple[str, ...], collection: str | None, separate: bool, as_json: bool, location: str, reviewer: str
) -> int:
    """Read articles into the database.

    PATHS are files, folders or globs of .txt, .html, .mhtml, .eml, .docx and .pdf; - reads one article from standard
    input. What is in the database already is left as it is. A file that cannot be read stops no other; the exit
    status is 1 then.

    An article with the address of another one of the collection, or with its file name and mostly its words, is
    taken for its new version, and what was decided about the old one is carried over as far as its words still stand
    there; workbench versions lists how far. With --separate nothing is taken for a version.
    """
    from workbench.review.model import DEFAULT_COLLECTION
    from workbench.review.versions import load_versions

    into = collection or DEFAULT_COLLECTION
    with opened_store(location) as store:
        intake = _add(store, paths, into, separate=separate)
        found = load_versions(store, into) if intake.versions else ()
    versions = [version for version in found if version.newer.key in intake.versions]
    for refused in intake.refused:
        say(f"workbench: {refused.reason}")
    if as_json:
        show_json(_as_json(intake) | {"versions": [version_counts(version) for version in versions]})
    else:
        for version in versions:
            say(f"{version}. If it is another article, add it with --separate.")
        say(f"{len(intake.added)} new articles with {intake.claims} claims; {len(intake.known)} known already.")
        for key in intake.added:
            click.echo(key)
    return 1 if intake.refused else 0


def _add(store: "Store", paths: Iterable[str], collection: str, *, separate: bool) -> "Intake":
    from workbench.review.intake import Intake, add_bytes, add_files

    files = [path for path in paths if path != STANDARD_INPUT]
    intake = Intake((), (), (), 0)
    if len(files) < len(tuple(paths)):
        raw = sys.stdin.buffer.read()
        key, is_new, claims, is_version = add_bytes(store, raw, "standard input", collection, separate=separate)
        added, known = ((key,), ()) if is_new else ((), (key,))
        intake = Intake(added, known, (), claims if is_new else 0, (key,) if is_version else ())
    if files:
        with _progress() as bar:

            def report(name: str, done: int, of: int) -> bool:
                if bar is not None:
                    bar.length = of
                    bar.update(1 if done else 0, name)
                return True

            intake = intake.joined(add_files(store, files, collection, report, separate=separate))
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
