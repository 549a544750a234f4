"""Text from outside, written into Markdown so that it reads as itself and nothing in it acts.

Markdown (CommonMark 0.31, section 2.4) lets every ASCII punctuation character be escaped with a backslash. Those
that mean something inside a line are always escaped (HTML, links, tables, emphasis, code, mathematics), those that
mean something only at its beginning are escaped there; a bar is written by its number, which no table's reader
takes for a border; and `://` is broken up, since GitHub's dialect makes links of bare addresses.
"""

import re
from collections.abc import Sequence
from typing import Final

from workbench.visible import one_line

_INLINE: Final = re.compile(r"[\\`*_\[\]<>~&$^]")
_ADDRESS: Final = re.compile(r"(?i)://|www(?=\.)")
_LEADING_NUMBER: Final = re.compile(r"\A(\d+)([.)])")
_AT_START: Final = "#+-=:"


def escape(text: str) -> str:
    """Return `text` as one line of Markdown that renders as exactly these characters, a line break as a space."""
    return keep_outer_spaces(at_start(inside(text.replace("\n", " "))))


def inside(text: str) -> str:
    """Return `text` so that it reads as itself within a line."""
    escaped = _INLINE.sub(r"\\\g<0>", one_line(text)).replace("|", "&#124;")
    return _ADDRESS.sub(lambda match: r"\://" if match[0] == "://" else f"{match[0]}\\", escaped)


def at_start(escaped: str) -> str:
    """Return a line of text that reads as itself within a line so that it does at the beginning of one, too."""
    if escaped[:1] in _AT_START:
        escaped = f"\\{escaped}" if escaped else ""
    return _LEADING_NUMBER.sub(r"\1\\\2", escaped)


def row(*cells: str) -> str:
    """Return a line of a table; the cells are Markdown already, one line each."""
    return f"| {' | '.join(cells)} |"


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the lines of a table; the cells are Markdown already, one line each."""
    return [row(*header), row(*("---" for _ in header)), *(row(*cells) for cells in rows)]


def keep_outer_spaces(text: str) -> str:
    """Spaces at the edge of a line would indent it into code or break it."""
    middle = text.strip(" ")
    if not middle:
        return "&#32;" * len(text)
    before, after = text.index(middle[0]), len(text.rstrip(" "))
    return "&#32;" * before + middle + "&#32;" * (len(text) - after)
