"""What a key means, given where a claim stands: the rules behind the toggles of the screen."""

from collections.abc import Iterable
from typing import Final

from workbench.articles.model import Article
from workbench.claims.model import Claim, claim_key
from workbench.claims.spans import Span
from workbench.errors import DecisionError
from workbench.matching.touching import sentences_touched
from workbench.review.model import Cell, ClaimView, Passage
from workbench.store.fold import Agreement, ClaimState
from workbench.store.payloads import (
    AddClaim,
    DiscardClaim,
    LinkSource,
    MarkVerdict,
    ParkClaim,
    Payload,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    SignOff,
    UnlinkSource,
)
from workbench.vocabulary import Facet, Relation, Verdict

_DIFFERING: Final = frozenset({Relation.CONTRADICTS, Relation.PARTIALLY_SUPPORTS, Relation.UPDATES})
"""The relations that say that the two differ in something."""
_LOOSE: Final = " \t\n\r,;:"
"""What belongs to the sentence around a part of it, not to that part."""


def toggle_discard(state: ClaimState, reason: str | None = None) -> Payload:
    """Discard the claim, or take a discarded one up again."""
    return RestoreClaim() if state.discarded_by else DiscardClaim(reason)


def toggle_park(state: ClaimState) -> Payload:
    """Set the claim aside, or take it up again."""
    return ResumeClaim() if state.parked else ParkClaim()


def toggle_sign_off(state: ClaimState) -> Payload:
    """Sign the verdict off, or withdraw that.

    Raises:
        DecisionError: there is no verdict that all votes share.
    """
    if state.signed_off_by:
        return Reopen()
    if state.verdict is None:
        raise DecisionError("Only a claim with a verdict that all votes share can be signed off.")
    return SignOff()


def toggle_link(state: ClaimState, sentences: Iterable[int]) -> Payload:
    """Confirm that these sentences state the claim; if a reviewer has confirmed them already, unlink them.

    Raises:
        DecisionError: no sentence is given.
    """
    wanted = tuple(sorted(set(sentences)))
    if not wanted:
        raise DecisionError("Choose at least one sentence to link.")
    confirmed = any(source.sentences == wanted and source.by != state.claim.origin for source in state.sources)
    return UnlinkSource(wanted) if confirmed else LinkSource(wanted)


def links_to_confirm(state: ClaimState) -> tuple[Payload, ...]:
    """Return the decisions that confirm every source set that only the program has proposed."""
    return tuple(
        LinkSource(source.sentences, source.state, source.score)
        for source in state.sources
        if source.by == state.claim.origin
    )


def agreement(article: str, relation: Relation, passage: Passage | None) -> RecordAgreement:
    """Return the decision that says what an article does with a claim, resting on a passage of it.

    Silence, and what nobody found a passage for, rests on nothing. Where the two differ, it is said in what. The claim
    that the passage makes goes with it, as what holds from the one side holds from the other.
    """
    if relation is Relation.NOT_ADDRESSED or passage is None:
        return RecordAgreement(article, relation)
    facets: dict[Facet, None] = {}
    if relation in _DIFFERING:
        facets = dict.fromkeys(difference.facet for difference in passage.comparison.differences)
    return RecordAgreement(article, relation, passage.sentences, passage.twin, tuple(facets))


def changed_agreement(given: Agreement, *, facets: Iterable[Facet] | None = None, note: str | None = None) -> Payload:
    """Return the decision that says the same of an article with other facets, or with another note (“” for none)."""
    return RecordAgreement(
        given.article,
        given.relation,
        given.sentences,
        given.other_claim,
        given.facets if facets is None else tuple(dict.fromkeys(facets)),
        given.note if note is None else note.strip() or None,
    )


def partial_support(wording: str, places: Iterable[tuple[int, int]]) -> MarkVerdict:
    """Return the vote that the claim is supported but for the words at these places of its wording.

    Raises:
        DecisionError: no words are given, or all of them.
    """
    marked = tuple(sorted(places))
    words = " … ".join(" ".join(wording[start:end].split()) for start, end in marked)
    if not words:
        raise DecisionError("Mark the words of the claim that are not supported.")
    if sum(end - start for start, end in marked) >= len(wording.strip()):
        raise DecisionError("If no word of it is supported, the claim is refuted, or there is not enough evidence.")
    return MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported=words, unsupported_at=marked)


def where_it_differs(view: ClaimView) -> int:
    """Return where in the claim's wording something stands that another article says otherwise; 0 where none does.

    Only articles that were found to differ count: what the program alone finds is no verdict.
    """
    differing = [cell for cell in view.cells if cell.passages and _differs(cell)]
    places = [each.a_start for cell in differing for each in cell.passages[0].comparison.differences if each.a]
    return min(places, default=0)


def _differs(cell: Cell) -> bool:
    known = cell.agreement or cell.implied
    return known is not None and known.relation in _DIFFERING


def add_claim(article: Article, sentences: Iterable[int]) -> AddClaim:
    """Return the decision to add the claim that these neighbouring sentences state, in the article's words.

    Raises:
        DecisionError: no sentence is given, or they do not follow one another.
    """
    chosen = tuple(sorted(set(sentences)))
    if not chosen:
        raise DecisionError("Choose at least one sentence to make a claim of.")
    if chosen != tuple(range(chosen[0], chosen[-1] + 1)):
        raise DecisionError("A claim is one stretch of text: choose sentences that follow one another.")
    return _added(article, article.sentences[chosen[0]].start, article.sentences[chosen[-1]].end)


def add_claim_part(article: Article, start: int, end: int) -> AddClaim:
    """Return the decision to add the claim that a stretch of the article states, in the article's words.

    White space, commas, semicolons and colons at its ends are left out. Offsets are code points, half-open.

    Raises:
        DecisionError: the stretch is not in the article, has no word, or is of two blocks.
    """
    if not 0 <= start < end <= len(article.text):
        raise DecisionError("A claim is a stretch of its article: mark the words of it.")
    start += len(article.text[start:end]) - len(article.text[start:end].lstrip(_LOOSE))
    end = start + len(article.text[start:end].rstrip(_LOOSE))
    if not any(character.isalnum() for character in article.text[start:end]):
        raise DecisionError("There is no word in this stretch of the article: mark at least one.")
    if not any(block.start <= start and end <= block.end for block in article.blocks):
        raise DecisionError("A claim stands within one paragraph: mark words of one paragraph only.")
    return _added(article, start, end)


def _added(article: Article, start: int, end: int) -> AddClaim:
    """Return the claim with what the rules read of a stretch: who asserts it, and what kind of claim it is."""
    from workbench.claims.extract import claims_at  # few claims are added by hand, and the rules are slow to import

    around = article.sentences[sentences_touched(article, start, end)[0]]
    made, whole = claims_at(article, (Span(start, end), Span(around.start, around.end)))
    asserter, cue = (made.asserter, made.cue) if made.asserter else _told_around(article, whole, start, end)
    return AddClaim(article.sha256, start, end, made.text, made.sentences, asserter, cue, made.is_quote, made.type)


def _told_around(article: Article, whole: Claim, start: int, end: int) -> tuple[str | None, str | None]:
    """Return who says the part of a sentence, and with which words, if its attribution stands in another part of it."""
    for told in whole.attributions:
        if told.asserter and any(span.start <= start and end <= span.end for span in told.contents):
            return told.asserter, article.text[told.cue.start : told.cue.end] if told.cue else None
    return None, None


def key_of(added: AddClaim) -> str:
    """Return the key of the claim that the decision adds."""
    return claim_key(added.article, added.start, added.end, added.text)
