"""What a text speaks of under any name: countries and amounts, as terms that an index holds beside the words.

"Pyongyang" and "North Korea", "1.2bn" and "1,200 million" share no word, but one of these terms.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from workbench.matching.numbers import find_numbers
from workbench.matching.places import COUNTRY_OF, LONGEST_PLACE_NAME, countries_named
from workbench.matching.tokens import normal_form, tokenize

_MARK: Final = "="  # stands in no word, so that a concept is never taken for one
_SCALE_WORDS: Final = ("illion", "thousand")
_SCALE_LETTERS: Final = re.compile(r"\d\s?(?:k|mn?|bn?|tn)\b")
_LEAST_AMOUNT: Final = 1_000  # smaller numbers are written in one way, but for words that `tokens` reads as figures
_LARGEST_AMOUNT: Final = 10**18
_LONGEST_TEXT: Final = 10_000  # characters that are looked through for amounts
_CACHED_WORDS: Final = 65_536
_PLACE_BEGINNINGS: Final = frozenset(name[0] for name in COUNTRY_OF)


class Amount(NamedTuple):
    """A large number as `text[start:end]`, and its value."""

    start: int
    end: int
    value: int


def concepts(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield a term for each country and each large amount that `text`, whose first words are `words`, speaks of.

    An amount is its plain figure, as if the text had written it out.
    """
    for place, word in enumerate(words):
        if word[0].isupper() and _begins_place(word):
            named = countries_named(tokenize(" ".join(words[place : place + LONGEST_PLACE_NAME])))
            yield from (f"{_MARK}{country}" for country, _ in islice(named, 1))
    for amount in amounts(text):
        yield str(amount)


def is_concept(term: str) -> bool:
    """Whether a term of an index is no word of any text, but what texts speak of."""
    return term.startswith(_MARK)


def amounts(text: str) -> list[int]:
    """Return the large amounts that `text` writes with a word or letter of scale, in order."""
    return [amount.value for amount in find_amounts(text)]


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the whole numbers from a thousand on that `text` writes with a word or letter of scale."""
    head = text[:_LONGEST_TEXT]
    small = head.lower()
    if any(word in small for word in _SCALE_WORDS) or _SCALE_LETTERS.search(small):
        for number in find_numbers(head):
            if _LEAST_AMOUNT <= number.value <= _LARGEST_AMOUNT and number.value == number.value.to_integral_value():
                yield Amount(number.start, number.end, int(number.value))


@lru_cache(maxsize=_CACHED_WORDS)
def _begins_place(word: str) -> bool:
    return normal_form(word) in _PLACE_BEGINNINGS
