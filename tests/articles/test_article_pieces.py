"""Where a page's article begins and ends, and what stands between its paragraphs; all pages here are invented."""

import pytest

from workbench.articles import Article, read_article

PROSE = (
    "The harbour tunnel opened to traffic on Tuesday, two years later than planned, the city said.",
    "Engineers had found an old wreck in 2019, and it had to be lifted piece by piece from the river bed.",
    "The work cost 310 million crowns, according to the ministry of transport, which had planned for 250.",
    "More than 4,000 people walked through the tunnel on its first day, and 300 rode through it on bicycles.",
)
OTHER = "A farmer in the north of the country has grown a pumpkin that weighs as much as a small car, he said."


def read(between: str = "", before: str = "", behind: str = "", *, prose: tuple[str, ...] = PROSE) -> Article:
    """Read a page whose article is `prose`, with markup before, in the middle of and behind it."""
    first, *rest = (f"<p>{words}</p>" for words in prose)
    return read_article(
        f"<html><head><title>Tunnel opens at last</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<div class='page'><article><h1>Tunnel opens at last</h1>{before}<div class='text'>{first}{between}"
        f"{''.join(rest)}</div></article>{behind}</div></body></html>".encode(),
        name="a.html",
    )


def kinds(article: Article) -> dict[str, str]:
    """The kind of each block, by its text."""
    return {article.text[block.start : block.end]: block.kind.value for block in article.blocks}


def assert_prose_is_body(article: Article) -> None:
    """Every sentence of the article is there, as body, in its order."""
    found = [words for words, kind in kinds(article).items() if kind == "body"]
    assert [words for words in found if words in PROSE] == list(PROSE)


@pytest.mark.parametrize(
    ("markup", "words", "kind"),
    [
        ("<div class='read-more'><p>Why the old ferry was sold last year.</p></div>", "Why the old", "promo"),
        ("<aside><h3>Related</h3><a href='/b'>Ferry sold to a private owner</a></aside>", "Ferry sold", "promo"),
        ("<p><a href='/b'>Ferry sold to a private owner for one crown</a></p>", "Ferry sold", "promo"),
        ("<div class='ad-slot'>Advertisement</div>", "Advertisement", "boilerplate"),
        ("<form><p>Enter your address here.</p></form>", "Enter your", "boilerplate"),
        ("<div class='newsletter-box'><p>Get our best stories each week.</p></div>", "Get our", "boilerplate"),
        ("<div class='wp-caption'><p>The wreck as it was found</p></div>", "The wreck", "caption"),
        (
            "<figure><figcaption>A tram <span class='photo-credit'>Jo Roe</span></figcaption></figure>",
            "Jo Roe",
            "credit",
        ),
        ("<h2>What the divers found</h2>", "What the", "heading"),
        ("<ul><li>It has four lanes</li></ul>", "It has", "body"),
        ("<blockquote>“We had waited for years,” she said of it.</blockquote>", "“We had", "body"),
        ("<table><tr><td>Length</td><td>2 km</td></tr></table>", "Length | 2 km", "body"),
        ("<pre>open(tunnel)</pre>", "open(tunnel)", "body"),
        ("<div style='display:none'>Loading</div>", "Loading", None),
        ("<ul class='menu'><li><a href='/'>Sport</a></li></ul>", "Sport", None),
        ("<script>var a = 1</script><button>Play</button>", "Play", None),
    ],
)
def test_what_stands_between_paragraphs_is_typed(markup: str, words: str, kind: str | None) -> None:
    """Nothing that a reader sees between two paragraphs is dropped but menus, controls and what is hidden."""
    article = read(markup)
    found = [found for text, found in kinds(article).items() if text.startswith(words)]
    assert found == ([kind] if kind else [])
    assert_prose_is_body(article)


@pytest.mark.parametrize(
    "markup",
    [
        f"<section id='comments'><p>{OTHER}</p></section>",
        f"<h3>Related articles</h3><div><p>{OTHER}</p></div>",
        f"<div class='most-read'><p>{OTHER}</p></div>",
        f"<footer><p>{OTHER}</p></footer>",
        f"<div><a href='/1'>One</a></div>{'<p>Ad</p>' * 8}<div><div><p>{OTHER}</p></div></div>",
    ],
)
def test_other_articles_and_comments_behind_the_end_are_left_out(markup: str) -> None:
    """The article ends with its last sentence."""
    article = read(behind=markup)
    assert OTHER not in article.text
    assert_prose_is_body(article)


