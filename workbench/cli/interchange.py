"""`workbench export`: files for others."""

import sys
from pathlib import Path

import click

from workbench.cli.options import collection_option, common, existing_database, opened_store
from workbench.cli.output import say
from workbench.reports.format_names import ExportFormat
from workbench.reports.tables import CsvTable

_FORMATS = tuple(known.value for known in ExportFormat)
_TABLES = tuple(table.value for table in CsvTable)


@click.command("export", epilog="Example: workbench export html -o report.html")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; for csv also a folder.")
@click.option("--table", type=click.Choice(_TABLES), help="csv: which table, on standard output or as one file.")
@collection_option
@common
def export_command(
    format_name: str, output: Path | None, table: str | None, collection: str | None, location: str, reviewer: str
) -> None:
    """Write a report or the whole project.

    FORMAT is md or html (a report to read), csv (a folder of tables; --table names them), json (the complete project
    with all collections, which workbench import takes back without loss), or what other tools read: claimreview,
    webannotation, prov, csl, bibtex, …; what such a format cannot hold is said. Without -o it goes to standard output.

    Where a collection is reviewed blind, what others decided about claims that you have not voted on is left out, and
    json is refused as long as there are any.
    """
    from workbench.reports import export_bytes, export_to

    existing_database(location)
    if table and format_name != ExportFormat.CSV:
        raise click.UsageError("--table goes with csv.")
    wanted = ExportFormat(format_name)
    if collection and wanted is ExportFormat.JSON:
        raise click.UsageError("json always holds the whole database: leave --collection out.")
    with opened_store(location, read_only=True) as store:
        if output is None:
            sys.stdout.buffer.write(export_bytes(store, wanted, collection, table, reviewer=reviewer, tell=say))
        else:
            export_to(store, wanted, output, collection, table, reviewer=reviewer, tell=say)
            say(f"Written: {output}")
