"""What every command takes: which database, who is reviewing, which collection."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

if TYPE_CHECKING:
    from workbench.review.session import Review
    from workbench.store.engine import Store

V = TypeVar("V", str, str | None)
F = TypeVar("F", bound=Callable[..., Any])


class OneOf(click.Choice[str]):
    """One term of a closed set, by its identifier."""

    def __init__(self, terms: type[StrEnum]) -> None:
        super().__init__([term.value for term in terms])
        self._terms = terms

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the term.

        Raises:
            BadParameter: there is no such term.
        """
        return self._terms(super().convert(value, param, ctx))


def default_database() -> str:
    """Return where the database lives unless something else is said."""
    from platformdirs import user_data_path

    return str(user_data_path("claim-workbench") / "workbench.db")


def login_name() -> str:
    """Return the login name of the person at the keyboard."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"


def _from_above(context: click.Context, parameter: click.Parameter, value: V) -> V:
    """Let an option that stands before the command count for the command, too."""
    above: click.Context | None = context
    while above is not None:
        if above.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE:
            return value if above is context else cast(V, above.params[parameter.name or ""])
        above = above.parent
    return value


database_option = click.option(
    "--db",
    "location",
    envvar="WORKBENCH_DB",
    default=default_database,
    callback=_from_above,
    metavar="PATH_OR_URL",
    help="The database: a file, or postgresql://… for a team.  [WORKBENCH_DB]",
)
reviewer_option = click.option(
    "--reviewer",
    envvar="WORKBENCH_REVIEWER",
    default=login_name,
    callback=_from_above,
    metavar="NAME",
    help="Whose decisions these are; else the login name.  [WORKBENCH_REVIEWER]",
)
collection_option = click.option(
    "--collection", default=None, metavar="NAME", help="One collection; else the largest, or all in a list."
)
embeddings_option = click.option(
    "--embeddings",
    envvar="WORKBENCH_EMBEDDINGS",
    default=None,
    callback=_from_above,
    metavar="MODEL",
    help="A sentence-transformers model on this machine that helps to find passages.  [WORKBENCH_EMBEDDINGS]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


def common(function: F) -> F:
    """Give a command the options that every command has."""
    return database_option(reviewer_option(function))


@contextmanager
def opened_store(location: str, *, read_only: bool = False) -> Iterator["Store"]:
    """Open the database for the length of a command.

    Raises:
        StoreError: it cannot be opened.
    """
    from workbench.store.engine import open_store

    with open_store(location, read_only=read_only) as store:
        yield store


@contextmanager
def opened_review(location: str, reviewer: str, collection: str | None = None) -> Iterator["Review"]:
    """Open a reviewer's session for the length of a command.

    Raises:
        WorkbenchError: the database cannot be opened, or has no such collection.
    """
    from workbench.review.session import Review

    review = Review.open(location, reviewer, collection)
    try:
        yield review
    finally:
        review.close()


def existing_database(location: str) -> None:
    """Refuse a database file that is not there, for commands that must not make one.

    Raises:
        ClickException: there is no such file.
    """
    if "://" not in location and not Path(location).exists():
        raise click.ClickException(f"There is no database at {location}: workbench add makes one.")
