"""Articles by the names that people give them on the command line."""

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.errors import DecisionError
from workbench.store.model import ArticleSummary
from workbench.visible import one_line

_SHORTEST_KEY: Final = 6  # characters from which the beginning of a key names an article


def keys_named(names: Iterable[str], articles: Sequence[ArticleSummary], collection: str) -> tuple[str, ...]:
    """Return the keys of the articles with these labels or keys (their beginning will do); all, if none is named.

    Raises:
        DecisionError: the collection has no such article.
    """
    wanted = tuple(names)
    found = [_key_named(name, articles, collection) for name in wanted]
    return tuple(dict.fromkeys(found)) if wanted else tuple(summary.key for summary in articles)


def _key_named(name: str, articles: Sequence[ArticleSummary], collection: str) -> str:
    for summary in articles:
        if name == summary.label or (len(name) >= _SHORTEST_KEY and summary.key.startswith(name)):
            return summary.key
    raise DecisionError(f"There is no article “{one_line(name)}” in “{collection}”: see workbench articles.")