@pytest.mark.parametrize(
    ("markup", "words", "kind"),
    [
        ("<h2>City pays 60 million more than it had planned</h2>", "City pays", "heading"),
        ("<p class='standfirst'>City pays 60 million more than it had planned.</p>", "City pays", "heading"),
        ("<div class='byline'>Ines Marlow</div>", "Ines Marlow", "dateline"),
        ("<div>By Ines Marlow and Tomas Rind</div>", "By Ines", "dateline"),
        ("<div><time>13 September 2023</time></div>", "13 September", "dateline"),
        ("<ul class='share'><li><a href='#'>Facebook</a></li></ul>", "Facebook", "boilerplate"),
        ("<figure><figcaption>The tunnel from above</figcaption></figure>", "The tunnel from", "caption"),
    ],
)
def test_the_head_is_typed(markup: str, words: str, kind: str) -> None:
    """Between title and text stand deck, byline, date, picture and buttons."""
    article = read(before=markup)
    assert [found for text, found in kinds(article).items() if text.startswith(words)] == [kind]
    assert next(iter(kinds(article).items())) == ("Tunnel opens at last", "title")
    assert_prose_is_body(article)


def test_prose_above_the_title_is_left_out() -> None:
    """Menus that unfold hold sentences, too."""
    menu = f"<div class='unfold'><h2>The north</h2><p>{OTHER}</p><p>{OTHER}</p></div>"
    text = "".join(f"<p>{words}</p>" for words in PROSE)
    page = f"<html><head><title>Tunnel opens</title></head><body>{menu}<h1>Tunnel opens</h1><div>{text}</div></body>"
    article = read_article(page.encode(), name="a.html")
    assert OTHER not in article.text
    assert_prose_is_body(article)


def test_what_waits_behind_the_footer_is_left_out() -> None:
    """Some pages keep long texts behind their end, which a click would show."""
    article = read(behind=f"<div>© 2023 The Example</div><div>{f'<p>{OTHER}</p>' * 9}</div>")
    assert OTHER not in article.text
    assert_prose_is_body(article)


def test_an_article_in_two_parts_is_read_whole() -> None:
    """A box between two parts of the text does not end it."""
    page = (
        "<html><body><h1>Tunnel opens at last</h1><div>"
        + "".join(f"<p>{words}</p>" for words in PROSE[:2])
        + "</div><div class='promo'><p>Get more of this.</p></div><div>"
        + "".join(f"<p>{words}</p>" for words in PROSE[2:])
        + "</div></body></html>"
    )
    assert_prose_is_body(read_article(page.encode(), name="a.html"))


def test_a_line_break_is_kept_and_two_part_paragraphs() -> None:
    """Pages that part their paragraphs by line breaks are read as if they had tags."""
    page = "<html><body><h1>Tunnel opens</h1><div>" + "<br><br>".join(PROSE) + "<br>Tomas Rind</div></body></html>"
    found = list(kinds(read_article(page.encode(), name="a.html")))
    assert found[1:] == [*PROSE[:3], f"{PROSE[3]}\nTomas Rind"]


def test_the_text_that_a_page_only_states_is_read() -> None:
    """Pages that a script draws hold their text in JSON-LD alone."""
    page = (
        '<html><body><div id="app"></div><script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        f'"Tunnel opens", "articleBody": "{PROSE[0]}\\n{PROSE[1]}"}}</script></body></html>'
    )
    found = kinds(read_article(page.encode(), name="a.html"))
    assert found == {"Tunnel opens": "title", PROSE[0]: "body", PROSE[1]: "body"}


@pytest.mark.parametrize("markup", ["<div>" * 5_000, "<p><b>" * 3_000, "<table><tr><td>" * 300, "<li>a" * 20_000])
def test_strange_pages_are_read(markup: str) -> None:
    """Deep and long pages end in an article, and its text is there."""
    assert PROSE[0] in read_article(f"<html><body><p>{PROSE[0]}</p>{markup}".encode(), name="a.html").text
