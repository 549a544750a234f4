"""Who knows what sentences say: whom they name for it, the outlet's reporter, or the agency they come from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from workbench.articles.model import Article
from workbench.claims.asserted_by import asserted_by
from workbench.claims.model import Claim
from workbench.matching.knowers import Knower, Knowers
from workbench.matching.model import OriginGroup
from workbench.matching.origin_kinds import is_posted, kind_of
from workbench.matching.outlets import plain_outlet, shown_outlet
from workbench.matching.own_reporting import own_reporting, told_to
from workbench.matching.supports import Support
from workbench.matching.word_credits import WordCredits
from workbench.matching.word_origins import WordOrigin
from workbench.vocabulary import AsserterNaming, Derivation, OriginKind, SharedOrigin

_MEDIA: Final = frozenset({OriginKind.WIRE, OriginKind.STATE_MEDIA, OriginKind.OTHER_OUTLET})


class Way(IntEnum):
    """How an article shows who knows something, the surest first."""

    ASSERTER = 0
    OWN_REPORTER = 1
    AGENCY_TEXT = 2
    AGENCY_CREDIT = 3
    THROUGH = 4


@dataclass(frozen=True, slots=True)
class Known:
    """That an article has from somebody what it says.

    `note` are the words that show it, if there are such; `unnamed` says that the article does not name them.
    """

    article: str
    knower: Knower
    way: Way
    derivation: Derivation
    note: str = ""
    unnamed: bool = False


def knowledge(
    supports: Sequence[Support], groups: Sequence[OriginGroup], credited: WordCredits, words: Sequence[WordOrigin]
) -> Iterator[Known]:
    """Yield from whom each article has what it says; it may have it from several, or from one through another."""
    described = {name for support in supports for claim in support.claims for name in _chain(support, claim)}
    described |= {group.name for group in groups if group.kind is SharedOrigin.ASSERTER}
    outlets = sorted({shown_outlet(each.article) for each in supports if _own_name(each.article)}, reverse=True)
    knowers = Knowers(described, credited.agencies, {plain_outlet(name): name for name in outlets})
    for support in supports:
        named = list(_asserted(support, knowers))
        yield from named or _in_own_voice(support, words, knowers)
        if named:
            yield from _passed_on(support, knowers)


def _chain(support: Support, claim: Claim) -> tuple[str, ...]:
    """Return those by whom a claim is asserted, outermost first; none of them if the outlet speaks of itself."""
    said = asserted_by(claim, support.article)
    return () if said.naming is AsserterNaming.OUTLET_VOICE else said.chain


def _asserted(support: Support, knowers: Knowers) -> Iterator[Known]:
    """Yield those whom the supporting sentences name as the last who say it."""
    for claim in support.assertions:
        unnamed = asserted_by(claim, support.article).naming is AsserterNaming.UNNAMED
        for name in _chain(support, claim)[-1:]:
            for knower in knowers.of(name):
                posted = knower.kind is None and is_posted(claim.text)
                who = knower._replace(kind=OriginKind.SOCIAL_POST) if posted else knower
                yield Known(support.article.sha256, who, Way.ASSERTER, Derivation.SAME_ASSERTER, unnamed=unnamed)


def _passed_on(support: Support, knowers: Knowers) -> Iterator[Known]:
    """Yield those through whom an article has what somebody else says: who reports it, and whom they told."""
    article = support.article
    for claim in support.assertions:
        for name in _chain(support, claim)[:-1]:
            for knower in knowers.of(name):
                yield Known(article.sha256, knower, Way.THROUGH, Derivation.SAME_ASSERTER)
    for sentence in support.stated:
        own = own_reporting(sentence.text, _own_name(article))
        whom = told_to(sentence.text)
        if own is not None:
            yield Known(article.sha256, knowers.reporter(article), Way.THROUGH, Derivation.OWN_REPORTING, own)
        elif whom is not None and kind_of(whom) in _MEDIA:
            for knower in knowers.of(whom):
                yield Known(article.sha256, knower, Way.THROUGH, Derivation.SAME_ASSERTER)


def _in_own_voice(support: Support, words: Sequence[WordOrigin], knowers: Knowers) -> Iterator[Known]:
    """Yield who knows what an article says in its own voice, if it shows that: its reporter, or else an agency."""
    article = support.article
    shown = [own for each in support.stated if (own := own_reporting(each.text, _own_name(article))) is not None]
    if shown:
        yield Known(article.sha256, knowers.reporter(article), Way.OWN_REPORTER, Derivation.OWN_REPORTING, shown[0])
        return
    for origin in words if support.sentences else ():
        if origin.is_agency and article.sha256 in origin.derived:
            derivation = origin.derived[article.sha256]
            way = Way.AGENCY_CREDIT if derivation is Derivation.UNKNOWN else Way.AGENCY_TEXT
            yield Known(article.sha256, Knower(*origin.origin), way, derivation)


def _own_name(article: Article) -> str | None:
    return shown_outlet(article) if article.publisher and plain_outlet(article.publisher) else None
