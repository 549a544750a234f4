"""Negation: the same thing said to be and not to be, and whether one passage so denies what the other states."""

import re
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.quotations import quotation_spans
from workbench.matching.tokens import Token, normal_form, stem, tokenize
from workbench.matching.words import NEGATIONS, REPORTING_WORDS, word_set
from workbench.vocabulary import Facet

# Scraped text has lost apostrophes.
_WITHOUT_APOSTROPHE: Final = word_set(
    "dont doesnt didnt isnt arent wasnt werent couldnt wouldnt shouldnt hasnt havent hadnt"
)
# They deny what follows them: "refused to resign", "unable to pay", "yet to appear".
_FAILING: Final = frozenset(
    stem(normal_form(word))
    for word in word_set(
        "fail failure refuse refusal decline unable inability incapable hardly barely scarcely lack zero"
    )
)
# "interests, not warnings" sets a word apart and leaves the statement as it is.
_CONTRAST: Final = re.compile(r"(?:[,;:–—-]|\b(?:and|but|or))\s*$", re.IGNORECASE)
_SPEAKING: Final = word_set(
    "admit allege argue ask assert believe deny doubt insist maintain suggest suspect think warn"
)
_REPORTS: Final = frozenset(stem(normal_form(word)) for word in REPORTING_WORDS | _SPEAKING)
_SENTENCE_END: Final = re.compile(r"[.!?][\"”’')]*\s")
# "There is no ferry at the quay", "Nobody paid": a sentence that denies all of itself.
_NOTHING_THERE: Final = re.compile(
    r"\W*(?P<whole>there\s+(?:is|are|was|were)\s+(?P<no>no|not|none)\b|there\s+(?P<not>isn[’']t|aren[’']t|wasn[’']t|weren[’']t)\b"
    r"|(?P<nobody>nobody|no\s+one|nothing|none\s+of|no)\b)",
    re.IGNORECASE,
)
_ANSWER_REACH: Final = 8  # words on either side of a place in which another negation may answer one
_DENIED_REACH: Final = 60  # characters from a negation to the end of a value that it denies
_REACH: Final = 3  # words before a value in which a negation denies it
_SHORT: Final = 25  # words of a passage that is one statement


def is_sign(words: tuple[Token, ...], place: int) -> bool:
    """Whether the word at `place` denies what follows it."""
    word = words[place]
    if word.form in NEGATIONS or word.text.lower() in _WITHOUT_APOSTROPHE or word.stem in _FAILING:
        return True
    return word.form == "yet" and place + 1 < len(words) and words[place + 1].form == "to"


def is_answered(words: tuple[Token, ...], place: int) -> bool:
    """Whether some word near `place` denies, though not the one that is looked at."""
    near = range(max(0, place - _ANSWER_REACH), min(len(words), place + _ANSWER_REACH + 1))
    return any(is_sign(words, other) for other in near)


def is_negation(difference: Difference) -> bool:
    """Whether one side of the difference is a negation, and the other side nothing."""
    if difference.facet is not Facet.MODALITY or (difference.a and difference.b):
        return False
    return any(is_sign(words, 0) for words in (tokenize(difference.a or difference.b),) if words) or (
        normal_form(difference.a or difference.b) == "yet"
    )


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


def existence_differences(a: str, b: str, alignment: Alignment) -> list[Difference]:
    """Return "there is no …" of one passage, if the other is as short and denies nothing."""
    found = _denied_at(a), _denied_at(b)
    if (found[0] is None) == (found[1] is None) or max(len(alignment.a), len(alignment.b)) > _SHORT:
        return []
    if found[0] is None:
        turned = existence_differences(b, a, alignment.mirrored())
        return [difference.mirrored() for difference in turned]
    if _negations(b) or not alignment.b:
        return []
    start, end = found[0]
    place = min((there for _, there in alignment.counterparts().items()), default=0)
    there = alignment.b[place].start
    return [Difference(Facet.MODALITY, a[start:end], "", start, end, there, there)]


def without_denied_values(
    values: list[Difference], certainty: list[Difference], alignment: Alignment
) -> list[Difference]:
    """Return both but for a value and the negation before it: "is not of 13 ferries" agrees with "is of 14 ferries"."""
    denied = [
        (sign, value)
        for sign in certainty
        if is_negation(sign)
        for value in values
        if (sign.a and 0 < value.a_end - sign.a_start < _DENIED_REACH)
        or (sign.b and 0 < value.b_end - sign.b_start < _DENIED_REACH)
    ]
    gone = {id(each) for pair in denied for each in pair}
    gone |= {
        id(value)
        for value in values
        if _is_denied(alignment.a, value.a_start) != _is_denied(alignment.b, value.b_start)
    }
    return [each for each in (*values, *certainty) if id(each) not in gone]


def _is_denied(words: tuple[Token, ...], start: int) -> bool:
    """Whether a negation stands before the word at `start` with no content word between."""
    place = next((number for number, word in enumerate(words) if word.start >= start), 0)
    for other in range(place - 1, max(0, place - _REACH) - 1, -1):
        if is_sign(words, other):
            return True
        if words[other].is_content:
            return False
    return False


def _denied_at(text: str) -> tuple[int, int] | None:
    match = _NOTHING_THERE.match(text)
    if match is None:
        return None
    return match.span(next(group for group in ("no", "not", "nobody") if match[group]))


def _negations(text: str) -> int:
    words = tokenize(text)
    return sum(is_sign(words, place) for place in range(len(words)))


def _speech(text: str, place: int) -> tuple[bool, bool]:
    """Return whether `place` stands inside quotation marks, and whether after a word of reporting in its sentence."""
    quoted = any(start <= place < end for start, end in quotation_spans(text))
    sentence = _SENTENCE_END.split(text[:place])[-1]
    return quoted, any(word.stem in _REPORTS for word in tokenize(sentence))
