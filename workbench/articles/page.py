"""What the readers of web pages share: the pieces that a page's text is put together from."""

import re
from dataclasses import dataclass
from typing import Final

from workbench.vocabulary import BlockKind

_BLANKS: Final = re.compile(r"\s+")
_NO_LETTERS: Final = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a page in reading order, and its kind where a tag tells it."""

    text: str
    kind: BlockKind | None = None


def collapse(text: str) -> str:
    """Return `text` with every run of white space as one blank and none around it, as a browser shows it."""
    return _BLANKS.sub(" ", text).strip()


def letters_of(text: str) -> str:
    """Return what two renderings of one text share: its letters and digits, in one case."""
    return _NO_LETTERS.sub("", text).casefold()
