"""A record as ClaimReview (schema.org), the form in which fact-checks are published and collected.

One review for each claim whose verdict was settled, or that all votes share; discarded claims and those of versions
that a newer one replaced have none. A number stands only where the scale of ClaimReview has a place for the verdict:
5 where it is supported, 1 where it is refuted, 3 where the evidence conflicts. All else is said in words alone; where
on the scale a claim stands that is supported in part is nothing that a program decides.
"""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from workbench.articles.model import Article
from workbench.claims.cues import INSTITUTIONS, ROLES
from workbench.matching.outlets import shown_outlet
from workbench.reports.interchange.exported import claims_with
from workbench.reports.interchange.json_text import dump, json_list, json_object
from workbench.reports.interchange.naming import (
    ALL_COLLECTIONS,
    JsonObject,
    article_address,
    derived_urn,
    iso_day,
    one_or_many,
    told,
    uuid_urn,
    web_address,
)
from workbench.reports.record import Record
from workbench.store.decisions import format_time
from workbench.store.fold import ClaimState
from workbench.vocabulary import NOT_CHECKABLE_TERMS, SCOPE_WARNING, WORKFLOW_LABELS, Verdict

CONTEXT: Final = "https://schema.org"
LONGEST_SHORT: Final = 74
"""So many characters `claimReviewed` has at most: “short, less than 75”, as the field's guide says."""

_WORDS: Final = {
    Verdict.SUPPORTED: "True",
    Verdict.REFUTED: "False",
    Verdict.CONFLICTING: "Conflicting evidence",
    Verdict.PARTIALLY_SUPPORTED: "Partially supported",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
    Verdict.TOO_VAGUE: "Too vague to check",
    Verdict.NOT_CHECKABLE: "Not checkable",
}
_NUMBERS: Final = {Verdict.SUPPORTED: 5, Verdict.REFUTED: 1, Verdict.CONFLICTING: 3}
_BEST, _WORST = 5, 1
_ELLIPSIS: Final = "…"

_ValueT = TypeVar("_ValueT")


def claimreview_text(record: Record) -> Iterator[str]:
    """Yield the DataFeed review by review."""
    return json_object(_feed(record))


def _feed(record: Record) -> Iterator[tuple[str, str | Iterator[str]]]:
    yield "@context", dump(CONTEXT)
    yield "@type", dump("DataFeed")
    yield "name", dump(record.collection or ALL_COLLECTIONS)
    if modified := max((decision.at for decision in record.told_decisions), default=None):
        yield "dateModified", dump(format_time(modified))
    yield "dataFeedElement", json_list({"@type": "DataFeedItem", "item": review} for review in claim_reviews(record))


def claim_reviews(record: Record) -> Iterator[JsonObject]:
    """Yield a ClaimReview for every claim with a verdict, in the order of the articles."""
    for state, article, verdict in claims_with(record, tuple(Verdict)):
        yield _review(state, verdict, article, record.asked)


def short_claim(text: str) -> str:
    """Return `text` in one line of less than 75 characters: cut between two words, with an ellipsis."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_SHORT:
        return words
    head = words[:LONGEST_SHORT]
    whole = head.rsplit(" ", 1)[0] if " " in head else head[:-1]
    return whole.rstrip(" ,;:–—-") + _ELLIPSIS


def _review(state: ClaimState, verdict: Verdict, article: Article, asked: int) -> JsonObject:
    name = derived_urn("ClaimReview", state.key)
    return told(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "@id": name,
            "url": name,
            "datePublished": _day_of_verdict(state),
            "claimReviewed": short_claim(state.text),
            "author": one_or_many({"@type": "Person", "name": reviewer} for reviewer in _reviewers(state)),
            "creativeWorkStatus": WORKFLOW_LABELS[state.state_for(asked)],
            "itemReviewed": _claim(state, article),
            "reviewRating": _rating(state, verdict),
        }
    )


def _claim(state: ClaimState, article: Article) -> JsonObject:
    return told(
        {
            "@type": "Claim",
            "@id": uuid_urn(state.key),
            "text": state.text,
            "author": _asserter(state.claim.asserter, article),
            "datePublished": iso_day(article.published),
            "inLanguage": article.language,
            "appearance": _appearance(article),
        }
    )


def _appearance(article: Article) -> JsonObject:
    publisher = {"@type": "Organization", "name": article.publisher} if article.publisher else None
    return told(
        {
            "@type": "NewsArticle",
            "@id": article_address(article),
            "url": web_address(article.url),
            "name": article.heading,
            "publisher": publisher,
            "datePublished": iso_day(article.published),
        }
    )


def _asserter(asserter: str | None, article: Article) -> JsonObject:
    if asserter is None:
        is_known = article.publisher or web_address(article.url)
        return {"@type": "Organization", "name": shown_outlet(article)} if is_known else {}
    return {"@type": "Organization" if _is_institution(asserter) else "Person", "name": asserter}


def _is_institution(asserter: str) -> bool:
    """Whether the words speak of a body and not of a person: “the ministry”, “NATO”, but not “its spokesman”."""
    words = asserter.split()
    plain = {word.strip(".,’'").lower() for word in words}
    is_acronym = len(words) == 1 and len(asserter) > 1 and asserter.isupper()
    return not plain & ROLES and (is_acronym or bool(plain & INSTITUTIONS))


def _reviewers(state: ClaimState) -> tuple[str, ...]:
    """Who voted, who settled it, and who signed it, each once."""
    names = [vote.reviewer for vote in state.votes]
    names += [state.adjudication.reviewer] if state.adjudication else []
    names += [state.signed_off_by] if state.signed_off_by else []
    return tuple(dict.fromkeys(names))


def _day_of_verdict(state: ClaimState) -> str:
    times = [vote.at for vote in state.votes] + ([state.adjudication.at] if state.adjudication else [])
    return max(times).date().isoformat()


def _rating(state: ClaimState, verdict: Verdict) -> JsonObject:
    scale = (
        {"ratingValue": _NUMBERS[verdict], "bestRating": _BEST, "worstRating": _WORST} if verdict in _NUMBERS else {}
    )
    explained = " ".join(_explanation(state, verdict))
    return told({"@type": "Rating", "alternateName": _WORDS[verdict], **scale, "ratingExplanation": explained})


def _explanation(state: ClaimState, verdict: Verdict) -> Iterator[str]:
    same = [vote for vote in state.votes if vote.verdict is verdict]
    settled = (state.adjudication,) if state.adjudication else ()
    if verdict is Verdict.SUPPORTED:
        yield SCOPE_WARNING
    for unsupported in _each(given.unsupported for given in (*settled, *same)):
        yield f"Not supported: “{unsupported}”."
    for reason in _each(given.reason for given in (*settled, *same)):
        yield f"{NOT_CHECKABLE_TERMS[reason].label.capitalize()}: {NOT_CHECKABLE_TERMS[reason].definition}"
    yield from _each(given.note for given in settled)


def _each(values: Iterable[_ValueT | None]) -> tuple[_ValueT, ...]:
    """Return the values that are there, each once."""
    return tuple(dict.fromkeys(value for value in values if value))
