"""Printed pages become paragraphs again, and no word is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.articles.pages import pieces_of_pages
from workbench.vocabulary import BlockKind

PAGE = """The Daily Ledger
The café at Ferrow bridge reopened on Monday, the town council said. It had been
closed for two years because of the flood that took the northern pier. The inter-
national inspectors from four countries looked at the foundations.
The ferry stays.
Tickets cost 14 crowns, and nobody can say now how long they will do so, said the
Page {}"""


def test_lines_become_paragraphs_within_and_across_pages() -> None:
    pages = [PAGE.format(1), "The Daily Ledger\nMayor on Monday.\nPage 2"]
    assert [piece.text for piece in pieces_of_pages(pages) if piece.kind is None] == [
        (
            "The café at Ferrow bridge reopened on Monday, the town council said. It had been closed for two years "
            "because of the flood that took the northern pier. The international inspectors from four countries "
            "looked at the foundations."
        ),
        "The ferry stays.",
        "Tickets cost 14 crowns, and nobody can say now how long they will do so, said the Mayor on Monday.",
    ]


def test_what_repeats_on_the_edge_of_pages_is_shown_last_and_once() -> None:
    pieces = pieces_of_pages([f"The Daily Ledger\n{'abc'[n]} came.\nHe {'abc'[n]}.\nPage {n + 1}" for n in range(3)])
    assert [piece.text for piece in pieces if piece.kind is BlockKind.BOILERPLATE] == [
        "The Daily Ledger",
        "Page 1",
        "Page 2",
        "Page 3",
    ]
    assert not any("Ledger" in piece.text for piece in pieces if piece.kind is None)


def test_the_edge_of_a_single_page_is_part_of_the_article() -> None:
    assert pieces_of_pages(["The Daily Ledger\nOne came."])[0].text == "The Daily Ledger"


def test_a_word_keeps_the_hyphen_that_it_has_elsewhere() -> None:
    """And a ligature becomes its letters."""
    text = pieces_of_pages(["A long-term plan was ﬁrst.\nHe spoke of long-\nterm aims and of inter-\nnational law."])
    words = " ".join(piece.text for piece in text)
    assert "long-term aims and of international law." in words
    assert "first" in words


@given(st.lists(st.text("ab-. \n•1\xa0ﬁ", max_size=60), max_size=5))
def test_no_letter_is_lost(pages: list[str]) -> None:
    """Whatever stands on the pages: each letter of each page is in a piece; running heads are there once."""
    shown = {letter for piece in pieces_of_pages(pages) for letter in piece.text}
    printed = set(re.findall(r"[ab1]", "".join(pages)))
    assert printed <= shown
    assert all(piece.text.strip() for piece in pieces_of_pages(pages))


@given(st.lists(st.text("abc de.\n", max_size=80), min_size=1, max_size=1))
def test_one_page_keeps_every_word_in_order(pages: list[str]) -> None:
    assert " ".join(piece.text for piece in pieces_of_pages(pages)).split() == pages[0].split()
