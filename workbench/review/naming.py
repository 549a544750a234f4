"""Articles and claims by the names that people give them on the command line, and that they have in reports."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workbench.errors import DecisionError
from workbench.store.model import ArticleSummary
from workbench.visible import one_line

_SHORTEST_KEY: Final = 6  # characters from which the beginning of a key names an article or a claim


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


def number_claims(claims: Iterable[tuple[str, str]], labels: Mapping[str, str]) -> dict[str, str]:
    """Return the numbers by which reports name claims: A-1, A-2, … within each article, by key.

    Args:
        claims: all of a collection in reading order, discarded ones too: of each its key and that of its article.
        labels: the short names of the articles by key.
    """
    seen: Counter[str] = Counter()
    numbers: dict[str, str] = {}
    for claim, article in claims:
        seen[article] += 1
        numbers[claim] = f"{labels[article]}-{seen[article]}"
    return numbers


def claim_named(name: str, numbers: Mapping[str, str], collection: str) -> str:
    """Return the key of the claim with this number in reports, or with this key (its beginning will do).

    Raises:
        DecisionError: the collection has no such claim, or several.
    """
    found = [key for key, number in numbers.items() if number.casefold() == name.casefold()]
    if not found and len(name) >= _SHORTEST_KEY:
        found = [key for key in numbers if key.startswith(name.casefold())]
    if len(found) > 1:
        raise DecisionError(f"Several claims begin with “{one_line(name)}”: give more of the key.")
    if not found:
        raise DecisionError(f"There is no claim “{one_line(name)}” in “{collection}”: see workbench claims.")
    return found[0]
