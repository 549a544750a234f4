"""Every block of scraped plain text gets its kind, and no sentence of an article is lost to the site's noise."""

import pytest

from workbench.articles import Article, read_article
from workbench.vocabulary import BlockKind

LEAD = "The harbour tunnel opened to traffic on Tuesday, two years later than planned, the city said."
NEXT = "Engineers had found an old wreck in 2019. It was lifted piece by piece."
LAST = "The work cost 310 million crowns, according to the ministry of transport."


def read(*paragraphs: str) -> Article:
    """Read paragraphs that blank lines part."""
    return read_article("\n\n".join(paragraphs).encode(), name="a.txt")


def kind_of(article: Article, paragraph: str) -> BlockKind:
    """The kind of the block that is `paragraph`."""
    kinds = [block.kind for block in article.blocks if article.text[block.start : block.end] == paragraph]
    assert len(kinds) == 1, f"{paragraph!r} is no single block"
    return kinds[0]


def kind_among_prose(paragraph: str) -> BlockKind:
    """The kind of a paragraph in the middle of an article."""
    return kind_of(read("Harbour tunnel opens two years late", LEAD, NEXT, paragraph, LAST), paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Follow us on Twitter and Facebook.",
        "Facebook | Twitter | WhatsApp",
        "3 min read",
        "Sign up for our newsletter to get the best stories in your inbox.",
        "- Advertisement -",
        "ADVERTISEMENT",
        "© 2023 The Daily Example. All rights reserved.",
        "We use cookies to give you the best experience.",
        "Please enter your comment!",
        "Leave a Reply",
        "Cancel reply",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Your email address will not be published. Required fields are marked *",
        "12 Comments",
        "Latest Articles",
        "Related Articles",
        "Most read",
        "Source link",
        "source site-7",
        "Source: https://example.org/a",
        "Home > World > Asia",
        "Skip to content",
        "Tags: tunnel, transport",
        "Article continues below advertisement",
        "Privacy Policy",
        "https://example.org/a/b",
        "* * *",
        "Anzeige",
        "float: left;",
        "This material may not be published, broadcast, rewritten or redistributed.",
        "Save my name and site in this browser for my next comment.",
        "Advertisement: continue reading below",
        "ADVERTISEMENT – article continues",
        "Please support local journalism. Become a subscriber today.",
        "Become a member today and read everything that we write.",
        "Help keep our news free: donate now.",
        "Our Standards: The Daily Example Code of Conduct.",
    ],
)
def test_what_the_site_says_is_boilerplate(line: str) -> None:
    """Navigation, sharing, comment forms, advertising and legal notices are not the article's."""
    assert kind_among_prose(line) is BlockKind.BOILERPLATE


@pytest.mark.parametrize(
    "line",
    [
        ">> Read also: The long way to the coast",
        "READ MORE: Selm votes on a new bridge",
        "Related: A bridge closes",
        "More: Ferry service stops for good",
        "Watch: The storm hits the coast",
        "See also: Who pays for the tunnel?",
        "→ Who pays for the tunnel",
        "Lesen Sie auch: Warum der Regen fehlte",
        "À lire aussi : Le pont est fermé",
        "Read more about the tunnel here",
        "Read also – The long way to the coast",
        "You may also like: The long way to the coast",
    ],
)
def test_what_leads_to_other_articles_is_promo(line: str) -> None:
    """Lines with the mark of an invitation to read something else."""
    assert kind_among_prose(line) is BlockKind.PROMO


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images",
        "Marta Lind | Pool | AP",
        "KCNA | Reuters",
        "STR / AFP – Getty Images",
        "(Photo: dpa)",
        "Photo: Jane Roe/AFP",
        "Image credit: Jane Roe",
        "Jane Roe/Reuters",
        "Jane Roe via Getty Images",
        "© AFP",
        "Photo by Jane Roe",
        "(Reporting by Ines Marlow; Editing by Paul Kern)",
        "Ines Marlow contributed reporting.",
        "Courtesy of the Harbour Museum",
        "With reporting by AFP",
        "Foto: privat",
        "(c) Selm Evening Paper",
        "(C) dpa",
    ],
)
def test_whose_picture_or_report_it_is_is_a_credit(line: str) -> None:
    """Photographers, agencies and reporters named on a line of their own."""
    assert kind_among_prose(line) is BlockKind.CREDIT


@pytest.mark.parametrize(
    "line",
    [
        "A tram crosses the new tunnel on Tuesday. (AP Photo/Jon Doe)",
        "A tram crosses the tunnel. Photo: Jane Roe",
        "Mayor Hanna Brandt, left, and engineer Omar Sale, right, cut the ribbon.",
        "Engineer Omar Sale (L) and mayor Hanna Brandt (R) cut the ribbon.",
        "FILE PHOTO: A ferry leaves the old port",
        "Image caption, The ferry will stop in May",
        "The wreck is seen in this photo released by the harbour office.",
        "Image: The tunnel as the engineers drew it",
    ],
)
def test_what_describes_a_picture_is_a_caption(line: str) -> None:
    """Captions that bear a mark of their own."""
    assert kind_among_prose(line) is BlockKind.CAPTION


