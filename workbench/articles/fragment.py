"""The HTML that stands in a column of a corpus or an entry of a feed: all of it is the article's, nothing is chrome."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

import lxml.html

from workbench.articles.page import Piece, collapse
from workbench.vocabulary import BlockKind

_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|h[1-6]|ul|ol|li|blockquote|img|figure|figcaption|table|t[rdh]|article|section"
    r"|html|body|head|font|sup|sub|small|hr|pre|iframe|script|style|center|cite|q)\b[^<>]{0,2000}>|<!--",
    re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_PAGE: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNSEEN: Final = re.compile(r"<(?:script|style|noscript|template|iframe|svg|head)\b|<!--", re.IGNORECASE)
_MOST_TAGS: Final = 500_000
_SKIPPED: Final = frozenset({"script", "style", "noscript", "template", "iframe", "svg", "head"})
_KIND_OF_TAG: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "figcaption": BlockKind.CAPTION,
}
_BLOCKS: Final = frozenset(_KIND_OF_TAG) | {
    *("p", "div", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "table", "tr", "pre", "hr", "center"),
    *("html", "body", "article", "section", "header", "footer", "aside", "main", "address"),
}


def is_markup(text: str) -> bool:
    """Whether a text is written in HTML: it holds a tag, or a character by its name."""
    return _TAG.search(text) is not None or _REFERENCE.search(text) is not None


def is_page(text: str) -> bool:
    """Whether a text is a whole web page, with what stands on one around the article."""
    return _PAGE.match(text) is not None


def pieces_of_markup(markup: str) -> list[Piece]:
    """Return the paragraphs of a piece of HTML in order: every visible word of it, typed where a tag tells it."""
    if markup.count("<") > _MOST_TAGS:
        return _without_tags(markup)
    parser = lxml.html.HTMLParser(huge_tree=True)  # or what is nested more than 256 deep is dropped, not 2,048
    try:
        tree = lxml.html.fragment_fromstring(_CONTROLS.sub("\ufffd", markup), create_parent="div", parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        return _without_tags(markup)
    pieces = list(_Paragraphs().of(tree))
    return pieces if pieces or _UNSEEN.search(markup) else _without_tags(markup)


def _without_tags(markup: str) -> list[Piece]:
    """Return the words of what no parser takes, or no memory would hold the tree of."""
    words = collapse(unescape(_TAG.sub(" ", markup)))
    return [Piece(words)] if words else []


def words_of_markup(markup: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return collapse(" ".join(piece.text for piece in pieces_of_markup(markup)))


class _Paragraphs:
    """Walks a tree, and ends a paragraph where a block begins or ends and at two line breaks."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._kinds: list[BlockKind | None] = [None]

    def of(self, tree: Any) -> Iterator[Piece]:
        """Yield the paragraphs below `tree`, which may be nested deeper than a function may call itself."""
        walk = lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
        for step, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if tag in _BLOCKS:
                yield from self._ended()
                self._enter(tag) if step == "start" else self._kinds.pop()
            if step == "start" and tag in _SKIPPED:
                walk.skip_subtree()
            elif step == "start":
                self._words += ["\n" if tag == "br" else "", _blanked(element.text)]
            elif element is not tree:
                self._words.append(_blanked(element.tail))
        yield from self._ended()

    def _enter(self, tag: str) -> None:
        self._kinds.append(_KIND_OF_TAG.get(tag, self._kinds[-1]))

    def _ended(self) -> Iterator[Piece]:
        text = "".join(self._words)
        self._words = []
        for part in re.split(r"\n[^\S\n]*\n", text):
            lines = (collapse(line) for line in part.split("\n"))
            if words := "\n".join(filter(None, lines)):
                yield Piece(words, self._kinds[-1])


def _blanked(text: str | None) -> str:
    return (text or "").replace("\n", " ")
