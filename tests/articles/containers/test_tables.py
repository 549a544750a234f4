"""CSV and TSV: a row an article, whatever its columns are called and however it is written."""

from typing import Any

import pytest

from workbench.articles import read_article
from workbench.articles.containers.face import Unread
from workbench.errors import UnreadableArticleError

TABLE = """headline,body_text,link,date,source,author,lang
Ferry aground,"The ferry Alma ran aground on Monday.

Nobody was hurt, the coast guard said.",https://post.example/a,2021-05-04,Northholm Post,Ann Lee,en-GB
"""


def test_columns_are_found_by_their_usual_names(read: Any) -> None:
    [article] = read("corpus.csv", TABLE)
    assert article.text == (
        "Ferry aground\n\nThe ferry Alma ran aground on Monday.\n\nNobody was hurt, the coast guard said."
    )
    assert (article.title, article.publisher, article.byline) == ("Ferry aground", "Northholm Post", "Ann Lee")
    assert (article.url, str(article.published)) == ("https://post.example/a", "2021-05-04")
    assert (article.language, article.name) == ("en-GB", "corpus.csv:2")


def test_columns_are_taken_as_they_are_named(read: Any) -> None:
    table = "text,lead,when\nNot this.,The tunnel opened.,3 May 2021\n"
    [article] = read("corpus.csv", table, text="lead", published="when")
    assert (article.text, str(article.published)) == ("The tunnel opened.", "2021-05-03")


@pytest.mark.parametrize("what", ["text", "title"])
def test_a_column_that_is_not_there_is_named_with_those_that_are(split: Any, what: str) -> None:
    with pytest.raises(UnreadableArticleError, match=f"“nope” for the {what}: it has headline, body_text, link"):
        split("corpus.csv", TABLE, **{what: "nope"})


def test_a_table_without_a_column_for_the_text_says_how_to_name_it(split: Any) -> None:
    with pytest.raises(UnreadableArticleError, match=r"--column text=NAME; it has a, b\."):
        split("corpus.csv", "a,b\n1,2\n")


def test_a_bad_row_stops_no_other_and_is_named_with_its_line(split: Any) -> None:
    table = 'text,title\nOne opened.,1\n,2\nThree opened.,3,more,and more\n"Four" opened.,4\nFive opened.,5\n'
    parts = split("corpus.csv", table)
    assert [part.name for part in parts] == [f"corpus.csv:{line}" for line in (2, 3, 4, 5, 6)]
    assert [isinstance(part, Unread) for part in parts] == [False, True, True, True, False]
    assert "4 cells" in parts[2].reason


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_seen_in_the_first_row(read: Any, delimiter: str) -> None:
    rows = [("title", "text", "url"), ("Ferry", "It ran aground.", "https://post.example/a")]
    [article] = read("corpus.csv", "\r\n".join(delimiter.join(row) for row in rows))
    assert (article.title, article.url) == ("Ferry", "https://post.example/a")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le"])
def test_every_encoding_is_read(read: Any, encoding: str) -> None:
    rows = "".join(
        f"Café {n},Die Fähre lief am Montag für zwei Stunden auf Grund – so die Küstenwache.\n" for n in "abc"
    )
    articles = read("corpus.csv", f"title,text\n{rows}".encode(encoding))
    assert [article.title for article in articles] == ["Café a", "Café b", "Café c"]
    assert "Fähre lief am Montag für" in articles[0].text
    assert "–" in articles[0].text


def test_an_encoding_that_shows_late_is_found(split: Any) -> None:
    """A million letters of ASCII say nothing about the byte that comes after them."""
    table = "text\n" + "The ferry ran aground on Monday.\n" * 40_000 + "Der Fährmann sagte nichts über die Küste.\n"
    last = split("corpus.csv", table.encode("cp1252"))[-1]
    assert read_article(last.raw, name=last.name).text == "Der Fährmann sagte nichts über die Küste."


def test_cells_larger_than_the_csv_modules_bound_are_read(read: Any) -> None:
    [article] = read("corpus.csv", "text\n" + "The ferry left. " * 20_000)
    assert len(article.text) > 300_000


def test_a_quotation_mark_that_is_never_closed_is_a_bad_row(split: Any) -> None:
    parts = split("corpus.csv", 'text\nOne opened.\n"Two opened.\nThree opened.\n')
    assert [isinstance(part, Unread) for part in parts] == [False, True]


def test_endless_cells_and_lines_are_bad_rows(split: Any) -> None:
    """What is larger than any article is passed over, and what follows it is read."""
    parts = split("corpus.csv", "text\nOne opened.\n" + "x" * 20_000_001 + "\nThree opened.\n")
    assert [isinstance(part, Unread) for part in parts] == [False, True, False]
    assert "20 MB" in parts[1].reason


def test_nul_and_escape_characters_are_only_text(read: Any) -> None:
    [article] = read("corpus.csv", "text,title\nThe ferry\x00 left \x1b[31mred.,\x1b]0;x\x07\n")
    assert "\x00" not in article.text
    assert article.title == "\x1b]0;x\x07"
