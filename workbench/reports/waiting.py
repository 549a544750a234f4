"""Lines that wait on the disk, not in memory, until it is their turn in a file."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import Self


class WaitingLines:
    """Lines of ASCII in a temporary file, to be gone through when all are there."""

    def __init__(self) -> None:
        self.count = 0

    def __enter__(self) -> Self:
        self._file = TemporaryFile("w+", encoding="ascii")
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def add(self, lines: Iterable[str]) -> None:
        """Add lines, without what ends them."""
        for line in lines:
            self._file.write(f"{line}\n")
            self.count += 1

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        return (line.rstrip("\n") for line in self._file)
