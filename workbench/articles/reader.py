"""From the bytes of a file to an article: read by the reader of its format, cut into sentences, keyed."""

import hashlib
from pathlib import Path
from typing import Final

from workbench.articles.containers.registry import is_surely_container
from workbench.articles.files import MAX_BYTES, read_bytes
from workbench.articles.language import settled_language
from workbench.articles.model import Article
from workbench.articles.newlines import clean_text
from workbench.articles.readers.face import Reading, refused
from workbench.articles.readers.registry import reader_of
from workbench.articles.sentences import split_sentences

_UNNAMED: Final = "article"


def read_article(source: Path | str | bytes, *, name: str | None = None) -> Article:
    """Return the article in a file (a path) or in the bytes of one.

    Args:
        source: the path of a file in a format that can be read, or its bytes.
        name: what to call it, with its suffix; the file's name if not given.

    Raises:
        UnreadableArticleError: it is missing, a folder, empty, too large, in no format that can be read, damaged,
            or holds nothing to read; or its format needs an extra that is not installed.
    """
    if isinstance(source, bytes):
        return _read_raw(source, name or _UNNAMED)
    path = Path(source)
    return _read_raw(read_bytes(path), name or path.name)


def _read_raw(raw: bytes, name: str) -> Article:
    if len(raw) > MAX_BYTES:
        raise refused(name, f"has more than {MAX_BYTES // 1_000_000} MB")
    if not raw:
        raise refused(name, "is empty")
    if is_surely_container(raw, name):
        raise refused(name, "may hold many articles: workbench add reads each of them")
    reading = reader_of(raw, name).read(raw, name)
    if not reading.blocks:
        raise refused(name, "holds nothing to read")
    return _article(raw, name, reading)


def _article(raw: bytes, name: str, reading: Reading) -> Article:
    metadata = reading.metadata
    language = settled_language(reading.text, metadata.language)
    return Article(
        text=reading.text,
        blocks=reading.blocks,
        sentences=tuple(split_sentences(reading.text, reading.blocks, language)),
        sha256=hashlib.sha256(raw).hexdigest(),
        name=clean_text(name),
        title=metadata.title,
        publisher=metadata.publisher,
        byline=metadata.byline,
        published=metadata.published,
        url=metadata.url,
        language=language,
        encoding=reading.encoding,
    )
