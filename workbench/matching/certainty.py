"""Negation and modality: the same thing said to be, not to be, or perhaps to be; and quotations worded anew."""

import re
from typing import Final

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
    differences = []
    for x in _quotations(a):
        y = max(b_left, key=lambda other: _likeness(x, other), default=None)
        if y is None or _likeness(x, y) < _SAME_QUOTATION:
            continue
        b_left.remove(y)
        if not _same_wording(x[1], y[1]):
            differences.append(Difference(Facet.QUOTE_WORDING, x[1], y[1], x.start(1), x.end(1), y.start(1), y.end(1)))
    return differences


def _quotations(text: str) -> list[re.Match[str]]:
    return [match for match, _ in zip(_QUOTATION.finditer(text), range(_MOST_QUOTATIONS), strict=False)]


def _likeness(x: re.Match[str], y: re.Match[str]) -> float:
    return fuzz.token_sort_ratio(_plain(x[1]), _plain(y[1]))


def _same_wording(a: str, b: str) -> bool:
    shorter, longer = sorted((f" {_plain(a)} ", f" {_plain(b)} "), key=len)
    return shorter in longer


def _plain(text: str) -> str:
    return " ".join(token.form for token in tokenize(text))


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
