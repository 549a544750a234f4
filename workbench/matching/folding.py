"""Text as verbatim search reads it: quotes, dashes, spaces and invisible characters made equal, places kept."""

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SINGLE_QUOTES: Final = "'‘’‚‛′ʼ`´"
_DOUBLE_QUOTES: Final = '"“”„‟″«»'
_DASHES: Final = "-‐‑‒–—―−"
_QUOTE: Final = '"'


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text; `origins[i]` is the place in the original text that folded character `i` came from."""

    text: str
    origins: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that folded `start`..`end` (not empty) came from."""
        return self.origins[start], self.origins[end - 1] + 1

    def folded_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the folded span that came from `start`..`end` of the original text."""
        return bisect_left(self.origins, start), bisect_left(self.origins, end)


def fold(text: str) -> FoldedText:
    """Fold `text`: any quote is one quote, any dash (with its spaces) one dash, any run of spaces one space."""
    folded: list[str] = []
    origins: list[int] = []
    for place, letter in enumerate(text):
        for character in _fold_character(letter):
            if character == " " and folded and folded[-1] in " -":
                continue
            if character == "-":
                while folded and folded[-1] in " -":
                    folded.pop()
                    origins.pop()
            folded.append(character)
            origins.append(place)
    return FoldedText("".join(folded), tuple(origins))


@lru_cache(maxsize=4096)
def _fold_character(letter: str) -> str:
    if letter in _SINGLE_QUOTES or letter in _DOUBLE_QUOTES:
        return _QUOTE
    if letter in _DASHES:
        return "-"
    if letter.isspace():
        return " "
    if unicodedata.category(letter) in ("Cf", "Cc"):
        return ""
    return unicodedata.normalize("NFKD", letter)
