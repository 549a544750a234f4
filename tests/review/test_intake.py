"""Reading files into the database: what is odd about one of them concerns no other."""

import json
import os
from pathlib import Path

from workbench.articles import read_article
from workbench.articles.containers.columns import Columns, Field
from workbench.review.intake import add_files
from workbench.review.session import Review
from workbench.store import facts
from workbench.store.engine import Store

TEXT = "Harbour closed\n\nThe harbour was closed on Monday, officials said.\n"


def test_a_name_that_no_encoding_fits_is_shown_with_a_sign_in_its_place(store: Store, tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"\xffx.txt"), "wb") as file:
        file.write(TEXT.encode())
    intake = add_files(store, [tmp_path])
    assert (len(intake.added), intake.refused) == (1, ())
    assert [article.name for article in Review(store, "mira").articles] == ["\ufffdx.txt"]


def test_a_path_given_twice_is_read_once(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    intake = add_files(store, [tmp_path, tmp_path / "a.txt"])
    assert (len(intake.added), len(intake.known)) == (1, 0)


def test_reading_can_be_stopped_and_keeps_what_was_read(store: Store, tmp_path: Path) -> None:
    for index in range(3):
        (tmp_path / f"{index}.txt").write_text(f"{TEXT}It was day {index}.\n", "utf-8")
    intake = add_files(store, [tmp_path], report=lambda name, done, of: done < 1)
    assert len(intake.added) == 1
    assert len(Review(store, "mira").articles) == 1


def test_the_same_article_in_two_collections_is_one_article(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    first = add_files(store, [tmp_path], "one")
    second = add_files(store, [tmp_path], "two")
    assert second.known == first.added
    assert {c.name: c.articles for c in Review(store, "mira").collections()} == {"one": 1, "two": 1}


def test_a_container_gives_its_articles_once(store: Store, tmp_path: Path) -> None:
    """One file, many articles: added twice it adds nothing, and a bad row of it stops no other."""
    rows = [{"text": f"The ferry left on Monday for the {n}. time, officials said."} for n in range(3)]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\n".join([*map(json.dumps, rows), "no JSON"]), "utf-8")
    names: list[str] = []
    first = add_files(store, [corpus], report=lambda name, done, of: bool(names.append(name)) or (done, of) == (0, 1))
    again = add_files(store, [corpus])
    assert (len(first.added), first.claims, again.added, again.known) == (3, 3, (), first.added)
    assert [refused.name for refused in first.refused] == ["corpus.jsonl:4"]
    assert names == [f"corpus.jsonl:{line}" for line in (1, 2, 3, 4)]


def test_what_was_stored_of_a_row_reads_as_the_same_article(store: Store, tmp_path: Path) -> None:
    """The bytes in the database are enough: neither the corpus nor the names of its columns are needed again."""
    corpus = tmp_path / "corpus.csv"
    corpus.write_text("a,b\nThe ferry left.,Ferry\n", "utf-8")
    [key] = add_files(store, [corpus], columns=Columns({Field.TEXT: "a", Field.TITLE: "b"})).added
    with store.read() as connection:
        stored, raw = facts.load_article(connection, key), facts.load_raw(connection, key)
    assert read_article(raw, name=stored.name) == stored
    assert (stored.title, stored.text) == ("Ferry", "Ferry\n\nThe ferry left.")


def test_reading_a_container_can_be_stopped(store: Store, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The ferry left."}\n{"text": "The ferry came."}\n', "utf-8")
    intake = add_files(store, [tmp_path], report=lambda name, done, of: name.endswith(":1"))
    assert len(intake.added) == 1
