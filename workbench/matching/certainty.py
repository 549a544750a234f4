"""Negation and modality of words that both passages share: said to be, not to be, or perhaps to be."""

from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.negation import is_answered, is_sign
from workbench.matching.tokens import Token
from workbench.matching.words import NEGATIONS, word_set
from workbench.vocabulary import Facet

# "can" and "would" are left out: the first often means ability, the second is "will" in reported speech.
_POSSIBLE: Final = word_set("may might could possibly perhaps maybe")
_CERTAIN: Final = word_set("will shall")
_DUE: Final = word_set("must should")
_MODALS: Final = {word: group for group in (_POSSIBLE, _CERTAIN, _DUE) for word in group}
_REACH: Final = 4  # words before the one they govern in which a negation or a modal stands


def certainty_differences(a: str, b: str, alignment: Alignment) -> list[Difference]:
    """Return where a word that both passages share is negated, or held possible, in only one of them."""
    found: dict[tuple[int, int, int, int], Difference] = {}
    for here, there in sorted(alignment.counterparts().items()):
        a_word, b_word = alignment.a[here], alignment.b[there]
        if not a_word.is_content or a_word.form in _MODALS or is_sign(alignment.a, here):
            continue
        for x, y in (_unlike_negation(alignment, here, there), _unlike_modality(alignment, here, there)):
            if x or y:
                difference = _difference(a, b, x, y, a_word.start, b_word.start)
                found[difference.a_start, difference.a_end, difference.b_start, difference.b_end] = difference
    return list(found.values())


def _unlike_negation(alignment: Alignment, here: int, there: int) -> tuple[Token | None, Token | None]:
    x, y = _negation(alignment.a, here), _negation(alignment.b, there)
    if bool(x) == bool(y) or is_answered(*((alignment.b, there) if x else (alignment.a, here))):
        return None, None
    return x, y


def _unlike_modality(alignment: Alignment, here: int, there: int) -> tuple[Token | None, Token | None]:
    """Return two unlike modals, or a "could" that stands where the other side has none ("will" alone is tense)."""
    x, y = _modal(alignment.a, here), _modal(alignment.b, there)
    groups = {_MODALS[sign.form] for sign in (x, y) if sign}
    if len(groups) == 2 or (bool(x) != bool(y) and _POSSIBLE in groups):
        return x, y
    return None, None


def _negation(words: tuple[Token, ...], place: int) -> Token | None:
    """Return the nearest word before `place` that denies it, with no other content word between.

    Two of them deny one another: "not without risk".
    """
    signs = []
    for other in range(place - 1, max(0, place - _REACH) - 1, -1):
        if is_sign(words, other):
            signs.append(words[other])
        elif words[other].is_content:
            break
    return signs[0] if len(signs) % 2 else None


def _modal(words: tuple[Token, ...], place: int) -> Token | None:
    """Return the modal before `place` with no content word between; "could not" is ability, not a possibility."""
    for other in range(place - 1, max(0, place - _REACH) - 1, -1):
        word = words[other]
        if word.form in _MODALS and not word.text[0].isupper():
            unable = word.form == "could" and other + 1 < len(words) and words[other + 1].form in NEGATIONS
            return None if unable else word
        if word.is_content:
            return None
    return None


def _difference(a: str, b: str, x: Token | None, y: Token | None, a_place: int, b_place: int) -> Difference:
    a_start, a_end = (x.start, x.end) if x else (a_place, a_place)
    b_start, b_end = (y.start, y.end) if y else (b_place, b_place)
    return Difference(Facet.MODALITY, a[a_start:a_end], b[b_start:b_end], a_start, a_end, b_start, b_end)
