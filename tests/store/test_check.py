"""`db check` finds what is wrong, wherever it is, and never stumbles over it."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote
from workbench.store.sqlite_engine import connect


def problems_after(store: Store, statement: str) -> list[str]:
    with store.write() as connection:
        connection.execute(text(statement))
    return [f"{found.subject}: {found.problem}" for found in check(store)]


def test_a_whole_database_has_no_findings(reviewed: Store, harbour: Any) -> None:
    with reviewed.write() as connection:
        log.append(connection, Draft("ann", harbour.claim.key, AddNote("hm")))
    assert check(reviewed) == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE articles SET text = replace(text, 'Two', 'Ten') WHERE name = 'harbour.txt'", "harbour.txt: its text"),
        ("UPDATE articles SET title = 'Other' WHERE name = 'harbour.txt'", "harbour.txt: its text"),
        ("UPDATE articles SET published = 'soon' WHERE name = 'harbour.txt'", "harbour.txt: cannot be read"),
        ("UPDATE sentences SET start = start + 1 WHERE number = 1", "its text, its sentences"),
        ("UPDATE sentences SET block = 9 WHERE number = 1", "sentence 1 does not stand inside its block"),
        ("UPDATE sentences SET passed_over = NULL", "its text, its sentences or its claims were changed"),
        ("UPDATE claims SET text = 'Nobody knows.'", "does not stand where it says"),
        ("UPDATE claims SET asserter = 'eve'", "its text, its sentences or its claims were changed"),
    ],
)
def test_changed_facts_are_found(reviewed: Store, statement: str, problem: str) -> None:
    assert any(problem in found for found in problems_after(reviewed, statement))


def test_changed_bytes_are_found(reviewed: Store, harbour: Any) -> None:
    with reviewed.write() as connection:
        connection.execute(
            text("UPDATE articles SET raw = :raw WHERE name = 'harbour.txt'"), {"raw": harbour.raw + b" "}
        )
    assert [found.subject for found in check(reviewed)] == ["article harbour.txt"]


def test_a_decision_about_nothing_is_found(reviewed: Store, harbour: Any) -> None:
    with reviewed.write() as connection:
        log.append(connection, Draft("ann", harbour.claim.key, AddNote("hm")))
    found = problems_after(reviewed, f"DELETE FROM claims WHERE key = '{harbour.claim.key}'")
    assert any("not in this database" in line for line in found)


def test_a_row_that_points_to_nothing_is_found(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> None:
    path = new_sqlite(tmp_path / "w.db")
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO collection_articles VALUES (7, 7)")
    with open_store(path) as store:
        assert {found.subject for found in check(store)} == {"table collection_articles, row 1"}


def test_every_flipped_bit_in_a_text_or_its_bytes_is_found(tmp_path: Path, make_sample: Any, add_samples: Any) -> None:
    """SQLite's own check sees hardly any of them, as a text may be any text."""
    path, flipped = tmp_path / "w.db", tmp_path / "flipped.db"
    made = make_sample(
        "long.txt", [f"Sentence number {n} says that {n * 7} boats left the harbour." for n in range(200)]
    )
    with open_store(path) as store:
        add_samples(store, made)
    content = path.read_bytes()
    chance = random.Random(3)
    places = [content.index(made.article.text[n : n + 40].encode()) + 3 for n in range(0, 12000, 800)]
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        flipped.write_bytes(changed)
        with open_store(flipped) as store:
            assert any("long.txt" in found.subject for found in check(store)), place


def test_a_bit_flipped_anywhere_ends_in_findings_or_one_clear_line(
    tmp_path: Path, make_sample: Any, add_samples: Any
) -> None:
    path, flipped = tmp_path / "w.db", tmp_path / "flipped.db"
    with open_store(path) as store:
        add_samples(store, make_sample("long.txt", [f"Sentence {n}." for n in range(60)]))
        for _ in range(5):
            with store.write() as connection:
                log.append(connection, Draft("ann", make_sample_claim(store), AddNote("hm")))
    content = path.read_bytes()
    chance = random.Random(4)
    for _ in range(40):
        changed = bytearray(content)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        flipped.write_bytes(changed)
        try:
            with open_store(flipped) as store:
                findings = check(store)
        except StoreError as error:
            assert "\n" not in str(error)  # noqa: PT017 - most flips raise nothing
        else:
            assert all("\n" not in found.problem for found in findings)


def make_sample_claim(store: Store) -> str:
    from workbench.store import state

    with store.read() as connection:
        return state.claim_states(connection)[0].key
