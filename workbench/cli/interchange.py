"""`workbench export`: files for others."""

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.options import OneOf, collection_option, common, existing_database, opened_store
from workbench.cli.output import say
from workbench.cli.progress_bar import progress_bar
from workbench.reports.format_names import FORMAT_TERMS, Choice, ExportFormat
from workbench.reports.sections import Section
from workbench.reports.statuses import Status
from workbench.reports.tables import CsvTable

if TYPE_CHECKING:
    from workbench.reports.selection import Selection

_READABLE = ", ".join(known for known, term in FORMAT_TERMS.items() if term.choice is Choice.CLAIMS_AND_SECTIONS)
_ALWAYS_WHOLE = ", ".join(known for known, term in FORMAT_TERMS.items() if term.choice is Choice.NOTHING)


class _Moment(click.ParamType[datetime]):
    """A day or a time in ISO 8601; in UTC, unless it says otherwise."""

    name = "time"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time.

        Raises:
            BadParameter: it is none.
        """
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day or time: write 2026-11-28, or 2026-11-28T14:30+01:00.", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command(
    "export",
    epilog="Example: workbench export html --status disputed --section summary --section claims -o disputed.html",
)
@click.argument("wanted", metavar="FORMAT", type=OneOf(ExportFormat))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; for csv also a folder.")
@click.option("--table", type=OneOf(CsvTable), help="csv: which table, on standard output or as one file.")
@click.option("--status", "statuses", type=OneOf(Status), multiple=True, help="Only claims that stand so; repeatable.")
@click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="LABEL",
    help="Only claims of this article, by its short name, file name or key; repeatable.",
)
@click.option(
    "--decided-by",
    multiple=True,
    metavar="NAME",
    help="Only claims about which this reviewer decided something; repeatable.",
)
@click.option(
    "--since", type=_Moment(), metavar="TIME", help="Only claims about which something was decided since then (UTC)."
)
@click.option(
    "--section", "sections", type=OneOf(Section), multiple=True, help="Only this part of a report to read; repeatable."
)
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="html, md: lay the report out with this Jinja2 template instead (docs/templates.md).",
)
@collection_option
@common
def export_command(
    wanted: ExportFormat,
    output: Path | None,
    table: CsvTable | None,
    statuses: tuple[Status, ...],
    articles: tuple[str, ...],
    decided_by: tuple[str, ...],
    since: datetime | None,
    sections: tuple[Section, ...],
    template: Path | None,
    collection: str | None,
    location: str,
    reviewer: str,
) -> None:
    """Write a report or the whole project.

    FORMAT is html, md, docx or pdf (a report to read), csv or xlsx (tables; --table names one), json (the complete
    project with all collections, which workbench import takes back without loss), or what other tools read:
    claimreview, webannotation, prov, csl, bibtex, …; what such a format cannot hold is said. Without -o it goes to
    standard output.

    --status, --article, --decided-by and --since choose the claims that are told of, those for which all of them hold;
    counts, and what follows from the relations of claims, are always about all. --section chooses parts of a report.

    Where a collection is reviewed blind, what others decided about claims that you have not voted on is left out, and
    json is refused as long as there are any.
    """
    from workbench.reports import export_pieces, export_to
    from workbench.reports.selection import EVERY_SECTION, Selection
    from workbench.reports.writing import as_bytes

    existing_database(location)
    if table and wanted is not ExportFormat.CSV:
        raise click.UsageError("--table goes with csv.")
    if template and wanted not in (ExportFormat.HTML, ExportFormat.MARKDOWN):
        raise click.UsageError("--template goes with html and md.")
    if collection and wanted is ExportFormat.JSON:
        raise click.UsageError("json always holds the whole database: leave --collection out.")
    selection = Selection(statuses, decided_by, articles, since, sections or EVERY_SECTION)
    _check_choice(wanted, selection)
    is_read_meanwhile = output is None and sys.stdout.isatty()
    bar = nullcontext() if is_read_meanwhile else progress_bar("reading")
    with opened_store(location, read_only=True) as store, bar as watch:
        if output is None:
            told = (reviewer, say, selection, watch, template)
            for piece in export_pieces(store, wanted, collection, table, None, *told):
                sys.stdout.buffer.write(as_bytes(piece))
        else:
            export_to(store, wanted, output, collection, table, None, reviewer, say, selection, watch, template)
    if output is not None:
        say(f"Written: {output}")


def _check_choice(wanted: ExportFormat, selection: "Selection") -> None:
    choice = FORMAT_TERMS[wanted].choice
    if selection.chooses_claims and choice is Choice.NOTHING:
        raise click.UsageError(f"{_ALWAYS_WHOLE}: nothing can be left out of these.")
    if selection.chooses_sections and choice is not Choice.CLAIMS_AND_SECTIONS:
        raise click.UsageError(f"--section goes with {_READABLE}.")
