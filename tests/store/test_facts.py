"""What was read from files comes back exactly, once, in one order, with its bytes."""

import dataclasses
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.claims import Attribution, Span
from workbench.errors import StoreError
from workbench.store import facts, state
from workbench.store.engine import Store
from workbench.vocabulary import AsserterNaming, ClaimOrigin, ClaimType, ScoreReason

words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
moments = (
    st.none() | st.dates() | st.datetimes(timezones=st.none() | st.just(UTC) | st.just(timezone(timedelta(hours=9))))
)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
attributions = st.builds(
    Attribution,
    st.lists(spans, max_size=2).map(tuple),
    *(st.none() | spans, st.none() | spans, st.none() | words, st.none() | spans),
    st.sampled_from(AsserterNaming),
    st.booleans(),
)
claim_details = st.fixed_dictionaries(
    {
        "asserter": st.none() | words,
        "is_quote": st.booleans(),
        "type": st.sampled_from(ClaimType),
        "checkworthiness": st.floats(0, 1),
        "checkable": st.none() | st.floats(0, 1),
        "reasons": st.lists(st.sampled_from(ScoreReason), max_size=3).map(tuple),
        "attributions": st.lists(attributions, max_size=2).map(tuple),
        "extractor": st.none() | words,
    }
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=words,
    texts=st.lists(words, min_size=1, max_size=5),
    published=moments,
    metadata=st.fixed_dictionaries(
        {key: st.none() | words for key in ("title", "publisher", "byline", "url", "language")}
    ),
    details=claim_details,
)
def test_an_article_and_its_ledger_come_back_as_they_went_in(
    store: Store,
    make_sample: Any,
    add_samples: Any,
    name: str,
    texts: list[str],
    published: date | None,
    metadata: dict[str, str | None],
    details: dict[str, Any],
) -> None:
    made = make_sample(name, texts, salt=details, published=published, **metadata)
    claims = tuple(dataclasses.replace(claim, **details) for claim in made.ledger.claims)
    made = dataclasses.replace(made, ledger=dataclasses.replace(made.ledger, claims=claims))
    add_samples(store, made)
    with store.read() as connection:
        assert facts.load_article(connection, made.article.sha256) == made.article
        assert facts.load_raw(connection, made.article.sha256) == made.raw
        assert facts.load_ledger(connection, made.article.sha256) == made.ledger


def test_adding_an_article_again_changes_nothing_but_its_collections(store: Store, harbour: Any) -> None:
    arguments = (harbour.article, harbour.raw, harbour.ledger)
    with store.write() as connection:
        assert facts.add_article(connection, *arguments, "one", datetime.now(UTC))
        assert not facts.add_article(connection, *arguments, "one", datetime.now(UTC))
        assert not facts.add_article(connection, *arguments, "two", datetime.now(UTC))
    with store.read() as connection:
        assert [(c.name, c.articles, c.claims) for c in facts.list_collections(connection)] == [
            ("one", 1, 2),
            ("two", 1, 2),
        ]
        assert len(facts.list_articles(connection)) == 1


def test_articles_are_in_the_order_they_were_published_and_labelled_by_it(
    store: Store, make_sample: Any, add_samples: Any
) -> None:
    seoul = timezone(timedelta(hours=9))
    published = {
        "unknown.txt": None,
        "later.txt": datetime(2023, 9, 13, 18, tzinfo=seoul),  # 9:00 UTC
        "latest.txt": datetime(2023, 9, 13, 10, tzinfo=UTC),
        "day.txt": date(2023, 9, 13),
        "b.txt": date(2023, 9, 12),
        "a.txt": date(2023, 9, 12),
    }
    add_samples(store, *(make_sample(name, published=when) for name, when in published.items()))
    with store.read() as connection:
        listed = facts.list_articles(connection, "Ovstad")
        loaded = facts.load_articles(connection, "Ovstad")
    assert [(summary.label, summary.name) for summary in listed] == [
        ("A", "a.txt"),
        ("B", "b.txt"),
        ("C", "day.txt"),
        ("D", "later.txt"),
        ("E", "latest.txt"),
        ("F", "unknown.txt"),
    ]
    assert [article.name for article in loaded] == [summary.name for summary in listed]
    assert [summary.published for summary in listed][3] == published["later.txt"]


def test_a_summary_counts_sentences_and_claims(reviewed: Store) -> None:
    with reviewed.read() as connection:
        assert [(a.sentences, a.claims) for a in facts.list_articles(connection, "Ovstad")] == [(3, 2), (3, 2)]
        assert facts.list_articles(connection, "elsewhere") == ()
        assert facts.load_articles(connection, "elsewhere") == ()


@pytest.mark.parametrize(("number", "label"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_labels_go_on_after_z(number: int, label: str) -> None:
    assert facts.label(number) == label


def test_an_extracted_claim_is_found_by_its_key_and_begins_unreviewed(reviewed: Store, harbour: Any) -> None:
    with reviewed.read() as connection:
        begun = state.claim_state(connection, harbour.claim.key)
        assert state.claim_state(connection, "nothing") is None
    assert begun is not None
    assert begun.claim == harbour.claim
    assert begun.claim.origin is ClaimOrigin.RULES


def test_what_is_not_true_of_the_bytes_is_not_stored(store: Store, harbour: Any) -> None:
    moved = dataclasses.replace(harbour.article.sentences[0], start=1)
    untrue = dataclasses.replace(harbour.article, sentences=(moved, *harbour.article.sentences[1:]))
    for article, raw, complaint in (
        (untrue, harbour.raw, "read it again"),
        (harbour.article, b"other bytes", "sha256"),
    ):
        with pytest.raises(StoreError, match=complaint), store.write() as connection:
            facts.add_article(connection, article, raw, harbour.ledger, "Ovstad", datetime.now(UTC))
    with store.read() as connection:
        assert facts.list_articles(connection) == ()


def test_a_name_that_no_database_can_keep_is_one_clear_line(store: Store, make_sample: Any, add_samples: Any) -> None:
    odd = make_sample("plain.txt")
    odd = dataclasses.replace(odd, article=dataclasses.replace(odd.article, name="caf\udce9.txt"))
    with pytest.raises(StoreError, match="lone surrogate"):
        add_samples(store, odd)


def test_an_unknown_article_is_named(store: Store) -> None:
    with store.read() as connection:
        with pytest.raises(StoreError, match="no article beef"):
            facts.load_article(connection, "beef")
        with pytest.raises(StoreError, match="no article beef"):
            facts.load_raw(connection, "beef")
