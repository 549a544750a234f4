"""The lists of phrases can be commented and can name parts that stand elsewhere."""

import pytest

from workbench.articles.phrases import compile_phrases

FRUIT = compile_phrases(
    r"""
    # what grows on trees
    apples?
    (?:ripe )?KIND plum

    # what does not
    no\. \d{1,2}
    """,
    KIND=r"(?:red|blue)",
)


@pytest.mark.parametrize("words", ["Apples", "ripe blue plum", "red plum", "No. 12"])
def test_a_phrase_of_the_list_matches(words: str) -> None:
    """Whole, and in small letters or capitals."""
    assert FRUIT.fullmatch(words)


@pytest.mark.parametrize("words", ["", "apples red plum", "# what grows on trees", "what does not", "green plum"])
def test_comments_and_empty_lines_are_no_phrases(words: str) -> None:
    """And phrases do not run into one another."""
    assert not FRUIT.fullmatch(words)
