"""From a path to the documents in it: the file itself, or all that a container holds, each with its own bytes."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Container, Document, Part
from workbench.articles.containers.limits import HEAD
from workbench.articles.containers.opening import opened, unpacked
from workbench.articles.containers.registry import container_of
from workbench.articles.files import read_bytes


def documents_of(path: Path, columns: Columns | None = None) -> Iterator[Part]:
    """Yield each document in the file at `path`, and what in it cannot be read.

    Raises:
        UnreadableArticleError: the file, or all that follows in it, cannot be read.
    """
    container = None
    with opened(path) as file:
        if container := _container(file, path.name):
            yield from container.parts(file, path.name, columns or Columns())
    if container is None:
        yield Document(path.name, read_bytes(path))


def documents_in(raw: bytes, name: str, columns: Columns | None = None) -> Iterator[Part]:
    """Yield each document in the bytes of a file, as above."""
    file = unpacked(io.BytesIO(raw), name, len(raw))
    if container := _container(file, name):
        yield from container.parts(file, name, columns or Columns())
    else:
        yield Document(name, raw)


def _container(file: BinaryIO, name: str) -> Container | None:
    head = file.read(HEAD)
    file.seek(0)
    return container_of(head, name)
