"""JSON and JSON Lines: an object an article, and what is broken named with its line."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Document, Unread
from workbench.articles.documents import documents_in
from workbench.errors import UnreadableArticleError

FERRY = {"title": "Ferry aground", "text": "The ferry ran aground on Monday, the coast guard said."}


def lines(*rows: object) -> str:
    return "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)


def test_a_line_is_an_article_and_a_bad_one_stops_no_other(split: Any) -> None:
    parts = split("c.jsonl", lines(FERRY, '{"title": ', {"lead": "x"}, "[1]", "", {"body": "The road opened."}))
    assert [part.name for part in parts] == ["c.jsonl:1", "c.jsonl:2", "c.jsonl:3", "c.jsonl:4", "c.jsonl:6"]
    assert [type(part) for part in parts] == [Document, Unread, Unread, Unread, Document]
    assert all(part.reason.count("\n") == 0 for part in parts if isinstance(part, Unread))


@pytest.mark.parametrize("name", ["c.json", "c.jsonl", "c.ndjson", "c"])
def test_lines_are_recognised_under_every_name(read: Any, name: str) -> None:
    assert len(read(name, lines(FERRY, {"text": "The road opened on Friday."}))) == 2


@pytest.mark.parametrize(
    "value",
    [[FERRY, {"text": "It rained."}], {"status": "ok", "articles": [FERRY, {"text": "It rained."}], "n": 2}],
    ids=["list", "list in an object"],
)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_is_read_one_by_one(read: Any, value: Any, indent: int | None) -> None:
    assert [article.title for article in read("c.json", json.dumps(value, indent=indent))] == ["Ferry aground", None]


def test_one_object_is_one_article(read: Any) -> None:
    [article] = read("c.json", json.dumps(FERRY, indent=1))
    assert article.title == "Ferry aground"


def test_what_precedes_a_break_in_a_list_is_kept(split: Any) -> None:
    parts = split("c.json", '[{"text": "It rained."},\n{"text": "It snowed."},\n{"text": oops},\n{"text": "Lost."}]')
    assert [type(part) for part in parts] == [Document, Document, Unread]
    assert "c.json:3" in parts[2].reason
    assert "nothing after it" in parts[2].reason


def test_a_long_list_is_read_in_steps(split: Any) -> None:
    """Values that lie across the steps in which the file is read come out whole."""
    rows = [{"text": f"Ferry {n} left. " * (n % 50 + 1), "n": n} for n in range(1_000)]
    parts = split("c.json", json.dumps(rows))
    assert [json.loads(part.raw)["row"] for part in parts] == rows


def test_a_column_may_lie_within_another(read: Any) -> None:
    row = {"article": {"body": "The road opened.", "names": [{"name": "Ann Lee"}, {"name": "Bo Ek"}]}}
    [article] = read("c.jsonl", lines(row), text="article.body", byline="article.names")
    assert (article.text, article.byline) == ("The road opened.", "Ann Lee, Bo Ek")


def test_html_in_a_column_is_read_as_html(read: Any) -> None:
    markup = "<h2>Later</h2><p>The road &amp; bridge <b>opened</b>.<br><br>Nobody came.</p><script>alert(1)</script>"
    [article] = read("c.jsonl", lines({"title": "Road &amp; bridge", "content": markup}))
    assert article.text == "Road & bridge\n\nLater\n\nThe road & bridge opened.\n\nNobody came."


def test_a_whole_page_in_a_column_is_read_as_a_page(read: Any) -> None:
    words = "The road opened on Friday after two years of work, the council said. " * 5
    page = f"<!doctype html><html><body><nav>Home</nav><article><h1>Road</h1><p>{words}</p></article></body></html>"
    [article] = read("c.jsonl", lines({"html": page}))
    assert article.text.startswith("Road\n\nThe road opened")


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2021-05-04T10:00:00Z", "2021-05-04 10:00:00+00:00"),
        ("Tue, 04 May 2021 10:00:00 +0200", "2021-05-04 10:00:00+02:00"),
        (1620122400, "2021-05-04 10:00:00+00:00"),
        (1620122400000, "2021-05-04 10:00:00+00:00"),
        ("20210504", "2021-05-04"),
        ("May 4, 2021", "2021-05-04"),
        ("04/05/2021", "None"),
        ("soon", "None"),
        (10**18, "None"),
    ],
)
def test_dates_as_corpora_write_them(read: Any, value: object, published: str) -> None:
    [article] = read("c.jsonl", lines({"text": "The road opened.", "date": value}))
    assert str(article.published) == published


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"text":"x","deep":' + "[" * 500 + "]" * 500 + "}",
        '{"n":' + "9" * 5_000 + "}",
    ],
    ids=["lists", "objects", "deep row", "long number"],
)
def test_harmful_lines_are_one_bad_row_each(split: Any, line: str) -> None:
    parts = split("c.jsonl", lines(FERRY, line, FERRY))
    assert [type(part) for part in parts] == [Document, Unread, Document]


def test_harmful_lists_are_refused(split: Any) -> None:
    [part] = split("c.json", "[" * 200_000)
    assert "nested" in part.reason
    with pytest.raises(UnreadableArticleError, match="no row"):
        split("c.json", "[]")


def test_what_is_no_corpus_at_all_is_refused_at_once(split: Any) -> None:
    """A binary file with such a name is one refusal, and not one for each of its lines."""
    with pytest.raises(UnreadableArticleError, match="none of its first 100 rows"):
        split("c.jsonl", bytes(range(256)) * 2_000)


def test_lone_surrogates_and_nul_are_only_text(read: Any) -> None:
    [article] = read("c.jsonl", '{"text": "The road \\ud800 \\u0000 opened.", "title": "\\udfff"}\n')
    assert article.text.count("\ufffd") == 3


def test_a_packed_corpus_is_read_and_a_bomb_is_not(split: Any) -> None:
    assert len(split("c.jsonl.gz", gzip.compress(lines(FERRY, FERRY).encode()))) == 2
    with pytest.raises(UnreadableArticleError, match="100 times"):
        split("bomb.jsonl.gz", gzip.compress(b"{}" * 20_000_000))
    with pytest.raises(UnreadableArticleError, match="damaged"):
        split("cut.jsonl.gz", gzip.compress(lines(FERRY, FERRY).encode())[:-12])


def test_the_same_row_is_the_same_article_in_every_file(split: Any) -> None:
    [one] = split("a.jsonl", lines(FERRY))
    [other] = split("b.json", json.dumps([dict(reversed(FERRY.items()))]))
    assert one.raw == other.raw


def test_a_corpus_is_not_taken_for_one_article(tmp_path: Path) -> None:
    with pytest.raises(UnreadableArticleError, match="workbench add"):
        read_article(lines(FERRY).encode(), name="c.jsonl")


CELLS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["<p>", "&#0;", "<b>x</b><!--", "\ud800", "\x00", "2021-13-45", "9" * 12, "<html><p>x"])
)
JSON = CELLS | st.lists(CELLS, max_size=3) | st.dictionaries(st.sampled_from(["name", "html", ""]), CELLS, max_size=2)


@given(st.lists(st.fixed_dictionaries({"text": JSON, "title": JSON, "date": JSON, "url": JSON}), max_size=3))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_row_is_read_again_or_refused_in_one_line(rows: list[dict[str, Any]]) -> None:
    """Whatever stands in the columns, nothing but the refusal of one row comes of it."""
    refusals: list[str] = []
    try:
        for part in documents_in(lines(*rows).encode(), "c.jsonl", Columns()):
            if isinstance(part, Document):
                article = read_article(part.raw, name=part.name)
                assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
                article.text.encode()
            else:
                refusals.append(part.reason)
    except UnreadableArticleError as error:
        refusals.append(str(error))
    assert not any("\n" in line for line in refusals)
