"""Whether a sentence holds an amount or a date."""

import re
from collections.abc import Sequence
from typing import Final

from workbench.claims import cues
from workbench.claims.opinion_words import listed
from workbench.claims.reading import Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DATE_WORDS: Final = cues.WEEKDAYS | cues.MONTHS - {"may", "march"}  # these two are commoner as other words
_DEFINITE: Final = frozenset({"the", "its", "their", "his", "her", "these", "those", "our"})
_FRACTIONS: Final = frozenset({"third", "quarter", "half"})

# Numbers in turns of phrase count nothing: “a million reasons”, “one hundred percent behind you”, “two cents”.
_FIGURATIVE_AFTER: Final = listed("reasons cents faces minds sides fold worlds birds wrongs cheers")
_BEHIND: Final = frozenset({"behind", "sure", "certain", "right", "wrong", "committed", "agree"})


def has_amount(words: Sequence[Token]) -> bool:
    """Whether a number stands there that is neither a year nor a day of a month, nor a turn of phrase."""
    for at, word in enumerate(words):
        if (word.lower in cues.NUMBER_WORDS or word.text[0].isdigit()) and _is_amount(words, at):
            return True
    return False


def _is_amount(words: Sequence[Token], at: int) -> bool:
    word = words[at].lower
    before = words[at - 1].lower if at > 0 else ""
    after = [other.lower for other in words[at + 1 : at + 3]]
    if _is_figurative(after):
        return False
    if word in cues.NUMBER_WORDS:
        if before in _DEFINITE:
            return False  # “the two countries” points back, it does not count
        return word not in _FRACTIONS or before in {"a", "one"} or after[:1] == ["of"]
    return not _YEAR.fullmatch(word) and before not in cues.MONTHS and after[:1] not in _MONTH_AFTER


_MONTH_AFTER: Final = [[month] for month in sorted(cues.MONTHS)]


def _is_figurative(after: Sequence[str]) -> bool:
    if after and after[0] in _FIGURATIVE_AFTER:
        return True
    return len(after) > 1 and after[0] in {"percent", "per"} and after[1] in _BEHIND


def has_date(words: Sequence[Token]) -> bool:
    """Whether a year, a weekday or a month stands there."""
    for word in words:
        if word.is_capitalised:
            if word.lower in _DATE_WORDS:
                return True
        elif len(word.lower) == 4 and _YEAR.fullmatch(word.lower) is not None:
            return True
    return False
