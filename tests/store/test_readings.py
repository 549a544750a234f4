"""What people found a sentence to be, folded from their decisions, and carried where it still stands word for word."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.matching import carry_over
from workbench.matching.model import CarriedSentence, VersionChange
from workbench.store import log, versions
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store
from workbench.store.payloads import ReadSentences, Undo
from workbench.store.readings import SentenceReading, load_readings, with_carried
from workbench.store.subjects import article_subject
from workbench.vocabulary import AnchorState, Facet, Reading

FERRIES = "Two ferries left Ovstad harbour on Monday."
CALM = "The sea was calm, the harbour master said."
CLOSING = "By Ida Holm."
START = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Reader:
    """An article that people read, and newer versions of it."""

    def __init__(self, store: Store, make: Callable[..., Any], add: Callable[..., None]) -> None:
        self.store, self.make, self.add = store, make, add
        self.old = make("harbour.txt", (FERRIES, CALM, CLOSING))
        add(store, self.old)

    def version(self, *sentences: str, before: Any = None) -> Any:
        """Store a newer version of the article, or of `before`."""
        older = before or self.old
        newer = self.make(older.article.name, sentences, salt=sentences)
        self.add(self.store, newer)
        change = carry_over(older.article, newer.article, older.ledger.claims, newer.ledger.claims)
        with self.store.write() as connection:
            assert versions.add_version(connection, change)
        return newer

    def read(self, sample: Any, sentences: Iterable[int], reading: Reading, who: str = "ann") -> Decision:
        article = sample.article.sha256
        payload = ReadSentences(article, tuple(sentences), reading)
        with self.store.write() as connection:
            return log.append(connection, Draft(who, article_subject(article), payload))

    def undo(self, decision: Decision) -> None:
        with self.store.write() as connection:
            log.append(connection, Draft(decision.reviewer, decision.claim, Undo(), undoes=decision.id))

    def found(self, sample: Any) -> dict[int, tuple[Reading, str]]:
        with self.store.read() as connection:
            readings = load_readings(connection, [sample.article.sha256])[sample.article.sha256]
        assert all(number == reading.sentence for number, reading in readings.items())
        return {number: (reading.reading, reading.reviewer) for number, reading in readings.items()}


@pytest.fixture
def reader(store: Store, make_sample: Any, add_samples: Any) -> Reader:
    return Reader(store, make_sample, add_samples)


def test_the_latest_word_on_a_sentence_counts_and_can_be_taken_back(reader: Reader) -> None:
    reader.read(reader.old, (1, 2), Reading.NO_FACTUAL_CLAIM)
    later = reader.read(reader.old, (2,), Reading.BOILERPLATE, "ben")
    assert reader.found(reader.old) == {1: (Reading.NO_FACTUAL_CLAIM, "ann"), 2: (Reading.BOILERPLATE, "ben")}
    reader.undo(later)
    assert reader.found(reader.old) == {1: (Reading.NO_FACTUAL_CLAIM, "ann"), 2: (Reading.NO_FACTUAL_CLAIM, "ann")}


def test_what_was_read_stays_read_in_the_newer_version_at_its_new_place(reader: Reader) -> None:
    reader.read(reader.old, (0, 1, 2), Reading.BOILERPLATE)
    newer = reader.version("Update.", FERRIES, CALM.replace("calm", "rough"), CLOSING)
    assert reader.found(newer) == {1: (Reading.BOILERPLATE, "ann"), 3: (Reading.BOILERPLATE, "ann")}
    assert check(reader.store) == ()


def test_the_newer_versions_own_reading_counts_before_the_older_ones(reader: Reader) -> None:
    newer = reader.version("Update.", FERRIES, CLOSING)
    own = reader.read(newer, (2,), Reading.BOILERPLATE, "ben")
    reader.read(reader.old, (2,), Reading.OPINION)
    assert reader.found(newer) == {2: (Reading.BOILERPLATE, "ben")}
    reader.undo(own)
    assert reader.found(newer) == {2: (Reading.OPINION, "ann")}


def test_readings_go_through_any_number_of_versions_and_so_do_their_undos(reader: Reader) -> None:
    read = reader.read(reader.old, (2,), Reading.BOILERPLATE)
    version = reader.old
    for number in range(4):
        version = reader.version(f"Update {number}.", FERRIES, CALM, CLOSING, before=version)
    assert reader.found(version) == {3: (Reading.BOILERPLATE, "ann")}
    reader.undo(read)
    assert reader.found(version) == {}


def test_an_article_that_nobody_read_has_no_readings(reader: Reader) -> None:
    assert reader.found(reader.old) == {}


STATES = st.sampled_from(list(AnchorState))


@given(
    st.dictionaries(st.integers(0, 4), st.sampled_from(list(Reading))),
    st.dictionaries(st.integers(0, 4), st.sampled_from(list(Reading))),
    st.lists(st.tuples(STATES, st.lists(st.integers(0, 4), max_size=2, unique=True), st.booleans()), max_size=5),
)
def test_only_what_stands_word_for_word_is_carried(
    older: dict[int, Reading], newer: dict[int, Reading], places: list[tuple[AnchorState, list[int], bool]]
) -> None:
    carried = tuple(
        CarriedSentence(number, state, tuple(to), (Facet.NUMBER,) if differs else ())
        for number, (state, to, differs) in enumerate(places)
    )
    readings = {"old": _readings(older), "new": _readings(newer)}
    found = with_carried(readings, [VersionChange("new", "old", 0, (), carried)])
    assert found["old"] == readings["old"]
    exact = [each for each in carried if each.state is AnchorState.EXACT and each.carries and each.older in older]
    assert set(found["new"]) == set(newer) | {number for each in exact for number in each.newer}
    assert all(found["new"][number] == readings["new"][number] for number in newer)


def _readings(by_sentence: dict[int, Reading]) -> dict[int, SentenceReading]:
    return {n: SentenceReading(n, reading, "ann", START + timedelta(n)) for n, reading in by_sentence.items()}
