"""What kind of origin a description of somebody who knows something speaks of: a guess from its words."""

import re
from functools import lru_cache
from typing import Final

from workbench.articles.mastheads import is_name_of_paper
from workbench.matching.media_names import Medium, medium_in
from workbench.matching.places import countries_named
from workbench.matching.tokens import Token, tokenize
from workbench.matching.words import word_set
from workbench.vocabulary import OriginKind

# What stands behind the first of these describes the noun before it: "data from the ministry".
_HEAD_END: Final = word_set("""
    in of from for on at by with near to as via who that which whose close familiar posted shared released published
    issued obtained seen filmed taken verified circulating showing
    """)
_STATE_MEDIA: Final = re.compile(
    r"\bstate(?:[- ](?:run|owned|controlled|backed))?,? (?:\w+ )?"
    r"(?:media|news|tv|television|radio|broadcaster|newspaper|(?:news )?agenc(?:y|ies))\b",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(r"\b(?:(?:news|press|wire) (?:agenc(?:y|ies)|services?)|newswires?)\b", re.IGNORECASE)
_PLATFORM: Final = (
    r"(?:Telegram|X|Twitter|Weibo|WeChat|Facebook|Instagram|TikTok|VK|VKontakte|Truth Social|YouTube|Bluesky)"
)
_ON_PLATFORM: Final = re.compile(rf"\b(?:on|to|via) (?:(?:his|her|its|their|the) )?(?:\w+ )?{_PLATFORM}(?![\w-])")
_NAMES_PLATFORM: Final = re.compile(rf"(?<!\w){_PLATFORM}(?![\w-])")
_POSTS: Final = word_set("post tweet blogger channel account thread vlogger influencer")
_EYEWITNESSES: Final = word_set("""
    witness eyewitness resident villager bystander onlooker passer-by passerby survivor neighbor neighbour
    passenger evacuee
    """)
_DOCUMENTS: Final = word_set("""
    document report video footage clip recording photo photograph picture image imagery data figure statistic letter
    memo memorandum study survey poll filing file record transcript indictment affidavit lawsuit complaint decree
    email e-mail contract database map paper leak
    """)
_OUTLETS: Final = word_set("""
    newspaper daily weekly magazine broadcaster website tabloid media outlet television tv radio reporter
    journalist correspondent portal
    """)
_OFFICES: Final = word_set("""
    spokesman spokeswoman spokesperson president vice-president minister premier chancellor secretary ambassador envoy
    diplomat governor mayor senator lawmaker congressman congresswoman general admiral colonel major captain commander
    commissioner official officer police prosecutor judge sheriff king queen prince princess pope cardinal chairman
    chairwoman speaker leader dictator mouthpiece government ministry department state administration authority
    parliament congress senate duma council commission committee court agency bureau embassy consulate army navy
    military force staff pentagon kremlin cabinet party union nation service company firm corporation bank
    organization organisation office chief statement
    """)
# Of these words only the noun tells, not "local media" or "press secretary".
_ALONE: Final = {"local": OriginKind.EYEWITNESS, "press": OriginKind.OTHER_OUTLET}
# These name media, too: "state news agency", "China News Service".
_OF_MEDIA: Final = word_set("agency service company corporation party chief")
_REMEMBERED: Final = 8_192  # descriptions; every claim of a collection asks for those of all its articles


@lru_cache(maxsize=_REMEMBERED)
def kind_of(description: str) -> OriginKind | None:
    """Return the kind of origin that a description is of; None if its words do not tell.

    A reporter of a medium or an agency ("TASS correspondent") counts as that medium; who holds an office gives an
    official statement, also in a post.
    """
    parts = description.split(",")
    return next((kind for part in parts if (kind := _kind_of_part(part)) is not None), None)


def _kind_of_part(description: str) -> OriginKind | None:
    if (medium := head_medium(description)) is not None:
        return medium.kind
    if _STATE_MEDIA.search(description):
        return OriginKind.STATE_MEDIA
    if _AGENCY.search(description):
        return OriginKind.WIRE
    if is_name_of_paper("The " + re.sub(r"^[Tt]he ", "", description.strip())):
        return OriginKind.OTHER_OUTLET
    return _kind_of_noun(_head(description), description)


@lru_cache(maxsize=_REMEMBERED)
def head_medium(description: str) -> Medium | None:
    """Return the medium that a description is of: "state news agency KCNA", not "footage verified by the BBC"."""
    words = _head(description)
    medium = medium_in(description[: words[-1].end]) if words else None
    return None if {word.form for word in words} & (_OFFICES - _OF_MEDIA) else medium


def is_posted(sentence: str) -> bool:
    """Whether a sentence says of something that it was posted on a social network."""
    return bool(_ON_PLATFORM.search(sentence))


def _head(description: str) -> tuple[Token, ...]:
    """Return the words before those that describe the noun."""
    words = tokenize(description.split(",")[0])
    return words[: next((at for at, word in enumerate(words) if at and word.text in _HEAD_END), len(words))]


def _kind_of_noun(words: tuple[Token, ...], description: str) -> OriginKind | None:
    forms = {word.form for word in words}
    if words and words[-1].form in _ALONE:
        return _ALONE[words[-1].form]
    if forms & _EYEWITNESSES:
        return OriginKind.EYEWITNESS
    if forms & _POSTS or (_NAMES_PLATFORM.search(description) and not forms & (_OFFICES | _DOCUMENTS)):
        return OriginKind.SOCIAL_POST
    if forms & _OUTLETS:
        return OriginKind.OTHER_OUTLET
    if forms & _DOCUMENTS:
        return OriginKind.DOCUMENT
    if forms & _OFFICES or next(countries_named(words), None) is not None:
        return OriginKind.OFFICIAL_STATEMENT
    return None
