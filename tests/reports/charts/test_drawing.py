"""Charts are well-formed whatever stands in them, and their bars add up."""

import re
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.charts import standalone
from workbench.reports.charts.axis import Axis
from workbench.reports.charts.bars import draw_bars, draw_stacks, whole_percent, widths
from workbench.reports.charts.canvas import shortened, visible
from workbench.reports.charts.graph import draw_graph
from workbench.reports.charts.model import Bars, Column, Edge, Graph, Mark, Part, Row, Stack, Stacks, Timeline
from workbench.reports.charts.timeline import draw_timeline
from workbench.reports.charts.tones import Tone

ANY_TEXT = st.text(st.characters(codec=None), max_size=40)
NUMBERS = st.integers(0, 10**6)
SVG = "{http://www.w3.org/2000/svg}"


def every_chart(words: str) -> list[str]:
    """One chart of every kind, with `words` wherever words can stand."""
    parts = (Part(words, words, Tone.GOOD, 3), Part(words, words, Tone.NONE, 1))
    one, two = Column(words, words, date(2026, 3, 1)), Column(f"{words}2", words, datetime(2026, 3, 2, 4, tzinfo=UTC))
    marks = (Mark(one, words, words, Tone.BAD, own=True, first=True), Mark(two, words, words, Tone.BAD))
    edge = Edge(one.label, two.label, parts[0], "dashed")
    drawings = (
        draw_bars("bars", Bars(words, words, parts)),
        draw_stacks("stacks", Stacks(words, words, (Stack(words, words, parts),))),
        draw_timeline("timeline", Timeline((one, two), (Row(words, words, words, marks),), 1)),
        draw_graph("graph", Graph((one, two), (edge,))),
    )
    return [drawing for drawing in drawings if drawing is not None]


@given(ANY_TEXT)
def test_any_text_is_only_text(words: str) -> None:
    plain = [
        sorted(element.tag for element in ElementTree.fromstring(svg).iter() if element.tag != f"{SVG}path")
        for svg in every_chart("x")
    ]
    for svg, expected in zip(every_chart(words), plain, strict=True):
        for drawing in (svg, standalone(svg)):
            root = ElementTree.fromstring(drawing)
            tags = sorted(each.tag for each in root.iter() if each.tag not in {f"{SVG}path", f"{SVG}style"})
            assert tags == expected
            assert visible(words) in [each.text or "" for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("svg", every_chart("words"), ids=("bars", "stacks", "timeline", "graph"))
def test_each_chart_tells_what_it_shows_and_carries_no_colour_of_its_own(svg: str) -> None:
    root = ElementTree.fromstring(svg)
    title, told = root[0], root[1]
    assert root.get("role") == "img"
    assert (title.tag, told.tag) == (f"{SVG}title", f"{SVG}desc")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), told.get("id"))
    assert title.text
    assert told.text
    assert "style" not in svg
    assert "#" not in svg
    assert "url(" not in svg


@pytest.mark.parametrize("svg", every_chart("words"), ids=("bars", "stacks", "timeline", "graph"))
def test_alone_a_chart_has_a_size_and_every_class_that_it_uses_a_rule(svg: str) -> None:
    root = ElementTree.fromstring(standalone(svg))
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    assert root.get("viewBox") == f"0 0 {width:g} {height:g}"
    style = "".join(each.text or "" for each in root.iter(f"{SVG}style"))
    used = {name for each in root.iter() for name in each.get("class", "").split() if each is not root}
    assert {name for name in used if f".{name}{{" not in style} == set()
    assert "var(" not in style


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=9))
def test_the_parts_of_a_bar_make_up_the_whole_and_each_has_room_for_its_sign(numbers: list[int]) -> None:
    found = widths([Part("", "", Tone.GOOD, number) for number in numbers])
    assert sum(found) == pytest.approx(100)
    assert min(found) > 4.4
    ordered = [width for _, width in sorted(zip(numbers, found, strict=True), key=lambda pair: pair[0])]
    assert ordered == pytest.approx(sorted(found))


