"""How alike a text and a passage are, letter for letter and word for word: what settles the order of candidates.

Runs of four letters see what words do not: other endings, compounds, transliterations, the order of words. On ECB+,
SuperPAL and ClaimDiff (benchmarks/passages.py) they add to the weight of shared words more than any edit distance.
"""

import math
import string
from collections.abc import Iterator
from typing import Final

_LONGEST: Final = 4_000  # letters of a passage that are looked at
_SPACED: Final = str.maketrans(dict.fromkeys(string.punctuation + "“”„«»‘’‚–—…", " "))
_LENGTH_POWER: Final = 0.25  # 0.5 would be like the cosine, 0 plain coverage

# The length correction of Okapi BM25 (Robertson and Zaragoza 2009), for words that count once.
_SATURATION: Final = 1.2
_LENGTH_SHARE: Final = 0.3


class LetterRuns:
    """The runs of four letters of one text, ready to be looked for in many passages."""

    def __init__(self, text: str) -> None:
        """Take the runs of `text`."""
        plain = plain_letters(text)
        self._length = len(plain)
        self._runs = frozenset(_runs(plain))

    def held_by(self, letters: str) -> float:
        """Return the share of the runs that stand in a passage, given by its `plain_letters`, 0 to 1."""
        return len(self._runs.intersection(_runs(letters))) / len(self._runs) if self._runs else 0.0

    def shared_with(self, passage: str) -> float:
        """Return the share of the runs that stand in `passage`, less for a longer one, 0 to 1."""
        letters = plain_letters(passage)
        return min(1.0, self.held_by(letters) * math.pow(self._length / len(letters), _LENGTH_POWER))


def _runs(letters: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield every four letters that stand together, as tuples: three times faster than strings are."""
    return zip(letters, letters[1:], letters[2:], letters[3:], strict=False)


def plain_letters(text: str) -> str:
    """Return the words of `text` in small letters with a space around each; far cheaper than to cut it into words."""
    return f" {' '.join(text[:_LONGEST].lower().translate(_SPACED).split())} "


def length_factor(words: int, average: float) -> float:
    """Return what the weight that a passage shares is worth, given how many different words it has: 1 at average."""
    relative = words / average if average else 1.0
    return (1 + _SATURATION) / (1 + _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * relative))
