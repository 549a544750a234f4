"""The ledger: every sentence is in one state, nothing is skipped, and what is missing is said."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import DecisionError
from workbench.review.completeness import measure_completeness
from workbench.review.intake import add_bytes
from workbench.review.model import MarkSilent, MarkVerdict, RecordAgreement
from workbench.review.sentence_states import newly_unread, next_unread, unread_sentences
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.payloads import Adjudicate, AdjudicateCell, DiscardClaim
from workbench.vocabulary import (
    DisagreementReason,
    Reading,
    Relation,
    SentenceState,
    Settlement,
    Verdict,
)

HARBOUR = """Ferry aground

The ferry Alma ran aground on Monday with 41 people on board. Is the ferry insured? What a shame!

Sign up for our newsletter
"""
COURIER = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday.\n"


@pytest.fixture
def review(store: Store) -> Review:
    """Two articles: of the first, one sentence makes a claim, and the others were passed over."""
    for name, text in (("harbour.txt", HARBOUR), ("courier.txt", COURIER)):
        add_bytes(store, text.encode(), name, "ferry")
    return Review(store, "mira")


def article(review: Review, name: str = "harbour.txt") -> str:
    return next(summary.key for summary in review.articles if summary.name == name)


def claims_of(review: Review, name: str = "harbour.txt") -> list[str]:
    return [row.key for row in review.queue() if row.article == article(review, name)]


def states(review: Review, name: str = "harbour.txt") -> list[SentenceState]:
    return [each.fate.state for each in review.ledger.fates(article(review, name))]


def read(review: Review, sentences: tuple[int, ...], reading: Reading, name: str = "harbour.txt") -> None:
    review.record(review.ledger.draft_read(article(review, name), sentences, reading))


def read_all(review: Review) -> None:
    for summary in review.current:
        review.record(*review.ledger.draft_read_rest(summary.key))


# --- states


def test_a_sentence_is_what_people_made_of_it(review: Review) -> None:
    (claim,) = claims_of(review)
    assert Counter(states(review)) == {SentenceState.CLAIM: 1, SentenceState.UNREAD: 4}
    read(review, (0, 2), Reading.NO_FACTUAL_CLAIM)
    review.decide(claim, DiscardClaim())
    assert states(review)[:3] == [SentenceState.READ, SentenceState.DISCARDED, SentenceState.READ]
    read(review, (1,), Reading.OPINION)
    assert states(review)[1] is SentenceState.READ
    review.record(review.draft_claim(article(review), (0,)))
    assert states(review)[0] is SentenceState.CLAIM


def test_who_read_a_sentence_is_told(review: Review) -> None:
    noor = Review(review.store, "noor")
    read(noor, (3,), Reading.OPINION)
    fate = review.ledger.fates(article(review))[3].fate
    assert fate.reading is not None
    assert (fate.reading.reading, fate.reading.reviewer) == (Reading.OPINION, "noor")
    assert review.ledger.readings()[article(review)] == {3: fate.reading}


def test_the_verdict_on_a_sentence_waits_for_all_its_claims(review: Review) -> None:
    (claim,) = claims_of(review)
    start, end = (review.article_text(article(review)).text.index(words) for words in ("ran aground", " on Monday"))
    review.record(review.draft_claim_part(article(review), start, end))
    review.decide(claim, MarkVerdict(Verdict.SUPPORTED))
    assert review.ledger.fates(article(review))[1].fate.verdict is None
    (part,) = set(claims_of(review)) - {claim}
    review.decide(part, DiscardClaim())
    fate = review.ledger.fates(article(review))[1].fate
    assert (fate.verdict, [made.key for made in fate.claims]) == (Verdict.SUPPORTED, [claim, part])


@given(st.data())
def test_only_sentences_that_nobody_made_anything_of_are_unread(data: st.DataObject) -> None:
    counts = data.draw(st.dictionaries(st.sampled_from("ab"), st.integers(0, 6)))
    numbers = st.dictionaries(st.sampled_from("ab"), st.sets(st.integers(0, 6)))
    claimed, readings = data.draw(numbers), data.draw(numbers)
    unread = unread_sentences(counts, claimed, readings)
    for key, count in counts.items():
        for number in range(count):
            done = number in claimed.get(key, ()) or number in readings.get(key, ())
            assert (number in unread.get(key, ())) is not done
    assert all(unread.values())


@given(
    st.dictionaries(st.sampled_from("abc"), st.sets(st.integers(0, 5), min_size=1).map(lambda n: tuple(sorted(n)))),
    st.sampled_from("abcd"),
    st.integers(0, 5),
)
def test_one_comes_to_every_unread_sentence_and_ends_when_there_is_no_other(
    unread: dict[str, tuple[int, ...]], article: str, sentence: int
) -> None:
    everything = {(key, number) for key, numbers in unread.items() for number in numbers}
    place, seen = (article, sentence), set[tuple[str, int]]()
    while found := next_unread(unread, "abc", *place):
        assert found in everything - seen
        seen.add(found)
        key, number = place
        unread = unread | {key: tuple(each for each in unread.get(key, ()) if each != number)}
        place = found
    assert seen == everything - {(article, sentence)}


# --- reading


@pytest.mark.parametrize(
    ("sentences", "words"), [((), "at least one"), ((99,), "no sentence 99"), ((1, 2), "in a claim")]
)
def test_what_cannot_be_read_so_is_refused_in_one_line(review: Review, sentences: tuple[int, ...], words: str) -> None:
    with pytest.raises(DecisionError, match=words) as caught:
        read(review, sentences, Reading.BOILERPLATE)
    assert "\n" not in str(caught.value)
    assert review.history() == ()


def test_the_rest_is_read_as_suggested_and_one_undo_restores_it(review: Review) -> None:
    read(review, (3,), Reading.OPINION)
    before = review.ledger.fates(article(review))
    suggested = {each.index: each.fate.suggestion for each in before if each.fate.suggestion}
    assert len(set(suggested.values())) == 2
    review.record(*review.ledger.draft_read_rest(article(review)))
    after = review.ledger.fates(article(review))
    assert not any(each.fate.unread for each in after)
    assert {
        each.index: each.fate.reading.reading for each in after if each.index in suggested and each.fate.reading
    } == (suggested)
    assert after[3] == before[3]
    read_so = review.ledger.unread()
    review.record(*review.draft_undo())
    assert review.ledger.fates(article(review)) == before
    assert newly_unread(read_so, review.ledger.unread()) == (article(review), min(suggested))
    review.record(*review.draft_redo())
    assert [each.fate.state for each in review.ledger.fates(article(review))] == [each.fate.state for each in after]


def test_a_sentence_without_a_reason_stays_unread_and_is_named(review: Review, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.store import facts

    load = facts.load_ledger
    kept = lambda connection, key: _without_reason(load(connection, key), 2)  # noqa: E731
    monkeypatch.setattr(facts, "load_ledger", kept)
    read_all(review)
    assert review.ledger.unread() == {article(review): (2,)}
    label = review.labels[article(review)]
    assert f"1 sentence not read yet: {label} 1" in review.ledger.completeness().told()


def _without_reason(ledger: Any, sentence: int) -> Any:
    return type(ledger)(ledger.claims, tuple(entry for entry in ledger.passed if entry.sentence != sentence))


def test_where_nothing_is_unread_there_is_no_rest(review: Review) -> None:
    read_all(review)
    assert review.ledger.unread() == {}
    assert all(review.ledger.draft_read_rest(summary.key) == () for summary in review.current)


# --- claims of a part


def test_a_claim_of_a_part_stands_at_its_true_place(review: Review) -> None:
    text = review.article_text(article(review)).text
    start = text.index("ran aground")
    review.record(review.draft_claim_part(article(review), start - 1, start + len("ran aground ")))
    added = next(row for row in review.queue() if row.text == "ran aground")
    claim = review.claim(added.key).state.claim
    assert (text[claim.start : claim.end], claim.start, claim.sentences) == ("ran aground", start, (1,))


def test_a_claim_of_a_part_knows_who_asserts_it(store: Store) -> None:
    add_bytes(store, b"Ferry\n\nNobody was hurt, harbour master Ilse Brandt said.\n", "a.txt", "ferry")
    review = Review(store, "mira")
    (only,) = review.articles
    start = review.article_text(only.key).text.index("Nobody")
    review.record(review.draft_claim_part(only.key, start, start + len("Nobody was hurt,")))
    part = next(row for row in review.queue() if row.text == "Nobody was hurt")
    claim = review.claim(part.key).state.claim
    assert (claim.asserter, claim.cue) == ("Ilse Brandt", "said")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [("\n\n", "no word"), ("!", "no word"), ("aground\n\nThe ferry", "one paragraph"), ("", "stretch")],
)
def test_a_part_that_makes_no_claim_is_refused(review: Review, words: str, refusal: str) -> None:
    text = review.article_text(article(review)).text
    start = max(0, text.find(words))
    with pytest.raises(DecisionError, match=refusal):
        review.draft_claim_part(article(review), start, start + len(words))


def test_a_part_that_is_a_claim_already_is_refused(review: Review) -> None:
    (claim,) = claims_of(review)
    made = review.claim(claim).state.claim
    with pytest.raises(DecisionError, match="a claim already"):
        review.draft_claim_part(article(review), made.start, made.end)


def test_a_place_outside_of_the_article_is_refused(review: Review) -> None:
    with pytest.raises(DecisionError, match="stretch of its article"):
        review.draft_claim_part(article(review), 5, 100_000)


# --- complete


def settle_everything(review: Review) -> Iterator[None]:
    """Do what is missing, one thing after the other; yield after each."""
    read_all(review)
    yield
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
        yield
        review.decide(row.key, MarkSilent(review.claim(row.key).undecided))
        yield


def test_a_review_is_complete_when_nothing_is_missing_and_not_before(review: Review) -> None:
    a, b = (review.labels[article(review, name)] for name in ("harbour.txt", "courier.txt"))
    assert review.ledger.completeness().told() == (
        f"5 sentences not read yet: {_counts({a: 4, b: 1})}",
        f"2 claims without a verdict: {_counts({a: 1, b: 1})}",
        f"2 cells not looked at yet: {_counts({a: 1, b: 1})}",
    )
    found = []
    for _ in settle_everything(review):
        completeness = review.ledger.completeness()
        assert completeness.complete is not bool(completeness.told())
        progress = review.progress()
        assert completeness.open_cells == progress.cells - progress.cells_recorded
        found.append(completeness.complete)
    assert found == [False] * (len(found) - 1) + [True]
    review.record(*review.draft_undo())
    assert not review.ledger.completeness().complete


def _counts(by_label: dict[str, int]) -> str:
    return ", ".join(f"{label} {by_label[label]}" for label in sorted(by_label))


def test_what_is_implied_was_looked_at(review: Review) -> None:
    (claim,), (other,) = claims_of(review), claims_of(review, "courier.txt")
    assert review.ledger.completeness().open_by_claim == {claim: 1, other: 1}
    review.decide(claim, RecordAgreement(article(review, "courier.txt"), Relation.CONTRADICTS, (1,), other))
    assert review.ledger.completeness().open_by_claim == {}
    assert review.progress().cells_recorded == 2


def test_discarded_claims_lack_nothing(review: Review) -> None:
    for row in review.queue():
        review.decide(row.key, DiscardClaim())
    read_all(review)
    assert review.ledger.completeness().complete


def test_a_disputed_verdict_is_missing_until_it_is_settled(review: Review) -> None:
    noor = Review(review.store, "noor")
    for _ in settle_everything(review):
        pass
    (claim,) = claims_of(review)
    noor.decide(claim, MarkVerdict(Verdict.REFUTED))
    label = review.labels[article(review)]
    assert review.ledger.completeness().told() == (f"1 claim with a disputed verdict: {label} 1",)
    review.decide(claim, Adjudicate(Settlement.ADJUDICATED, Verdict.REFUTED, DisagreementReason.EDGE_CASE))
    assert review.ledger.completeness().complete


def test_a_settled_cell_was_looked_at(review: Review) -> None:
    (claim,), courier = claims_of(review), article(review, "courier.txt")
    noor = Review(review.store, "noor")
    review.decide(claim, RecordAgreement(courier, Relation.UNCLEAR))
    noor.decide(claim, RecordAgreement(courier, Relation.NOT_ADDRESSED))
    settled = AdjudicateCell(
        courier, Settlement.ADJUDICATED, Relation.UNCLEAR, disagreement=DisagreementReason.EDGE_CASE
    )
    noor.decide(claim, settled)
    assert claim not in review.ledger.completeness().open_by_claim


def test_a_collection_without_articles_is_not_complete(store: Store) -> None:
    assert not Review(store, "mira").ledger.completeness().complete


def test_an_older_version_is_not_to_be_read_again(review: Review) -> None:
    read_all(review)
    add_bytes(review.store, HARBOUR.replace("What a shame!", "What a pity!").encode(), "harbour.txt", "ferry")
    review.choose("ferry")
    (newer,) = (summary for summary in review.current if summary.name == "harbour.txt")
    changed = next(index for index, each in enumerate(review.article_text(newer.key).sentences) if "pity" in each.text)
    assert review.ledger.unread() == {newer.key: (changed,)}


def test_a_long_list_of_articles_is_cut(new_sketch: Any) -> None:
    sketch = new_sketch()
    for _ in range(20):
        sketch.article("One.")
    articles = tuple(sketch.summaries.values())
    (first, *_) = measure_completeness(articles, {summary.key: (0,) for summary in articles}, ()).told()
    assert first.endswith("K 1, L 1 and 8 more articles")