def test_the_line_before_a_photo_credit_is_its_caption() -> None:
    """Scraping takes the mark from captions; the credit below is what is left."""
    caption = "A ferry leaves the old port of Selm on its last morning"
    article = read("Tunnel opens", LEAD, NEXT, caption, "Marta Lind | AP", LAST)
    assert kind_of(article, caption) is BlockKind.CAPTION


@pytest.mark.parametrize("announcement", ["Image caption,", "Image caption", "Photo caption:", "Caption"])
def test_a_line_that_announces_a_caption_makes_the_next_one_a_caption(announcement: str) -> None:
    article = read("Harbour tunnel opens two years late", LEAD, announcement, "Cars wait at the toll gate", NEXT)
    assert kind_of(article, announcement) is BlockKind.BOILERPLATE
    assert kind_of(article, "Cars wait at the toll gate") is BlockKind.CAPTION
    assert kind_of(article, NEXT) is BlockKind.BODY


def test_a_label_and_a_sentence_before_a_bracketed_credit_are_both_caption() -> None:
    """Some sites print captions as a bold label and a sentence."""
    article = read(
        "Tunnel opens", LEAD, NEXT, "The port in 1974", "It was the last year of sail.", "(Photo: dpa)", LAST
    )
    assert kind_of(article, "The port in 1974") is BlockKind.CAPTION
    assert kind_of(article, "It was the last year of sail.") is BlockKind.CAPTION


@pytest.mark.parametrize("caption", ["The old port in 1974, with the first ferry", "Hanna Brandt opens the tunnel"])
def test_a_line_without_a_stop_over_the_first_picture_is_its_caption(caption: str) -> None:
    """A lead ends with a stop; the caption of the picture over it often does not."""
    article = read("Tunnel opens", "By Ines Marlow", caption, "Photo: Jane Roe", LEAD, NEXT)
    assert kind_of(article, caption) is BlockKind.CAPTION


def test_a_notice_of_rights_makes_no_caption_of_the_paragraph_before() -> None:
    """It is the paper's, not a picture's."""
    assert kind_of(read("Tunnel opens", LEAD, NEXT, LAST, "(c) Selm Evening Paper"), LAST) is BlockKind.BODY


@pytest.mark.parametrize(
    "paragraph",
    [
        "“We are proud of it,” mayor Hanna Brandt said. “It cost less than we feared.”",
        "He said that the second tube would open in spring.",
        "But the opposition called for an inquiry into the costs.",
    ],
)
def test_prose_before_a_photo_credit_stays_body(paragraph: str) -> None:
    """A picture without a caption must not take a paragraph away."""
    assert kind_of(read("Tunnel opens", LEAD, NEXT, paragraph, "Getty Images", LAST), paragraph) is BlockKind.BODY


def test_a_lead_that_reports_speech_stays_body_before_a_photo_credit() -> None:
    """The first paragraph often stands right over the first picture."""
    assert kind_of(read("Tunnel opens", LEAD, "(Photo: dpa)", NEXT, LAST), LEAD) is BlockKind.BODY


@pytest.mark.parametrize(
    "heading", ["Why it took so long", "What happens next?", "‘A piece of luck’", "“Nothing is left”", "Cost and delay"]
)
def test_a_short_line_without_a_stop_before_prose_is_a_heading(heading: str) -> None:
    """Headings between paragraphs."""
    assert kind_among_prose(heading) is BlockKind.HEADING


@pytest.mark.parametrize(
    "sentence",
    [
        "Share prices of the builder fell on Monday.",
        "More than 4,000 people walked through it in the first hour.",
        "Like the old bridge in 1974, it opened without a ceremony on Facebook.",
        "Related costs rose by a fifth in 2021, the court of auditors found.",
        "Read by millions, the paper had called the tunnel a folly.",
        "Watch towers along the coast were manned again.",
        "Cookies were handed out to the first walkers.",
        "Advertisement revenue paid for a tenth of it.",
        "More in sorrow than in anger, he left the room.",
        "Follow-up work on the second tube is to begin in May.",
        "Home to 60,000 people, Selm had no bridge until 1974.",
        "Copyright law did not cover the drawings, the judge said.",
        "Comments by the mayor on Sunday had raised hopes.",
        "By Monday evening all ferries had left the port.",
        "Photo albums of the old port were shown.",
        "Advertisements continue to pay for it.",
        "Support for the tunnel grew – the mayor became a member.",
        "Donate today, the appeal said, or the museum will close.",
        "Save my name, he had pleaded, and I will save yours.",
        "You might like to know that it floods.",
        "(c) Trams run every six minutes",
        "»Wir sind bereit«, sagte die Sprecherin des Hafens.",
        "“It cost less than we feared.”",
        "Reuters reported that the wreck was Danish.",
        "The source was a letter of 1911.",
        "• It has four lanes",
        "- Trams run every six minutes",
        "1. The tube floods",
        "He paused",
        "Why not?” she asked",
    ],
)
def test_a_sentence_of_the_article_is_never_taken_for_noise(sentence: str) -> None:
    """Sentences that begin as noise does are body: when in doubt, body."""
    assert kind_among_prose(sentence) is BlockKind.BODY


