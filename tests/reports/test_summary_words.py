"""The summary says in sentences what the numbers of the report are."""

from dataclasses import replace
from datetime import datetime

from workbench.reports.outlining import build_outline
from workbench.reports.record import ArticleList, Record
from workbench.reports.selection import Selection
from workbench.reports.statuses import Status
from workbench.reports.summary_words import selection_notice, summary_sentences


def test_a_record_is_told_in_sentences(record: Record) -> None:
    told = summary_sentences(build_outline(record))
    day = f"{min(decision.at for decision in record.decisions):%Y-%m-%d}"
    decisions = sum(1 for _ in record.decisions)
    assert told[0] == "This review covers 2 articles."
    assert told[1] == "They make 6 claims; 1 more was discarded."
    assert told[2] == "Verdicts: supported 1, not checkable 1, votes differ 1, no verdict 3."
    assert told[3] == "1 claim is contradicted by at least one other article, 0 are corroborated by at least one."
    assert told[4] == (
        "7 of 11 sentences are accounted for, and 3 of 6 pairs of a claim and another article were looked at."
    )
    assert told[5] == f"Reviewed by Anna Berg and Ben <b>Okafor</b> on {day}, in {decisions} decisions."
    assert told[6].startswith("Where two or more decided about the same, they agree on 0 % of 1 verdict")
    assert all(sentence.endswith(".") for sentence in told)


def test_outlets_and_days_are_told(record: Record) -> None:
    first, second = record.articles
    named = replace(first, summary=replace(first.summary, publisher="Halyard"))
    dated = tuple(
        replace(found, article=replace(found.article, published=datetime(2026, 3, day)))  # noqa: DTZ001 -- as papers say
        for day, found in ((2, named), (4, second))
    )
    told = summary_sentences(build_outline(replace(record, articles=ArticleList(dated))))
    assert told[0] == (
        "This review covers 2 articles by 1 outlet, published from 2026-03-02 to 2026-03-04; 1 names no publisher."
    )


def test_an_empty_record_is_told_too(record: Record, moment: datetime) -> None:
    empty = replace(record, articles=ArticleList(), claims=(), decisions=(), chains=(), generated_at=moment)
    told = summary_sentences(build_outline(empty))
    assert told == ("There are no articles yet.", "Nobody has decided anything yet.")


def test_a_selection_says_what_it_leaves_out_and_that_counts_do_not(record: Record) -> None:
    outline = build_outline(record)
    assert selection_notice(outline) is None
    key = next(iter(record.claims)).key
    chosen = replace(record, chosen=frozenset({key}), selection=Selection(statuses=(Status.DISPUTED,)))
    selected = build_outline(chosen)
    assert selection_notice(selected) == (
        "This report tells of 1 of 7 claims: claims that are disputed. Counts are about all of them."
    )
    assert summary_sentences(selected) == summary_sentences(outline)


def test_where_nobody_has_looked_no_relation_is_told(record: Record) -> None:
    untouched = tuple(replace(state, agreements=()) for state in record.claims)
    told = summary_sentences(build_outline(replace(record, claims=untouched)))
    assert not any("contradicted" in sentence for sentence in told)
    assert any("0 of 6 pairs" in sentence for sentence in told)
