"""Many reviewers write at once: nobody is turned away, nothing is lost, and every chain is whole."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote

WRITERS = 8


def all_are_stored(location: str, saved: set[str], expected: int) -> None:
    with open_store(location) as store:
        with store.read() as connection:
            stored = log.list_decisions(connection)
        assert {decision.id for decision in stored} == saved
        assert len(saved) == expected
        assert len({decision.at for decision in stored}) == len(stored)
        assert check(store) == ()


def test_eight_writers_never_meet_a_locked_database(location: str, harbour: Any, add_samples: Any) -> None:
    """Eight connections of their own, as eight programs would have; the lock of the process is not in play."""

    def decide(number: int) -> set[str]:
        saved = set()
        with open_store(location) as store:
            for _ in range(10):
                draft = Draft(f"reviewer {number}", harbour.claim.key, AddNote("hm"))
                with store.write() as connection:
                    log.append(connection, draft)
                saved.add(draft.id)
        return saved

    with open_store(location) as store:
        add_samples(store, harbour)
    with ThreadPoolExecutor(WRITERS) as threads:
        saved = set().union(*threads.map(decide, range(WRITERS)))
    all_are_stored(location, saved, WRITERS * 10)


@pytest.mark.slow
def test_eight_programs_never_meet_a_locked_database(
    location: str, harbour: Any, add_samples: Any, start_child: Callable[..., Any]
) -> None:
    with open_store(location) as store:
        add_samples(store, harbour)
    children = [start_child("decide.py", location, f"reviewer {n}", harbour.claim.key, 25) for n in range(WRITERS)]
    saved: set[str] = set()
    for child in children:
        output, errors = child.communicate(timeout=100)
        assert errors == ""
        saved |= set(output.split()[1:])
    all_are_stored(location, saved, WRITERS * 25)


def test_one_reviewer_twice_makes_one_chain(location: str, harbour: Any, add_samples: Any) -> None:
    """The same person in two windows."""
    together = Barrier(2)

    def decide(_window: int) -> None:
        with open_store(location) as store:
            together.wait(30)
            for _ in range(8):
                with store.write() as connection:
                    log.append(connection, Draft("ann", harbour.claim.key, AddNote("hm")))

    with open_store(location) as store:
        add_samples(store, harbour)
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(decide, range(2)))
        with store.read() as connection:
            (head,) = log.chain_heads(connection)
        assert head.length == 16
        assert check(store) == ()


def test_threads_of_one_program_take_turns(reviewed: Store, harbour: Any) -> None:
    def decide(number: int) -> None:
        with reviewed.write() as connection:
            log.append(connection, Draft(f"reviewer {number % 3}", harbour.claim.key, AddNote("hm")))

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(decide, range(24)))
    assert check(reviewed) == ()


# --- a server that goes away


def end_connections(url: str) -> None:
    """End every connection to the database but this one, as a restart of the server does."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    others = "datname = current_database() AND pid != pg_backend_pid()"
    with engine.connect() as connection:
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
    engine.dispose()


@pytest.mark.slow
def test_a_lost_connection_is_one_clear_line_and_a_repeated_write_is_one(
    empty_postgres: str, harbour: Any, add_samples: Any
) -> None:
    with open_store(empty_postgres) as store:
        add_samples(store, harbour)
        draft = Draft("ann", harbour.claim.key, AddNote("hm"))
        with pytest.raises(StoreError, match="was lost while working") as caught:  # noqa: PT012, SIM117 - the server goes in between
            with store.write() as connection:
                log.append(connection, draft)
                end_connections(empty_postgres)
        assert "\n" not in str(caught.value)
        for _ in range(2):
            with store.write() as connection:
                log.append(connection, draft)
        with store.read() as connection:
            assert len(log.list_decisions(connection)) == 1
        end_connections(empty_postgres)
        with store.write() as connection:
            assert log.append(connection, draft).id == draft.id
