"""Reading files into the database: what is odd about one of them concerns no other."""

import os
from pathlib import Path

from workbench.review.intake import add_files
from workbench.review.session import Review
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
