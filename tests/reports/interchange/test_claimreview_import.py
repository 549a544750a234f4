"""Fact-checks of others: each claim at its own words, the review as evidence, and what stands nowhere listed."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InterchangeError
from workbench.reports import ExportFormat, export_text
from workbench.reports.interchange.claimreview_feed import clear_relation, read_feed
from workbench.reports.interchange.claimreview_import import import_claimreviews
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.vocabulary import AnchorState, ClaimOrigin, Relation

QUAY = """At the quay

😀 The 𝕸arigold left at noon 🌊, and the harbour master closed the gate behind it. The ferry was late.

The mayor spoke. The ferry was late.
"""


def review_of(claim: str, **more: Any) -> dict[str, Any]:
    """Return a ClaimReview as somebody publishes it."""
    return {
        "@context": "http://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/ferry",
        "datePublished": "2026-03-02",
        "author": {"@type": "Organization", "name": "Lighthouse Check"},
        "claimReviewed": claim,
        "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": "5", "alternateName": "False"},
        **more,
    }


@pytest.fixture
def desk(reviewed: Store) -> Review:
    """Dora's review of the ferry, with one article more."""
    add_bytes(reviewed, QUAY.encode(), "quay.txt", "Ferry")
    return Review(reviewed, "Dora", "Ferry")


def test_a_claim_is_taken_in_at_the_words_of_the_article_with_the_review_as_evidence(desk: Review) -> None:
    words = "harbour master closed the gate"
    (found,) = import_claimreviews(desk.context, json.dumps([review_of(words)])).claims
    assert (found.state, found.reason, found.known) == (AnchorState.EXACT, "", False)
    state = desk.context.state(found.claim or "")
    text = desk.article_text(state.claim.article).text
    assert text[state.claim.start : state.claim.end] == state.claim.text == state.text == words
    assert state.claim.origin is ClaimOrigin.REVIEWER
    (evidence,) = state.evidence
    assert (evidence.url, evidence.relation) == ("https://check.example/ferry", Relation.CONTRADICTS)
    assert (evidence.citation, evidence.reviewer) == ("Lighthouse Check, 2026-03-02: False", "Dora")
    assert not state.votes


def test_a_claim_that_is_there_gets_the_evidence_only(desk: Review) -> None:
    before = len(desk.states())
    claim = "All 214 passengers were taken ashore by noon."
    (found,) = import_claimreviews(desk.context, json.dumps(review_of(claim))).claims
    assert found.known
    assert len(desk.states()) == before
    assert [evidence.reviewer for evidence in desk.context.state(found.claim or "").evidence] == ["Dora"]


def test_what_stands_nowhere_or_in_several_places_is_listed_with_the_reason(desk: Review) -> None:
    claims = ("Penguins run the central bank of Ruritania.", "The ferry was late.", "…", "")
    intake = import_claimreviews(desk.context, json.dumps([review_of(claim) for claim in claims]))
    assert [found.imported.origin for found in intake.left_out] == ["review 1", "review 2", "review 3", "review 4"]
    assert [found.state for found in intake.left_out][:2] == [AnchorState.ORPHANED, AnchorState.AMBIGUOUS]
    assert all(found.reason for found in intake.left_out)
    assert not intake.drafts


def test_one_undo_takes_all_of_it_back(desk: Review) -> None:
    before = desk.states()
    feed = [review_of("The mayor spoke."), review_of("the harbour master closed the gate behind it")]
    feed += [review_of("All 214 passengers were taken ashore by noon.")]
    import_claimreviews(desk.context, json.dumps(feed))
    assert desk.states() != before
    desk.record(*desk.draft_undo())
    assert desk.states() == before


def test_the_same_feed_again_adds_nothing(desk: Review) -> None:
    feed = json.dumps([review_of("The mayor spoke."), review_of("The mayor spoke.")])
    import_claimreviews(desk.context, feed)
    states = desk.states()
    again = import_claimreviews(desk.context, feed)
    assert not again.drafts
    assert desk.states() == states


def test_a_claim_that_was_cut_short_is_found_and_not_worded_with_the_dots(desk: Review) -> None:
    (found,) = import_claimreviews(desk.context, json.dumps(review_of("the harbour master closed the gate…"))).claims
    assert found.claim is not None
    assert desk.context.state(found.claim).text == "the harbour master closed the gate"


def test_the_full_words_of_the_claim_and_where_it_appeared_count(desk: Review) -> None:
    """The words stand in one article twice; in the other, which the review names, once."""
    add_bytes(desk.store, b"Late\n\nThe ferry was late. Everybody waited.\n", "late.txt", "Ferry")
    late = Review(desk.store, "Dora", "Ferry")
    key = next(summary.key for summary in late.articles if summary.name == "late.txt")
    told = review_of(
        "The ferry was…",
        itemReviewed={
            "@type": "Claim",
            "text": "The ferry was late.",
            "appearance": [{"@type": "NewsArticle", "url": "https://nowhere.example/", "@id": f"urn:sha256:{key}"}],
        },
    )
    (found,) = import_claimreviews(late.context, json.dumps(told)).claims
    assert (found.state, found.article) == (AnchorState.EXACT, key)


