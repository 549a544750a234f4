"""PDF documents: the lines of their pages, put together again."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from workbench.articles.assembly import assemble
from workbench.articles.newlines import clean_text
from workbench.articles.page import Piece
from workbench.articles.pages import pieces_of_pages
from workbench.articles.readers.face import Fit, Reading, needs_extra, refused

_MAGIC: Final = b"%PDF-"
_HEAD: Final = 1024  # how far readers look for the magic (ISO 32000-1, annex H.3.4.1)
_MAX_PAGES: Final = 1_000
_MAX_OPERATORS: Final = 300_000  # a printed page has some thousand
_MAX_TEXT: Final = 2_000_000
_MAX_STREAM: Final = 20_000_000
_MAX_OPERANDS: Final = 250_000
_ENOUGH_LETTERS: Final = 20


class PdfReader:
    """Reads `.pdf` with pypdf (extra `pdf`), whatever the suffix is."""

    suffixes: Final = frozenset({".pdf"})

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the first bytes."""
        if raw.startswith(_MAGIC):
            return Fit.CERTAIN
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the document; what stands on the edge of every page is typed as not its own.

        The properties of the file are left alone: they say which program made it, and seldom who wrote the article.
        """
        if _MAGIC not in raw[:_HEAD]:
            raise refused(name, "is no PDF document, whatever its suffix says")
        pages = _pages_of(raw, name)
        if sum(sign.isalpha() for page in pages for sign in page) < _ENOUGH_LETTERS:
            raise refused(name, "holds no text, only pictures of it: have it recognised (OCR) first")
        assembled = assemble([Piece(clean_text(piece.text), piece.kind) for piece in pieces_of_pages(pages)])
        return Reading(assembled.text, assembled.blocks, assembled.stated(), "pdf")


class _TooMuchError(Exception):
    """The pages hold more than an article does."""


def _pages_of(raw: bytes, name: str) -> list[str]:
    """Return the text of each page, in lines as they are printed."""
    try:
        import pypdf  # an extra, and slow to import
    except ImportError:
        raise needs_extra(name, "pdf") from None
    limits = pypdf.apply_configuration(
        zlib_maximum_output_length=_MAX_STREAM,
        lzw_maximum_output_length=_MAX_STREAM,
        run_length_maximum_output_length=_MAX_STREAM,
        array_based_stream_maximum_output_length=_MAX_STREAM,
        stream_parsing_work_maximum_count=_MAX_OPERANDS,
        page_tree_maximum_page_entries=_MAX_PAGES * 100,
    )
    try:
        with limits, _silenced():
            document = pypdf.PdfReader(io.BytesIO(raw), root_object_recovery_limit=2_000)
            pages = None if document.is_encrypted else list(_texts(document))
    except _TooMuchError:
        raise refused(name, f"holds more than an article does (at most {_MAX_PAGES} pages): cut it first") from None
    except Exception:  # a true edge: pypdf fails in many ways on damaged documents
        raise refused(name, "is a damaged PDF document, or a harmful one: save it again") from None
    if pages is None:
        raise refused(name, "is encrypted: save a copy without a password first")
    return pages


def _texts(document: Any) -> Iterator[str]:
    operators = letters = 0

    def count(*_: Any) -> None:
        nonlocal operators
        operators += 1
        if operators > _MAX_OPERATORS:
            raise _TooMuchError

    for number, page in enumerate(document.pages):
        text = page.extract_text(visitor_operand_before=count)
        letters += len(text)
        if number >= _MAX_PAGES or letters > _MAX_TEXT:
            raise _TooMuchError
        yield text


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep from the screen what pypdf says about faults that it has mended."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


READER: Final = PdfReader()
