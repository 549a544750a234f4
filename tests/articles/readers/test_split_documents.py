"""The bytes that containers and the web leave in the database: read whatever became of them, or refused in a line."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.record import MAGIC as RECORD
from workbench.articles.record import pack_record, unpack_record
from workbench.articles.web.message import MAGIC as MESSAGE
from workbench.errors import UnreadableArticleError

WARC = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: "
STARTS = st.sampled_from(
    [RECORD, MESSAGE, WARC, RECORD + b'"columns":{"text":"a"},"row":{"a":', MESSAGE + b"x\r\n\r\n"]
)


@given(STARTS, st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_whatever_follows_is_an_article_or_one_line(start: bytes, rest: bytes) -> None:
    line = ""
    try:
        article = read_article(start + rest, name="part")
        assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    except UnreadableArticleError as error:
        line = str(error)
    assert "\n" not in line


@pytest.mark.parametrize(
    "record",
    [
        {"columns": {"text": "a"}, "row": {}},
        {"columns": {"text": 3}, "row": {"a": "The ferry left."}},
        {"columns": [], "row": {}},
        {"row": {"text": "x"}},
        {"columns": {"text": "a"}, "row": {"a": {"b": {}}}},
    ],
)
def test_a_record_without_its_text_is_refused(record: object) -> None:
    raw = RECORD + json.dumps(record).encode()[1:]
    with pytest.raises(UnreadableArticleError, match=r"damaged|nothing to read"):
        read_article(raw, name="part")


def test_a_record_nested_without_end_is_refused() -> None:
    raw = RECORD + b'"columns":{"text":"a"},"row":{"a":' + b"[" * 100_000
    with pytest.raises(UnreadableArticleError, match="damaged"):
        read_article(raw, name="part")


@given(st.dictionaries(st.text(max_size=5), st.text(max_size=20) | st.integers() | st.none(), max_size=5))
def test_a_row_comes_back_as_it_was(row: dict[str, object]) -> None:
    assert unpack_record(pack_record(row, {"text": "a"})) == (row, {"text": "a"})


@pytest.mark.parametrize("depth", [1_000, 100_000, 600_000])
def test_markup_nested_without_end_is_read(depth: int) -> None:
    raw = pack_record({"a": "<div>" * depth + "The ferry left.</p>"}, {"text": "a"})
    assert read_article(raw, name="part").text == "The ferry left."
