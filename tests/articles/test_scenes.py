"""Captions without a mark and without a credit are told from headings, and left alone where they cannot be."""

import pytest

from workbench.articles import read_article
from workbench.vocabulary import BlockKind

TITLE = "Harbour tunnel opens two years late"
LEAD = "The harbour tunnel opened to traffic on Tuesday, two years later than planned, the city said."
NEXT = "Engineers had found an old wreck in 2019. It was lifted piece by piece."
LAST = "The work cost 310 million crowns, according to the ministry of transport."


def kind_in(line: str, *paragraphs: str) -> BlockKind:
    """The kind of `line`, which is one of the paragraphs of an article."""
    article = read_article("\n\n".join(paragraphs).encode(), name="a.txt")
    (kind,) = [block.kind for block in article.blocks if article.text[block.start : block.end] == line]
    return kind


def kind_among_prose(line: str) -> BlockKind:
    """The kind of a line that stands alone between paragraphs."""
    return kind_in(line, TITLE, LEAD, NEXT, line, LAST)


@pytest.mark.parametrize(
    "line",
    [
        "Hanna Brandt and Omar Sale at the opening, in Selm in May 2021",
        "Omar Sale walks through the flooded shaft near Selm",
        "A tram crosses the bridge in Selm on Tuesday",
        "Protesters stand outside the town hall in Selm",
        "Engineer Omar Sale, left, with mayor Hanna Brandt at the gate",
        "Smoke rises over the port of Selm on 14 July 2021",
        "People walk past a screen that shows the opening in Selm",
        "Hanna Brandt in Selm in 2019",
    ],
)
def test_who_is_seen_doing_what_where_is_a_caption(line: str) -> None:
    """Between paragraphs and below the head, with a byline and without."""
    assert kind_among_prose(line) is BlockKind.CAPTION
    assert kind_in(line, TITLE, line, LEAD, NEXT) is BlockKind.CAPTION
    assert kind_in(line, TITLE, "By Ines Marlow", line, LEAD, NEXT) is BlockKind.CAPTION


@pytest.mark.parametrize("line", ["The old ferry at the quay in Selm", "Two cranes over the harbour in Selm"])
def test_things_at_a_place_are_a_caption_below_the_head_only(line: str) -> None:
    """Sections seldom begin there; elsewhere such a line can as well be a heading."""
    assert kind_in(line, TITLE, "By Ines Marlow", line, LEAD, NEXT) is BlockKind.CAPTION
    assert kind_among_prose(line) is BlockKind.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "The war in the north",
        "The crisis in the Middle East",
        "Life in the shadow of the Wall",
        "Xi Jinping in Moscow",
        "World Cup in Qatar",
        "Trump meets Putin in Helsinki",
        "Trump Takes the Stage in Ohio",
        "European Union stands with Ukraine",
        "Looking to the future in Selm",
        "Second tube to open in spring",
        "Who stands at the gate in Selm?",
        "Brandt and Sale: a walk through the tunnel in May 2021",
    ],
)
def test_what_can_be_a_heading_stays_one(line: str) -> None:
    """When in doubt, a heading."""
    assert kind_among_prose(line) is BlockKind.HEADING


def test_lines_of_a_list_are_no_captions() -> None:
    """Items follow one another, or stand below a colon."""
    items = [f"A tram crosses the bridge in Selm on {day}" for day in ("Monday", "Tuesday", "Friday")]
    for item in items:
        assert kind_in(item, TITLE, LEAD, NEXT, *items, LAST) is BlockKind.BODY
    assert kind_in(items[0], TITLE, LEAD, "What the pictures show:", items[0], LAST) is BlockKind.BODY


def test_a_line_below_the_last_prose_is_no_caption() -> None:
    """There sites print the titles of other articles."""
    line = "Omar Sale walks through the flooded shaft near Selm"
    assert kind_in(line, TITLE, LEAD, NEXT, LAST, "Latest articles", line) is BlockKind.PROMO
