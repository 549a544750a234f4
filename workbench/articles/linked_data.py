"""What a page says of its article in JSON-LD (schema.org): what it is, and at times its whole text."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

import lxml.html

from workbench.articles.newlines import clean_text
from workbench.articles.page_blocks import blocks_of_page

_ARTICLE_TYPE: Final = re.compile(r"Article$|BlogPosting$|^Report$")
_DEEPEST: Final = 8
_MARKUP: Final = re.compile(r"<(?:p|div|br|h[1-6]|ul|span|a)\b", re.IGNORECASE)


def linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the articles that a page describes, each as it stands in its JSON-LD (schema.org)."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text_content(), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(data, 0)


def _articles_in(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data:
            yield from _articles_in(item, depth + 1)
    elif isinstance(data, dict):
        types = data.get("@type")
        if any(isinstance(kind, str) and _ARTICLE_TYPE.search(kind) for kind in listed(types)):
            yield data
        for key in ("@graph", "mainEntity", "itemListElement"):
            yield from _articles_in(data.get(key), depth + 1)


def listed(value: Any) -> list[Any]:
    """Return a value that may stand alone or in a list as a list."""
    return value if isinstance(value, list) else [value]


def stated_body(tree: Any) -> list[str]:
    """Return the paragraphs of the text that a page states for its article (`articleBody`); none if it does not."""
    bodies = (linked.get("articleBody") for linked in linked_articles(tree))
    body = unescape(clean_text(next((body for body in bodies if isinstance(body, str)), "")))
    if _MARKUP.search(body):
        return [block.text for block in blocks_of_page(lxml.html.fragment_fromstring(body, create_parent="div"))]
    return [line.strip() for line in body.split("\n") if line.strip()]
