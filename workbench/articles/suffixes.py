"""What the name of a file says about its format."""

from pathlib import PurePath
from typing import Final

_PACKED: Final = ".gz"


def suffix_of(name: str) -> str:
    """Return the suffix of a file's name in lower case with the dot; that of what is packed in a “.gz”."""
    suffix = PurePath(name).suffix.lower()
    return PurePath(name[: -len(suffix)]).suffix.lower() or suffix if suffix == _PACKED else suffix
