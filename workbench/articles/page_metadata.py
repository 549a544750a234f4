"""What a web page states about its article: JSON-LD, OpenGraph, meta tags, `<time>`; in this order of trust."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from html import unescape
from typing import Any, Final

from workbench.articles.dates import read_iso
from workbench.articles.linked_data import linked_articles, listed
from workbench.articles.metadata import Metadata
from workbench.articles.newlines import clean_text
from workbench.articles.page import collapse

_LONGEST: Final = 400
_LIKE: Final = 0.5
_WORD: Final = re.compile(r"\w+")
_DATE_KEYS: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "article.published",
    "cxenseparse:recs:publishtime",
    "last-modified",
    "article:modified_time",
)
_AUTHOR_KEYS: Final = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_PUBLISHER_KEYS: Final = ("og:site_name", "publisher", "dc.publisher", "application-name", "twitter:site")
_TITLE_KEYS: Final = ("og:title", "twitter:title", "dc.title", "parsely-title")
_TIMES: Final = (
    "//time[@pubdate] | //abbr[contains(@class, 'published')] | //*[@itemprop='datePublished']"
    " | //article//time[@datetime] | //time[@datetime]"
)


def metadata_of_page(tree: Any) -> Metadata:
    """Return what the page states; a date only where it is the article's, never the day the page was saved."""
    linked = next(linked_articles(tree), {})
    metas = _metas(tree)
    publisher = _first((_name(linked.get("publisher")), *_values(metas, _PUBLISHER_KEYS)))
    return Metadata(
        title=_title(tree, linked, metas, publisher),
        publisher=publisher.removeprefix("@") if publisher else None,
        byline=_first((_name(linked.get("author")), *_values(metas, _AUTHOR_KEYS))),
        published=_published(tree, linked, metas),
        url=_address((*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url"), linked.get("url"))),
        language=_language(tree, metas),
    )


def _title(tree: Any, linked: dict[str, Any], metas: dict[str, str], publisher: str | None) -> str | None:
    """The heading that the page shows, where what it states confirms it: the statements are at times for machines."""
    shown = [heading for heading in map(_text, tree.xpath("//h1")) if heading]
    in_head = [_without_site(title, publisher) for title in map(_text, tree.xpath("//head/title")) if title]
    given = (_string(linked.get("headline")), *_values(metas, _TITLE_KEYS))
    stated = [*(_without_site(title, publisher) for title in given if title and "://" not in title), *in_head]
    confirmed = (heading for heading in shown if any(_likeness(heading, title) >= _LIKE for title in stated))
    in_line = (title for title in stated if in_head and _likeness(title, in_head[0]) >= _LIKE)
    return next(iter((*confirmed, *in_line, *stated, *shown)), None)


def _text(element: Any) -> str:
    return collapse(element.text_content())


def _likeness(one: str, other: str) -> float:
    """The share of the words of the longer text that stand in the other, too."""
    words, others = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    return len(words & others) / max(1, len(words), len(others))


def _without_site(title: str, publisher: str | None) -> str:
    head, separator, tail = title.rpartition(" | ")
    if separator and head and len(tail) <= 40:
        return head
    if publisher:
        return re.sub(rf"\s+[-–—:·]\s+{re.escape(publisher)}$", "", title, flags=re.IGNORECASE) or title
    return title


def _published(tree: Any, linked: dict[str, Any], metas: dict[str, str]) -> date | None:
    times = (
        time.get("datetime") or time.get("content") or time.get("title") or time.text_content()
        for time in tree.xpath(_TIMES)
    )
    stated = (_string(linked.get("datePublished")), *_values(metas, _DATE_KEYS), *times)
    return next((day for text in stated if text and (day := read_iso(text))), None)


def _language(tree: Any, metas: dict[str, str]) -> str | None:
    declared = (tree.get("lang"), *tree.xpath("//html/@lang"), metas.get("og:locale"), metas.get("content-language"))
    codes = (re.match(r"[A-Za-z]{2,3}(?=$|[-_])", text.strip()) for text in declared if text)
    return next((code.group().lower() for code in codes if code), None)


def _metas(tree: Any) -> dict[str, str]:
    """The first content of each `<meta>`, by its name, property or itemprop in lower case."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if (key := meta.get(attribute)) and (content := _string(meta.get("content"))):
                metas.setdefault(key.strip().lower(), content)
    return metas


def _values(metas: dict[str, str], keys: Iterable[str]) -> Iterator[str | None]:
    return (metas.get(key) for key in keys)


def _name(value: Any) -> str | None:
    """The name in a JSON-LD person or organisation, or in a list of them."""
    names = (_string(item.get("name") if isinstance(item, dict) else item) for item in listed(value))
    return ", ".join(dict.fromkeys(name for name in names if name and "://" not in name)) or None


def _string(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    words = collapse(clean_text(unescape(value)))
    return words if 0 < len(words) <= _LONGEST else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value and "://" not in value), None)


def _address(values: Iterable[Any]) -> str | None:
    addresses = (_string(value) for value in values)
    return next((address for address in addresses if address and address.startswith(("http://", "https://"))), None)