@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=8))
def test_the_legend_sums_what_the_bars_hold(numbers: list[list[int]]) -> None:
    rows = tuple(Stack("A", "", tuple(Part(str(i), "", Tone.GOOD, n) for i, n in enumerate(row))) for row in numbers)
    kinds = Stacks("", "", rows).kinds
    assert sum(part.number for part in kinds) == sum(row.whole for row in rows) == sum(map(sum, numbers))


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_share_is_nothing_or_all_only_where_it_is(part: int, more: int) -> None:
    assert (whole_percent(part, part + more) == "0 %") == (part == 0)
    assert whole_percent(part, part + more) != "100 %"
    assert whole_percent(more, more) == "100 %"


@given(ANY_TEXT, st.floats(20, 400))
def test_words_are_cut_only_where_they_do_not_fit(words: str, width: float) -> None:
    flat, cut = " ".join(words.split()), shortened(words, width, 12)
    assert cut == flat or (cut.endswith("…") and flat.startswith(cut[:-1]))
    assert len(cut) * 12 * 0.5 <= width + 12 * 1.1


MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30))  # noqa: DTZ001 -- hypothesis wants them without


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=200_000)))
def test_an_axis_has_a_few_ticks_between_its_ends_in_order(start: datetime, span: timedelta) -> None:
    first = (start - datetime(1970, 1, 1)).total_seconds()  # noqa: DTZ001
    last = min(first + span.total_seconds(), 253370764800.0)
    ticks = Axis(min(first, last), last, 100, 500).ticks()
    places = [place for place, _ in ticks]
    assert len(ticks) <= 9
    assert places == sorted(places)
    assert all(99.9 <= place <= 500.1 for place in places)


def test_nothing_is_drawn_where_there_is_nothing() -> None:
    column = Column("A", "", None)
    assert draw_bars("x", Bars("", "", ())) is None
    assert draw_stacks("x", Stacks("", "", ())) is None
    assert draw_timeline("x", Timeline((), (), 0)) is None
    undated = Row("k", "A-1", "w", (Mark(column, "says it", "●", Tone.GOOD),))
    assert draw_timeline("x", Timeline((column,), (undated,), 1)) is None
    assert draw_graph("x", Graph((column,), ())) is None


def test_what_is_left_out_is_said() -> None:
    columns = (Column("A", "", date(2026, 1, 1)), Column("B", "", date(2026, 1, 2)))
    row = Row("k", "A-1", "w", (Mark(columns[0], "says it", "●", Tone.GOOD),))
    assert "The 1 of 9 claims that most articles speak to. 3 articles are left out." in str(
        draw_timeline("x", Timeline(columns, (row,), 9, 3))
    )
    edge = Edge("A", "B", Part("agree", "✓", Tone.GOOD, 2), "")
    told = str(draw_graph("x", Graph(columns, (edge,), 4, 5)))
    assert "4 are not" in told
    assert "5 weaker edges are not drawn" in told
    many = tuple(Stack(str(number), "", (Part("", "", Tone.GOOD, 1),)) for number in range(90))
    assert "The first 30 of 90 articles are drawn." in str(draw_stacks("x", Stacks("", "", many)))


def test_who_was_first_is_said_only_where_it_is_sure() -> None:
    day, other_day = Column("A", "", date(2026, 3, 1)), Column("B", "", date(2026, 3, 2))
    morning = Column("C", "", datetime(2026, 3, 1, 6, tzinfo=UTC))
    evening = Column("D", "", datetime(2026, 3, 1, 18, tzinfo=UTC))
    undated = Column("E", "", None)
    assert day.surely_before(other_day)
    assert morning.surely_before(evening)
    assert morning.surely_before(other_day)
    for first, second in ((day, evening), (morning, day), (undated, day), (day, undated), (other_day, day)):
        assert not first.surely_before(second)


def test_edges_between_the_same_articles_do_not_lie_on_one_another() -> None:
    columns = (Column("A", "", None), Column("B", "", None), Column("C", "", None))
    kinds = (("", Tone.GOOD), ("dotted", Tone.PART), ("dashed", Tone.BAD))
    edges = tuple(Edge("A", "B", Part(dash, "x", tone, 1), dash) for dash, tone in kinds)
    svg = str(draw_graph("x", Graph(columns, edges)))
    curves = re.findall(r'd="(M[^"]*Q[^"]*)"', svg)
    assert len(set(curves)) == 3
