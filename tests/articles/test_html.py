"""Saved web pages: the article in them, its blocks, and what the page states."""

from datetime import UTC, date, datetime

import pytest

from workbench.articles import Article, read_article
from workbench.errors import UnreadableArticleError

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Tunnel opens | The Example</title>
<meta property="og:site_name" content="The Example"><link rel="canonical" href="https://example.org/tunnel">
<script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"],
"headline": "Harbour tunnel opens &amp; closes", "datePublished": "2023-09-13T10:00:00Z",
"author": [{"name": "Ines Marlow"}, {"name": "Tomas Rind"}]}]}</script></head>
<body><nav><a href="/">Home</a> <a href="/port">Port</a></nav><article><h1>Harbour tunnel opens &amp; closes</h1>
<p>By Ines Marlow</p>
<figure><img src="a.jpg">
<figcaption>A tram crosses the tunnel. <span class="credit">Jane Roe/AFP</span></figcaption></figure>
<p>The harbour tunnel opened to traffic on <b>Tuesday</b>, two years later
than planned. More than 4,000 people walked through it.</p><h2>What next?</h2>
<p>Engineers had found an old wreck in 2019, and it had to be lifted piece by piece. It lay ten metres deep.</p>
<figure><img src="b.jpg"><figcaption>The wreck as it was found</figcaption></figure>
<ul><li>It has four lanes</li><li>Trams run every six minutes</li></ul>
<p>The work cost 310 million crowns, the ministry of transport said. It had planned for 250.</p>
<p>Share this article</p></article>
<aside><figure><figcaption>Another story</figcaption></figure></aside>
<footer>© 2023 The Example</footer></body></html>"""


@pytest.fixture(scope="module")
def article() -> Article:
    """The article of the page above."""
    return read_article(PAGE.encode(), name="tunnel.html")


def blocks(article: Article) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind.value, article.text[block.start : block.end]) for block in article.blocks]


def test_blocks_stand_in_reading_order_with_their_kind(article: Article) -> None:
    """Captions and credits are kept where the page shows them, navigation and sidebars are left out."""
    assert [(kind, text[:26]) for kind, text in blocks(article)] == [
        ("title", "Harbour tunnel opens & clo"),
        ("dateline", "By Ines Marlow"),
        ("caption", "A tram crosses the tunnel."),
        ("credit", "Jane Roe/AFP"),
        ("body", "The harbour tunnel opened "),
        ("heading", "What next?"),
        ("body", "Engineers had found an old"),
        ("caption", "The wreck as it was found"),
        ("body", "It has four lanes"),
        ("body", "Trams run every six minute"),
        ("body", "The work cost 310 million "),
        ("boilerplate", "Share this article"),
    ]


def test_blocks_are_parted_by_blank_lines(article: Article) -> None:
    """White space of the page's source does not count."""
    assert article.text == "\n\n".join(text for _, text in blocks(article))
    assert "two years later than planned" in article.text


def test_the_page_states_its_metadata(article: Article) -> None:
    """JSON-LD, OpenGraph, canonical address and language."""
    assert article.title == "Harbour tunnel opens & closes"
    assert article.publisher == "The Example"
    assert article.byline == "Ines Marlow, Tomas Rind"
    assert article.published == datetime(2023, 9, 13, 10, tzinfo=UTC)
    assert article.url == "https://example.org/tunnel"
    assert article.language == "en"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-09-13">',
        '<meta name="date" content="13 September 2023">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-09-13"}</script>',
        '<script type="application/ld+json">{broken</script><meta itemprop="datePublished" content="2023-09-13">',
    ],
)
def test_the_date_is_found_where_pages_put_it(head: str) -> None:
    """Broken JSON-LD does not hide the other places."""
    page = f"<html><head>{head}</head><body><h1>Tunnel opens</h1><p>It opened on Tuesday.</p></body></html>"
    assert read_article(page.encode(), name="a.html").published == date(2023, 9, 13)


def test_a_page_that_states_no_date_has_none() -> None:
    """No date is made up from the address or the text."""
    link = '<link rel="canonical" href="https://example.org/2021/05/06/a">'
    page = f"<html><head>{link}</head><body><p>The tunnel opened on 3 May 2020, they said.</p></body></html>"
    assert read_article(page.encode(), name="a.html").published is None


