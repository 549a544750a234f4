"""Negation and modality: the same thing said to be, not to be, or perhaps to be; and quotations worded anew."""

import re
from itertools import islice
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.tokens import Token, tokenize
from workbench.matching.words import NEGATIONS, word_set
from workbench.vocabulary import Facet

# "can" and "would" are left out: the first often means ability, the second is "will" in reported speech.
_POSSIBLE: Final = word_set("may might could possibly perhaps maybe")
_CERTAIN: Final = word_set("will shall")
_DUE: Final = word_set("must should")
_MODALS: Final = {word: group for group in (_POSSIBLE, _CERTAIN, _DUE) for word in group}
_REACH: Final = 4  # words before the one they govern in which a negation or a modal stands

_QUOTATION: Final = re.compile(r"[“„«\"]([^“”„«»\"]{3,}?)[”“»\"]")
_SAME_QUOTATION: Final = 50.0  # RapidFuzz token ratio from which two quotations are renderings of one
_MOST_QUOTATIONS: Final = 40


class _Quotation(NamedTuple):
    """The words inside quotation marks, at their place, and their normal forms."""

    start: int
    end: int
    text: str
    plain: str


def certainty_differences(a: str, b: str, alignment: Alignment) -> list[Difference]:
    """Return where a word that both passages share is negated, or held possible, in only one of them."""
    found: dict[tuple[int, int, int, int], Difference] = {}
    for here, there in sorted(alignment.counterparts().items()):
        a_word, b_word = alignment.a[here], alignment.b[there]
        if not a_word.is_content or a_word.form in _MODALS or a_word.form in NEGATIONS:
            continue
        a_signs, b_signs = _signs(alignment.a, here), _signs(alignment.b, there)
        for x, y in (
            _unlike_negation(a_signs, b_signs),
            _unlike_modality(a_signs, b_signs),
        ):
            if x or y:
                difference = _difference(a, b, x, y, a_word.start, b_word.start)
                found[difference.a_start, difference.a_end, difference.b_start, difference.b_end] = difference
    return list(found.values())


def quotation_differences(a: str, b: str) -> list[Difference]:
    """Return the pairs of quotations that render the same words otherwise, unless one holds the other."""
    b_left = _quotations(b)
    differences: list[Difference] = []
    for x in _quotations(a):
        likeness, y = max(((fuzz.token_sort_ratio(x.plain, y.plain), y) for y in b_left), default=(0.0, x))
        if likeness < _SAME_QUOTATION:
            continue
        b_left.remove(y)
        shorter, longer = sorted((f" {x.plain} ", f" {y.plain} "), key=len)
        if shorter not in longer:
            differences.append(Difference(Facet.QUOTE_WORDING, x.text, y.text, x.start, x.end, y.start, y.end))
    return differences


def _quotations(text: str) -> list[_Quotation]:
    return [
        _Quotation(match.start(1), match.end(1), match[1], " ".join(word.form for word in tokenize(match[1])))
        for match in islice(_QUOTATION.finditer(text), _MOST_QUOTATIONS)
    ]


def _signs(words: tuple[Token, ...], place: int) -> tuple[Token, ...]:
    """Return the negations and modals before the word at `place` with no content word between."""
    signs = []
    for word in reversed(words[max(0, place - _REACH) : place]):
        if word.form in NEGATIONS or (word.form in _MODALS and not word.text[0].isupper()):
            signs.append(word)
        elif word.is_content:
            break
    return tuple(signs)


def _unlike_negation(a: tuple[Token, ...], b: tuple[Token, ...]) -> tuple[Token | None, Token | None]:
    x = next((sign for sign in a if sign.form in NEGATIONS), None)
    y = next((sign for sign in b if sign.form in NEGATIONS), None)
    return (None, None) if bool(x) == bool(y) else (x, y)


def _unlike_modality(a: tuple[Token, ...], b: tuple[Token, ...]) -> tuple[Token | None, Token | None]:
    """Return two unlike modals, or a "could" that stands where the other side has none ("will" alone is tense)."""
    x = next((sign for sign in a if sign.form in _MODALS), None)
    y = next((sign for sign in b if sign.form in _MODALS), None)
    groups = {_MODALS[sign.form] for sign in (x, y) if sign}
    if len(groups) == 2 or (bool(x) != bool(y) and _POSSIBLE in groups):
        return x, y
    return None, None


def _difference(a: str, b: str, x: Token | None, y: Token | None, a_place: int, b_place: int) -> Difference:
    a_start, a_end = (x.start, x.end) if x else (a_place, a_place)
    b_start, b_end = (y.start, y.end) if y else (b_place, b_place)
    return Difference(Facet.MODALITY, a[a_start:a_end], b[b_start:b_end], a_start, a_end, b_start, b_end)
