"""Zip archives of texts that are the same, byte for byte, whenever they are made of the same record."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import Final

_FIRST_YEAR: Final = 1980  # before which a zip knows no time


def store_text(archive: zipfile.ZipFile, name: str, pieces: Iterable[str], made: datetime) -> None:
    """Add a file of text in UTF-8; lone surrogates, which it has no place for, become “?”."""
    entry = zipfile.ZipInfo(name, (max(made.year, _FIRST_YEAR), *made.timetuple()[1:6]))
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as file:
        for piece in pieces:
            file.write(piece.encode("utf-8", "replace"))
