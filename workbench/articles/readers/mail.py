"""E-mails, and web pages saved as one (MHTML): the text or page in them is read as if it stood alone."""

import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from workbench.articles.mastheads import is_name_of_paper
from workbench.articles.metadata import Metadata
from workbench.articles.newlines import clean_text
from workbench.articles.page import collapse
from workbench.articles.readers.face import Fit, Reading, refused
from workbench.articles.readers.html import reading_of_page
from workbench.articles.readers.plain import reading_of_text
from workbench.errors import UnreadableArticleError

_START: Final = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[ \t][^\r\n]{0,1000}\r?\n(?:[ \t][^\r\n]{0,1000}\r?\n){0,50}){1,100}?"
    rb"(?:MIME-Version|Message-ID):[ \t]",
    re.IGNORECASE,
)
_HEAD: Final = 16_384
_MOST_LINES: Final = 400_000  # each costs the parser much memory; 20 MB of attachments have 270,000
_MOST_PARTS: Final = 20_000
_LONGEST: Final = 400


class MailReader:
    """Reads `.eml`, and `.mhtml` as browsers save it."""

    suffixes: Final = frozenset({".eml", ".mht", ".mhtml"})

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix, else by the headers that every such file has."""
        if suffix in self.suffixes:
            return Fit.NAMED_SO
        return Fit.LOOKS_SO if _START.match(raw[:_HEAD]) else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the best part of the message, with what the headers say about it."""
        message = _parsed(raw, name)
        if not message.keys():
            raise refused(name, "is no e-mail and no saved page: it has no headers")
        readings = list(_readings(message, name))
        if not readings:
            raise refused(name, "holds no text and no page, only attachments")
        reading = _best(readings)
        page = _address_of_page(message)
        metadata = _of_mail(reading.metadata, message) if page is None else _of_page(reading.metadata, message, page)
        return replace(reading, metadata=metadata)


def _parsed(raw: bytes, name: str) -> EmailMessage:
    if max(raw.count(b"\n"), raw.count(b"\r")) > _MOST_LINES:
        raise refused(name, f"has more than {_MOST_LINES:,} lines, which no article has")
    if raw.count(b"\n--") > _MOST_PARTS:
        raise refused(name, f"has more than {_MOST_PARTS:,} parts, which no article has")
    try:
        return email.message_from_bytes(raw, policy=policy.default)
    except Exception:  # a true edge: the parser of the standard library fails in many ways on what is no e-mail
        raise refused(name, "is a damaged e-mail: save it again") from None


def _readings(message: EmailMessage, name: str) -> Iterator[Reading]:
    """Yield the readings of the message's own text and page, as far as there are any in which something stands."""
    for kind, read in (("plain", reading_of_text), ("html", reading_of_page)):
        part = _part(message, name, kind)
        if part is None:
            continue
        raw, charset = part
        try:
            reading = read(raw, name, charset)
        except UnreadableArticleError:
            continue  # the other part may be readable
        if reading.blocks:
            yield reading


def _part(message: EmailMessage, name: str, kind: str) -> tuple[bytes, str | None] | None:
    """Return the bytes of the message's body of this kind, and the charset that its header declares."""
    try:
        part = message.get_body((kind,))
        raw = part.get_payload(decode=True) if part is not None else None
        charset = part.get_content_charset() if part is not None else None
    except Exception:  # a true edge, as above
        raise refused(name, "is a damaged e-mail: save it again") from None
    if not isinstance(raw, bytes) or not raw.strip():
        return None
    return raw, charset if raw.isascii() or charset != "us-ascii" else None


def _best(readings: list[Reading]) -> Reading:
    """The text, if there is one, unless it only says that there is more on the page."""
    return readings[-1] if 2 * len(readings[0].text) < len(readings[-1].text) else readings[0]


def _address_of_page(message: EmailMessage) -> str | None:
    """Return where a saved page was saved from, None for an e-mail; its date and sender are the browser's."""
    for header in ("Snapshot-Content-Location", "Content-Location"):
        if (address := _header(message, header)) and address.startswith(("http://", "https://")):
            return address
    sender = _header(message, "From") or ""
    return "" if sender.casefold().startswith(("<saved by", "saved by")) else None


def _of_page(metadata: Metadata, message: EmailMessage, address: str) -> Metadata:
    return replace(metadata, title=metadata.title or _header(message, "Subject"), url=metadata.url or address or None)


def _of_mail(metadata: Metadata, message: EmailMessage) -> Metadata:
    sender, address = parseaddr(_header(message, "From") or "")
    is_author = _is_persons(sender, address)
    return replace(
        metadata,
        title=_header(message, "Subject") or metadata.title,
        byline=metadata.byline or (sender if is_author else None),
        publisher=metadata.publisher or (sender if sender and not is_author else None),
        published=_date(message) or metadata.published,
    )


def _is_persons(sender: str, address: str) -> bool:
    """Whether the sender is a person: at least two names, one of which stands before the @ of the address."""
    mailbox = address.partition("@")[0].casefold()
    names = [name for name in re.findall(r"[^\W\d_]+", sender.casefold()) if len(name) > 2]
    return " " in sender and not is_name_of_paper(sender) and any(name in mailbox for name in names)


def _date(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header as it is shown, without newlines; None if there is none or it cannot be read."""
    try:
        value = collapse(clean_text(str(message.get(name) or "")))
    except Exception:  # a true edge: headers are parsed when they are asked for
        return None
    return value if 0 < len(value) <= _LONGEST else None


READER: Final = MailReader()
