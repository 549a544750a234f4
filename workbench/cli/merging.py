"""`workbench merge`: two databases of the same articles become one."""

import click

from workbench.cli.options import common, opened_store
from workbench.cli.output import say
from workbench.cli.progress_bar import progress_bar


@click.command("merge", epilog="Example: workbench merge from-noor.db")
@click.argument("other", metavar="OTHER_DB")
@common
def merge_command(other: str, location: str, reviewer: str) -> None:
    """Take in another database of the same articles.

    OTHER_DB is a file, or postgresql://…; it stays as it is. All of its articles and decisions are in this database
    then (the one of --db), each once, with who made them and when. Merging the other way round gives the same, and
    merging again changes nothing. An undo there counts here.

    Every decision is proved by its chain first. If one was changed or forged, if the two have no article in common,
    or if anything else is wrong, nothing is taken in. A new database takes all.
    """
    from workbench.store.merging import merge

    with opened_store(other, read_only=True) as source, opened_store(location) as store:
        with progress_bar("merging") as report:
            merged = merge(store, source, report)
        say(str(merged))