def test_a_date_over_the_title_is_the_sites() -> None:
    """Sites print today's date over every article; it is not when the article appeared."""
    article = read("Wednesday, May 22, 2024", "Harbour tunnel opens two years late", LEAD, NEXT)
    assert kind_of(article, "Wednesday, May 22, 2024") is BlockKind.BOILERPLATE
    assert article.published is None


def test_names_and_dates_below_the_title_are_datelines() -> None:
    """Byline and dates of the article itself."""
    lines = ("By Ines Marlow and Tomas Rind, Transport Correspondents", "Updated 14:05, 13 September 2023")
    article = read("Harbour tunnel opens two years late", *lines, LEAD, NEXT)
    assert {kind_of(article, line) for line in lines} == {BlockKind.DATELINE}


@pytest.mark.parametrize(
    "line",
    [
        "By our port correspondent | Monday 4 March 2022",
        "By staff reporters and agencies",
        "By the editors of the Evening Paper",
        "By the Evening Paper newsroom",
        "Ships & Ports · 4 March 2022 · 3 min read",
        "4 March 2022 | Ines Marlow",
    ],
)
def test_desks_and_dates_between_dots_are_datelines(line: str) -> None:
    """Not every author is a person, and not every date has a line of its own."""
    assert kind_of(read("Harbour tunnel opens two years late", line, LEAD, NEXT), line) is BlockKind.DATELINE


@pytest.mark.parametrize("line", ["By the team that built the tunnel", "By the end of March the second tube"])
def test_a_line_that_only_begins_as_a_byline_is_none(line: str) -> None:
    """Desks are named by their names, and no more is said of them."""
    assert kind_of(read("Harbour tunnel opens late", line, LEAD, NEXT), line) is not BlockKind.DATELINE


@pytest.mark.parametrize("title", ["Storm cuts power to 60,000 homes in the north", "MAYOR OPENS TUNNEL"])
def test_the_name_of_the_paper_in_capitals_is_not_the_title(title: str) -> None:
    """Over the title or under it, it is the site's."""
    for lines in (("THE SELM GAZETTE", title), (title, "THE SELM GAZETTE")):
        article = read(*lines, LEAD, NEXT)
        assert article.title == title
        assert kind_of(article, "THE SELM GAZETTE") is BlockKind.BOILERPLATE


def test_the_name_of_the_site_over_the_title_is_not_the_title() -> None:
    """What stands first is not always the title."""
    article = read("Menu", "The Daily Example", "Storm cuts power to 60,000 homes in the north", LEAD, NEXT)
    assert article.title == "Storm cuts power to 60,000 homes in the north"
    assert kind_of(article, "The Daily Example") is BlockKind.BOILERPLATE


def test_a_text_that_begins_with_prose_has_no_title() -> None:
    """A first sentence is not made a title."""
    article = read(LEAD, NEXT)
    assert article.title is None
    assert {block.kind for block in article.blocks} == {BlockKind.BODY}


def test_titles_listed_under_an_invitation_are_promo_until_prose_comes() -> None:
    """Lists of other articles inside the text, and the label over them."""
    listed = ("Port news", "Read more of our port news:", "Bridge closed for repairs", "Mayor to stand in spring again")
    article = read("Harbour tunnel opens two years late", LEAD, *listed, NEXT)
    assert {kind_of(article, line) for line in listed} == {BlockKind.PROMO}
    assert kind_of(article, NEXT) is BlockKind.BODY


def test_a_heading_survives_a_promo_below_it() -> None:
    """The prose that a heading belongs to may come after noise."""
    article = read("Tunnel opens", LEAD, "Who pays for it", "Read more: The long way", NEXT)
    assert kind_of(article, "Who pays for it") is BlockKind.HEADING


def test_titles_below_the_end_of_the_article_are_promo() -> None:
    """Behind "Latest Articles" there is no body any more."""
    article = read("Tunnel opens", LEAD, NEXT, "Latest Articles", "Ferry service stops for good", "1", "Bridge closed")
    assert kind_of(article, "Ferry service stops for good") is BlockKind.PROMO
    assert kind_of(article, "Bridge closed") is BlockKind.PROMO


def test_lines_stacked_without_blank_lines_are_blocks_of_their_own() -> None:
    """A newline can end a paragraph."""
    article = read(f"Tunnel opens late\nBy Ines Marlow\n{LEAD}\n{NEXT}\nShare this\n{LAST}")
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE,
        BlockKind.DATELINE,
        BlockKind.BODY,
        BlockKind.BODY,
        BlockKind.BOILERPLATE,
        BlockKind.BODY,
    ]
