"""Bytes of a file → `Article`: its text, typed blocks, sentences at true offsets, metadata. No database, no screen."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.articles.documents import documents_of
    from workbench.articles.files import find_files, read_bytes
    from workbench.articles.model import Article, Block, Sentence
    from workbench.articles.reader import read_article

__all__ = ["Article", "Block", "Sentence", "documents_of", "find_files", "read_article", "read_bytes"]

__getattr__ = lazy_exports(
    __name__,
    {
        "Article": "model",
        "Block": "model",
        "Sentence": "model",
        "documents_of": "documents",
        "find_files": "files",
        "read_article": "reader",
        "read_bytes": "files",
    },
)
