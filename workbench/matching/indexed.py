"""The texts of an index, each at a place: a small number that postings can hold in four bytes.

Columns and not objects, because an index may hold a million texts: one costs what its key and words cost, and little
more.
"""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Final

from workbench.matching.postings import PLACE_TYPE

_FREE: Final = ""
_NOWHERE: Final = array(PLACE_TYPE)


class IndexedTexts:
    """Keys, texts, articles and terms by place; the places of what was removed are given out again."""

    def __init__(self) -> None:
        """Start with no text."""
        self.keys: list[str] = []
        self.texts: list[str] = []
        self._articles: list[str] = []
        self._terms: list[bytes] = []
        self._place_of: dict[str, int] = {}
        self._places_of_article: dict[str, array[int]] = {}
        self._free: list[int] = []
        self._term_bytes = 0

    def __len__(self) -> int:
        """Return how many texts there are."""
        return len(self._place_of)

    def __contains__(self, key: str) -> bool:
        """Return whether there is a text with this key."""
        return key in self._place_of

    @property
    def average_terms(self) -> float:
        """How many different terms a text has on average."""
        return self._term_bytes / _NOWHERE.itemsize / max(1, len(self))

    def text_of(self, key: str) -> str:
        """Return the text under a key that is there."""
        return self.texts[self._place_of[key]]

    def add(self, key: str, text: str, article_key: str, terms: Iterable[int]) -> int:
        """Keep a text under a new key, and return its place."""
        held = array(PLACE_TYPE, terms).tobytes()
        self._term_bytes += len(held)
        if self._free:
            place = self._free.pop()
            self.keys[place], self.texts[place], self._articles[place], self._terms[place] = (
                key,
                text,
                article_key,
                held,
            )
        else:
            place = len(self.keys)
            self.keys.append(key)
            self.texts.append(text)
            self._articles.append(article_key)
            self._terms.append(held)
        self._place_of[key] = place
        if article_key not in self._places_of_article:
            self._places_of_article[article_key] = array(PLACE_TYPE)
        insort(self._places_of_article[article_key], place)
        return place

    def remove(self, key: str) -> tuple[int, "array[int]"] | None:
        """Forget a text; return the place that it had and its terms, or None if there is no such key."""
        place = self._place_of.pop(key, None)
        if place is None:
            return None
        terms = array(PLACE_TYPE, self._terms[place])
        siblings = self._places_of_article[self._articles[place]]
        del siblings[bisect_left(siblings, place)]
        if not siblings:
            del self._places_of_article[self._articles[place]]
        self.keys[place], self.texts[place], self._articles[place], self._terms[place] = _FREE, _FREE, _FREE, b""
        self._free.append(place)
        self._term_bytes -= len(terms) * terms.itemsize
        return place, terms

    def terms(self, place: int) -> "array[int]":
        """Return the numbers of the terms of the text at `place`."""
        return array(PLACE_TYPE, self._terms[place])

    def of_article(self, article_key: str) -> "array[int]":
        """Return the places of the texts of an article, ascending, not to be changed."""
        return self._places_of_article.get(article_key, _NOWHERE)
