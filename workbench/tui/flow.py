"""Text into screen lines: wrapped by words, with the offsets of every line, so that marks stay true."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise, repeat
from typing import Final

from rich.cells import cell_len

from workbench.tui.ink import Ink
from workbench.visible import one_line

_SPACES: Final = re.compile(r"[ \t\n]+")
_PIECE: Final = re.compile(r"\n|[^\S\n]+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters `start` to `end` of a text are drawn with `ink`; later marks lie on top of earlier ones."""

    start: int
    end: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one line, safe to show, with the inks that lie on one another from below."""

    text: str
    inks: tuple[Ink, ...] = (Ink.PLAIN,)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a pane. `fill` is drawn to its end; `tag` says what a click on it means."""

    spans: tuple[Span, ...] = ()
    fill: Ink | None = None
    tag: object = None


def span(text: str, *inks: Ink) -> Span:
    """Return `text` as a span, with every acting character made visible."""
    return Span(one_line(text), inks or (Ink.PLAIN,))


def unwrapped(text: str) -> str:
    """Return `text` with spaces for newlines, at the same offsets: they are where somebody else's screen ended."""
    return text.replace("\n", " ")


def squeezed(text: str) -> str:
    """Return `text` with one space for every stretch of spaces and newlines; other controls stay, to be seen."""
    return _SPACES.sub(" ", text).strip(" ")


@lru_cache(maxsize=512)
def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Return the offsets (half-open) of the lines that `text` fills at `width` cells; words longer are cut."""
    return tuple(_lines(text, max(1, width)))


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = 0  # of the line being filled, without the spaces that hang over
    used = 0
    for piece in _PIECE.finditer(text):
        if piece.group() == "\n":
            yield start, end
            start, end, used = piece.end(), piece.end(), 0
        elif piece.group().isspace():
            used += piece.end() - piece.start()
        else:
            for word_start, word_end in _pieces_of_word(piece, width):
                cells = cell_len(one_line(text[word_start:word_end]))
                if used + cells > width and end > start:
                    yield start, end
                    start, used = word_start, 0
                elif end == start:
                    start, used = word_start, 0
                end, used = word_end, used + cells
    yield start, end


def _pieces_of_word(piece: re.Match[str], width: int) -> Iterator[tuple[int, int]]:
    """Cut a word that no line can hold; a half of the width is safe for characters two cells wide."""
    start, end = piece.span()
    if end - start <= width // 2 or cell_len(one_line(piece.group())) <= width:
        yield start, end
        return
    step = max(1, width // 2)
    for cut in range(start, end, step):
        yield cut, min(cut + step, end)


def flow(
    text: str,
    width: int,
    marks: Iterable[Mark] = (),
    *,
    base: Ink = Ink.PLAIN,
    indent: tuple[Span, ...] = (),
    lead: tuple[Span, ...] | None = None,
    fill: Ink | None = None,
    tag: object = None,
) -> list[Line]:
    """Return `text` as lines of at most `width` cells (the indent included), with its marks drawn in.

    `lead` stands before the first line in the place of `indent`, and is as wide.
    """
    room = width - sum(cell_len(piece.text) for piece in indent)
    known = tuple(marks)
    starts = chain((indent if lead is None else lead,), repeat(indent))
    return [
        Line((*start, *paint(text, first, last, known, base)), fill, tag)
        for start, (first, last) in zip(starts, wrap(text, room), strict=False)
    ]


def paint(text: str, start: int, end: int, marks: Iterable[Mark], base: Ink = Ink.PLAIN) -> tuple[Span, ...]:
    """Return the stretch `start` to `end` of `text`, cut where marks begin or end."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(start, mark.start), min(end, mark.end)}
    borders = sorted(cuts)
    return tuple(
        span(text[a:b], base, *(mark.ink for mark in inside if mark.start <= a and mark.end >= b))
        for a, b in pairwise(borders)
    )


def clip(text: str, width: int) -> str:
    """Return `text` on one line, safe to show, cut with an ellipsis to at most `width` cells."""
    shown = one_line(squeezed(text))
    if cell_len(shown) <= width:
        return shown
    cut = shown[: max(0, width)]
    while cut and cell_len(cut) > width - 1:
        cut = cut[:-1]
    return cut + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """Return `text` clipped or filled with spaces to exactly `width` cells."""
    shown = clip(text, width)
    return shown + " " * max(0, width - cell_len(shown))
