"""Where the paragraphs of plain text begin and end, decided from the text itself.

A newline inside a paragraph is either soft (the line was full: hard-wrapped text) or ends the paragraph. Text
that a program wrapped shows it: no line could have taken the first word of the next one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_BLANKS: Final = re.compile(r"\s+")
_NO_BLANK: Final = re.compile(r"[^\S ]")
_NARROWEST, _WIDEST = 36, 132
_OUTLIERS: Final = 0.05
_FULL_LINES: Final = 0.4
_ENOUGH_FULL_LINES: Final = 3
_UNFINISHED_LINES: Final = 0.4
_LONG_LINE: Final = 40
_STOPS: Final = (".", "!", "?", "…", ":", ";", "。", "！", "？")
_CLOSERS: Final = "\"'”’»)]"
_ITEM: Final = re.compile(r"(?:[•◦▪‣*·–—-]|\(?\w{1,3}[.)]) ")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch `text[start:end]` of an article that begins and ends with a visible character.

    Attributes:
        words: its text with every run of white space as one blank, for the rules to look at.
    """

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with something visible: `text[start:end]`, `indent` blanks before it and `width` columns to its end."""

    number: int
    start: int
    end: int
    text: str
    indent: int

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of `text` in order; every visible character is in exactly one of them."""
    lines = list(_visible_lines(text))
    width = _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _continues(lines[index - 1], lines[index], width):
            paragraphs.append(paragraph_at(text, lines[start].start, lines[index - 1].end))
            start = index
    return paragraphs


def paragraph_at(text: str, start: int, end: int) -> Paragraph:
    """Return the paragraph `text[start:end]`."""
    words = text[start:end]
    return Paragraph(start, end, _BLANKS.sub(" ", words) if "  " in words or _NO_BLANK.search(words) else words)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a stop, perhaps inside closing quotes or brackets."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def _visible_lines(text: str) -> Iterator[_Line]:
    start = 0
    for number, line in enumerate(text.split("\n")):
        if visible := line.strip():
            indent = line.index(visible[0])
            at = start + indent
            yield _Line(number, at, at + len(visible), visible, indent)
        start += len(line) + 1


def _continues(line: _Line, following: _Line, width: int | None) -> bool:
    """Whether the newline between two lines is soft."""
    if following.number != line.number + 1:
        return False
    if width is not None and _is_full(line, following, width):
        return following.indent <= line.indent or _ITEM.match(line.text) is not None
    runs_on = following.text[0].islower() and not ends_sentence(line.text)
    return runs_on and len(line.text) >= _LONG_LINE


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the width at which a program wrapped these lines, or None if their newlines end paragraphs."""
    neighbours = [(a, b) for a, b in pairwise(lines) if b.number == a.number + 1]
    lengths = sorted((line.width for line in lines), reverse=True)
    outliers = lengths[: 1 + int(_OUTLIERS * len(lengths))]
    for width in dict.fromkeys(outliers):
        if _NARROWEST <= width <= _WIDEST and _shows_wrapping(neighbours, width):
            return width
    return None


def _shows_wrapping(neighbours: list[tuple[_Line, _Line]], width: int) -> bool:
    full = [line for line, following in neighbours if _is_full(line, following, width)]
    unfinished = sum(not ends_sentence(line.text) for line in full)
    return len(full) >= max(
        _ENOUGH_FULL_LINES, _FULL_LINES * len(neighbours)
    ) and unfinished >= _UNFINISHED_LINES * len(full)


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of `following` would not have fitted behind `line`."""
    first_word = following.text.split(None, 1)[0]
    return line.width + 1 + len(first_word) > width
