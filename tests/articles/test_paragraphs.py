"""Which newlines of a plain text end a paragraph, decided from the text."""

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles.paragraphs import split_paragraphs

WRITTEN = """
The museum handed over nine bronzes on Thursday, ending a dispute that had lasted for more than forty years and had
taken both sides to court twice, once in 1996 and again in 2011.

She added that two more pieces were still missing, and that the search for them would go on until all had come home or
were known to be lost for good.

The director said that the decision had not been easy. He thanked the lawyers of both sides for the patience they had
shown in all these years.
"""
PROSE = [" ".join(part.split()) for part in WRITTEN.strip().split("\n\n")]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text with soft newlines as blanks."""
    return [paragraph.words for paragraph in split_paragraphs(text)]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_hard_wrapped_lines_are_joined(width: int, gap: str) -> None:
    """A newline that a program put where the line was full is soft, with blank lines and without."""
    assert paragraphs(gap.join(textwrap.fill(part, width) for part in PROSE)) == PROSE


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_an_indented_first_line_opens_a_paragraph(width: int, gap: str) -> None:
    """The indent counts for how full the line is, and what is indented more does not go on."""
    text = gap.join(textwrap.fill(part, width, initial_indent="    ") for part in PROSE)
    assert paragraphs(text) == PROSE


def test_an_item_goes_on_below_its_mark() -> None:
    """The lines of an item are indented more than its first."""
    text = "\n".join(textwrap.fill(f"- {part}", 60, subsequent_indent="  ") for part in PROSE)
    assert paragraphs(text) == [f"- {part}" for part in PROSE]


def test_short_lines_between_hard_wrapped_paragraphs_stay_apart() -> None:
    """Headings and captions are not evidence against wrapping."""
    parts = [PROSE[0], "The dispute", PROSE[1], "Bronzes in the hall", "A lamp of the hall", PROSE[2], "What is lost"]
    assert paragraphs("\n".join(textwrap.fill(part, 72) for part in parts)) == parts


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n \t\n", "\n\n\n\n"])
def test_lines_of_whole_paragraphs_are_not_joined(gap: str) -> None:
    """A paragraph on one line ends with it."""
    assert paragraphs(gap.join(PROSE)) == PROSE


def test_a_line_that_runs_on_is_joined() -> None:
    """A long line without a stop goes on in a line that begins small."""
    assert paragraphs("The tunnel under the old harbour of Selm\nopened on Tuesday.") == [
        "The tunnel under the old harbour of Selm opened on Tuesday."
    ]


def test_short_lines_are_not_joined() -> None:
    """Menus and forms are one block a line."""
    assert paragraphs("Please enter your comment!\nPlease enter your name here") == [
        "Please enter your comment!",
        "Please enter your name here",
    ]


@given(st.text(alphabet="ab .,\n\t\x0c\u2028é", max_size=200))
@settings(deadline=None)
def test_every_visible_character_is_in_one_paragraph(text: str) -> None:
    """Paragraphs are ordered, disjoint, tight, and leave nothing out."""
    end = 0
    for paragraph in split_paragraphs(text):
        assert not text[end : paragraph.start].strip()
        stretch = text[paragraph.start : paragraph.end]
        assert stretch == stretch.strip() != ""
        end = paragraph.end
    assert not text[end:].strip()
