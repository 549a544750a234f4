"""Where quotations begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.quotations import quotations, quotations_within


def quoted(text: str) -> list[str]:
    return [text[span.start : span.end] for span in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no” twice.", ["“no”"]),
        ('She said "no" and "yes".', ['"no"', '"yes"']),
        ("Sie sagte „nein“ und ging.", ["„nein“"]),
        ("Elle dit « non » hier.", ["« non »"]),
        ("She said ''no, the mayor's plan'' twice.", ["''no, the mayor's plan''"]),
        ("The mayor’s plan, the drivers’ plan and the city's plan", []),
        ("He said ‘the mayor’s plan is bad,’ and left.", ["‘the mayor’s plan is bad,’"]),
        ("“She said ‘no’ to me,” he added.", ["“She said ‘no’ to me,”"]),
        ("In the ’90s and the '80s it stood.", []),
        ("“It goes on in the next paragraph.", ["“It goes on in the next paragraph."]),
        ('Mixed: “opened so, closed so" and on.', ['“opened so, closed so"']),
        ("", []),
    ],
)
def test_quotations_of_every_house_style(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@given(st.text(alphabet="“”\"'’‘„«»` ab.,\n", max_size=200), st.integers(0, 1000))
def test_quotations_stand_in_order_apart_and_inside_the_text(text: str, offset: int) -> None:
    at = offset
    for span in quotations(text, offset):
        assert at <= span.start < span.end <= offset + len(text)
        at = span.end


@given(st.text(alphabet="“”\"' ab.\n", max_size=100), st.integers(0, 100), st.integers(1, 50))
def test_the_quotations_of_a_stretch_are_those_that_reach_into_it(text: str, start: int, length: int) -> None:
    spans = quotations(text)
    expected = [(n, span) for n, span in enumerate(spans) if span.start < start + length and span.end > start]
    assert quotations_within(spans, start, start + length) == expected