def test_what_was_exported_is_found_again_claim_by_claim(settled: Store) -> None:
    desk = Review(settled, "Dora", "Ferry")
    exported = export_text(settled, ExportFormat.CLAIMREVIEW, "Ferry")
    published = json.loads(exported)["dataFeedElement"]
    intake = import_claimreviews(desk.context, exported)
    verbatim = [state.key for state in desk.states() if state.text == state.claim.text]
    wanted = {item["item"]["itemReviewed"]["@id"][9:] for item in published} & set(verbatim)
    assert wanted
    assert wanted <= {found.claim for found in intake.known}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda review: review,
        lambda review: [review],
        lambda review: {"@graph": [{"@type": "WebPage"}, review]},
        lambda review: {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [review]}]},
        lambda review: {"@type": "NewsArticle", "review": {**review, "@type": ["Review", "ClaimReview"]}},
        lambda review: {**review, "@type": "https://schema.org/ClaimReview"},
    ],
)
def test_a_review_is_found_wherever_it_stands(wrap: Any) -> None:
    (found,) = read_feed(json.dumps(wrap(review_of("The ferry sank."))))
    assert (found.claim, found.number) == ("The ferry sank.", 1)


@pytest.mark.parametrize(
    ("rating", "relation"),
    [
        ({"ratingValue": 5}, Relation.CORROBORATES),
        ({"ratingValue": 1}, Relation.CONTRADICTS),
        ({"ratingValue": "1", "bestRating": "7", "worstRating": "1"}, Relation.CONTRADICTS),
        ({"ratingValue": 5, "bestRating": 7}, None),
        ({"ratingValue": 3}, None),
        ({"ratingValue": -1, "alternateName": "Unproven"}, None),
        ({"ratingValue": 5, "alternateName": "False"}, None),
        ({"ratingValue": 5, "alternateName": "Rings true"}, Relation.CORROBORATES),
        ({"ratingValue": 1, "bestRating": 1, "worstRating": 1}, None),
        ({"ratingValue": True}, None),
        ({"ratingValue": "NaN", "alternateName": "False"}, Relation.CONTRADICTS),
        ({"alternateName": "FALSE!"}, Relation.CONTRADICTS),
        ({"alternateName": "True"}, Relation.CORROBORATES),
        ({"alternateName": "Mostly true"}, None),
        ({"alternateName": "Not false"}, None),
        ({}, None),
    ],
)
def test_only_a_clear_rating_says_what_the_review_does_with_the_claim(
    rating: dict[str, Any], relation: Relation | None
) -> None:
    assert clear_relation(rating) is relation


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "no JSON"),
        ("[]", "no ClaimReview"),
        ('{"@type": "Review"}', "no ClaimReview"),
        ("[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_no_feed_gets_one_line(text: str, told: str) -> None:
    with pytest.raises(InterchangeError, match=told) as caught:
        read_feed(text)
    assert "\n" not in str(caught.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@id", "url", "name", "text", "@value", "alternateName"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(
    st.dictionaries(
        st.sampled_from(["claimReviewed", "url", "author", "itemReviewed", "reviewRating", "datePublished"]),
        json_values,
    )
)
def test_whatever_stands_in_its_fields_a_review_is_read(fields: dict[str, Any]) -> None:
    (found,) = read_feed(json.dumps({**fields, "@type": "ClaimReview"}))
    assert found.citation
    assert found.url is None or found.url.startswith(("http", "HTTP"))
    assert not any("\0" in text or "\ud800" <= text <= "\udfff" for text in (found.claim, found.citation))


def test_hostile_text_in_a_feed_stays_data(desk: Review) -> None:
    """What the database cannot keep is replaced, an address that is none left out; the rest is kept as it is."""
    hostile = "<script>alert(1)</script>\0\ud800\u202e\x1b[31m"
    feed = review_of(
        "The mayor spoke.",
        url="javascript:alert(1)",
        author=[hostile, {"name": hostile}],
        reviewRating={"alternateName": hostile * 1000, "ratingExplanation": "word" * 500_000},
        itemReviewed={"author": hostile, "appearance": ["javascript:alert(1)", hostile]},
    )
    (found,) = import_claimreviews(desk.context, json.dumps([feed])).claims
    (evidence,) = desk.context.state(found.claim or "").evidence
    assert evidence.url is None
    assert evidence.citation is not None
    assert "<script>alert(1)</script>" in evidence.citation
    assert not set(evidence.citation) & set("\0\x1b\u202e\ud800")
    assert evidence.quote == "word" * 500_000
