"""Which readers there are, and which one of them reads a file."""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import PurePath
from typing import Any, Final

from workbench.articles import readers
from workbench.articles.readers.face import Reader
from workbench.errors import UnreadableArticleError
from workbench.visible import one_line

GROUP: Final = "claim_workbench.readers"


@cache
def all_readers() -> tuple[Reader, ...]:
    """Return every reader: our own, then those that other packages offer; each group by name.

    Raises:
        UnreadableArticleError: another package's reader cannot be loaded.
    """
    return (*_own(), *offered_under(GROUP, "reader"))


def readable_suffixes() -> frozenset[str]:
    """Return the suffixes of all files that can be read, in lower case with the dot."""
    return frozenset(suffix for reader in all_readers() for suffix in reader.suffixes)


def reader_of(raw: bytes, name: str) -> Reader:
    """Return the reader that is the surest about a file; among equals the first."""
    suffix = PurePath(name).suffix.lower()
    return max(all_readers(), key=lambda reader: reader.fit(raw, suffix))


def offered_under(group: str, what: str) -> list[Any]:
    """Return what other packages offer under an entry point group, by name; `what` is what to call it in an error.

    Raises:
        UnreadableArticleError: one of them cannot be loaded.
    """
    offered: list[Any] = []
    for point in sorted(entry_points(group=group), key=lambda point: (point.name, point.value)):
        try:
            offered.append(point.load())
        except Exception as error:  # a true edge: another package's code
            raise UnreadableArticleError(
                f"The {what} “{one_line(point.name)}” ({one_line(point.value)}) of another package cannot be loaded "
                f"({one_line(str(error))}): mend or remove that package."
            ) from None
    return offered


def _own() -> list[Reader]:
    names = sorted(module.name for module in pkgutil.iter_modules(readers.__path__))
    modules = (import_module(f"{readers.__name__}.{name}") for name in names)
    return [module.READER for module in modules if hasattr(module, "READER")]
