"""One page that was fetched from the web, as `web.message.pack_message` wrote it."""

from dataclasses import replace
from typing import Final

from workbench.articles.payload import reading_of_payload
from workbench.articles.readers.face import Fit, Reading, refused
from workbench.articles.web.message import MAGIC, unpack_message


class WebPageReader:
    """Reads what was fetched; nobody names a file like this."""

    suffixes: Final[frozenset[str]] = frozenset()

    def fit(self, raw: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the first bytes."""
        return Fit.CERTAIN if raw.startswith(MAGIC) else Fit.NONE

    def read(self, raw: bytes, name: str) -> Reading:
        """Return the article in the body, with the address that it was fetched from."""
        try:
            fetched = unpack_message(raw)
        except ValueError:
            raise refused(name, "is a damaged page: fetch it again") from None
        if not fetched.body.strip():
            raise refused(name, "is empty")
        reading = reading_of_payload(fetched.body, name, fetched.content_type)
        return replace(reading, metadata=replace(reading.metadata, url=fetched.address or reading.metadata.url))


READER: Final = WebPageReader()
