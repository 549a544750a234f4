"""How articles, claims and what was said about them are named in formats for the web; the same in every database."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypeAlias
from urllib.parse import quote, urlsplit
from uuid import UUID, uuid5

from workbench.articles.model import Article

JsonObject: TypeAlias = dict[str, Any]

ALL_COLLECTIONS: Final = "All collections"
_NAMESPACE: Final = UUID("b1f1f7a4-5a0d-5c0e-8f39-6f6d2c1e9a11")
_SCHEMES: Final = ("http", "https")
_SAFE: Final = "/:?#[]@!$&'()*+,;=%~-._"


def uuid_urn(key: str) -> str:
    """Return the name of what has a UUID as its key (a claim, a decision), after RFC 9562."""
    return f"urn:uuid:{key}"


def derived_key(*parts: str) -> str:
    """Return the UUIDv5 of something that has no key of its own, from what makes it itself."""
    return str(uuid5(_NAMESPACE, "\x1f".join(parts)))


def derived_urn(*parts: str) -> str:
    """Return the name of something that has no key of its own; see `derived_key`."""
    return uuid_urn(derived_key(*parts))


def article_urn(key: str) -> str:
    """Return the name of an article by the sha256 of its bytes: it means these bytes, wherever they are."""
    return f"urn:sha256:{key}"


def web_address(url: str | None) -> str | None:
    """Return `url` as an address that a browser may open, or None: only http and https, with nothing to break out of.

    Whatever an address cannot hold as it is (RFC 3986) is written with percent signs.
    """
    try:
        parts = urlsplit((url or "").strip())
        is_web = parts.scheme.lower() in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return None
    return quote((url or "").strip(), safe=_SAFE) if is_web else None


def article_address(article: Article) -> str:
    """Return where the article is: its address on the web, or else the name of its bytes."""
    return web_address(article.url) or article_urn(article.sha256)


def iso_day(day: date | None) -> str | None:
    """Return the day, or day and time, in ISO 8601."""
    return day.isoformat() if day else None


def told(values: JsonObject) -> JsonObject:
    """Return `values` without what is not known: no empty text, no empty list, no null."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def one_or_many(values: Iterable[Any]) -> Any:
    """Return the only value itself, as JSON-LD is written, or the list."""
    found = list(values)
    return found[0] if len(found) == 1 else found
