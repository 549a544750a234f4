"""`workbench db …`: looking after the database."""

from datetime import UTC, datetime
from pathlib import Path

import click

from workbench.cli.options import common, existing_database, opened_store
from workbench.cli.output import say
from workbench.visible import one_line


@click.group("db", epilog="Example: workbench db check")
def db_command() -> None:
    """Look after the database: check, backup, copy, restore, rebuild, upgrade."""


@db_command.command("check", epilog="Example: workbench db check")
@common
def check_command(location: str, reviewer: str) -> int:
    """Prove that the database is whole.

    Checks the file, the texts against their hashes, the offsets, the hash chains of all decisions, and that the
    present state is what the decisions add up to. The exit status is 1 if anything is wrong.
    """
    from workbench.store.check import check

    existing_database(location)
    with opened_store(location) as store:
        findings = check(store)
    for finding in findings:
        click.echo(one_line(f"{finding.subject}: {finding.problem}"))
    say("The database is whole." if not findings else f"{len(findings)} things are wrong.")
    return 1 if findings else 0


@db_command.command("backup", epilog="Example: workbench db backup before-deadline.db")
@click.argument("target", required=False, type=click.Path(path_type=Path))
@common
def backup_command(target: Path | None, location: str, reviewer: str) -> None:
    """Copy the database, also while it is in use."""
    from workbench.store.backup import backup

    existing_database(location)
    place = target or Path(f"{location}.{datetime.now(UTC):%Y%m%d-%H%M%S}.bak")
    with opened_store(location) as store:
        backup(store, place)
    say(f"Written: {place}")


@db_command.command("copy", epilog="Example: workbench db copy for-noor.db")
@click.argument("target", type=click.Path(path_type=Path))
@common
def copy_command(target: Path, location: str, reviewer: str) -> None:
    """Copy the database for a colleague or a second laptop, to be reviewed there and merged later.

    Unlike a backup, the copy is a database of its own: the same reviewer can go on in both, and workbench merge
    brings them together.
    """
    from workbench.store.backup import copy_for_another

    existing_database(location)
    with opened_store(location) as store:
        copy_for_another(store, target)
    say(f"Written: {target}")


@db_command.command("restore", epilog="Example: workbench db restore before-deadline.db")
@click.argument("source", type=click.Path(path_type=Path))
@common
def restore_command(source: Path, location: str, reviewer: str) -> None:
    """Put a backup in the place of the database; what it replaces is kept as a backup, too."""
    from workbench.store.backup import restore

    kept = restore(source, Path(location))
    say(f"Restored from {source}." + (f" What was there before: {kept}" if kept else ""))


@db_command.command("rebuild", epilog="Example: workbench db rebuild")
@common
def rebuild_command(location: str, reviewer: str) -> None:
    """Work out the present state anew from the decisions."""
    from workbench.store.cache import rebuild

    existing_database(location)
    with opened_store(location) as store, store.write() as connection:
        rebuild(connection)
    say("The present state was worked out anew from the decisions.")


@db_command.command("upgrade", epilog="Example: workbench db upgrade --db postgresql://host/reviews")
@common
def upgrade_command(location: str, reviewer: str) -> None:
    """Bring the schema up to date; a file does so by itself when it is opened, after a backup."""
    from workbench.store.migrate import upgrade

    say(upgrade(location))
