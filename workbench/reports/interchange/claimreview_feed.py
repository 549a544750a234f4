"""Reading fact-checks that others published as ClaimReview (schema.org, JSON-LD): from pages, feeds and data dumps."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import Any, Final

from workbench.errors import InterchangeError
from workbench.reports.interchange.naming import web_address
from workbench.visible import one_line
from workbench.vocabulary import Relation

_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_TYPE: Final = re.compile(r"(?:.*[/:#])?ClaimReview", re.DOTALL)
_BEST, _WORST = 5.0, 1.0
_TRUE_WORDS: Final = frozenset({"true", "correct", "accurate", "supported", "verified"})
_FALSE_WORDS: Final = frozenset({"false", "incorrect", "inaccurate", "refuted", "wrong", "pants on fire"})


@dataclass(frozen=True, slots=True)
class PublishedReview:
    """One fact-check that somebody published.

    Attributes:
        number: its place in the file, from 1.
        claim: the words of the claim, as fully as the review has them; "" where it has none.
        appearances: addresses where the claim is said to have appeared.
        url: where the review itself is, if that is an address of the web.
        citation: who found what, and when, in one line.
        explanation: why, in the reviewers' words.
        relation: what the finding does with the claim, where the rating says so clearly.
    """

    number: int
    claim: str
    appearances: tuple[str, ...]
    url: str | None
    citation: str
    explanation: str | None
    relation: Relation | None


def read_feed(text: str) -> tuple[PublishedReview, ...]:
    """Return every ClaimReview in a JSON text, wherever it stands: alone, in a list, a graph or a DataFeed.

    Raises:
        InterchangeError: it is no JSON, or holds no ClaimReview.
    """
    try:
        tree = json.loads(text)
    except RecursionError as error:
        raise InterchangeError("It is nested too deeply to be a feed of ClaimReviews.") from error
    except ValueError as error:
        raise InterchangeError(f"It is no JSON: {one_line(str(error))}.") from error
    found = tuple(_review(item, number) for number, item in enumerate(_reviews_in(tree), 1))
    if not found:
        raise InterchangeError("It holds no ClaimReview: is it JSON-LD with the type ClaimReview?")
    return found


def clear_relation(rating: dict[str, Any]) -> Relation | None:
    """Return what a rating says of the claim: only the ends of its scale, and words that mean just these, are clear.

    Where the number and the words differ, nothing is clear.
    """
    by_number, by_words = _by_number(rating), _by_words(_text(rating.get("alternateName")))
    if _number(rating.get("ratingValue")) is None:
        return by_words
    return by_number if by_words in (None, by_number) else None


def _reviews_in(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the reviews in the order of the text; what stands inside of one belongs to it."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if any(isinstance(name, str) and _TYPE.fullmatch(name) for name in _listed(value.get("@type"))):
                yield value
            else:
                waiting += reversed(value.values())


def _review(item: dict[str, Any], number: int) -> PublishedReview:
    reviewed = _object(item.get("itemReviewed"))
    rating = _object(item.get("reviewRating"))
    appearances = (*_listed(reviewed.get("appearance")), *_listed(reviewed.get("firstAppearance")))
    return PublishedReview(
        number,
        _text(reviewed.get("text")) or _text(item.get("claimReviewed")) or "",
        tuple(dict.fromkeys(address for each in appearances for address in _addresses(each))),
        web_address(_address(item.get("url"))),
        _citation(item, rating),
        _text(rating.get("ratingExplanation")),
        clear_relation(rating),
    )


def _citation(item: dict[str, Any], rating: dict[str, Any]) -> str:
    """Return “Lighthouse Check, 2026-03-01: False”, as far as it is known."""
    authors = [name for each in _listed(item.get("author")) if (name := _name(each))]
    who = ", ".join([" and ".join(authors) or "ClaimReview", *filter(None, [_text(item.get("datePublished"))])])
    found = _text(rating.get("alternateName")) or _text(rating.get("name"))
    return one_line(f"{who}: {found}" if found else who)


def _by_number(rating: dict[str, Any]) -> Relation | None:
    value = _number(rating.get("ratingValue"))
    best, worst = _number(rating.get("bestRating", _BEST)), _number(rating.get("worstRating", _WORST))
    if value is None or best is None or worst is None or best <= worst:
        return None
    return {best: Relation.CORROBORATES, worst: Relation.CONTRADICTS}.get(value)


def _by_words(words: str | None) -> Relation | None:
    plain = (words or "").strip().rstrip(".!").casefold()
    if plain in _TRUE_WORDS:
        return Relation.CORROBORATES
    return Relation.CONTRADICTS if plain in _FALSE_WORDS else None


def _addresses(appearance: Any) -> Iterator[str]:
    """Yield how an appearance is named: an address, or an object with one, or the name of an article's bytes."""
    values = (appearance.get("url"), appearance.get("@id")) if isinstance(appearance, dict) else (appearance,)
    for value in values:
        if text := _address(value):
            yield text


def _address(value: Any) -> str | None:
    return _text(value.get("@id") if isinstance(value, dict) else value)


def _name(value: Any) -> str | None:
    return _text(value.get("name") or value.get("url")) if isinstance(value, dict) else _text(value)


def _object(value: Any) -> dict[str, Any]:
    """Return the object, or the first of several."""
    return next((found for found in _listed(value) if isinstance(found, dict)), {})


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    """Return a text without the characters that no database keeps; None where there is none."""
    found = _object(value).get("@value") if isinstance(value, dict) else value
    return (_UNSTORABLE.sub("\ufffd", found).strip() or None) if isinstance(found, str) else None


def _number(value: Any) -> float | None:
    """Return the number that a rating is written as, also in quotes."""
    if isinstance(value, bool):
        return None
    try:
        found = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return found if isfinite(found) else None
