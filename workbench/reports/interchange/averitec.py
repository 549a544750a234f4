"""A record as AVeriTeC (Schlichtkrull et al. 2023): claims with a label, and questions and answers that lead to it.

supported → Supported, refuted → Refuted, not enough evidence → Not Enough Evidence, conflicting evidence → Conflicting
Evidence/Cherrypicking. Other verdicts have no label there, and are left out with the claims that have none.

The questions are what each other article says of the claim; its sentences are the extractive answers, and where it says
nothing, the question is unanswerable. What was quoted from outside the collection answers a question of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from workbench.articles.model import Article
from workbench.matching.outlets import shown_outlet
from workbench.reports.interchange.exported import claims_left_out, claims_with, related_articles, sets_in
from workbench.reports.interchange.json_text import json_list
from workbench.reports.interchange.naming import JsonObject, article_address, web_address
from workbench.reports.record import Articles, Record
from workbench.store.fold import ClaimState
from workbench.store.settled import Evidence
from workbench.vocabulary import ClaimType, Relation, Verdict

LABELS: Final[dict[Verdict | None, str]] = {
    Verdict.SUPPORTED: "Supported",
    Verdict.REFUTED: "Refuted",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not Enough Evidence",
    Verdict.CONFLICTING: "Conflicting Evidence/Cherrypicking",
}
CLAIM_TYPES: Final = {
    ClaimType.EVENT_PROPERTY: "Event/Property Claim",
    ClaimType.NUMERICAL: "Numerical Claim",
    ClaimType.QUOTE_VERIFICATION: "Quote Verification",
    ClaimType.POSITION_STATEMENT: "Position Statement",
    ClaimType.CAUSAL: "Causal Claim",
    ClaimType.MEDIA_PUBLISHING: "Media Publishing Claim",
    ClaimType.MEDIA_ANALYSIS: "Media Analysis Claim",
    ClaimType.SPECULATIVE: "Speculative Claim",
    ClaimType.OPINION: "Opinion Claim",
}
_NO_ANSWER: Final = "No answer could be found."


def averitec_text(record: Record) -> Iterator[str]:
    """Yield `record` as AVeriTeC, claim by claim."""
    yield from json_list(averitec_claims(record))
    yield "\n"


def averitec_claims(record: Record) -> Iterator[JsonObject]:
    """Yield an object for every claim whose verdict has a label in AVeriTeC."""
    for state, article, verdict in claims_with(record, LABELS):
        yield {
            "claim": state.text,
            "required_reannotation": False,
            "label": LABELS[verdict],
            "justification": " ".join(_justification(state, verdict)),
            "claim_date": _day(article.published),
            "speaker": state.claim.asserter,
            "original_claim_url": article_address(article),
            "cached_original_claim_url": None,
            "fact_checking_article": None,
            "reporting_source": shown_outlet(article),
            "location_ISO_code": None,
            "claim_types": [CLAIM_TYPES[state.claim.type]],
            "fact_checking_strategies": [],
            "questions": [*_asked(state, record.articles), *_attached(state.evidence)],
        }


def left_out(record: Record) -> str:
    """Say how many claims are left out, and why; "" if none is."""
    return claims_left_out(record, LABELS, "AVeriTeC")


def _asked(state: ClaimState, articles: Articles) -> Iterator[JsonObject]:
    for key in related_articles(state):
        if recorded := articles.get(key):
            heading, answers = recorded.article.heading, [*_answers(state, recorded.article)]
            yield {"question": f"What does “{heading}” say of this?", "answers": answers}


def _answers(state: ClaimState, article: Article) -> Iterator[JsonObject]:
    address = article_address(article)
    sets = sets_in(state, article.sha256)
    if state.relation_with(article.sha256) is Relation.NOT_ADDRESSED or not sets:
        yield _answer(_NO_ANSWER, "Unanswerable", address)
        return
    for sentences in sets:
        yield _answer(" ".join(article.sentences[number].text for number in sentences), "Extractive", address)


def _attached(evidence: Iterable[Evidence]) -> Iterator[JsonObject]:
    for found in evidence:
        if found.quote:
            named = found.citation or found.url or found.file or "the attached evidence"
            answer = _answer(found.quote, "Extractive", web_address(found.url) or "")
            yield {"question": f"What does {named} say of this?", "answers": [answer]}


def _answer(text: str, kind: str, address: str) -> JsonObject:
    return {
        "answer": text,
        "answer_type": kind,
        "source_url": address,
        "cached_source_url": None,
        "source_medium": "Web text" if web_address(address) else "Other",
    }


def _justification(state: ClaimState, verdict: Verdict) -> Iterator[str]:
    """Yield what whoever settled it said of it, and the remarks of those who voted so."""
    if state.adjudication and state.adjudication.note:
        yield state.adjudication.note
    voters = {vote.reviewer for vote in state.votes if vote.verdict is verdict}
    yield from (note.text for note in state.notes if note.reviewer in voters)


def _day(published: date | None) -> str | None:
    return f"{published.day}-{published.month}-{published.year}" if published else None
