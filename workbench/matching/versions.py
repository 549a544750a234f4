"""From one version of an article to the next: where its claims and sentences stand now, and what is new.

First the very words are looked for; what stands word for word is at home. Only then edited words are looked for, and
only among the sentences that are nobody's home yet, so that a look-alike that stood there before is no new place.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from workbench.articles.model import Article
from workbench.claims.model import Claim, claim_key
from workbench.matching.anchors import AnchoredArticle, Span
from workbench.matching.comparing import compare
from workbench.matching.model import CarriedAnchor, CarriedClaim, CarriedSentence, VersionChange
from workbench.matching.prepared import SPEAKING_KINDS
from workbench.matching.touching import sentences_touched
from workbench.vocabulary import AnchorState, Facet

_SAME_CLAIM: Final = 0.8  # share of the letters of both that an extracted claim and a carried place must have in common
_COVERED: Final = 0.9  # share of a sentence that was known before from which it says nothing new


def carry_over(
    older: Article, newer: Article, older_claims: Iterable[Claim], newer_claims: Iterable[Claim]
) -> VersionChange:
    """Return what became of the claims and the sentences of `older` in its newer version.

    A claim goes to the claim that was extracted at its new place, if there is one, else to that place itself. Two
    claims never go to one place.
    """
    claims = tuple(older_claims)
    of_sentences, of_claims = carry_spans(older, newer, [(claim.start, claim.end) for claim in claims])
    sentences = tuple(_sentence(number, older, newer, place) for number, place in enumerate(of_sentences))
    extracted = sorted(newer_claims, key=lambda claim: (claim.start, claim.end))
    placed = [_claim(claim, newer, place, extracted) for claim, place in zip(claims, of_claims, strict=True)]
    known = [place.span for place, sentence in zip(of_sentences, sentences, strict=True) if sentence.carries]
    return VersionChange(newer.sha256, older.sha256, _count_added(newer, known), tuple(_one_each(placed)), sentences)


def carry_spans(
    older: Article, newer: Article, spans: Sequence[Span]
) -> tuple[list[CarriedAnchor], list[CarriedAnchor]]:
    """Return where each sentence of `older` stands in `newer`, and each of the spans, in time near linear in both."""
    sentences = [(sentence.start, sentence.end) for sentence in older.sentences]
    if older.text == newer.text:
        unmoved = [CarriedAnchor(AnchorState.EXACT, *span) for span in (*sentences, *spans)]
        return unmoved[: len(sentences)], unmoved[len(sentences) :]
    source, target = AnchoredArticle(older), AnchoredArticle(newer)
    anchors = [source.anchor(*span) for span in (*sentences, *spans)]
    verbatim = [target.carry_verbatim(anchor) for anchor in anchors]
    covered = _covered(newer, {place.span for place in verbatim[: len(sentences)] if place and place.span})
    free = [number for number, share in enumerate(covered) if share < _COVERED]
    rest = iter(target.carry_edited((a for a, place in zip(anchors, verbatim, strict=True) if place is None), free))
    carried = [place or next(rest) for place in verbatim]
    return carried[: len(sentences)], carried[len(sentences) :]


def _sentence(number: int, older: Article, newer: Article, place: CarriedAnchor) -> CarriedSentence:
    if place.span is None:
        return CarriedSentence(number, place.state)
    words = newer.text[place.span[0] : place.span[1]]
    differs = _differences(older.sentences[number].text, words, place.state)
    return CarriedSentence(number, place.state, sentences_touched(newer, *place.span), differs)


def _claim(claim: Claim, newer: Article, place: CarriedAnchor, extracted: Sequence[Claim]) -> CarriedClaim:
    if place.span is None:
        return CarriedClaim(claim.key, place.state, candidates=place.candidates)
    there = _extracted_at(place.span, extracted)
    start, end = (there.start, there.end) if there else place.span
    words = newer.text[start:end]
    state = AnchorState.EXACT if words.split() == claim.text.split() else AnchorState.RELOCATED
    return CarriedClaim(
        claim.key,
        state,
        claim_key(newer.sha256, start, end, words),
        start,
        end,
        words,
        there.sentences if there else sentences_touched(newer, start, end),
        differs=_differences(claim.text, words, state),
    )


def _extracted_at(span: Span, extracted: Sequence[Claim]) -> Claim | None:
    """Return the extracted claim that stands at the span, or nearly so."""
    start, end = span
    best, share = None, _SAME_CLAIM
    first = bisect_left(extracted, start - (end - start), key=lambda claim: claim.start)
    for claim in islice(extracted, first, None):
        if claim.start >= end:
            break
        shared = min(end, claim.end) - max(start, claim.start)
        together = max(end, claim.end) - min(start, claim.start)
        if shared / together >= share:
            best, share = claim, shared / together
    return best


def _differences(older: str, newer: str, state: AnchorState) -> tuple[Facet, ...]:
    """Return in what the words say something else: a vote on “214 passengers” is none on “241 passengers”."""
    if state is AnchorState.EXACT:
        return ()
    found = {difference.facet for difference in compare(older, newer).differences}
    return tuple(facet for facet in Facet if facet in found)


def _one_each(carried: list[CarriedClaim]) -> Iterable[CarriedClaim]:
    """Let no two claims go to one place: the one whose very words stand there keeps it, if it is the only one."""
    at = Counter(claim.newer for claim in carried)
    exact = Counter(claim.newer for claim in carried if claim.state is AnchorState.EXACT)
    for claim in carried:
        alone = at[claim.newer] == 1 or (claim.state is AnchorState.EXACT and exact[claim.newer] == 1)
        if claim.newer is None or claim.start is None or claim.end is None or alone:
            yield claim
        else:
            place = ((claim.start, claim.end),)
            yield CarriedClaim(claim.older, AnchorState.AMBIGUOUS, candidates=place)


def _count_added(newer: Article, known: Iterable[Span | None]) -> int:
    """Return how many sentences that speak are not made up of what stood in the older version."""
    covered = _covered(newer, {span for span in known if span})
    return sum(
        share < _COVERED
        for share, sentence in zip(covered, newer.sentences, strict=True)
        if newer.block_of(sentence).kind in SPEAKING_KINDS
    )


def _covered(article: Article, spans: Iterable[Span]) -> list[float]:
    """Return for each sentence which share of it stands in the spans; they do not overlap."""
    letters = [0] * len(article.sentences)
    for start, end in spans:
        for number in sentences_touched(article, start, end):
            sentence = article.sentences[number]
            letters[number] += min(end, sentence.end) - max(start, sentence.start)
    return [count / len(sentence.text) for count, sentence in zip(letters, article.sentences, strict=True)]
