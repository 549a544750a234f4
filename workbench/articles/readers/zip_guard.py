"""Zip archives from strangers: looked at before, and measured while they are unpacked.

A small archive can hold gigabytes. The bounds are those of the project's list of threats (C-16): 50 MB packed,
200 MB unpacked, a hundredfold growth, 2,000 entries. The XML in it is bounded more tightly, because a tree takes
twenty times the memory of its text.
"""

import io
import zipfile
import zlib
from collections.abc import Collection, Iterable
from typing import Final

from workbench.articles.readers.face import refused

MAX_PACKED: Final = 50_000_000
MAX_UNPACKED: Final = 200_000_000
MAX_RATIO: Final = 100
MAX_ENTRIES: Final = 2_000
MAX_XML: Final = 5_000_000
_XML: Final = (".xml", ".rels")
_METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_ENTRY: Final = b"PK\x01\x02"
_ENCRYPTED: Final = 0x1
# RuntimeError is what zipfile raises for what it does not support.
_DAMAGED: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, OverflowError)


def xml_of_archive(raw: bytes, name: str) -> io.BytesIO:
    """Return a copy of the archive `raw` with its XML as it was, and every other entry empty.

    Raises:
        UnreadableArticleError: it is damaged, encrypted, or over one of the bounds.
    """
    if len(raw) > MAX_PACKED:
        raise refused(name, f"has more than {MAX_PACKED // 1_000_000} MB")
    if raw.count(_ENTRY) > MAX_ENTRIES:  # before the directory is read: each entry costs memory
        raise refused(name, f"holds more than {MAX_ENTRIES} files, which no article needs")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            _check_sizes(entries.values(), len(raw), name)
            return _copied(archive, entries.values(), name)
    except _DAMAGED:
        raise refused(name, "is damaged: save it again") from None


def _check_sizes(entries: Collection[zipfile.ZipInfo], packed: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise refused(name, f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB, which no article needs")
    if unpacked > MAX_RATIO * packed:
        raise refused(name, f"unpacks to more than {MAX_RATIO} times its size, which no article does")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refused(name, "is encrypted: save it without a password first")
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise refused(name, "is packed in a way that no office document is: save it again")


def _copied(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo], name: str) -> io.BytesIO:
    copy = io.BytesIO()
    left = MAX_XML
    with zipfile.ZipFile(copy, "w") as written:
        for entry in entries:
            content = b""
            if entry.filename.lower().endswith(_XML):
                with archive.open(entry) as file:
                    content = file.read(left + 1)  # what the directory says of its size may be a lie
            left -= len(content)
            if left < 0:
                raise refused(name, f"holds more than {MAX_XML // 1_000_000} MB of XML: give its text as .txt")
            written.writestr(entry.filename, content)
    copy.seek(0)
    return copy
