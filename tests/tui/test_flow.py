"""Wrapped text keeps its offsets, its width and its marks."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.tui.flow import Mark, clip, flow, pad, paint, wrap
from workbench.tui.ink import Ink
from workbench.visible import one_line

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs", "Cc", "Cf")), max_size=300)


@given(TEXTS, st.integers(min_value=4, max_value=60))
def test_lines_are_ordered_and_lose_nothing_but_white_space(text: str, width: int) -> None:
    lines = wrap(text, width)
    covered = [False] * len(text)
    before = 0
    for start, end in lines:
        assert before <= start <= end
        covered[start:end] = [True] * (end - start)
        before = end
    assert all(seen or text[index].isspace() for index, seen in enumerate(covered))


@given(TEXTS, st.integers(min_value=4, max_value=60))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    for line in flow(text, width):
        assert sum(cell_len(span.text) for span in line.spans) <= width


@given(TEXTS, st.data())
def test_marks_lie_exactly_on_their_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = paint(text, 0, len(text), [Mark(start, end, Ink.SOURCE)])
    assert "".join(span.text for span in spans) == one_line(text)
    assert "".join(span.text for span in spans if Ink.SOURCE in span.inks) == one_line(text[start:end])


def test_a_word_wider_than_the_screen_is_cut() -> None:
    assert [end - start for start, end in wrap("x" * 25, 10)] == [10, 10, 5]


@given(TEXTS, st.integers(min_value=1, max_value=40))
def test_padding_fills_exactly_the_width(text: str, width: int) -> None:
    assert cell_len(clip(text, width)) <= width
    assert cell_len(pad(text, width)) == width
