"""One acting character becomes one visible character; everything else stays."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.visible import hidden_characters, lines, one_line

ANYTHING = st.text(st.characters(), max_size=200)
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANYTHING)
def test_the_length_stays_so_that_offsets_do(text: str) -> None:
    assert len(one_line(text)) == len(text) == len(lines(text))


@given(ANYTHING)
def test_nothing_that_acts_is_left(text: str) -> None:
    for character in one_line(text):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in BIDI


@given(ANYTHING)
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
    assert hidden_characters(one_line(text)) == 0


def test_every_control_character_has_a_visible_sign_of_its_own() -> None:
    controls = "".join(map(chr, range(0x20)))
    assert len(set(one_line(controls))) == len(controls)
    assert one_line("\x1b[31m") == "␛[31m"
    assert all(cell_len(sign) == 1 for sign in one_line(controls + "\x7f"))


def test_lines_keeps_newlines_and_nothing_else() -> None:
    assert lines("a\nb\tc\x07") == "a\nb␉c␇"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "“Żółw”, naïve café — 北京, 👩‍👩‍👧 at 5 o’clock…"
    assert one_line(text) == text
    assert hidden_characters(text) == 0


def test_hidden_characters_are_counted() -> None:
    assert hidden_characters("a\u202eb\u200bc\x1bd\te\nf") == 3
