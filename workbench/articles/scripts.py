"""In which script a text is written: for many languages that settles which one it is."""

from bisect import bisect_right
from collections import Counter
from enum import Enum, auto
from typing import Final


class Script(Enum):
    """A script, or a group of signs of one, that tells languages apart."""

    LATIN = auto()
    GREEK = auto()
    CYRILLIC = auto()
    ARMENIAN = auto()
    HEBREW = auto()
    ARABIC = auto()
    DEVANAGARI = auto()
    BENGALI = auto()
    TAMIL = auto()
    TELUGU = auto()
    THAI = auto()
    GEORGIAN = auto()
    HANGUL = auto()
    KANA = auto()
    HAN = auto()


# Blocks of Unicode 16 by first and last code point; what lies between is of none of these scripts.
_BLOCKS: Final = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0370, 0x03FF, Script.GREEK),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0531, 0x058F, Script.ARMENIAN),
    (0x0590, 0x05FF, Script.HEBREW),
    (0x0600, 0x077F, Script.ARABIC),
    (0x0900, 0x097F, Script.DEVANAGARI),
    (0x0980, 0x09FF, Script.BENGALI),
    (0x0B80, 0x0BFF, Script.TAMIL),
    (0x0C00, 0x0C7F, Script.TELUGU),
    (0x0E00, 0x0E7F, Script.THAI),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1100, 0x11FF, Script.HANGUL),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0x1F00, 0x1FFF, Script.GREEK),
    (0x3040, 0x30FF, Script.KANA),
    (0x3400, 0x9FFF, Script.HAN),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0xFB50, 0xFEFC, Script.ARABIC),
    (0xFF66, 0xFF9D, Script.KANA),
    (0x20000, 0x323AF, Script.HAN),
)
_STARTS: Final = [start for start, _, _ in _BLOCKS]


def count_scripts(text: str) -> Counter[Script]:
    """Return how many letters of each script are in `text`."""
    counts: Counter[Script] = Counter()
    for letter, count in Counter(text).items():
        if (letter.isalpha() or not letter.isascii()) and (script := _script(ord(letter))):
            counts[script] += count
    return counts


def _script(code: int) -> Script | None:
    index = bisect_right(_STARTS, code) - 1
    if index < 0 or code > _BLOCKS[index][1]:
        return None
    return _BLOCKS[index][2]
