"""Headlines, dates, bylines, datelines and credits that run into a sentence without a stop."""

import pytest

from workbench.articles.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        # dates
        ["Tunnel opens at last", "Thursday, May 7, 2015", "Selm has waited for it since 1999."],
        ["Tunnel opens at last", "Friday, 8 May 2015", "Anna Lind, the mayor, cut the ribbon."],
        ["Tunnel opens at last", "Updated: Friday, May 8, 2015 10:45 AM EDT", "Selm has waited for it."],
        ["Tunnel opens at last", "Friday, May 8, 2015"],
        # bylines and datelines
        ["Tunnel opens two years late", "By Anna R. Lind", "The tunnel opened on Tuesday."],
        ["Tunnel opens two years late", "SELM, Norway (AP) — The tunnel opened on Tuesday."],
        ["Tunnel opens two years late", "NEW SELM, June 3 (Reuters) - The tunnel opened on Tuesday."],
        # headlines, headings and captions before words that open sentences
        ["Tunnel opens two years late", "The tunnel opened on Tuesday."],
        ["Anna Lind of the Harbour Party", "In the northern wards, the party won."],
        ["WHAT COMES NEXT", "According to the ministry, trials go on."],
        ["Selm United 2 – 0 Norby", "On Saturday, both teams meet again."],
        ["The workers in the tunnel, 2014", "They had to wait for the pumps."],
        # credits
        ["It was held in Washington D.C.", "Image: Harbour Press."],
        ["The mayor at the gate", "Photo: Anna Roe"],
        ["The mayor at the gate", "Photo credit: Anna Roe"],
        # bullets
        ["Open on Monday", "• Closed on Friday"],
    ],
)
def test_a_line_that_runs_on_is_cut(parts: list[str]) -> None:
    """The text itself shows where the one ends and the other begins."""
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Thursday, May 7, 2015 and adjourned.",
        "It was open until Thursday, May 7, 2015 Lind said.",
        "She reads The Selm Times and The Harbour Post every day.",
        "The film Gone With the Tide runs in Selm.",
        "A play by Anna Lind was read By The Sea.",
        "He sold Class A common shares and grade A eggs.",
        "The group voted for In Our Time, a book on Selm.",
        "“It was late,” She said, and left.",
        "He asked whether I am sure that I can do it.",
        "The plan has two parts: 1) The tunnel and 2) The bridge.",
        "He watched the NBC (AP) feed.",
    ],
)
def test_what_belongs_to_the_sentence_stays_in_it(text: str) -> None:
    """Names, titles of works and dates inside sentences hold capitals too."""
    assert sentences(text) == [text]


def test_items_are_cut_as_long_as_they_count_on() -> None:
    """A number that is not the next one belongs to its item."""
    assert sentences("1) The pumps 3) The gate 2) The lamps") == ["1) The pumps 3) The gate", "2) The lamps"]
