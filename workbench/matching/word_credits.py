"""Which agencies an article credits with its supporting sentences, and where it does so."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from workbench.articles.credits import ends_with_credit
from workbench.articles.model import Article
from workbench.matching.agency_credits import agency_credits, agency_key
from workbench.matching.media_names import Medium, medium_called
from workbench.matching.model import OriginGroup
from workbench.matching.supports import Support
from workbench.vocabulary import BlockKind, OriginKind, SharedOrigin

_AGENCIES: Final = frozenset({OriginKind.WIRE, OriginKind.STATE_MEDIA})
# "KCNA via REUTERS", "Jane Roe | AFP | Getty Images", "(AP Photo/Jane Roe)"
_SEPARATOR: Final = re.compile(r"\s*(?:[|/,:;()\[\]–—©]|\s-\s|\b(?:via|for|through|and|by)\b)\s*")
_OF_PICTURE: Final = re.compile(r"(?:\s+(?:photo|images?|file|pool))+\.?$", re.IGNORECASE)
_TAIL: Final = re.compile(r"[(\[|©][^.!?]*[.)\]\s]*$|(?<=[.!?])\s+[^.!?]*$")
_LONGEST_TAIL: Final = 160
_PUBLISHER: Final = "name of its publisher"
_PICTURE: Final = "credit of the picture"


class WordCredit(NamedTuple):
    """An agency that an article credits, and where: "dateline", "credit of the picture"."""

    agency: Medium
    place: str


class WordCredits(NamedTuple):
    """Which agencies are credited with what.

    Attributes:
        agencies: the agencies under their keys.
        of: what each supporting article (its key) credits, the first named first.
        elsewhere: the agencies that articles of the whole collection credit, as far as several credit them.
    """

    agencies: Mapping[str, Medium]
    of: Mapping[str, tuple[WordCredit, ...]]
    elsewhere: Mapping[str, frozenset[Medium]]


def word_credits(supports: Sequence[Support], groups: Sequence[OriginGroup]) -> WordCredits:
    """Return which agencies the supporting sentences are credited to.

    What stands below a picture is the picture agency's, so far as the picture has a credit; everything else is that of
    who is credited with the article, and an agency's own site needs no credit. `groups` tell of agencies that only
    other articles show to be such.
    """
    crediting = [group for group in groups if group.kind is SharedOrigin.AGENCY]
    known = [group.name for group in crediting]
    credited = agency_credits([support.article for support in supports], known)
    names: dict[str, set[str]] = {}
    for key, name in [(agency_key(name), name) for name in known] + [
        (credit.key, credit.name) for found in credited.values() for credit in found
    ]:
        names.setdefault(key, set()).add(name)
    agencies = {key: _agency(min(written)) for key, written in names.items()}
    found: dict[str, tuple[WordCredit, ...]] = {}
    for support in supports:
        article = support.article
        whole = [WordCredit(agencies[credit.key], credit.place) for credit in credited[article.sha256]]
        found[article.sha256] = _once(_pictured(support, agencies) or [*whole, *_published(article)])
    elsewhere: dict[str, frozenset[Medium]] = {}
    for group in crediting:
        for key in group.articles:
            elsewhere[key] = elsewhere.get(key, frozenset()) | {agencies[agency_key(group.name)]}
    return WordCredits(agencies, found, elsewhere)


def _agency(name: str) -> Medium:
    return medium_called(name) or Medium(name, OriginKind.WIRE)


def _once(credited: Iterable[WordCredit]) -> tuple[WordCredit, ...]:
    first: dict[str, WordCredit] = {}
    for credit in credited:
        first.setdefault(credit.agency.name, credit)
    return tuple(first.values())


def _published(article: Article) -> Iterator[WordCredit]:
    medium = medium_called(article.publisher or "")
    if medium is not None and medium.kind in _AGENCIES:
        yield WordCredit(medium, _PUBLISHER)


def _pictured(support: Support, agencies: Mapping[str, Medium]) -> list[WordCredit]:
    """Return who is credited with the pictures, if all supporting sentences are captions and have a credit."""
    article = support.article
    places = sorted({sentence.block for sentence in support.stated})
    if not places or any(article.blocks[place].kind is not BlockKind.CAPTION for place in places):
        return []
    found = [list(_credited(_picture_credit(article, place), agencies)) for place in places]
    return [credit for each in found for credit in each] if all(found) else []


def _picture_credit(article: Article, place: int) -> str:
    """Return the words that credit the picture whose caption is the block at `place`: behind it, or at its end."""
    caption = article.text[article.blocks[place].start : article.blocks[place].end]
    tail = _TAIL.search(caption[-_LONGEST_TAIL:]) if ends_with_credit(" ".join(caption.split())) else None
    following = article.blocks[place + 1 : place + 2]
    below = [article.text[block.start : block.end] for block in following if block.kind is BlockKind.CREDIT]
    return " | ".join([tail.group() if tail else "", *below])


def _credited(words: str, agencies: Mapping[str, Medium]) -> Iterator[WordCredit]:
    for part in _SEPARATOR.split(words):
        name = _OF_PICTURE.sub("", part.strip(" ."))
        agency = agencies.get(agency_key(name)) or medium_called(name)
        if agency is not None and agency.kind in _AGENCIES:
            yield WordCredit(agency, _PICTURE)
