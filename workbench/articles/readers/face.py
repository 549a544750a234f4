"""What every reader of a format looks like from outside, and what it gives back."""

from collections.abc import Set
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from workbench.articles.metadata import Metadata
from workbench.articles.model import Block
from workbench.errors import UnreadableArticleError
from workbench.visible import one_line


class Fit(IntEnum):
    """How sure a reader is that a file is in its format; of all readers the surest one reads the file."""

    NONE = 0
    LAST_RESORT = 1
    """It reads what no other reader wants."""
    LOOKS_SO = 2
    """The bytes look like it, and the name says nothing else."""
    NAMED_SO = 3
    """The suffix says so."""
    CERTAIN = 4
    """The bytes can be nothing else, whatever the suffix is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article, its blocks in order (none if it holds nothing to read), and what it states.

    Attributes:
        encoding: what the bytes were decoded with, or the format's name where that settles it ("pdf").
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    encoding: str


class Reader(Protocol):
    """Reads the files of one format. Importing one is cheap: what is slow to import is imported when it reads."""

    @property
    def suffixes(self) -> Set[str]:
        """The suffixes of its files, in lower case with the dot: what is looked for in folders."""
        ...

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is that the file is in its format, from its bytes and its suffix in lower case."""
        ...

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in `raw`; the text holds no "\\r", no NUL and no lone surrogate.

        Raises:
            UnreadableArticleError: `raw` is not in this format, damaged, harmful, empty, or needs an extra.
        """
        ...


def refused(name: str, reason: str) -> UnreadableArticleError:
    """Return the error that says in one line why the file called `name` cannot be read."""
    return UnreadableArticleError(f"“{one_line(name)}” {reason}.")


def needs_extra(name: str, extra: str) -> UnreadableArticleError:
    """Return the error that says which optional part of the program has to be installed to read the file."""
    return refused(name, f"needs claim-workbench[{extra}]: pip install 'claim-workbench[{extra}]'")
