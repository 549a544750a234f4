"""Which column of a corpus holds what of an article: as its names say, or as the user does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final


class Field(StrEnum):
    """What a column can hold of an article."""

    TEXT = "text"
    TITLE = "title"
    URL = "url"
    PUBLISHED = "published"
    BYLINE = "byline"
    PUBLISHER = "publisher"
    LANGUAGE = "language"


_USUAL_NAMES: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.TEXT: (
        *("text", "body", "bodytext", "articlebody", "articletext", "fulltext", "maintext", "content", "contenthtml"),
        *("contenttext", "article", "html", "plaintext", "story"),
    ),
    Field.TITLE: ("title", "headline", "articletitle", "head", "heading"),
    Field.URL: ("url", "link", "articleurl", "sourceurl", "canonicalurl", "weburl", "permalink", "uri", "href"),
    Field.PUBLISHED: (
        *("published", "date", "pubdate", "publishdate", "publisheddate", "publicationdate", "datepublished"),
        *("datepublish", "publishedat", "publishtime", "datetime", "timestamp", "created"),
    ),
    Field.BYLINE: ("byline", "author", "authors", "writer", "creator", "journalist"),
    Field.PUBLISHER: (
        *("publisher", "source", "sourcename", "outlet", "newspaper", "publication", "sitename", "site", "website"),
        *("sourcedomain", "domain"),
    ),
    Field.LANGUAGE: ("language", "lang", "languagecode", "inlanguage", "locale"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that the user named, by what they hold; for the rest their usual names count."""

    named: Mapping[Field, str] = field(default_factory=dict)

    def of_row(self, row: Mapping[str, Any]) -> dict[Field, str]:
        """Return which column of `row` holds what of the article; a column that is empty holds nothing."""
        usual = _by_plain_name(key for key, value in row.items() if not is_blank(value))
        found: dict[Field, str] = {}
        for what in Field:
            if what in self.named:
                if not is_blank(value_at(row, self.named[what])):
                    found[what] = self.named[what]
            elif name := next((usual[plain] for plain in _USUAL_NAMES[what] if plain in usual), None):
                found[what] = name
        return found


def value_at(row: Any, name: str) -> Any:
    """Return what stands in the column `name` of a row; “a.b” is column b within a, unless there is an “a.b”."""
    if not isinstance(row, Mapping):
        return None
    if name in row:
        return row[name]
    outer, dot, inner = name.partition(".")
    return value_at(row.get(outer), inner) if dot else None


def has_column(row: Mapping[str, Any], name: str) -> bool:
    """Whether the row has a column of this name, even an empty one."""
    outer, _, inner = name.partition(".")
    return name in row or (isinstance(row.get(outer), Mapping) and has_column(row[outer], inner))


def is_blank(value: Any) -> bool:
    """Whether a cell holds nothing."""
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _by_plain_name(names: Iterable[str]) -> dict[str, str]:
    """Return the names by their letters alone; the first of those with the same letters."""
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault("".join(sign for sign in name.lower() if sign.isalnum()), name)
    return plain
