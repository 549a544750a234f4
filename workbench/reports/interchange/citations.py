"""The articles of a record as sources to cite: CSL-JSON, which reference managers and citation styles read, and BibTeX.

Both name a source by the same key, which its bytes determine. Names of people are whole, as the article gives them:
which part of a name is the family's, a program cannot tell. The BibTeX is for BibLaTeX (`@online`, UTF-8).
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from workbench.articles.model import Article
from workbench.reports.interchange.json_text import json_list
from workbench.reports.interchange.naming import ALL_COLLECTIONS, JsonObject, iso_day, told, web_address
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.writing import slug
from workbench.visible import one_line

_SHA_IN_KEY: Final = 8
_NAME_IN_KEY: Final = 24
_BETWEEN_NAMES: Final = re.compile(r"\s*;\s*|\s*&\s*|\s+and\s+|\s*,\s+and\s+")
_COMMA: Final = re.compile(r"\s*,\s*")
_TEX: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
"""BibTeX counts braces, escaped ones too; so those of a text are spelt by name."""

_TEX_TABLE: Final = str.maketrans(_TEX)


def csl_text(record: Record) -> Iterator[str]:
    """Yield the articles of `record` as CSL-JSON, one after the other."""
    yield from json_list(_csl(recorded) for recorded in record.articles)
    yield "\n"


def bibtex_text(record: Record) -> Iterator[str]:
    """Yield the articles of `record` as BibLaTeX, one after the other."""
    yield f"% Sources: {one_line(record.collection or ALL_COLLECTIONS).replace('@', '(at)')}\n"
    for recorded in record.articles:
        yield f"\n{_bibtex(recorded)}"


def citation_key(article: Article) -> str:
    """Return the key of a source: its outlet, year, and the beginning of its sha256, in a-z, 0-9, dot and hyphen."""
    name = slug(article.publisher or article.heading, "article").replace("_", "-")[:_NAME_IN_KEY].strip("-.")
    year = f"{article.published.year:04}" if article.published else "undated"
    return f"{name}-{year}-{article.sha256[:_SHA_IN_KEY]}"


def authors(byline: str | None) -> tuple[str, ...]:
    """Return the names in a byline; at commas it is cut only where what is on either side has two words or more."""
    found: list[str] = []
    for part in _BETWEEN_NAMES.split(" ".join((byline or "").split())):
        names = _COMMA.split(part)
        found += names if all(" " in name for name in names) else [part]
    return tuple(dict.fromkeys(name for name in (name.strip(" ,;") for name in found) if name))


def escape_tex(text: str) -> str:
    """Return `text` on one line, so that TeX prints it and runs none of it."""
    return one_line(" ".join(text.split())).translate(_TEX_TABLE)


def _csl(recorded: RecordedArticle) -> JsonObject:
    article = recorded.article
    url = web_address(article.url)
    return told(
        {
            "id": citation_key(article),
            "type": _csl_type(article, url),
            "title": article.heading,
            "container-title": article.publisher,
            "author": [{"literal": name} for name in authors(article.byline)],
            "issued": _date_parts(article.published),
            "URL": url,
            "accessed": _date_parts(recorded.summary.added_at) if url else None,
            "language": article.language,
            "note": f"sha256: {article.sha256}",
        }
    )


def _csl_type(article: Article, url: str | None) -> str:
    if article.publisher:
        return "article-newspaper"
    return "webpage" if url else "document"


def _date_parts(day: date | None) -> JsonObject | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _bibtex(recorded: RecordedArticle) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(recorded))
    return f"@online{{{citation_key(recorded.article)},\n{lines}}}\n"


def _fields(recorded: RecordedArticle) -> Iterator[tuple[str, str]]:
    article = recorded.article
    # The inner braces keep the capitals of a title, and a name whole.
    yield "title", f"{{{escape_tex(article.heading)}}}"
    if names := authors(article.byline):
        yield "author", " and ".join(f"{{{escape_tex(name)}}}" for name in names)
    if article.publisher:
        yield "organization", f"{{{escape_tex(article.publisher)}}}"
    if article.published:
        yield "date", iso_day(date(article.published.year, article.published.month, article.published.day)) or ""
    if url := web_address(article.url):
        yield "url", url
        yield "urldate", recorded.summary.added_at.date().isoformat()
    yield "note", f"sha256: {article.sha256}"
