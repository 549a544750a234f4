"""`workbench add`: files into the database."""

import sys
from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.options import common, json_option, opened_store
from workbench.cli.output import say, show_json
from workbench.cli.progress_bar import progress_bar
from workbench.cli.versions import version_counts
from workbench.errors import UnreadableArticleError

if TYPE_CHECKING:
    from workbench.articles.containers.columns import Columns
    from workbench.review.intake import Intake
    from workbench.store.engine import Store

STANDARD_INPUT = "-"
_MOST_FROM_STANDARD_INPUT = 200_000_000


@click.command("add", epilog="Example: workbench add articles/ more/*.html --collection vostochny")
@click.argument("paths", nargs=-1, required=True)
@click.option("--collection", default=None, metavar="NAME", help="Where the articles go; else “articles”.")
@click.option(
    "--separate", is_flag=True, help="Take every article for one of its own, also where it looks like a new version."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="Which column of a corpus holds what, as in text=body_text; may be repeated. Fields: text, title, url, "
    "published, byline, publisher, language. A column within another is outer.inner.",
)
@click.option(
    "--fetch",
    is_flag=True,
    help="Allow that addresses (http://, https://) among PATHS are fetched from the web: each one page, at most 5 MB "
    "and 10 seconds, never from this computer's own network.",
)
@json_option
@common
def add_command(
    paths: tuple[str, ...],
    collection: str | None,
    columns: tuple[str, ...],
    fetch: bool,
    separate: bool,
    as_json: bool,
    location: str,
    reviewer: str,
) -> int:
    """Read articles into the database.

    PATHS are files, folders or globs. A .txt, .html, .mhtml, .eml, .docx or .pdf is one article. A .jsonl, .json,
    .csv or .tsv (a row an article), .warc, .rss, .atom or .mbox holds many, and may be packed with gzip (.gz).
    - reads standard input. An address of the web is read with --fetch only.

    What is in the database already is left as it is. A file or a row that cannot be read stops no other; the exit
    status is 1 then.

    An article with the address of another one of the collection, or with its file name and mostly its words, is
    taken for its new version, and what was decided about the old one is carried over as far as its words still stand
    there; workbench versions lists how far. With --separate nothing is taken for a version.
    """
    from workbench.articles.plain_reading import PLAIN_RULES, language_name
    from workbench.review.model import DEFAULT_COLLECTION
    from workbench.review.versions import load_versions

    into, named = collection or DEFAULT_COLLECTION, _columns(columns)
    with opened_store(location) as store:
        intake = _add(store, paths, into, named, fetch=fetch, separate=separate)
        plain = _read_plainly(store, intake.added)
        found = load_versions(store, into) if intake.versions else ()
    versions = [version for version in found if version.newer.key in intake.versions]
    for refused in intake.refused:
        say(f"workbench: {refused.reason}")
    if as_json:
        more = {
            "plain_rules": [{"key": key, "language": code} for key, code in plain.items()],
            "versions": [version_counts(version) for version in versions],
        }
        show_json(_as_json(intake) | more)
    else:
        for version in versions:
            say(f"{version}. If it is another article, add it with --separate.")
        for language, articles in Counter(plain.values()).items():
            verb = "is" if articles == 1 else "are"
            say(f"{articles} of the new articles {verb} in {language_name(language)}, {PLAIN_RULES}.")
        say(f"{len(intake.added)} new articles with {intake.claims} claims; {len(intake.known)} known already.")
        for key in intake.added:
            click.echo(key)
    return 1 if intake.refused else 0


def _columns(given: Iterable[str]) -> "Columns":
    """Return the columns that were named.

    Raises:
        BadParameter: one is not of the form FIELD=NAME, or there is no such field.
    """
    from workbench.articles.containers.columns import Columns, Field

    named: dict[Field, str] = {}
    for words in given:
        what, equals, name = words.partition("=")
        if not equals or not name or what not in set(Field):
            raise click.BadParameter(
                f"“{words}” is not FIELD=NAME with a field out of {', '.join(Field)}.", param_hint="--column"
            )
        named[Field(what)] = name
    return Columns(named)


def _add(
    store: "Store", paths: Iterable[str], collection: str, columns: "Columns", *, fetch: bool, separate: bool
) -> "Intake":
    from workbench.articles.web.documents import documents_at
    from workbench.review.intake import Intake, add_files, add_stream

    files = [path for path in paths if path != STANDARD_INPUT]
    intake = Intake((), (), (), 0)
    if len(files) < len(tuple(paths)):
        intake = add_stream(store, _standard_input(), "standard input", collection, columns, separate=separate)
    if files:
        with progress_bar("reading") as report:
            intake = intake.joined(
                add_files(store, files, collection, report, columns, documents_at if fetch else None, separate=separate)
            )
    return intake


def _standard_input() -> bytes:
    """Return what comes on standard input, which is held in memory.

    Raises:
        UnreadableArticleError: it is too much for that.
    """
    raw = sys.stdin.buffer.read(_MOST_FROM_STANDARD_INPUT + 1)
    if len(raw) > _MOST_FROM_STANDARD_INPUT:
        most = _MOST_FROM_STANDARD_INPUT // 1_000_000
        raise UnreadableArticleError(f"Standard input has more than {most} MB: save it as a file, and add that.")
    return raw


def _read_plainly(store: "Store", added: Collection[str]) -> dict[str, str]:
    """Return which of the added articles were read by plain rules, and in which language each is."""
    from workbench.articles.plain_reading import reads_plainly
    from workbench.store import facts

    if not added:
        return {}
    with store.read() as connection:
        languages = {article.key: article.language for article in facts.list_articles(connection)}
    return {key: code for key in added if (code := languages.get(key)) and reads_plainly(code)}


def _as_json(intake: "Intake") -> dict[str, Any]:
    return {
        "added": list(intake.added),
        "known": list(intake.known),
        "refused": [{"name": refused.name, "reason": refused.reason} for refused in intake.refused],
        "claims": intake.claims,
    }
