"""A record that is read as it is iterated tells what one that is held in memory tells, also of what is damaged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.errors import ReportError
from workbench.reports.record import Record
from workbench.reports.recording import load_record, open_record
from workbench.reports.selection import EVERYTHING, Selection
from workbench.reports.statuses import Status
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote, MarkVerdict
from workbench.vocabulary import Verdict

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


def held(record: Record) -> Record:
    """The same record in memory, whatever it was."""
    return replace(
        record, articles=tuple(record.articles), claims=tuple(record.claims), decisions=tuple(record.decisions)
    )


SELECTIONS = (
    EVERYTHING,
    Selection(statuses=(Status.DISPUTED, Status.DISCARDED)),
    Selection(articles=("A",)),
    Selection(decided_by=("Anna Berg",)),
    Selection(since=datetime(2100, 1, 1, tzinfo=UTC)),
)


@pytest.mark.parametrize("collection", ["Ferry", "Fair & more", None])
@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
@pytest.mark.parametrize("reviewer", [None, "Anna Berg", "Nobody"])
def test_both_ways_to_read_tell_the_same(
    settled: Store, collection: str | None, selection: Selection, reviewer: str | None
) -> None:
    if selection.articles and collection is None:
        selection = Selection(articles=("harbour.txt",))
    expected = load_record(settled, collection, MOMENT, reviewer, selection)
    with open_record(settled, collection, MOMENT, reviewer, selection) as record:
        assert held(record) == expected
        assert held(record) == expected, "it can be iterated again"
        assert list(record.summaries) == list(expected.summaries)
        assert [record.articles.get(each.key) for each in expected.summaries] == list(expected.articles)
        assert list(record.by_article()) == list(expected.by_article())
        assert record.articles.get("0" * 64) is None


def test_every_claim_stands_with_its_article(settled: Store) -> None:
    with open_record(settled, "Ferry", MOMENT) as record:
        for recorded, states in record.by_article():
            assert {state.claim.article for state in states} <= {recorded.key}
        assert sum(len(states) for _, states in record.by_article()) == len(tuple(record.claims)) > 0


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE articles SET raw = x'00' WHERE name = 'harbour.txt'",
        'UPDATE claims SET start = start + 1, "end" = "end" + 1',
        "UPDATE decisions SET payload = 'no JSON' WHERE kind = 'mark_verdict'",
        "UPDATE decisions SET kind = 'no kind' WHERE reviewer = 'Anna Berg'",
        "UPDATE claim_states SET type = 'no type' WHERE article_id = 1",
    ],
)
def test_damage_is_named_and_the_rest_is_told(
    settled_file: Path, damaged_copy: Callable[[Path, str], Path], damage: str
) -> None:
    with open_store(damaged_copy(settled_file, damage), read_only=True) as store:
        expected = load_record(store, "Ferry", MOMENT)
        with open_record(store, "Ferry", MOMENT) as record:
            assert held(record) == expected
    assert expected.problems
    assert tuple(expected.articles) or "raw" not in damage


def test_how_far_reading_has_come_is_told_to_who_watches(settled: Store) -> None:
    seen: list[tuple[str, int, int]] = []
    with open_record(settled, "Ferry", MOMENT, watch=lambda *told: seen.append(told)) as record:
        names = [summary.name for summary in record.summaries]
        assert seen[-1] == (names[-1], len(names), len(names))
        before = len(seen)
        list(record.claims)
        assert seen[before:] == seen[:before]


def test_a_record_is_of_one_moment(settled: Store) -> None:
    with open_record(settled, "Ferry", MOMENT) as record:
        before = held(record)
        Review(settled, "Late", "Ferry").decide(before.claims[0].key, AddNote("Written meanwhile."))
        assert held(record) == before
    assert load_record(settled, "Ferry", MOMENT) != before


def test_an_article_that_is_not_there_is_named(settled: Store) -> None:
    with pytest.raises(ReportError, match="no article “Z”"):
        load_record(settled, "Ferry", MOMENT, selection=Selection(articles=("A", "Z")))


def test_every_database_is_read_alike_and_written_to_meanwhile(location: str) -> None:
    with open_store(location) as store:
        for number in range(45):  # more than are read at once
            text = f"Title {number}\n\nThe ferry {number} left, said Bob. Ten died.\n"
            add_bytes(store, text.encode(), f"{number}.txt", "Sea")
        review = Review(store, "Anna", "Sea")
        rows = review.queue()
        for row in rows[::3]:
            review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
        expected = load_record(store, None, MOMENT)
        with open_record(store, None, MOMENT) as record:
            decisions, states = iter(record.decisions), iter(record.claims)
            seen = [next(decisions)], [next(states)]
            review.decide(rows[0].key, AddNote("Written meanwhile."))
            seen[0].extend(decisions)
            seen[1].extend(states)
            assert (tuple(seen[0]), tuple(seen[1])) == (expected.decisions, expected.claims)
            assert held(record) == expected
