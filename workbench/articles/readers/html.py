"""Saved web pages."""

import re
from typing import Final

from workbench.articles.readers.decoding import decoded_text
from workbench.articles.readers.face import Fit, Reading

_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD: Final = 4096


class HtmlReader:
    """Reads `.html`, and what begins like a page and bears no other suffix."""

    suffixes: Final = frozenset({".html", ".htm", ".xhtml"})

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix, else by the first tag."""
        if suffix in self.suffixes:
            return Fit.NAMED_SO
        narrow = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe")
        return Fit.LOOKS_SO if _START.match(narrow.removeprefix(b"\xfe\xff")) else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the page."""
        return reading_of_page(raw, name)


def reading_of_page(raw: bytes, name: str, declared: str | None = None) -> Reading:
    """Return the article in the bytes of a page; `declared` is a charset that outranks the one the page names.

    Raises:
        UnreadableArticleError: the bytes are binary or empty.
    """
    decoded = decoded_text(raw, name, declared or _declared_charset(raw))
    from workbench.articles.html import read_html  # brings trafilatura and lxml, slow to import

    text, blocks, metadata = read_html(decoded.text)
    return Reading(text, blocks, metadata, decoded.encoding)


def _declared_charset(raw: bytes) -> str | None:
    match = _DECLARED_CHARSET.search(raw[:_HEAD])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


READER: Final = HtmlReader()
