"""Negation and modality: the same thing said to be, not to be, or perhaps to be."""

import re
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.quotations import quotation_spans
from workbench.matching.tokens import Token, normal_form, stem, tokenize
from workbench.matching.words import NEGATIONS, REPORTING_WORDS, word_set
from workbench.vocabulary import Facet

# "can" and "would" are left out: the first often means ability, the second is "will" in reported speech.
_POSSIBLE: Final = word_set("may might could possibly perhaps maybe")
_CERTAIN: Final = word_set("will shall")
_DUE: Final = word_set("must should")
_MODALS: Final = {word: group for group in (_POSSIBLE, _CERTAIN, _DUE) for word in group}
_REACH: Final = 4  # words before the one they govern in which a negation or a modal stands
# "interests, not warnings" sets a word apart and leaves the statement as it is.
_CONTRAST: Final = re.compile(r"(?:[,;:–—-]|\b(?:and|but|or))\s*$", re.IGNORECASE)
_SPEAKING: Final = word_set(
    "admit allege argue ask assert believe deny doubt insist maintain suggest suspect think warn"
)
_REPORTS: Final = frozenset(stem(normal_form(word)) for word in REPORTING_WORDS | _SPEAKING)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]*\s")


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


def is_negation(difference: Difference) -> bool:
    """Whether one side of the difference is a negation, and the other side nothing."""
    if difference.facet is not Facet.MODALITY or (difference.a and difference.b):
        return False
    return normal_form(difference.a or difference.b) in NEGATIONS


def denies(difference: Difference, a: str, b: str) -> bool:
    """Whether a negation bears on what both passages state, so that one may deny what the other says.

    It does not where it sets two words apart ("x, not y"), where a negation of the other side may answer it, or where
    it stands in quoted or reported speech and what it is aligned with does not, or the other way round.
    """
    if not is_negation(difference):
        return False
    if not difference.a:
        return denies(difference.mirrored(), b, a)
    contrasts = normal_form(difference.a) == "not" and bool(_CONTRAST.search(a[: difference.a_start]))
    answered = _negations(a) <= _negations(b)
    return not (contrasts or answered or _speech(a, difference.a_start) != _speech(b, difference.b_start))


def _negations(text: str) -> int:
    return sum(word.form in NEGATIONS for word in tokenize(text))


def _speech(text: str, place: int) -> tuple[bool, bool]:
    """Return whether `place` stands inside quotation marks, and whether after a word of reporting in its sentence."""
    quoted = any(start <= place < end for start, end in quotation_spans(text))
    sentence = _SENTENCE_END.split(text[:place])[-1]
    return quoted, any(word.stem in _REPORTS for word in tokenize(sentence))


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