def test_a_short_page_is_read_too() -> None:
    """Extraction gives up on short pages; the reader does not."""
    article = read_article(b"<html><body><h1>Tunnel opens</h1><p>It opened.</p></body></html>", name="a.html")
    assert blocks(article) == [("title", "Tunnel opens"), ("body", "It opened.")]


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>alert(1)</script></body></html>",
        "<!-- -->",
        "<p> </p>",
        "<title>Only</title>",
    ],
)
def test_a_page_with_nothing_to_read_is_refused(page: str) -> None:
    """A page needs more than a title."""
    with pytest.raises(UnreadableArticleError, match=r"a\.html"):
        read_article(page.encode(), name="a.html")


def test_the_declared_charset_is_believed() -> None:
    """A page says in what it is written; "latin-1" means what browsers take it for."""
    text = "“Das kostet 20 €”, sagte er über die Brücke."
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{text}</p></body></html>'
    article = read_article(page.encode("cp1252"), name="a.html")
    assert article.text == text
    assert article.encoding == "cp1252"


def test_html_is_known_by_its_content_where_the_name_says_nothing() -> None:
    """And plain text that speaks of tags stays plain text."""
    page = b"<!DOCTYPE html><html><body><p>The tunnel opened.</p></body></html>"
    assert read_article(page).text == "The tunnel opened."
    assert read_article(page, name="a.txt").text == page.decode()
    assert read_article(b"The <html> tag is old.").text == "The <html> tag is old."


def test_markup_in_text_is_text() -> None:
    """Escaped tags and square brackets are words of the article."""
    page = b"<html><body><p>He wrote &lt;b&gt;bold&lt;/b&gt; and [red]red[/red].</p></body></html>"
    assert read_article(page, name="a.html").text == "He wrote <b>bold</b> and [red]red[/red]."


@pytest.mark.parametrize("sign", ["\x1b", "\x08", "&#27;", "&#8;", "\x00"])
def test_control_characters_do_not_cost_the_page(sign: str) -> None:
    """A page cannot hold them: each becomes one visible character, and the words around it stay."""
    page = PAGE.replace("two years later", f"two {sign}years later").replace("</nav>", f"</nav>{sign}")
    article = read_article(page.encode(), name="a.html")
    assert "two \ufffdyears later" in article.text
    assert "The wreck as it was found" in article.text


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            '<meta property="og:title" content="Tunnel opens: all you need">',
            "<h1>Tunnel opens at last</h1>",
            None,
        ),
        ('<meta property="og:title" content="Tunnel opens at last">', "<h1>The Example</h1>", "Tunnel opens at last"),
        ("<title>Tunnel opens at last | The Example</title>", "<h1>Example</h1>", "Tunnel opens at last"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"cms-01"}</script>', "", None),
        ("", "<h1>Tunnel opens at last</h1>", "Tunnel opens at last"),
    ],
)
def test_the_title_is_the_one_that_readers_see(head: str, body: str, title: str | None) -> None:
    """A heading that the page's statements confirm comes before statements that are made for machines."""
    head = head or "<title>Tunnel opens at last</title>"
    page = (
        f"<html><head><title>Tunnel opens at last</title>{head}</head><body>{body}<p>It opened on Tuesday.</p></body>"
    )
    assert read_article(page.encode(), name="a.html").title == (title or "Tunnel opens at last")


def test_a_person_comes_before_the_publisher_as_author() -> None:
    """Some pages name their publisher as the author and show a person's name below the title."""
    article = read_article(
        b'<html><head><meta property="og:site_name" content="The Example"><meta name="author" content="The Example">'
        b"</head><body><h1>Tunnel opens</h1><div>By Ines Marlow</div><p>It opened on Tuesday, they said.</p></body>",
        name="a.html",
    )
    assert (article.byline, article.publisher) == ("Ines Marlow", "The Example")


def test_a_date_that_only_readers_see_is_read() -> None:
    """Where no tag states it, the line below the title does."""
    page = (
        b"<html><body><h1>Tunnel opens</h1><div>13 September 2023</div><p>It opened on Tuesday, they said.</p></body>"
    )
    assert read_article(page, name="a.html").published == date(2023, 9, 13)
