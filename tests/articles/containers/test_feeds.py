"""Feeds: an entry an article, and nothing that a feed names is opened or expanded."""

from typing import Any

import pytest

from workbench.articles.containers.face import Document, Unread
from workbench.errors import UnreadableArticleError

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Northholm Post</title><language>en-gb</language><item>
<title>Ferry &amp;amp; bridge&nbsp;shut</title><link>https://post.example/a</link><dc:creator>Ann Lee</dc:creator>
<pubDate>Tue, 04 May 2021 10:00:00 +0200</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The ferry ran aground.</p><p>Nobody was hurt.</p>]]></content:encoded>
</item><item><title>Nothing to read</title></item><item><description>The &lt;b&gt;road&lt;/b&gt; opened.</description>
<guid>https://post.example/b</guid></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gazette</title><entry><title>Road</title>
<link rel="self" href="https://gazette.example/self"/><link href="https://gazette.example/r"/>
<published>2021-05-04T00:00:00Z</published><updated>2021-05-05T00:00:00Z</updated>
<author><name>Bo Ek</name><email>bo@gazette.example</email></author><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>The road opened.</p><p>Nobody came.</p></div></content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title></channel><item><title>Rain</title>
<link>https://courier.example/r</link><description>It rained.</description><dc:date>2021-05-04</dc:date></item>
</rdf:RDF>"""


def test_entries_of_rss(split: Any, read: Any) -> None:
    parts = split("feed.rss", RSS)
    assert [isinstance(part, Unread) for part in parts] == [False, True, False]
    full, short = read("feed.rss", RSS.replace("<item><title>Nothing to read</title></item>", ""))
    assert full.text == "Ferry & bridge shut\n\nThe ferry ran aground.\n\nNobody was hurt."
    assert (full.publisher, full.byline, full.url) == ("Northholm Post", "Ann Lee", "https://post.example/a")
    assert (str(full.published), full.language) == ("2021-05-04 10:00:00+02:00", "en-gb")
    assert (short.text, short.url) == ("The road opened.", "https://post.example/b")


@pytest.mark.parametrize(
    ("name", "feed", "text", "stated"),
    [
        ("a.atom", ATOM, "Road\n\nThe road opened.\n\nNobody came.", ("Gazette", "Bo Ek", "https://gazette.example/r")),
        ("a.rdf", RDF, "Rain\n\nIt rained.", ("Courier", None, "https://courier.example/r")),
    ],
)
def test_entries_of_atom_and_rdf(read: Any, name: str, feed: str, text: str, stated: tuple[str | None, ...]) -> None:
    [article] = read(name, feed)
    assert article.text == text
    assert (article.publisher, article.byline, article.url) == stated
    assert str(article.published)[:10] == "2021-05-04"


@pytest.mark.parametrize(("name", "content"), [("feed", RSS), ("feed.xml", ATOM), ("feed", "\ufeff" + RDF)])
def test_a_feed_is_recognised_by_its_first_element(split: Any, name: str, content: str) -> None:
    assert split(name, content)[0].name == f"{name}:1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_the_declared_encoding_counts(read: Any, encoding: str) -> None:
    feed = (
        f"<?xml version='1.0' encoding='{encoding}'?><rss><channel><item><title>Café</title><description>Été à Paris."
    )
    [article] = read("feed.rss", f"{feed}</description></item></channel></rss>".encode(encoding))
    assert article.text == "Café\n\nÉté à Paris."


ITEM = "<rss><channel><item><title>Ferry &lol; &file;</title><description>It left.</description></item></channel></rss>"


@pytest.mark.parametrize("before", ["", "<!-- a feed -->", "<!--" + "x" * 5_000 + "-->"])
def test_entities_are_not_expanded_and_files_not_opened(split: Any, before: str) -> None:
    """A feed that declares any is refused, and what is hidden from that is still not expanded."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = (
        f'<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">{laughs}<!ENTITY lol "&l11;">]>'
    )
    try:
        raw = b"".join(part.raw for part in split("feed.rss", f"{before}{doctype}{ITEM}") if isinstance(part, Document))
    except UnreadableArticleError:
        raw = b""
    assert b"lollol" not in raw
    assert b"root:" not in raw
    assert raw == b"" or len(before) > 100


def test_a_document_type_without_entities_is_no_harm(read: Any) -> None:
    doctype = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.example/rss-0.91.dtd">'
    assert "It left." in read("feed.rss", doctype + ITEM.replace("&lol; &file;", ""))[0].text


@pytest.mark.parametrize("content", ["<html><p>Hello</p></html>", "no feed at all", "<rss/>", "", "<" * 1_000_001])
def test_what_is_no_feed_is_refused(split: Any, content: str) -> None:
    with pytest.raises(UnreadableArticleError) as refusal:
        split("feed.rss", content)
    assert "\n" not in str(refusal.value)


def test_a_feed_nested_without_end_is_no_danger(split: Any) -> None:
    with pytest.raises(UnreadableArticleError):
        split("feed.rss", "<rss>" + "<a>" * 300_000)
