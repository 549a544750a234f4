"""ClaimReview as schema.org and the collectors of fact-checks expect it."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reports.interchange.claimreview import claim_reviews, claimreview_text, short_claim
from workbench.reports.record import Record
from workbench.store.claim_state import ClaimState, Vote
from workbench.store.settled import Adjudication
from workbench.vocabulary import Confidence, NotCheckableReason, Settlement, Verdict

KNOWN = {
    "ClaimReview": {
        *("@context", "@type", "@id", "url", "datePublished", "claimReviewed", "author", "creativeWorkStatus"),
        *("itemReviewed", "reviewRating"),
    },
    "Claim": {"@type", "@id", "text", "author", "datePublished", "inLanguage", "appearance"},
    "NewsArticle": {"@type", "@id", "url", "name", "publisher", "datePublished"},
    "Rating": {"@type", "alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    "Person": {"@type", "name"},
    "Organization": {"@type", "name"},
}
"""The properties that schema.org gives these types, as far as they are used here."""

REQUIRED = {"claimReviewed", "reviewRating", "url"}


def objects(value: Any) -> list[dict[str, Any]]:
    """Return every object within a JSON value."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item)]
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in objects(item))]
    return []


def reviews(record: Record) -> list[dict[str, Any]]:
    """Return the reviews of the feed that is written of `record`."""
    return [element["item"] for element in json.loads("".join(claimreview_text(record)))["dataFeedElement"]]


def with_verdict(record: Record, verdict: Verdict, **said: Any) -> dict[str, Any]:
    """Return the review of a claim for which one person voted `verdict`."""
    state = next(found for found in record.claims if not found.discarded_by)
    vote = Vote("Anna", verdict, said.get("reason"), said.get("unsupported"), record.generated_at)
    (review,) = reviews(replace(record, claims=(ClaimState(state.claim, state.text, votes=(vote,)),)))
    return review


def test_every_claim_with_a_settled_or_shared_verdict_has_its_review_and_no_other(settled_record: Record) -> None:
    wanted = [state.key for state in settled_record.claims if state.verdict and not state.discarded_by]
    assert [review["itemReviewed"]["@id"] for review in reviews(settled_record)] == [
        f"urn:uuid:{key}" for key in wanted
    ]
    assert len(wanted) == 3


def test_only_properties_of_the_vocabulary_are_used_and_those_required_are_there(settled_record: Record) -> None:
    for review in reviews(settled_record):
        assert review.keys() >= REQUIRED
        assert review["reviewRating"]["alternateName"]
        for found in objects(review):
            assert found.keys() <= KNOWN[found["@type"]]


def test_a_reader_of_json_ld_finds_the_reviews(settled_record: Record, expand: Callable[[str], list[Any]]) -> None:
    (feed,) = expand("".join(claimreview_text(settled_record)))
    schema = "http://schema.org/"  # so schema.org's own context has it, under either address
    assert feed["@type"] == [f"{schema}DataFeed"]
    items = [element[f"{schema}item"][0] for element in feed[f"{schema}dataFeedElement"]]
    assert {item["@type"][0] for item in items} == {f"{schema}ClaimReview"}
    assert all(item["@id"].startswith("urn:uuid:") for item in items)
    assert len({item["@id"] for item in items}) == len(items)


@pytest.mark.parametrize(
    ("verdict", "number", "words"),
    [
        (Verdict.SUPPORTED, 5, "True"),
        (Verdict.REFUTED, 1, "False"),
        (Verdict.CONFLICTING, 3, "Conflicting evidence"),
        (Verdict.PARTIALLY_SUPPORTED, None, "Partially supported"),
        (Verdict.NOT_ENOUGH_EVIDENCE, None, "Not enough evidence"),
        (Verdict.TOO_VAGUE, None, "Too vague to check"),
        (Verdict.NOT_CHECKABLE, None, "Not checkable"),
    ],
)
def test_a_number_stands_only_where_the_scale_has_one(
    record: Record, verdict: Verdict, number: int | None, words: str
) -> None:
    rating = with_verdict(record, verdict)["reviewRating"]
    assert rating["alternateName"] == words
    assert rating.get("ratingValue") == number
    scale = {"bestRating", "worstRating"} & rating.keys()
    assert scale == ({"bestRating", "worstRating"} if number else set())
    if number:
        assert (rating["worstRating"], rating["bestRating"]) == (1, 5)


def test_every_verdict_has_its_words(record: Record) -> None:
    assert all(with_verdict(record, verdict)["reviewRating"]["alternateName"] for verdict in Verdict)


