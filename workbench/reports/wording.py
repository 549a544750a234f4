"""How the readable reports put numbers, times, places and terms into words."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from workbench.articles.model import Article
from workbench.claims.model import Claim
from workbench.store.fold import Agreement, SourceLink, Vote
from workbench.store.policy import Policy
from workbench.store.settled import Adjudication, CellAdjudication, ConfirmedOrigin, Evidence
from workbench.vocabulary import (
    CLAIM_ORIGIN_LABELS,
    CONFIDENCE_TERMS,
    CREDIBILITY_LABELS,
    DERIVATION_LABELS,
    DISAGREEMENT_TERMS,
    FACET_LABELS,
    NOT_CHECKABLE_TERMS,
    ORIGIN_KIND_TERMS,
    PROGRAM_ORIGINS,
    RELATION_TERMS,
    RELIABILITY_LABELS,
    SETTLEMENT_LABELS,
    VERDICT_TERMS,
    AnchorState,
    ClaimOrigin,
    Derivation,
    Relation,
    Settlement,
)

RELATION_LETTERS: Final[dict[Relation | None, str]] = {
    Relation.CORROBORATES: "Co",
    Relation.PARTIALLY_SUPPORTS: "Ps",
    Relation.CONTRADICTS: "Ct",
    Relation.UPDATES: "Up",
    Relation.ATTRIBUTES: "At",
    Relation.QUESTIONS: "Qu",
    Relation.UNCLEAR: "Un",
    Relation.NOT_ADDRESSED: "Na",
    None: "",
}
"""Two letters for each relation, so that a matrix cell can be read without its colour."""

NOT_LOOKED_AT: Final = "not looked at yet"
NO_VERDICT: Final = "no verdict"
VOTES_DIFFER: Final = "votes differ"
DISPUTED_GLYPH: Final = "≠"
RELATIONS_DIFFER: Final = "relations differ"
DISCARDED_GLYPH: Final = "⌫"
SETTLED_GLYPH: Final = "⚖"
IMPLIED_GLYPH: Final = "⇄"
_ANCHOR_WORDS: Final = {
    AnchorState.EXACT: "word for word",
    AnchorState.RELOCATED: "lightly edited",
    AnchorState.AMBIGUOUS: "several places do equally well",
    AnchorState.ORPHANED: "in other words",
}


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return “1 claim”, “2 claims”, “1,024 claims”."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def hidden_words(hidden: int, reviewer: str) -> str:
    """Return the line that says what a report does not tell, as a collection is reviewed blind."""
    claims = "1 claim is" if hidden == 1 else f"{hidden:,} claims are"
    return f"{claims} shown without what others decided about them: {reviewer} has not voted on them yet."


def sentence_case(words: str) -> str:
    """Return `words` with a capital at the beginning; the rest, where names stand, as it is."""
    return words[:1].upper() + words[1:]


def joined(words: Iterable[str]) -> str:
    """Return “a”, “a and b”, “a, b and c”."""
    parts = tuple(words)
    return " and ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def minute(at: datetime) -> str:
    """Return the time to the minute, in UTC."""
    return at.strftime("%Y-%m-%d %H:%M UTC")


def day(published: date | None) -> str:
    """Return the day on which an article appeared, or that it is not known."""
    return f"{published:%Y-%m-%d}" if published else "undated"


def sentence_numbers(sentences: tuple[int, ...]) -> str:
    """Return “sentence 4” or “sentences 4 and 5”: indices from 0 are counted from 1 where people read them."""
    return f"{'sentence' if len(sentences) == 1 else 'sentences'} {joined(str(i + 1) for i in sentences)}"


def position(start: int, end: int, sentences: tuple[int, ...], article: Article) -> str:
    """Return where a stretch of text stands in its article."""
    place = f"characters {start:,}–{end:,}"
    return f"{place}, {sentence_numbers(sentences)} of {len(article.sentences)}" if sentences else place


def vote_words(vote: Vote | Adjudication) -> str:
    """Return a vote, or a settled verdict, with its reason or its unsupported part."""
    words = VERDICT_TERMS[vote.verdict].label if vote.verdict else NO_VERDICT
    if vote.reason:
        words += f" ({NOT_CHECKABLE_TERMS[vote.reason].label})"
    return f"{words}; unsupported: “{vote.unsupported}”" if vote.unsupported else words


def settlement_words(settled: Adjudication | CellAdjudication) -> str:
    """Return how a verdict or a relation was settled: “adjudicated; edge case; confidence: high”."""
    words = SETTLEMENT_LABELS[settled.settlement]
    if settled.disagreement:
        words += f"; they differed: {DISAGREEMENT_TERMS[settled.disagreement].label}"
    if settled.settlement is Settlement.UNRESOLVED:
        return words
    return f"{words}; confidence: {CONFIDENCE_TERMS[settled.confidence].label}"


def agreement_words(agreement: Agreement) -> str:
    """Return a relation with the facets that differ."""
    words = RELATION_TERMS[agreement.relation].label
    return f"{words}; differs in {facet_words(agreement)}" if agreement.facets else words


def facet_words(said: Agreement | CellAdjudication) -> str:
    """Return the facets that differ."""
    return joined(FACET_LABELS[facet] for facet in said.facets)


def confirmed_words(origin: ConfirmedOrigin) -> str:
    """Return a confirmed origin: “Halyard News (news agency), word for word”."""
    words = f"{origin.name} ({ORIGIN_KIND_TERMS[origin.kind].label})"
    is_known = origin.derivation is not Derivation.UNKNOWN
    return f"{words}, {DERIVATION_LABELS[origin.derivation]}" if is_known else words


def grade_words(evidence: Evidence) -> str:
    """Return what the grades of evidence mean; "" where there are none."""
    source = f"source {RELIABILITY_LABELS[evidence.reliability]}" if evidence.reliability else ""
    information = f"information {CREDIBILITY_LABELS[evidence.credibility]}" if evidence.credibility else ""
    return "; ".join(part for part in (source, information) if part)


def policy_words(policy: Policy) -> str:
    """Return how a collection is reviewed, in a sentence or two."""
    words = f"Each claim needs {count(policy.votes, 'vote')}."
    if policy.blind:
        words += " It is reviewed blind: nobody sees what others decided about a claim before voting on it."
    if policy.adjudicators:
        words += f" Everything is seen, and what is disputed settled, by {joined(policy.adjudicators)}."
    return words


def marked_pieces(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Return `text` in pieces, each with whether it lies at one of the places; the pieces make up the whole text."""
    marks = [False] * len(text)
    for start, end in places:
        for place in range(max(0, start), min(end, len(text))):
            marks[place] = True
    turns = [place for place in range(1, len(text)) if marks[place] != marks[place - 1]]
    return [(text[start:end], marks[start]) for start, end in pairwise((0, *turns, len(text))) if end > start]


def origin_words(claim: Claim) -> str:
    """Return where the claim came from, and which model proposed it."""
    words = CLAIM_ORIGIN_LABELS[claim.origin]
    return f"{words} ({claim.extractor})" if claim.extractor else words


def link_words(link: SourceLink) -> str:
    """Return a source link: which sentences, how surely, and who says so."""
    is_unconfirmed = link.by in PROGRAM_ORIGINS
    by = f"{CLAIM_ORIGIN_LABELS[ClaimOrigin(link.by)]}, not confirmed" if is_unconfirmed else f"linked by {link.by}"
    return f"{sentence_numbers(link.sentences)}, {_ANCHOR_WORDS[link.state]}, {by}"
