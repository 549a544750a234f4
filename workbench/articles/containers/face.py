"""What every container looks like from outside, and what it is split into."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from workbench.articles.containers.columns import Columns
from workbench.articles.readers.face import Fit


@dataclass(frozen=True, slots=True)
class Document:
    """One article out of a container: its own bytes, from which alone it can be read again, and what to call it."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a container that cannot be read, and the line that says which one and why."""

    name: str
    reason: str


Part = Document | Unread


class Container(Protocol):
    """Splits the files of one format. Importing one is cheap: what is slow to import is imported when it splits."""

    @property
    def suffixes(self) -> Set[str]:
        """The suffixes of its files, in lower case with the dot and without a “.gz” behind it."""
        ...

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is that a file is in its format, from its first bytes and its suffix in lower case."""
        ...

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield the documents of `file` (at its beginning, and seekable) in order, and what cannot be one.

        Raises:
            UnreadableArticleError: the file, or all that follows in it, is not in this format, damaged, harmful, or
                needs an extra; or it has not the columns that were named.
        """
        ...
