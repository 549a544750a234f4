"""Which outlet an article appeared in, so that outlets can be counted and told apart."""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from workbench.articles.model import Article

_SAME_SITE: Final = re.compile(r"^(?:www|m|mobile|amp)\.")
_ARTICLE: Final = re.compile(r"^the\s+(?=\S)", re.IGNORECASE)
_SIGNS: Final = re.compile(r"[^\w.]+|(?<!\w)\.|\.(?!\w)")


def outlet_name(article: Article) -> str:
    """Return the outlet's name in a form in which two writings of it are equal: "harbour ledger" for both.

    It is the publisher's name, or else the site of the address, or else the article's heading; never empty.
    """
    return plain_outlet(shown_outlet(article))


def shown_outlet(article: Article) -> str:
    """Return the outlet's name as the article writes it, without an article before it; never empty."""
    names = (article.publisher, _site(article.url), article.heading)
    found = next((name for name in names if name and plain_outlet(name)), article.sha256)
    return _ARTICLE.sub("", " ".join(found.split()))


def plain_outlet(name: str) -> str:
    """Return the name of an outlet without case, signs, an article before it, or the "www." of a site."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("&", " and ")
    plain = " ".join(_SIGNS.sub(" ", plain).split())
    return _SAME_SITE.sub("", _ARTICLE.sub("", plain))


def _site(url: str | None) -> str:
    try:
        host = urlsplit((url or "").strip()).hostname or ""
    except ValueError:
        return ""
    return _SAME_SITE.sub("", host.rstrip("."))
