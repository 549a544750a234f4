"""Web archives: each page or text that a server sent is an article, read from its record alone."""

import gzip
import io
import sys
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from workbench.articles import read_article
from workbench.articles.containers.face import Unread
from workbench.errors import UnreadableArticleError

WORDS = "The ferry Alma ran aground on Monday with 41 people on board, the coast guard said on Tuesday."


def page(title: str, date: str = "") -> str:
    meta = f"<meta property='article:published_time' content='{date}'>" if date else ""
    return f"<html><head><title>{title}</title>{meta}</head><body><h1>{title}</h1><p>{WORDS}</p></body></html>"


class Archive:
    """A web archive under way."""

    def __init__(self, *, packed: bool = False) -> None:
        self._file = io.BytesIO()
        self._writer = WARCWriter(self._file, gzip=packed)
        self._writer.write_record(self._writer.create_warcinfo_record("test.warc", {"software": "test"}))

    def add(
        self, path: str, body: bytes, kind: str = "text/html", status: str = "200 OK", *more: tuple[str, str]
    ) -> "Archive":
        headers = StatusAndHeaders(status, [("Content-Type", kind), *more], protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            f"https://post.example/{path}",
            "response",
            payload=io.BytesIO(body),
            http_headers=headers,
            warc_headers_dict={"WARC-Date": "2024-01-01T00:00:00Z"},
        )
        self._writer.write_record(record)
        return self

    def bytes(self) -> bytes:
        return self._file.getvalue()


@pytest.mark.parametrize(("name", "packed"), [("crawl.warc", False), ("crawl.warc.gz", True), ("crawl", False)])
def test_each_page_is_an_article_with_its_address(read: Any, name: str, packed: bool) -> None:
    archive = Archive(packed=packed).add("a", page("Ferry", "2021-05-04").encode()).add("b", page("Bridge").encode())
    ferry, bridge = read(name, archive.bytes())
    assert (ferry.title, ferry.url, str(ferry.published)) == ("Ferry", "https://post.example/a", "2021-05-04")
    assert (bridge.title, bridge.url) == ("Bridge", "https://post.example/b")
    assert WORDS in bridge.text
    assert bridge.published is None, "the day of the capture is not when it appeared"


def test_pictures_errors_and_redirections_are_passed_over(read: Any) -> None:
    archive = (
        Archive().add("p.png", b"\x89PNG", "image/png").add("n", page("No").encode(), "text/html", "404 Not Found")
    )
    archive.add("m", page("Moved").encode(), "text/html", "301 Moved").add("t", WORDS.encode(), "text/plain")
    assert [article.text for article in read("crawl.warc", archive.bytes())] == [WORDS]


@pytest.mark.parametrize("packing", ["gzip", "deflate", "chunked"])
def test_bodies_are_unpacked(read: Any, packing: str) -> None:
    import zlib

    body = page("Ferry").encode()
    if packing == "chunked":
        packed = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (50, body[:50], len(body) - 50, body[50:])
        header = ("Transfer-Encoding", "chunked")
    else:
        packed = gzip.compress(body) if packing == "gzip" else zlib.compress(body)
        header = ("Content-Encoding", packing)
    [article] = read("crawl.warc", Archive().add("a", packed, "text/html", "200 OK", header).bytes())
    assert (article.title, WORDS in article.text) == ("Ferry", True)


def test_the_charset_of_the_header_counts(read: Any) -> None:
    archive = Archive().add("a", page("Кафе открылось").encode("koi8-r"), "text/html; charset=koi8-r")
    assert read("crawl.warc", archive.bytes())[0].title == "Кафе открылось"


@pytest.mark.parametrize(
    ("packing", "body", "reason"),
    [("gzip", gzip.compress(bytes(30_000_000)), "20 MB"), ("br", b"abc", "packed as 'br'")],
)
def test_bombs_and_what_cannot_be_unpacked_are_refused(split: Any, packing: str, body: bytes, reason: str) -> None:
    [part] = split("c.warc", Archive().add("a", body, "text/html", "200 OK", ("Content-Encoding", packing)).bytes())
    with pytest.raises(UnreadableArticleError, match=reason):
        read_article(part.raw, name=part.name)


@pytest.mark.parametrize("kept", [0.95, 0.7, 0.3])
def test_an_archive_that_is_cut_off_keeps_what_precedes_the_cut(split: Any, kept: float) -> None:
    content = Archive().add("a", page("Ferry").encode()).add("b", page("Bridge").encode()).bytes()
    with pytest.raises(UnreadableArticleError, match=r"cut off|no record|no page"):
        split("crawl.warc", content[: int(kept * len(content))])


@pytest.mark.parametrize(
    "content",
    [
        b"WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        b"WARC/1.0\r\n" + b"A" * 1_000_000,
        b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 999999999\r\n\r\nabc",
        b"no archive",
    ],
)
def test_damaged_and_harmful_heads_are_refused(split: Any, content: bytes) -> None:
    with pytest.raises(UnreadableArticleError) as refusal:
        split("crawl.warc", content)
    assert "\n" not in str(refusal.value)


def test_a_record_larger_than_an_article_is_named(split: Any) -> None:
    archive = Archive().add("a", b"a" * 20_000_000).add("b", page("Bridge").encode())
    large, _ = split("crawl.warc", archive.bytes())
    assert isinstance(large, Unread)
    assert "20 MB" in large.reason


def test_a_missing_extra_is_named(split: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio", None)
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    archive = Archive().add("a", page("Ferry").encode()).bytes()
    with pytest.raises(UnreadableArticleError, match=r"pip install 'claim-workbench\[warc\]'"):
        split("crawl.warc", archive)
    with pytest.raises(UnreadableArticleError, match=r"pip install 'claim-workbench\[warc\]'"):
        read_article(archive, name="record")
