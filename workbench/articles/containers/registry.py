"""Which containers there are, and which one of them splits a file."""

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import Final

from workbench.articles import containers
from workbench.articles.containers.face import Container
from workbench.articles.containers.limits import HEAD
from workbench.articles.readers.face import Fit
from workbench.articles.readers.registry import offered_under, reader_of
from workbench.articles.suffixes import suffix_of

GROUP: Final = "claim_workbench.containers"


@cache
def all_containers() -> tuple[Container, ...]:
    """Return every container: our own, then those that other packages offer; each group by name.

    Raises:
        UnreadableArticleError: another package's container cannot be loaded.
    """
    return (*_own(), *offered_under(GROUP, "container"))


def splittable_suffixes() -> frozenset[str]:
    """Return the suffixes of all files that can be split, in lower case with the dot."""
    return frozenset(suffix for container in all_containers() for suffix in container.suffixes)


def container_of(head: bytes, name: str) -> Container | None:
    """Return the container that splits a file, None where it is one article.

    The surest of all containers splits it, unless a reader of single articles is surer.
    """
    best, fit = _surest(head, name)
    return best if fit is not Fit.NONE and fit >= _fit_of_reader(head, name) else None


def is_surely_container(raw: bytes, name: str) -> bool:
    """Whether a container is surer about these bytes than every reader: they are not one article.

    One record alone of a web archive is both.
    """
    return _surest(raw[:HEAD], name)[1] > _fit_of_reader(raw[:HEAD], name)


def _surest(head: bytes, name: str) -> tuple[Container, Fit]:
    suffix = suffix_of(name)
    fits = [(container, container.fit(head, suffix)) for container in all_containers()]
    return max(fits, key=lambda pair: pair[1])


def _fit_of_reader(head: bytes, name: str) -> Fit:
    return reader_of(head, name).fit(head, PurePath(name).suffix.lower())


def _own() -> list[Container]:
    names = sorted(module.name for module in pkgutil.iter_modules(containers.__path__))
    modules = (import_module(f"{containers.__name__}.{name}") for name in names)
    return [module.CONTAINER for module in modules if hasattr(module, "CONTAINER")]
