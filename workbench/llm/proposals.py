"""From a model's answers to claims: what is anchored and new becomes a claim, all else is counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from workbench.articles.model import Article
from workbench.claims import claims_at
from workbench.claims.model import Claim
from workbench.claims.spans import Span
from workbench.llm.anchoring import Anchored, Dropped, anchor, stands_in
from workbench.llm.prompt import REPLY_SCHEMA, questions
from workbench.llm.reply import Proposal, read_reply
from workbench.matching.prepared import PreparedArticle
from workbench.vocabulary import ClaimOrigin

Ask = Callable[[tuple[Mapping[str, str], ...], Mapping[str, Any]], str]
"""Puts messages to a model, with the JSON Schema of the reply, and returns what it answers."""

_SAME_CLAIM: Final = 0.8  # shared part of two spans together from which they are one claim


@dataclass(frozen=True, slots=True)
class Proposals:
    """What came of asking a model about one article.

    Attributes:
        claims: those that are new, in the article's order; each is a stretch of the article, to the character.
        proposed: how many entries the model sent.
        known: how many of them are claims already.
        dropped: how many of them could not become claims, by reason.
    """

    claims: tuple[Claim, ...]
    proposed: int
    known: int
    dropped: Mapping[Dropped, int]


def propose_claims(article: Article, known: Iterable[Claim], ask: Ask, extractor: str) -> Proposals:
    """Ask a model for the claims of `article` and keep those that stand in it and are not among `known`.

    Args:
        ask: how to put a question; whatever it raises ends the asking.
        extractor: the model's name, which every claim carries.
    """
    replies = [read_reply(ask(messages, REPLY_SCHEMA)) for messages in questions(article)]
    proposals = [proposal for reply in replies for proposal in reply.proposals]
    malformed = sum(reply.malformed for reply in replies)
    dropped = Counter({Dropped.MALFORMED: malformed} if malformed else {})
    taken = [Span(claim.start, claim.end) for claim in known]
    already = 0
    found_claims: list[tuple[Proposal, Anchored]] = []
    prepared = PreparedArticle(article)
    for proposal in proposals:
        found = anchor(proposal, prepared)
        if isinstance(found, Dropped):
            dropped[found] += 1
        elif any(_is_same(found.span, span) for span in taken):
            already += 1
        else:
            taken.append(found.span)
            found_claims.append((proposal, found))
    claims = _claims(found_claims, prepared, extractor)
    return Proposals(claims, len(proposals) + malformed, already, dict(dropped))


def _is_same(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    together = max(a.end, b.end) - min(a.start, b.start)
    return shared >= _SAME_CLAIM * together


def _claims(found: Sequence[tuple[Proposal, Anchored]], article: PreparedArticle, extractor: str) -> tuple[Claim, ...]:
    """Return the claims in the article's order, with what the rules read of each; the model may add who asserts it."""
    ordered = sorted(found, key=lambda pair: (pair[1].span.start, pair[1].span.end))
    read = claims_at(article.article, [place.span for _, place in ordered])
    return tuple(
        replace(
            claim,
            sentences=place.sentences,
            asserter=claim.asserter or _asserter(proposal, article),
            origin=ClaimOrigin.LLM,
            extractor=extractor,
        )
        for claim, (proposal, place) in zip(read, ordered, strict=True)
    )


def _asserter(proposal: Proposal, article: PreparedArticle) -> str | None:
    named = proposal.asserter
    return named if named is not None and stands_in(named, article) else None
