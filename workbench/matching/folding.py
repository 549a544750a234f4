"""Text as verbatim search reads it: quotes, dashes, spaces and invisible characters made equal, places kept."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

_SINGLE_QUOTES: Final = "'‘’‚‛′ʼ`´"
_DOUBLE_QUOTES: Final = '"“”„‟″«»'
_DASHES: Final = "-‐‑‒–—―−"
_QUOTE: Final = '"'
# Everything but ASCII that folds to itself and a single space between such; only this needs a closer look.
_SPECIAL: Final = re.compile(r"(?:[^ !#-&(-,./0-~]|(?<![!#-&(-,./0-~]) | (?![!#-&(-,./0-~]))+")


@dataclass(frozen=True)
class FoldedText:
    """A folded text; `origins[i]` is the place in the original text that folded character `i` came from."""

    text: str
    origins: tuple[int, ...]

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case, letter for letter, so that places in it stay true."""
        return lower(self.text)

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
    done = 0
    for special in _SPECIAL.finditer(text):
        folded.extend(text[done : special.start()])
        origins.extend(range(done, special.start()))
        for place in range(*special.span()):
            _append(text[place], place, folded, origins)
        done = special.end()
    folded.extend(text[done:])
    origins.extend(range(done, len(text)))
    return FoldedText("".join(folded), tuple(origins))


def _append(letter: str, place: int, folded: list[str], origins: list[int]) -> None:
    """Add what `letter` folds to, joining it with the space or dash before it."""
    for character in _fold_character(letter):
        if character == " " and folded and folded[-1] in " -":
            continue
        if character == "-":
            while folded and folded[-1] in " -":
                folded.pop()
                origins.pop()
        folded.append(character)
        origins.append(place)


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


def lower(text: str) -> str:
    """Return `text` in lower case, letter for letter (one letter's lower case is two: İ; it is left alone)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
