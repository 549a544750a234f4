"""From the bytes of a file to an article: decoded, cut into typed blocks and sentences, with its metadata."""

import hashlib
import re
from pathlib import Path
from typing import Final

from workbench.articles.binary import kind_of_binary, looks_binary
from workbench.articles.encoding import Decoded, decode
from workbench.articles.files import HTML_SUFFIXES, MAX_BYTES, PLAIN_SUFFIXES, read_bytes
from workbench.articles.metadata import Metadata
from workbench.articles.model import Article, Block
from workbench.articles.newlines import clean_text
from workbench.articles.plain import read_plain
from workbench.articles.sentences import split_sentences
from workbench.errors import UnreadableArticleError
from workbench.visible import one_line

_UNNAMED: Final = "article"
_HTML_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD: Final = 4096


def read_article(source: Path | str | bytes, *, name: str | None = None) -> Article:
    """Return the article in a file (a path) or in the bytes of one.

    Args:
        source: the path of a text or HTML file, or its bytes.
        name: what to call it, with its suffix; the file's name if not given.

    Raises:
        UnreadableArticleError: it is missing, a folder, empty, too large, binary, or holds nothing to read.
    """
    if isinstance(source, bytes):
        return _read_raw(source, name or _UNNAMED)
    path = Path(source)
    return _read_raw(read_bytes(path), name or path.name)


def _read_raw(raw: bytes, name: str) -> Article:
    if len(raw) > MAX_BYTES:
        raise _refused(name, f"has more than {MAX_BYTES // 1_000_000} MB")
    if kind := kind_of_binary(raw):
        raise _refused(name, f"is {kind}, not an article: give its text as .txt or .html")
    is_html = _is_html(raw, name)
    decoded = decode(raw, _declared_charset(raw) if is_html else None)
    if looks_binary(decoded.text):
        raise _refused(name, "is not text: give the article as .txt or .html")
    if not decoded.text.strip():
        raise _refused(name, "is empty")
    text, blocks, metadata = _parts(decoded, is_html)
    if not blocks:
        raise _refused(name, "holds nothing to read")
    return _article(raw, name, decoded.encoding, text, blocks, metadata)


def _parts(decoded: Decoded, is_html: bool) -> tuple[str, tuple[Block, ...], Metadata]:
    if not is_html:
        blocks, metadata = read_plain(decoded.text)
        return decoded.text, blocks, metadata
    from workbench.articles.html import read_html  # brings trafilatura and lxml, slow to import

    return read_html(decoded.text)


def _article(raw: bytes, name: str, encoding: str, text: str, blocks: tuple[Block, ...], metadata: Metadata) -> Article:
    return Article(
        text=text,
        blocks=blocks,
        sentences=tuple(split_sentences(text, blocks)),
        sha256=hashlib.sha256(raw).hexdigest(),
        name=clean_text(name),
        title=metadata.title,
        publisher=metadata.publisher,
        byline=metadata.byline,
        published=metadata.published,
        url=metadata.url,
        language=metadata.language,
        encoding=encoding,
    )


def _is_html(raw: bytes, name: str) -> bool:
    suffix = Path(name).suffix.lower()
    if suffix in HTML_SUFFIXES or suffix in PLAIN_SUFFIXES:
        return suffix in HTML_SUFFIXES
    narrow = raw[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe")
    return _HTML_START.match(narrow.removeprefix(b"\xfe\xff")) is not None


def _declared_charset(raw: bytes) -> str | None:
    match = _DECLARED_CHARSET.search(raw[:_HEAD])
    charset = (match[1] or match[2]).decode("ascii", "replace").lower() if match else None
    # Every browser reads these as Windows-1252 (WHATWG Encoding Standard); a page that names UTF-16 here is none.
    if charset in {"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252"}:
        return "cp1252"
    return None if charset is None or charset.startswith("utf-16") else charset


def _refused(name: str, reason: str) -> UnreadableArticleError:
    return UnreadableArticleError(f"“{one_line(name)}” {reason}.")
