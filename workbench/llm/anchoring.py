"""Where a proposed claim stands in the article, or why it is dropped.

The words count, not what the model says of them: a quotation is looked for in the whole article, and the number of the
sentence only settles which of several equal places is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from workbench.articles.model import Article, Sentence
from workbench.claims.spans import Span
from workbench.llm.prompt import SPEAKING_KINDS
from workbench.llm.reply import Proposal
from workbench.matching import find_sources
from workbench.matching.anchoring import verbatim_spans
from workbench.matching.folding import fold
from workbench.matching.prepared import PreparedArticle
from workbench.vocabulary import AnchorState

_FEWEST_WORDS: Final = 3
_MOST_SENTENCES: Final = 3


class Dropped(StrEnum):
    """Why a proposal did not become a claim."""

    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    OUTSIDE_TEXT = "outside_text"
    TOO_SHORT = "too_short"
    MALFORMED = "malformed"


@dataclass(frozen=True, slots=True)
class Anchored:
    """The stretch of the article that states a claim, and the sentences that it touches."""

    span: Span
    sentences: tuple[int, ...]


def anchor(proposal: Proposal, article: PreparedArticle) -> Anchored | Dropped:
    """Return where the proposal stands in `article`, to the character, or why it is dropped."""
    if len(proposal.quote.split()) < _FEWEST_WORDS:
        return Dropped.TOO_SHORT
    found = _verbatim(proposal, article) or _edited(proposal, article)
    if isinstance(found, Dropped):
        return found
    return found if _speaks(found, article.article) else Dropped.OUTSIDE_TEXT


def stands_in(words: str, article: PreparedArticle) -> bool:
    """Whether the article holds these words."""
    return fold(words).text.strip(" ") in article.folded.text


def _verbatim(proposal: Proposal, article: PreparedArticle) -> Anchored | Dropped | None:
    """Look for the very words; None if they do not stand there."""
    sentences = article.article.sentences
    places = [_anchored(Span(*span), sentences) for span in verbatim_spans(proposal.quote, article)]
    if not places:
        return None
    meant = [place for place in places if place.sentences == ((proposal.number or 0) - 1,)]
    chosen = places if len(places) == 1 else meant
    return chosen[0] if len(chosen) == 1 else Dropped.AMBIGUOUS


def _edited(proposal: Proposal, article: PreparedArticle) -> Anchored | Dropped:
    """Look for the words with slips; then the whole sentences are the claim, as the article has it."""
    best = next(iter(find_sources(proposal.quote, article, 1)), None)
    if best is None or best.state not in {AnchorState.RELOCATED, AnchorState.AMBIGUOUS}:
        return Dropped.NOT_FOUND
    first, last = best.sentences[0], best.sentences[-1]
    if best.state is AnchorState.AMBIGUOUS or best.sentences != tuple(range(first, last + 1)):
        return Dropped.AMBIGUOUS
    sentences = article.article.sentences
    return Anchored(Span(sentences[first].start, sentences[last].end), best.sentences)


def _anchored(span: Span, sentences: Sequence[Sentence]) -> Anchored:
    touched = tuple(i for i, each in enumerate(sentences) if each.start < span.end and span.start < each.end)
    return Anchored(_to_the_stop(span, sentences, touched), touched)


def _to_the_stop(span: Span, sentences: Sequence[Sentence], touched: tuple[int, ...]) -> Span:
    """Take in the signs that end the sentence, if nothing else is left of it."""
    if not touched:
        return span
    last = sentences[touched[-1]]
    rest = last.text[max(0, span.end - last.start) :]
    return span if any(map(str.isalnum, rest)) else Span(span.start, max(span.end, last.end))


def _speaks(found: Anchored, article: Article) -> bool:
    """Whether the place is a few sentences of one block in which the article speaks."""
    blocks = {article.sentences[index].block for index in found.sentences}
    return (
        len(blocks) == 1
        and len(found.sentences) <= _MOST_SENTENCES
        and article.blocks[blocks.pop()].kind in SPEAKING_KINDS
    )
