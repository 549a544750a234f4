"""Marks that say that words are left out: where they stand, and what is left around them."""

import pytest

from workbench.matching.omissions import omission_spans, pieces_around_omissions, without_outer_omissions


@pytest.mark.parametrize("mark", ["…", "...", ". . .", "....", "[…]", "[...]", "(…)", "( ... )"])
def test_a_mark_is_found_with_its_brackets(mark):
    text = f"The quay {mark} is closed"
    assert [text[start:end] for start, end in omission_spans(text)] == [mark]
    assert pieces_around_omissions(text) == ["The quay", "is closed"]
    assert without_outer_omissions(f"{mark} the quay is closed {mark}") == "the quay is closed"


def test_a_page_of_spaces_or_brackets_costs_no_more_than_one_of_words():
    for noise in (" ", "[ ", "( . ", "\n\t"):
        text = f"The quay{noise * 20_000}is closed"
        assert pieces_around_omissions(text) == [text]
