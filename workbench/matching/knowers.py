"""Who knows something, under one name however articles call them, and what kind of origin they are."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.articles.model import Article
from workbench.claims import cues
from workbench.matching.agency_credits import agency_key
from workbench.matching.asserters import AsserterNames
from workbench.matching.media_names import Medium
from workbench.matching.origin_kinds import head_medium, kind_of
from workbench.matching.outlets import outlet_name, plain_outlet, shown_outlet
from workbench.matching.place_frames import BODIES
from workbench.matching.places import countries_named, country_label
from workbench.matching.tokens import Token, tokenize
from workbench.matching.words import FUNCTION_WORDS, word_set
from workbench.vocabulary import OriginKind

_ARTICLE: Final = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_AND: Final = re.compile(r",? and (?:the )?")
_AGENCY_WORDS: Final = re.compile(r"\b(?:the|(?:news|press|wire) (?:agency|service))\b", re.IGNORECASE)
_MOUTHPIECES: Final = word_set("spokesman spokeswoman spokesperson statement")  # through which a body speaks
_FEWEST_WORDS: Final = 2  # that a body's name needs to be known without its country: "Joint Chiefs", not "officials"
_GOVERNMENT: Final = word_set("government administration")
_REMEMBERED: Final = 8_192  # descriptions
_SPELLINGS: Final = {"defence": "defense"}
_TELLING: Final = (
    OriginKind.STATE_MEDIA,
    OriginKind.WIRE,
    OriginKind.OTHER_OUTLET,
    OriginKind.OWN_REPORTER,
    OriginKind.DOCUMENT,
    OriginKind.OFFICIAL_STATEMENT,
    OriginKind.EYEWITNESS,
    OriginKind.SOCIAL_POST,
)
# Seats that are known by their own names; other capitals stand for their countries.
_SEATS: Final = {
    ("kremlin",): "Kremlin",
    ("white", "house"): "White House",
    ("downing", "street"): "Downing Street",
    ("elysee",): "Elysee",
}

_Key = frozenset[str]


class Knower(NamedTuple):
    """Who knows something: the name that all articles' words for them share, and the kind; None if no word tells."""

    name: str
    kind: OriginKind | None


class Knowers:
    """Finds whom the descriptions of asserters mean: "Peskov" and "Kremlin spokesman Dmitry Peskov" are one.

    People are known as `AsserterNames` knows them. A capital or a people's name is the government of its country,
    and a body ("the Defence Ministry") that of the only country for which a description names it. Those without a
    name are known by their description.
    """

    def __init__(self, descriptions: Iterable[str], agencies: Mapping[str, Medium], outlets: Mapping[str, str]) -> None:
        """Read all `descriptions` together; `agencies` are known by their keys, `outlets` (shown) by plain names."""
        self._agencies = agencies
        self._outlets = outlets
        whole = sorted({" ".join(text.split()) for text in descriptions})
        parts = [part for text in whole for part in (text, *_AND.split(text))]
        self._names = AsserterNames(parts)
        self._shown: dict[_Key, str] = {}
        for text in sorted(set(parts), key=lambda text: (-len(_without_article(text)), text)):
            self._shown.setdefault(_key(text), _without_article(text))
        self._full = _full_keys(self._shown)
        self._kinds: dict[str, OriginKind] = {}
        for knower in sorted((self._one(text) for text in set(parts)), key=_rank):
            if knower.kind is not None:
                self._kinds.setdefault(knower.name, knower.kind)

    def of(self, description: str) -> tuple[Knower, ...]:
        """Return those whom a description means: one, or each of several who are named side by side."""
        description = " ".join(description.split())
        if description.casefold() in cues.SUBJECT_PRONOUNS or not tokenize(description):
            return ()
        parts = _AND.split(description)
        if len(parts) > 1 and all(self._is_named(part) for part in parts):
            return tuple(dict.fromkeys(self._with_kind(self._one(part)) for part in parts))
        return (self._with_kind(self._one(description)),)

    def _with_kind(self, knower: Knower) -> Knower:
        """Return a knower with the kind that any description of them tells."""
        return Knower(knower.name, self._kinds.get(knower.name, knower.kind))

    def reporter(self, article: Article) -> Knower:
        """Return the reporter of an article's outlet."""
        return Knower(self._outlets.get(outlet_name(article), shown_outlet(article)), OriginKind.OWN_REPORTER)

    def _is_named(self, description: str) -> bool:
        """Whether these words name a person, a medium or a country, and so can be one of several side by side."""
        return self._medium(description) is not None or bool(self._person(description) or _country(_key(description)))

    def _one(self, description: str) -> Knower:
        if (medium := self._medium(description)) is not None:
            return Knower(*medium)
        kind = kind_of(description)
        if (person := self._person(description)) is not None:
            return Knower(person, kind)
        key = _key(description)
        full = self._full.get(key, key)
        return Knower(_country(full) or self._shown.get(full) or _without_article(description), kind)

    def _person(self, description: str) -> str | None:
        """Return the name in a description that is no body's: bodies have namesakes in every country."""
        name = self._names.name_of(description)
        if name is None or {word.form for word in tokenize(name)} & BODIES:
            return None
        return None if f" and {name}" in description else name

    def _medium(self, description: str) -> Medium | None:
        """Return the medium, agency or outlet that a description is of."""
        plain = plain_outlet(description)
        if plain in self._outlets:
            return Medium(self._outlets[plain], OriginKind.OTHER_OUTLET)
        return head_medium(description) or self._agencies.get(agency_key(_AGENCY_WORDS.sub(" ", description)))


def _rank(knower: Knower) -> int:
    """Return how much a kind says of somebody whom descriptions give several, the least first."""
    return len(_TELLING) if knower.kind is None else _TELLING.index(knower.kind)


def _without_article(description: str) -> str:
    return _ARTICLE.sub("", description) or description


@lru_cache(maxsize=_REMEMBERED)
def _key(description: str) -> _Key:
    """Return the words by which somebody without a personal name is known, and countries in their own form."""
    words = tokenize(description.split(",")[0])
    countries, left = _countries(words)
    forms = {_SPELLINGS.get(word.form, word.form) for word in left if word.form not in FUNCTION_WORDS}
    bodies = forms - _MOUTHPIECES
    if countries and not bodies - _GOVERNMENT:
        return frozenset(countries)
    return frozenset(countries | (bodies or forms))


def _countries(words: tuple[Token, ...]) -> tuple[set[str], list[Token]]:
    """Return the countries (and seats) that words name, marked as such, and the other words."""
    named = list(countries_named(words))
    inside = {word for _, run in named for word in run}
    marked = {"@" + (_SEATS.get(tuple(word.form for word in run)) or country_label(country)) for country, run in named}
    return marked, [word for word in words if word not in inside]


def _country(key: _Key) -> str | None:
    """Return the name of the country or seat that a key is of, and of nothing more."""
    return next(iter(key))[1:] if len(key) == 1 and next(iter(key)).startswith("@") else None


def _full_keys(keys: Iterable[_Key]) -> dict[_Key, _Key]:
    """Return for a body without a country the only one with a country that has the same words otherwise."""
    fuller: dict[_Key, set[_Key]] = {}
    for key in keys:
        plain = frozenset(form for form in key if not form.startswith("@"))
        if len(plain) >= _FEWEST_WORDS and plain != key:
            fuller.setdefault(plain, set()).add(key)
    return {plain: next(iter(found)) for plain, found in fuller.items() if len(found) == 1}
