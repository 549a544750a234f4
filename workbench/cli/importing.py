"""`workbench import`: a whole project back in, or claims from elsewhere, each at its place in an article."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from workbench.cli.options import collection_option, common, existing_database, json_option, opened_review, opened_store
from workbench.cli.output import say
from workbench.reports.interchange.reading.names import ClaimFormat

if TYPE_CHECKING:
    from workbench.review.claim_intake import ClaimIntake
    from workbench.review.context import ReviewContext

_PROJECT: Final = "json"
_CLAIMREVIEW: Final = "claimreview"
_FORMATS: Final = (_PROJECT, _CLAIMREVIEW, *(known.value for known in ClaimFormat))


@click.command("import", epilog="Example: workbench import csv claims.csv --collection ferry")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--with-verdicts", is_flag=True, help="What the file says of a claim becomes your vote.")
@collection_option
@json_option
@common
def import_command(
    format_name: str,
    file: Path,
    with_verdicts: bool,
    collection: str | None,
    as_json: bool,
    location: str,
    reviewer: str,
) -> None:
    """Take in a whole project, or claims from elsewhere.

    FORMAT is json (a project that workbench export json wrote), or claims: csv or jsonl (the column text is needed;
    article, url, start, end, wording, verdict, reason and unsupported are read, too), labelstudio, doccano, averitec,
    or claimreview (fact-checks that others published; each becomes evidence attached to the claim, and no vote).

    The words of each claim are looked for in the articles of the collection. Where they stand, there is a claim of
    yours from then on, unless there was one already; the others are listed with the reason. All of it is one action,
    which workbench undo takes back. Nothing is taken in if anything in the file is wrong; what is in the database
    already stays as it is.
    """
    if format_name == _PROJECT:
        if with_verdicts or collection or as_json:
            raise click.UsageError("--with-verdicts, --collection and --json go with claims, not with a project.")
        _import_project(file, location)
        return
    if with_verdicts and format_name == _CLAIMREVIEW:
        raise click.UsageError("What others published becomes evidence, and no vote: leave --with-verdicts out.")
    from workbench.cli.claim_intakes import show_intake

    existing_database(location)
    with opened_review(location, reviewer, collection) as review:
        intake = _import_claims(review.context, format_name, file, with_verdicts=with_verdicts)
        labels = review.labels
    show_intake(intake, labels, as_json=as_json)


def _import_project(file: Path, location: str) -> None:
    from workbench.reports import import_file

    with opened_store(location) as store:
        say(import_file(store, file))


def _import_claims(context: "ReviewContext", format_name: str, file: Path, *, with_verdicts: bool) -> "ClaimIntake":
    if format_name == _CLAIMREVIEW:
        from workbench.reports.interchange.claimreview_import import import_claimreview_file

        return import_claimreview_file(context, file)
    from workbench.reports.interchange.reading.claims_file import read_claims
    from workbench.review.claim_intake import take_in_claims

    return take_in_claims(context, read_claims(ClaimFormat(format_name), file), with_verdicts=with_verdicts)
