"""Offsets in UTF-16 code units, as a browser counts them, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.interchange.offsets import Utf16Offsets

TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("😀𝕸🇳👩\u200d\u0301a ")), max_size=60
)


def in_browser(text: str, start: int, end: int) -> str:
    """Return `text.slice(start, end)` of JavaScript."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(TEXTS, st.data())
def test_a_browser_finds_the_same_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    offsets = Utf16Offsets(text)
    assert in_browser(text, offsets.units(start), offsets.units(end)) == text[start:end]


@given(TEXTS)
def test_there_and_back_is_the_same_place(text: str) -> None:
    offsets = Utf16Offsets(text)
    assert [offsets.code_points(offsets.units(place)) for place in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS, st.integers(-3, 130))
def test_what_is_no_place_between_characters_is_refused(text: str, units: int) -> None:
    offsets = Utf16Offsets(text)
    places = {offsets.units(place) for place in range(len(text) + 1)}
    if units in places:
        assert offsets.units(offsets.code_points(units)) == units
    else:
        with pytest.raises(ValueError, match="offset"):
            offsets.code_points(units)


def test_emoji_take_two_units_and_flags_four() -> None:
    offsets = Utf16Offsets("a😀b🇳🇴c")
    assert [offsets.units(place) for place in range(7)] == [0, 1, 3, 4, 6, 8, 9]
    with pytest.raises(ValueError, match="within a character"):
        offsets.code_points(2)


@pytest.mark.parametrize("place", [-1, 4])
def test_an_offset_outside_of_the_text_is_refused(place: int) -> None:
    with pytest.raises(ValueError, match="not in a text"):
        Utf16Offsets("a😀b").units(place)
