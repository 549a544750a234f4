"""One record of a web archive (WARC 1.0 and 1.1, ISO 28500): the page or text that a server sent."""

import io
from contextlib import redirect_stderr
from dataclasses import replace
from typing import Any, Final

from workbench.articles.files import MAX_BYTES
from workbench.articles.payload import reading_of_payload
from workbench.articles.readers.face import Fit, Reading, needs_extra, refused

_MAGIC: Final = b"WARC/1."
_STEP: Final = 65_536


class WebArchiveReader:
    """Reads a record with warcio (extra `warc`): what a web archive is split into."""

    suffixes: Final[frozenset[str]] = frozenset()

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the first bytes."""
        return Fit.CERTAIN if raw.startswith(_MAGIC) else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the record, with the address that it was captured from.

        The date of the record is the day of the capture, and left alone: only the page says when it appeared.
        """
        try:
            from warcio.archiveiterator import ArchiveIterator  # an extra
        except ImportError:
            raise needs_extra(name, "warc") from None
        try:
            with redirect_stderr(io.StringIO()):  # warcio speaks there
                record = next(iter(ArchiveIterator(io.BytesIO(raw))))
                body = _body(record)
        except Exception:  # a true edge: warcio fails in many ways on damaged records
            raise refused(name, "is a damaged record of a web archive") from None
        if len(body) > MAX_BYTES:
            raise refused(name, f"unpacks to more than {MAX_BYTES // 1_000_000} MB")
        packed = _packing(record)
        if packed:
            raise refused(name, f"is packed as {packed[:20]!r}, which is not unpacked: record it without")
        reading = reading_of_payload(body, name, _content_type(record))
        address = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ")
        return replace(reading, metadata=replace(reading.metadata, url=_web(address) or reading.metadata.url))


def _body(record: Any) -> bytes:
    """Return what the server sent, unpacked; of a bomb only so much as shows that it is one."""
    stream, body = record.content_stream(), bytearray()
    while len(body) <= MAX_BYTES and (step := stream.read(_STEP)):
        body += step
    return bytes(body)


def _packing(record: Any) -> str | None:
    """Return how the body is packed if warcio does not unpack it."""
    from warcio.bufferedreaders import BufferedReader

    packing = (record.http_headers.get_header("Content-Encoding") or "").strip().lower() if record.http_headers else ""
    known = {"", "identity", "x-gzip", *BufferedReader.get_supported_decompressors()}
    return None if packing in known else packing


def _content_type(record: Any) -> str | None:
    headers = record.http_headers or record.rec_headers
    value: str | None = headers.get_header("Content-Type")
    return value


def _web(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) else None


READER: Final = WebArchiveReader()
