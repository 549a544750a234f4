"""Feeds (RSS 0.9x and 2.0, RSS 1.0 in RDF, Atom 1.0): each entry is an article."""

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import Any, BinaryIO, Final

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Part
from workbench.articles.containers.rows import Row, part_of_row
from workbench.articles.encoding import decode
from workbench.articles.newlines import clean_text
from workbench.articles.readers.face import Fit, refused

_ROOT: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}>\s*){0,8}"
    rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)\b[^>]{0,3000}",
    re.DOTALL,
)
_DECLARED: Final = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_OWN_ENTITIES: Final = re.compile(
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,2000}?-->\s*){0,8}<!DOCTYPE[^>\[]{0,300}\[", re.DOTALL
)
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_VERBATIM: Final = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_AMPERSAND: Final = re.compile(r"&(?:(\w{2,32});|(#\d{1,7};|#x[0-9a-fA-F]{1,6};))?")
_MAX_FEED: Final = 20_000_000
_MAX_SIGNS: Final = 1_000_000  # of “<”: each may be an element, and costs the parser a hundred bytes and more
_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("encoded", "content", "description", "summary"),
    "title": ("title",),
    "published": ("pubDate", "published", "issued", "date", "updated", "modified"),
    "byline": ("author", "creator"),
}


class FeedContainer:
    """Splits `.rss`, `.atom`, `.rdf` and `.xml` with lxml, which opens nothing and expands no entity."""

    suffixes: Final = frozenset({".rss", ".atom", ".rdf", ".xml"})

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix, else by the first element."""
        if suffix in self.suffixes:
            return Fit.NAMED_SO
        return Fit.LOOKS_SO if _ROOT.match(head.removeprefix(b"\xef\xbb\xbf")) else Fit.NONE

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield each entry; its number takes the place of a line.

        Raises:
            UnreadableArticleError: it is no feed, too large, or has no entries.
        """
        raw = file.read(_MAX_FEED + 1)
        if len(raw) > _MAX_FEED or raw.count(b"<") > _MAX_SIGNS:
            raise refused(name, f"has more than {_MAX_FEED // 1_000_000} MB or {_MAX_SIGNS:,} tags, which no feed has")
        feed = _parsed(raw, name)
        number = 0
        for number, entry in enumerate(feed.iter("{*}item", "{*}entry"), start=1):
            yield part_of_row(Row(number, _row(entry, feed), 0), name, Columns())
        if number == 0:
            raise refused(name, "has no entries")


def _parsed(raw: bytes, name: str) -> Any:
    """Return the root of a feed, with small mistakes mended that feeds are full of."""
    from lxml import etree

    declared = _DECLARED.search(raw[:1000])
    text = decode(raw, declared[1].decode("ascii") if declared else None).text
    if _OWN_ENTITIES.match(text):
        raise refused(name, "declares entities of its own, which no feed needs and a harmful one does")
    parts = _VERBATIM.split(_ILLEGAL.sub("\ufffd", _DECLARATION.sub("", text)))
    markup = "".join(part if number % 2 else _AMPERSAND.sub(_mended, part) for number, part in enumerate(parts))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or _local(root).lower() not in {"rss", "feed", "rdf"}:
        raise refused(name, "is no feed: neither RSS nor Atom")
    return root


def _mended(match: re.Match[str]) -> str:
    """Return an ampersand, and the name that may follow it, as XML knows it: names of HTML are none there."""
    if match[1] in {"amp", "lt", "gt", "quot", "apos"} or match[2]:
        return match.group()
    character = html5.get(f"{match[1]};", "") if match[1] else ""
    return character or f"&amp;{match.group()[1:]}"


def _row(entry: Any, feed: Any) -> dict[str, str]:
    """Return what an entry holds, under the names that a corpus would use."""
    found = {column: _first(entry, names) for column, names in _NAMES.items()}
    found["url"] = _link(entry)
    found["publisher"] = _first(_source(entry, feed), ("title",))
    found["language"] = _language(entry, feed)
    return {column: value for column, value in found.items() if value}


def _first(element: Any, names: tuple[str, ...]) -> str:
    """Return the text of the first child of one of these names that has any; earlier names are better."""
    for wanted in names:
        for child in element:
            if _local(child) == wanted and not _is_of_media(child) and (text := _text(child)):
                return text
    return ""


def _text(element: Any) -> str:
    """Return the text of an element; of a person the name, of XHTML the markup."""
    for child in element:
        if _local(child) == "name":
            return _text(child)
    if element.get("type") == "xhtml" or any(isinstance(child.tag, str) for child in element):
        from lxml import etree

        inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
        return clean_text(f"{element.text or ''}{inner}").strip()
    return clean_text("".join([element.text or "", *(child.tail or "" for child in element)])).strip()


def _link(entry: Any) -> str:
    links = [child for child in entry if _local(child) == "link"]
    addresses = [link.get("href") or _text(link) for link in links if link.get("rel", "alternate") == "alternate"]
    guids = [_text(child) for child in entry if _local(child) in {"guid", "id"}]
    return next((words for words in (*addresses, *guids) if words.startswith(("http://", "https://"))), "")


def _source(entry: Any, feed: Any) -> Any:
    """Return the element that names whose the entry is: its source, if it came from another feed, else the feed."""
    sources = [child for child in entry if _local(child) == "source" and len(child)]
    channels = [child for child in feed if _local(child) == "channel"]
    return (sources or channels or [feed])[0]


def _language(entry: Any, feed: Any) -> str:
    named = next((value for at in entry.iterancestors() if (value := at.get(_XML_LANG))), "")
    return entry.get(_XML_LANG) or _first(_source(entry, feed), ("language",)) or named


def _is_of_media(element: Any) -> bool:
    return isinstance(element.tag, str) and "search.yahoo.com/mrss" in element.tag


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

CONTAINER: Final = FeedContainer()
