"""Containers written to a file, and split."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.articles import Article, read_article
from workbench.articles.containers.columns import Columns, Field
from workbench.articles.containers.face import Document, Part
from workbench.articles.documents import documents_of

Split = Callable[..., list[Part]]
Read = Callable[..., list[Article]]


@pytest.fixture
def split(tmp_path: Path) -> Split:
    """Return what a file with this name and these bytes is split into."""

    def split(name: str, content: bytes | str, **columns: str) -> list[Part]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(documents_of(path, Columns({Field(what): column for what, column in columns.items()})))

    return split


@pytest.fixture
def read(split: Split) -> Read:
    """Return the articles in a file, each read from its own bytes alone; all of them can be."""

    def read(name: str, content: bytes | str, **columns: str) -> list[Article]:
        parts = split(name, content, **columns)
        assert all(isinstance(part, Document) for part in parts), parts
        return [read_article(part.raw, name=part.name) for part in parts]

    return read
