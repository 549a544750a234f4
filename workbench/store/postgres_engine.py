"""Connections to PostgreSQL."""

from importlib.util import find_spec

from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import OperationalError

from workbench.errors import StoreError
from workbench.store.location import PostgresLocation
from workbench.visible import one_line

_CONNECT_SECONDS = 10


def postgres_engine(place: PostgresLocation) -> Engine:
    """Return an engine for writing; a connection that the server has dropped meanwhile is replaced before use.

    Raises:
        StoreError: the driver is not installed.
    """
    if find_spec("psycopg") is None:
        raise StoreError('PostgreSQL needs a driver: install it with pip install "claim-workbench[postgres]".')
    return create_engine(place.url, pool_pre_ping=True, connect_args={"connect_timeout": _CONNECT_SECONDS})


def check_reachable(engine: Engine, place: PostgresLocation) -> None:
    """Connect once.

    Raises:
        StoreError: the server does not answer, or does not let us in.
    """
    try:
        engine.connect().close()
    except OperationalError as error:
        reason = one_line(next(iter(str(error.orig).splitlines()), "no answer"))
        raise StoreError(f"The database {place.shown} cannot be reached: {reason}") from error


def snapshots(engine: Engine) -> Engine:
    """Return a view of the engine whose transactions only read, and see one state of the database throughout."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
