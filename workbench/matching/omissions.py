"""Words left out of a text: marked ("The quay … is closed"), or without a mark."""

import re
from collections.abc import Iterator
from typing import Final

from rapidfuzz.distance import LCSseq

from workbench.matching.words import NEGATIONS

# Three dots or the sign for them, with or without brackets around. It begins with no space: runs of spaces are long.
_OMISSION: Final = re.compile(r"(?:[\[(]\s*)?(?:…|\.\s?\.\s?\.(?:\s?\.)?)(?:\s*[\])])?")
_LEAST_LEFT: Final = 0.8  # share of a passage's words that must remain
_EDGES: Final = " \t\n\r\xa0,;:.-–—"


def omission_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the marks stand that say that words are left out, brackets included."""
    return (match.span() for match in _OMISSION.finditer(text))


def without_outer_omissions(text: str) -> str:
    """Return `text` without the marks at its ends that say that more stood there."""
    text = text.strip()
    start = _OMISSION.match(text)
    text = text[start.end() :] if start else text
    marks = list(omission_spans(text))
    return (text[: marks[-1][0]] if marks and marks[-1][1] == len(text) else text).strip(_EDGES)


def pieces_around_omissions(text: str) -> list[str]:
    """Return what stands between the marks of omission in `text`, in order; `text` alone if there is none."""
    pieces = [piece.strip(_EDGES) for piece in _OMISSION.split(text)]
    return [piece for piece in pieces if any(map(str.isalnum, piece))]


def is_shortened(text: str, passage: str) -> bool:
    """Whether `text` is what remains of `passage` when a few words are left out, none of which denies."""
    words, others = text.split(), passage.split()
    few = len(words) >= _LEAST_LEFT * len(others)
    left_out = set(others) - set(words)
    return few and not left_out & NEGATIONS and LCSseq.similarity(words, others) == len(words)
