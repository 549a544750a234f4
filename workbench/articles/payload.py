"""What a web server sent: its bytes read as the page or the text that its header says they are."""

from email.message import Message
from typing import Final

from workbench.articles.readers.face import Fit, Reading, refused
from workbench.articles.readers.html import READER as PAGES
from workbench.articles.readers.html import reading_of_page
from workbench.articles.readers.plain import reading_of_text
from workbench.articles.readers.registry import reader_of
from workbench.visible import one_line

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS: Final = frozenset({"text/plain", "text/markdown"})
_DOCUMENTS: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
"""The other types that an article is sent as, and the suffix of their files."""


def is_article_type(content_type: str | None) -> bool:
    """Whether a body of this type (the value of a Content-Type header) is read as an article."""
    return media_type(content_type)[0] in _PAGES | _TEXTS | _DOCUMENTS.keys()


def media_type(content_type: str | None) -> tuple[str, str | None]:
    """Return the type in lower case ("" if there is none), and the charset that goes with it."""
    header = Message()
    header["Content-Type"] = (content_type or "").replace("\r", " ").replace("\n", " ")
    try:
        return header.get_content_type() if content_type else "", header.get_content_charset()
    except (ValueError, LookupError, IndexError):  # what is quoted or encoded in ways that the parser does not expect
        return "", None


def reading_of_payload(body: bytes, name: str, content_type: str | None) -> Reading:
    """Return the article in a body; the charset of its header outranks the one that the page names (RFC 9110, HTML 5).

    Raises:
        UnreadableArticleError: it is of another type, binary or empty.
    """
    kind, charset = media_type(content_type)
    if kind in _PAGES or (not kind and PAGES.fit(body, "") is not Fit.NONE):
        return reading_of_page(body, name, charset)
    if kind in _TEXTS or not kind:
        return reading_of_text(body, name, charset)
    if kind in _DOCUMENTS:
        return reader_of(body, f"{name}{_DOCUMENTS[kind]}").read(body, name)
    raise refused(name, f"is {one_line(kind)}, which is no article")
