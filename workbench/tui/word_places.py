"""Where the words of a text stand, for going through them one by one."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

Place = tuple[int, int]
"""A stretch of a text: offsets in code points, half-open."""

_PIECE: Final = re.compile(r"\S+")
# Blocks of Unicode 16 whose scripts write words without spaces between them: Thai to Lao, Myanmar, Khmer, kana, Han.
_UNSPACED: Final = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x323AF),
)
_STARTS: Final = [start for start, _ in _UNSPACED]


def words_of(text: str) -> tuple[Place, ...]:
    """Return the places of the words, with the punctuation that hangs on them.

    Where a script has no spaces between words, each of its signs is one, with the marks that combine with it.
    """
    return tuple(word for piece in _PIECE.finditer(text) for word in _cut(text, *piece.span()))


def joined_places(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return stretches in order, those that overlap as one."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _cut(text: str, start: int, end: int) -> Iterator[Place]:
    begun, alone = start, _stands_alone(text[start])
    for place in range(start + 1, end):
        if unicodedata.category(text[place]).startswith("M"):
            continue
        if alone or _stands_alone(text[place]):
            yield begun, place
            begun, alone = place, _stands_alone(text[place])
    yield begun, end


def _stands_alone(sign: str) -> bool:
    block = bisect_right(_STARTS, ord(sign)) - 1
    return block >= 0 and ord(sign) <= _UNSPACED[block][1]
