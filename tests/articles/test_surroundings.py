"""What scraping leaves around an article's text: lines beside the title, lists behind the end, labels of the site."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles import Article, read_article
from workbench.articles.blocks import kinds_of
from workbench.articles.plain import read_plain
from workbench.vocabulary import BlockKind

TITLE = "Harbour tunnel opens two years late"
LEAD = "The harbour tunnel opened to traffic on Tuesday, two years later than planned, the city said."
NEXT = "Engineers had found an old wreck in 2019. It was lifted piece by piece."
LAST = "The work cost 310 million crowns, according to the ministry of transport."


def read(*paragraphs: str) -> Article:
    """Read paragraphs that blank lines part."""
    return read_article("\n\n".join(paragraphs).encode(), name="a.txt")


def kinds(*paragraphs: str) -> list[str]:
    """The kind of each paragraph."""
    return [kind.value for kind in kinds_of(paragraphs)]


@pytest.mark.parametrize(
    "line",
    [
        "Published",
        "Published:",
        "By",
        "Senior Reporter",
        "Defence Editor, Selm",
        "3 hours ago",
        "Updated 20 minutes ago",
        "9:41 pm",
        "@janedoe",
        "jane.doe@example.org",
        "September 13",
        "Example News September 13, 2023, 7:57 AM",
        "PUBLISHED: November 8, 2023 at 4:56 p.m. | UPDATED: November 8, 2023 at 6:00 p.m.",
        "The Example 02/10/2020 Jane Doe",
        "By Jane Doe, Example News, Selm",
        "By Jane Doe | jane@example.org",
        "Article by Jane Doe",
    ],
)
def test_what_belongs_to_byline_and_date_is_a_dateline(line: str) -> None:
    """Alone below the title, and below a byline."""
    assert kinds(TITLE, line, LEAD, NEXT) == ["title", "dateline", "body", "body"]
    assert kinds(TITLE, "By Jane Doe", line, LEAD, NEXT) == ["title", "dateline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("lines", "byline", "published"),
    [
        (("Published", "13 September 2023"), None, date(2023, 9, 13)),
        (("By", "Jane Doe"), "Jane Doe", None),
        (("By Jane Doe", "Senior Reporter", "13 September 2023"), "Jane Doe", date(2023, 9, 13)),
        (("Jane Doe", "13 September 2023"), "Jane Doe", date(2023, 9, 13)),
        (("Jane Doe and John Roe", "13 September 2023"), "Jane Doe and John Roe", date(2023, 9, 13)),
        (("Posted on September 13, 2023 by Jane Doe",), "Jane Doe", date(2023, 9, 13)),
        (("September 13",), None, None),
        (("September 13", "Updated September 14, 2023"), None, date(2023, 9, 13)),
        (("URL: https://example.org/2023/09/tunnel", "September 13"), None, date(2023, 9, 13)),
    ],
)
def test_the_head_says_who_and_when(lines: tuple[str, ...], byline: str | None, published: date | None) -> None:
    """Names and dates count wherever they stand below the title; a year is never guessed."""
    article = read(TITLE, *lines, LEAD, NEXT)
    assert (article.byline, article.published) == (byline, published)
    assert article.title == TITLE


def test_a_run_in_dateline_takes_its_year_from_the_update() -> None:
    """The dateline stays with the sentence that it stands before."""
    article = read(TITLE, "Updated November 1, 2023", f"SELM, Oct 30 (Reuters) - {LEAD}", NEXT)
    assert article.published == date(2023, 10, 30)
    assert read(TITLE, f"SELM, Oct 30 (Reuters) - {LEAD}", NEXT).published is None


@pytest.mark.parametrize(
    "over",
    [
        ("News",),
        ("Home", "World", "Asia"),
        ("World", "Asia & Pacific", "Read in 3 minutes"),
        ("THE EXAMPLE HERALD",),
        ("Example News September 13, 2023",),
        (f"Home » News » {TITLE}",),
        (TITLE,),
    ],
)
def test_names_of_sections_over_the_title_are_not_the_title(over: tuple[str, ...]) -> None:
    """Scraping keeps where the article stands in the site."""
    article = read(*over, TITLE, LEAD, NEXT)
    assert [article.text[b.start : b.end] for b in article.blocks if b.kind is BlockKind.TITLE] == [TITLE]


def test_a_title_that_ends_with_a_stop_is_known_by_the_byline() -> None:
    """Without one it is prose."""
    assert kinds("The tunnel is open. At last.", "By Jane Doe", LEAD, NEXT)[:2] == ["title", "dateline"]
    assert kinds("The tunnel is open. At last.", LEAD, NEXT)[0] == "body"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((LAST, "Share", "Tunnels", "Port of Selm"), ["body", *["boilerplate"] * 3]),
        ((LAST, "Most read", "Ferry sold to a private owner for one crown"), ["body", "boilerplate", "promo"]),
        ((LAST, "Related", "Ferry sold to a private owner"), ["body", "boilerplate", "promo"]),
        ((LAST, "– Jane Doe"), ["body", "dateline"]),
        (("It is built for:", "Trams", "Cars"), ["body", "body", "body"]),
        ((LAST, "Trams run"), ["body", "body"]),
    ],
)
def test_what_stands_behind_the_end(paragraphs: tuple[str, ...], expected: list[str]) -> None:
    """Behind a sign of the site, short lines are the site's; right behind the text they may be the article's."""
    assert kinds(TITLE, LEAD, NEXT, *paragraphs)[3:] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Never miss the latest news by signing up to our newsletter today!",
        "You can unsubscribe from this service at any time, and we do not share your data.",
        "For the latest stories download the Example apps for iOS and Android.",
        "Subscribe now to our electronic edition for the full story.",
        "To read the full story, please subscribe to the Example Herald.",
        "If you're already a subscriber, log in here.",
        "Follow the Example Herald on Twitter and Instagram @example and send us a message.",
        "We want to hear what you think about this article. Submit a letter to the editor.",
        "This post contains affiliate links, for which we may be paid.",
        "If you buy through our links, we may earn a commission.",
        "Disclaimer: the views in this article are those of its author.",
        "Corrections: if you are aware of an inaccuracy, tell us.",
        "Are you sure you want to delete this comment?",
        "Media playback is unsupported on your device",
        "#tunnel #selm",
        "Share | Tweet | Email | Print",
        "Suggested articles",
        "More from the Example Herald",
        "∼ ∼ ∼",
        "The Example is not responsible for the opinions of its readers.",
        '[ { "name": "slot", "place": "3" } ]',
        "Copy this link",
        "Continue reading the main story",
        "384",
    ],
)
def test_what_the_site_says_is_boilerplate(line: str) -> None:
    """Between two paragraphs of the article."""
    assert kinds(TITLE, LEAD, NEXT, line, LAST)[3:] == ["boilerplate", "body"]


@pytest.mark.parametrize(
    "sentence",
    [
        "You can cancel the crossing at any time, the port told its 4,000 members on Monday.",
        "He wanted to hear from everybody who had worked in the tunnel.",
        "If you buy a ticket for the tram, the ride through the tunnel is free, the mayor said.",
        "Never miss a good wreck, the divers say.",
        "Disclaimers were read out before the first ride.",
        "Share prices of the builder rose by a tenth.",
        "Follow the tunnel to its end and you stand on the island of Selm.",
        "It can be seen from the harbour that it is dry.",
        "More than 300 people rode through it on bicycles.",
        "By Monday evening, all ferries, Selm said, had left the port.",
        "Live eels were found in the tube.",
    ],
)
def test_sentences_that_begin_as_noise_does_are_body(sentence: str) -> None:
    """In the middle, at the end, and below the head."""
    assert kinds(TITLE, LEAD, NEXT, sentence, LAST)[3] == "body"
    assert kinds(TITLE, LEAD, NEXT, sentence)[3] == "body"
    assert kinds(TITLE, "By Jane Doe", sentence, LEAD, NEXT)[2] == "body"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Jane R. Doe walks through the tunnel.", "(John Roe / Example Herald)"), ["caption", "credit"]),
        (("The tunnel from above. | John Roe/AP Photo",), ["caption"]),
        (("The tunnel from above. (Picture by John Roe)",), ["caption"]),
        (("The tunnel from above. (John Roe/Example Herald)",), ["caption"]),
        (("Featured image by John Roe/Example.",), ["credit"]),
        (("The old ferry. Shutterstock/johnroe",), ["caption"]),
        (("A model of the tunnel. Courtesy Port Museum",), ["caption"]),
        (("Image copyright Reuters", "Image caption The tunnel from above"), ["credit", "caption"]),
        (("It can’t be said of the old ferries.", "(Photo: AP)"), ["body", "credit"]),
        (("Tunnel 2: What comes next", "(Image credit: Jane Roe)"), ["heading", "credit"]),
    ],
)
def test_captions_and_credits(lines: tuple[str, ...], expected: list[str]) -> None:
    """The line before a credit is a caption if it can be one, and prose stays prose."""
    assert kinds(TITLE, LEAD, NEXT, *lines, LAST)[3:-1] == expected


def test_rows_of_teasers_are_known_by_what_repeats() -> None:
    """A line that stands beside every title is the site's, and so are the titles."""
    titles = [
        "Ferry sold to a private owner",
        "Mayor opens the museum of the port",
        "Rain until Friday",
        "Tram derails",
    ]
    row = [line for title in titles for line in (title, "Example Video")]
    assert kinds(TITLE, LEAD, *row, NEXT, LAST)[2:-2] == ["promo"] * 8
    prose = [line for words in (LEAD, NEXT, LAST, NEXT) for line in ("Tunnel", words)]
    assert kinds(TITLE, *prose)[2::2] == ["body"] * 4


def test_numbered_headings_between_paragraphs() -> None:
    """Two or more that each stand alone are headings; side by side they are a list."""
    assert kinds(TITLE, LEAD, "1. The wreck", NEXT, "2. The cost", LAST)[2::2] == ["heading", "heading"]
    assert kinds(TITLE, "It has two parts:", "1. The wreck", NEXT, "2. The cost", LAST)[2::2] == ["heading", "heading"]
    assert kinds(TITLE, LEAD, "1. The wreck", "2. The cost", NEXT)[2:4] == ["body", "body"]


PARAGRAPHS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80),
    st.builds(
        lambda sign, times: sign * times, st.sampled_from([*".:?-–•#(“|,@©1aA", "A. ", "By A "]), st.integers(1, 400)
    ),
)


@given(st.lists(PARAGRAPHS, max_size=12))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    """Whatever a text holds, each of its visible characters stands in one block."""
    text = "\n\n".join(paragraphs)
    blocks, _ = read_plain(text)
    held = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(held.split()) == "".join(text.split())
