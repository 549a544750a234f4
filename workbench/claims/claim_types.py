"""What type a claim is: AVeriTeC's nine, from the most to the least specific."""

import re
from collections.abc import Sequence
from typing import Final

from workbench.claims import cues
from workbench.claims.amounts import has_amount
from workbench.claims.opinion_words import listed
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import CueKind, ReportingAct
from workbench.vocabulary import BlockKind, ClaimType, ScoreReason

_READ: Final = 1000  # characters; a longer sentence has said by then what it is
_LONG_QUOTATION: Final = 4
_MEDIUM: Final = r"(?:photo|photograph|image|picture|video|footage|clip|screenshot|screengrab|recording)s?"
_PRINTED: Final = r"(?:cartoon|magazine cover|front page|editorial|op-ed|interview|advert|leaflet|pamphlet|blog post)s?"
_SHOWN_MEDIA: Final = re.compile(rf"\b{_MEDIUM}\b", re.IGNORECASE)
_SINGULAR: Final = listed(
    """photo photograph image picture video footage clip screenshot screengrab recording cartoon cover page editorial
    op-ed interview advert leaflet pamphlet post"""
)
_MEDIA_WORDS: Final = _SINGULAR | {f"{word}s" for word in _SINGULAR}
# “The video shows …”, “in the photo, …”, “the image was doctored”: about what a medium shows, or whether it is real.
_ANALYSED_MEDIA: Final = re.compile(
    rf"\b{_MEDIUM} (?:[\w’'-]+ ){{0,4}}?(?:shows?|showed|showing|depicts?|depicted|appears? to|(?:is|are|was|were)"
    rf" (?:doctored|altered|edited|staged|fake|faked|real|authentic|generated))\b"
    rf"|\b(?:seen|shown|visible|captured) (?:in|on) (?:[\w’'-]+ ){{0,3}}?{_MEDIUM}\b",
    re.IGNORECASE,
)
# “State television aired footage”, “a photo was posted”: about a medium's having been published.
_PUBLISHED_MEDIA: Final = re.compile(
    rf"\b(?:published|posted|aired|broadcast|shared|uploaded|released|circulated|printed|ran|carried|tweeted|streamed"
    rf"|reposted|retweeted) (?:[\w’'“”\"-]+ ){{0,5}}?(?:{_MEDIUM}|{_PRINTED})\b"
    rf"|\b(?:{_MEDIUM}|{_PRINTED}) (?:[\w’'“”\"-]+,? ){{0,8}}?(?:published|posted|aired|broadcast|shared|uploaded"
    rf"|released|circulated|circulating|printed|went viral|went online|reposted|appeared (?:in|on))\b",
    re.IGNORECASE,
)
_OPINION: Final = frozenset(
    {
        ScoreReason.JUDGEMENT,
        ScoreReason.LOADED_WORDS,
        ScoreReason.NORM,
        ScoreReason.ARGUMENT,
        ScoreReason.EMPHASIS,
        ScoreReason.SWEEPING,
        ScoreReason.FIRST_PERSON,
        ScoreReason.ADDRESS,
    }
)


def claim_type(
    view: SentenceView,
    acts: Sequence[ReportingAct],
    *,
    quoted: bool,
    checkable: float,
    reasons: Sequence[ScoreReason],
) -> ClaimType:
    """Return the type of a claim: the first that fits, from the most to the least specific."""
    words, text, lowered = view.words, view.text[:_READ], view.forms
    if quoted and view.quoted_words >= _LONG_QUOTATION:
        return ClaimType.QUOTE_VERIFICATION
    media = None if lowered.isdisjoint(_MEDIA_WORDS) else _media_type(view, text)
    if media is not None:
        return media
    if lowered & cues.SPECULATION and not _is_month_of_may(words, lowered):
        return ClaimType.SPECULATIVE
    if not acts and checkable < 0.5 and not _OPINION.isdisjoint(reasons):
        return ClaimType.OPINION
    if has_amount(words):
        return ClaimType.NUMERICAL
    if acts and acts[0].kind is CueKind.STANCE:
        return ClaimType.POSITION_STATEMENT
    if lowered & cues.CAUSES or "as a result" in text:
        return ClaimType.CAUSAL
    return ClaimType.EVENT_PROPERTY


def _media_type(view: SentenceView, text: str) -> ClaimType | None:
    """Whether it is about what a photo or video shows, or about its having been published."""
    if view.kind is BlockKind.CAPTION:
        return ClaimType.MEDIA_ANALYSIS if _SHOWN_MEDIA.search(text) else None
    if _ANALYSED_MEDIA.search(text):
        return ClaimType.MEDIA_ANALYSIS
    return ClaimType.MEDIA_PUBLISHING if _PUBLISHED_MEDIA.search(text) else None


def _is_month_of_may(words: Sequence[Token], lowered: frozenset[str]) -> bool:
    """Whether the only word of speculation is a “May” with a capital inside the sentence."""
    return lowered & cues.SPECULATION == {"may"} and any(word.text == "May" and at > 0 for at, word in enumerate(words))
