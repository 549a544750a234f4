"""One row of a corpus, or one entry of a feed, as `record.pack_record` wrote it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from workbench.articles.assembly import assemble
from workbench.articles.containers.columns import Field, value_at
from workbench.articles.dates import read_iso
from workbench.articles.metadata import Metadata
from workbench.articles.newlines import clean_text
from workbench.articles.page import Piece, collapse, letters_of
from workbench.articles.paragraphs import split_paragraphs
from workbench.articles.readers.face import Fit, Reading, refused
from workbench.articles.record import MAGIC, unpack_record
from workbench.vocabulary import BlockKind

_LONGEST: Final = 400
_TITLE_WITHIN: Final = 4
_SECONDS: Final = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_PLAIN_DAY: Final = re.compile(r"(?:19|20)\d{6}")
_MAILED: Final = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d:\d\d")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.IGNORECASE)
_NAMING: Final = ("name", "title", "@value", "value", "url")


class RecordReader:
    """Reads what a container of rows was split into; nobody names a file like this."""

    suffixes: Final[frozenset[str]] = frozenset()

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the first bytes."""
        return Fit.CERTAIN if raw.startswith(MAGIC) else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the row: its title, if its text does not begin with it, and its text.

        A text that is written in HTML is read as HTML. What a column says outranks what the text says of itself.
        """
        try:
            row, columns = unpack_record(raw)
        except ValueError:
            raise refused(name, "is a damaged record: add the corpus again") from None
        values = {what: value_at(row, column) for what, column in columns.items()}
        stated = _stated(values)
        text = _prose(values.get(Field.TEXT))
        pieces, of_page = _pieces(text)
        if not pieces:
            return Reading("", (), stated, "json")
        assembled = assemble(_with_title(pieces, stated.title or of_page.title))
        return Reading(assembled.text, assembled.blocks, _joined(stated, of_page, assembled.stated()), "json")


def _pieces(text: str) -> tuple[list[Piece], Metadata]:
    """Return the paragraphs of the text, and what it states if it is a whole page."""
    from workbench.articles import fragment  # brings lxml, slow to import

    if fragment.is_page(text):
        from workbench.articles.html import read_html  # brings trafilatura

        page, blocks, metadata = read_html(text)
        return [Piece(page[block.start : block.end], block.kind) for block in blocks], metadata
    if fragment.is_markup(text):
        return fragment.pieces_of_markup(text), Metadata()
    return [Piece(text[part.start : part.end]) for part in split_paragraphs(text)], Metadata()


def _with_title(pieces: Sequence[Piece], title: str | None) -> list[Piece]:
    if title is None:
        return list(pieces)
    for index, piece in enumerate(pieces[:_TITLE_WITHIN]):
        if letters_of(piece.text) == letters_of(title):
            return [*pieces[:index], Piece(piece.text, BlockKind.TITLE), *pieces[index + 1 :]]
    return [Piece(title, BlockKind.TITLE), *pieces]


def _joined(*sources: Metadata) -> Metadata:
    """Return what the first of the sources states that states anything, for each thing that is stated."""

    def first(what: str) -> Any:
        return next((value for source in sources if (value := getattr(source, what)) is not None), None)

    return replace(Metadata(), **{what: first(what) for what in Metadata.__slots__})


def _stated(values: Mapping[str, Any]) -> Metadata:
    address = _name(values.get(Field.URL))
    language = _name(values.get(Field.LANGUAGE)) or ""
    return Metadata(
        title=_name(values.get(Field.TITLE)),
        publisher=_name(values.get(Field.PUBLISHER)),
        byline=_name(values.get(Field.BYLINE)),
        published=_date(values.get(Field.PUBLISHED)),
        url=address if address and address.startswith(("http://", "https://")) else None,
        language=language if _LANGUAGE.fullmatch(language) else None,
    )


def _prose(value: Any) -> str:
    """Return the text in a cell; the items of a list are paragraphs."""
    if isinstance(value, list):
        return "\n\n".join(part for item in value if (part := _prose(item)))
    if isinstance(value, dict):
        return _prose(next((value[key] for key in ("html", "text", "value", "content") if key in value), None))
    return clean_text(value if isinstance(value, str) else "" if value is None else str(value))


def _name(value: Any) -> str | None:
    """Return a name in a cell on one line; those of a list are joined, an object is called by its name."""
    if isinstance(value, list):
        names = ", ".join(name for item in value if not isinstance(item, list) and (name := _name(item)))
        return names[:_LONGEST] or None
    if isinstance(value, dict):
        value = next((value[key] for key in _NAMING if isinstance(value.get(key), str)), None)
    if value is None or isinstance(value, bool):
        return None
    from workbench.articles import fragment

    text = str(value)[: 4 * _LONGEST]
    words = collapse(clean_text(fragment.words_of_markup(text) if fragment.is_markup(text) else text))
    return words[:_LONGEST] or None


def _date(value: Any) -> date | None:
    """Return the date in a cell: ISO 8601, RFC 5322, seconds since 1970, or as people write it."""
    words = _name(value)
    if words is None:
        return None
    try:
        if _SECONDS.fullmatch(words):
            return datetime.fromtimestamp(float(words) / (1 if float(words) < 1e11 else 1000), UTC)
        if _PLAIN_DAY.fullmatch(words):
            return date(int(words[:4]), int(words[4:6]), int(words[6:]))
        return parsedate_to_datetime(words) if _MAILED.match(words) else read_iso(words)
    except (ValueError, TypeError, IndexError, OverflowError, OSError):
        return None


READER: Final = RecordReader()
