"""Plain text, and whatever no other reader wants."""

from typing import Final

from workbench.articles.plain import read_plain
from workbench.articles.readers.decoding import decoded_text
from workbench.articles.readers.face import Fit, Reading


class PlainReader:
    """Reads `.txt`, and what bears no suffix that says more."""

    suffixes: Final = frozenset({".txt", ".text"})

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix alone."""
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.LAST_RESORT

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the whole text as the article."""
        return reading_of_text(raw, name)


def reading_of_text(raw: bytes, name: str, declared: str | None = None) -> Reading:
    """Return the article in the bytes of a plain text.

    Raises:
        UnreadableArticleError: the bytes are binary or empty.
    """
    decoded = decoded_text(raw, name, declared)
    blocks, metadata = read_plain(decoded.text)
    return Reading(decoded.text, blocks, metadata, decoded.encoding)


READER: Final = PlainReader()
