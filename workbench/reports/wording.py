"""How the readable reports put numbers, times, places and terms into words."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from workbench.articles.model import Article
from workbench.claims.model import Claim
from workbench.store.fold import Agreement, SourceLink, Vote
from workbench.vocabulary import (
    CLAIM_ORIGIN_LABELS,
    FACET_LABELS,
    NOT_CHECKABLE_TERMS,
    PROGRAM_ORIGINS,
    RELATION_TERMS,
    VERDICT_TERMS,
    AnchorState,
    ClaimOrigin,
    Relation,
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
DISCARDED_GLYPH: Final = "⌫"
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


def vote_words(vote: Vote) -> str:
    """Return a vote with its reason or its unsupported part."""
    words = VERDICT_TERMS[vote.verdict].label
    if vote.reason:
        words += f" ({NOT_CHECKABLE_TERMS[vote.reason].label})"
    return f"{words}; unsupported: “{vote.unsupported}”" if vote.unsupported else words


def agreement_words(agreement: Agreement) -> str:
    """Return a relation with the facets that differ."""
    words = RELATION_TERMS[agreement.relation].label
    return f"{words}; differs in {facet_words(agreement)}" if agreement.facets else words


def facet_words(agreement: Agreement) -> str:
    """Return the facets that differ."""
    return joined(FACET_LABELS[facet] for facet in agreement.facets)


def origin_words(claim: Claim) -> str:
    """Return where the claim came from, and which model proposed it."""
    words = CLAIM_ORIGIN_LABELS[claim.origin]
    return f"{words} ({claim.extractor})" if claim.extractor else words


def link_words(link: SourceLink) -> str:
    """Return a source link: which sentences, how surely, and who says so."""
    is_unconfirmed = link.by in PROGRAM_ORIGINS
    by = f"{CLAIM_ORIGIN_LABELS[ClaimOrigin(link.by)]}, not confirmed" if is_unconfirmed else f"linked by {link.by}"
    return f"{sentence_numbers(link.sentences)}, {_ANCHOR_WORDS[link.state]}, {by}"
