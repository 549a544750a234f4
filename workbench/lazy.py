"""Packages whose names are found when they are first asked for (PEP 562).

The data classes of the pure layers are needed before the first frame, their work is not: importing
`workbench.articles.model` must not import the readers that `workbench.articles` offers.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazy_exports(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the `__getattr__` of `package`; `homes` says for each name it offers in which of its modules it lives."""

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find