def test_the_rating_says_what_is_not_supported_and_why_nothing_can_be_checked(record: Record) -> None:
    partly = with_verdict(record, Verdict.PARTIALLY_SUPPORTED, unsupported="by noon")
    assert partly["reviewRating"]["ratingExplanation"] == "Not supported: “by noon”."
    opinion = with_verdict(record, Verdict.NOT_CHECKABLE, reason=NotCheckableReason.OPINION)
    assert opinion["reviewRating"]["ratingExplanation"].startswith("Opinion: ")
    supported = with_verdict(record, Verdict.SUPPORTED)
    assert "within this collection" in supported["reviewRating"]["ratingExplanation"]


def test_what_was_left_open_has_no_review(record: Record) -> None:
    state = next(found for found in record.claims if found.verdict and not found.discarded_by)
    open_one = Adjudication(
        Settlement.UNRESOLVED, None, None, Confidence.LOW, None, None, None, "Cleo", record.generated_at
    )
    assert not reviews(replace(record, claims=(replace(state, adjudication=open_one),)))
    assert not reviews(replace(record, claims=(replace(state, discarded_by="Anna"),)))


def test_whoever_voted_settled_and_signed_is_the_author(settled_record: Record) -> None:
    by_text = {review["itemReviewed"]["text"]: review for review in reviews(settled_record)}
    settled = by_text["All 214 passengers were taken ashore by noon."]
    assert [author["name"] for author in settled["author"]] == ["Anna Berg", "Ben <b>Okafor</b>", "Cleo"]
    signed = next(review for text, review in by_text.items() if text.startswith("The ferry Marigold"))
    assert signed["author"] == {"@type": "Person", "name": "Anna Berg"}


def test_the_claim_says_who_asserts_it_and_where_it_appeared(record: Record) -> None:
    page = record.articles[0]
    about = {"url": "https://harbour.example/ferry page?x=1", "publisher": "Harbour Ledger"}
    known = replace(page, article=replace(page.article, **about, published=record.generated_at.date()))
    told = replace(record, articles=(known, *record.articles[1:]))
    state = next(found for found in record.claims if found.claim.article == page.key and found.claim.asserter)
    claim = next(r["itemReviewed"] for r in reviews(told) if r["itemReviewed"]["@id"].endswith(state.key))
    assert claim["author"] == {"@type": "Person", "name": state.claim.asserter}
    assert claim["datePublished"] == "2026-03-01"
    appearance = claim["appearance"]
    assert appearance["url"] == appearance["@id"] == "https://harbour.example/ferry%20page?x=1"
    assert appearance["publisher"] == {"@type": "Organization", "name": "Harbour Ledger"}


@pytest.mark.parametrize(
    ("asserter", "kind"),
    [
        ("the defence ministry", "Organization"),
        ("NATO", "Organization"),
        ("a ministry spokesman", "Person"),
        ("Rosa Lindqvist", "Person"),
    ],
)
def test_a_body_is_not_taken_for_a_person(record: Record, asserter: str, kind: str) -> None:
    state = next(found for found in record.claims if found.verdict and not found.discarded_by)
    said = replace(state, claim=replace(state.claim, asserter=asserter))
    (review,) = reviews(replace(record, claims=(said,)))
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": asserter}


@given(st.text(max_size=300))
def test_a_short_claim_is_short_and_says_that_it_was_cut(text: str) -> None:
    short, words = short_claim(text), " ".join(text.split())
    assert len(short) < 75
    if len(words) < 75:
        assert short == words
    else:
        assert short.endswith("…")
        assert words.startswith(short[:-1])
        assert " " not in words[:74] or words[len(short) - 1] in " ,;:–—-"


def test_the_same_record_gives_the_same_text(settled_record: Record) -> None:
    assert "".join(claimreview_text(settled_record)) == "".join(claimreview_text(settled_record))
    later = replace(settled_record, generated_at=settled_record.generated_at.replace(year=2030))
    assert "".join(claimreview_text(later)) == "".join(claimreview_text(settled_record))


def test_hostile_text_stays_data(hostile: tuple[str, Record], expand: Callable[[str], list[Any]]) -> None:
    _, record = hostile
    text = "".join(claimreview_text(record))
    assert text.isascii()
    assert not any(ord(sign) < 0x20 for sign in text.replace("\n", ""))
    written = {review["@id"]: review for review in reviews(record)}
    assert [review["itemReviewed"]["text"] for review in written.values()] == [
        review["itemReviewed"]["text"] for review in claim_reviews(record)
    ]
    for review in written.values():
        assert len(review["claimReviewed"]) < 75
        for found in objects(review):
            assert found.get("url", "urn:").startswith(("http://", "https://", "urn:"))
    assert len(expand(text)) == 1
