"""A key that the ways to write one foreign name in Latin letters share: Zelenskyy, Zelensky, Selenskyj.

Romanisations differ in a few regular ways (the standards of ISO 9, BGN/PCGN, Pinyin, McCune–Reischauer and what German
and French write by ear): which letters one sound takes, doubled letters, and how an ending is written. The key folds
these together; it is no phonetics of any one language.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

_CACHED: Final = 4096
_FEWEST_CONSONANTS: Final = 3
_VOWELS_ALIKE: Final = 70.0  # RapidFuzz ratio of two keys; "Martin" and "Morton" are below
# In this order; the longer writings of a sound before the shorter ones.
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"schtsch|shch|tsch|tch|tsh", "c"),
        (r"sch|sh|sz", "s"),
        (r"dzh|dj|zh|ch|cz|j(?=[aeou])", "c"),
        (r"kh|gh|ck|q|g", "k"),
        (r"ts|tz|x(?=i)", "s"),
        (r"ph|w|v", "f"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"z", "s"),
        (r"ou|oo", "u"),
        (r"yu|ju|iu", "u"),
        (r"ya|ja|ia", "a"),
        (r"ye|je|ie|ee", "e"),
        (r"yo|jo|io", "o"),
        (r"[iyj]+$", ""),
        (r"[yj]", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS: Final = re.compile(r"[aeiou]")


@lru_cache(maxsize=_CACHED)
def sound_key(word: str) -> str:
    """Return the key of one word of a name; two writings of one name mostly share it."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    key = "".join(letter for letter in decomposed if letter.isalnum())
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words of names may be one: the same key, or one that differs in vowels (Mohammed, Muhammad)."""
    one, other = sound_key(a), sound_key(b)
    if one == other:
        return bool(one)
    without, others = _VOWELS.sub("", one), _VOWELS.sub("", other)
    return without == others and len(without) >= _FEWEST_CONSONANTS and fuzz.ratio(one, other) >= _VOWELS_ALIKE
