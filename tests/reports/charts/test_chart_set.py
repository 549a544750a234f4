"""What the charts of a record show is what the record holds."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from workbench.reports.charts import chart_data, drawn
from workbench.reports.charts.tones import RELATION_TONES, VERDICT_TONES, Tone
from workbench.reports.outline import Outline
from workbench.reports.outlining import build_outline
from workbench.reports.record import ArticleList, Record
from workbench.vocabulary import Relation, Verdict


@pytest.fixture
def outline(settled_record: Record) -> Outline:
    """The outline of the settled record."""
    return build_outline(settled_record)


def test_every_claim_pair_and_sentence_is_counted_once(outline: Outline) -> None:
    data = chart_data(outline)
    kept = outline.progress.claims
    assert data.verdicts.whole == kept
    assert data.relations.whole == outline.progress.cells
    assert sum(row.whole for row in data.agreement.rows) == outline.progress.cells
    for row, entry in zip(data.coverage.rows, outline.articles, strict=True):
        assert row.label == entry.summary.label
        assert row.whole == len(entry.sentences)


def test_every_term_has_a_colour() -> None:
    assert {*Verdict, "disputed", None} <= set(VERDICT_TONES)
    assert {*Relation, "disputed", None} <= set(RELATION_TONES)


def test_the_timeline_tells_who_said_a_claim_first(settled_record: Record) -> None:
    days = {"harbour.txt": date(2026, 3, 3), "courier.txt": date(2026, 3, 2)}
    dated = ArticleList(
        replace(found, article=replace(found.article, published=days[found.summary.name]))
        for found in settled_record.articles
    )
    timeline = chart_data(build_outline(replace(settled_record, articles=dated))).timeline
    labels = {found.summary.name: found.summary.label for found in dated}
    assert [column.label for column in timeline.columns] == [labels["courier.txt"], labels["harbour.txt"]]
    marks = {row.words: row.marks for row in timeline.rows}
    passengers = marks["All 214 passengers were taken ashore by noon."]
    assert [(mark.column.label, mark.label, mark.own, mark.first) for mark in passengers] == [
        (labels["courier.txt"], "contradicts", False, False),
        (labels["harbour.txt"], "says it", True, True),
    ]


def test_the_timeline_leaves_out_what_the_report_does_not_tell_of(settled_record: Record) -> None:
    told = chart_data(build_outline(replace(settled_record, chosen=frozenset()))).timeline
    assert told.rows == ()


def test_the_graph_counts_a_point_once_although_both_claims_know_it(outline: Outline) -> None:
    (edge,) = [edge for edge in chart_data(outline).graph.edges if edge.part.tone is Tone.BAD]
    assert edge.part.number == 1
    assert {edge.first, edge.second} == {each.label for each in outline.matrix.articles}


def test_a_record_without_anything_has_no_charts(moment: datetime) -> None:
    charts = drawn(chart_data(build_outline(Record(None, (), ArticleList(), (), (), (), moment))))
    assert {charts.verdicts, charts.relations, charts.coverage, charts.agreement, charts.timeline, charts.graph} == {
        None
    }


def test_charts_are_the_same_for_the_same_record(settled_record: Record) -> None:
    assert drawn(chart_data(build_outline(settled_record))) == drawn(chart_data(build_outline(settled_record)))
