"""A page as it is kept: the bytes that a server sent, below what of its header is needed to read them (RFC 9112).

What changes with every fetch (its date, its cookies) is left out, so that a page that did not change is the same
article when it is fetched again.
"""

from dataclasses import dataclass
from email.parser import BytesHeaderParser
from email.policy import HTTP
from typing import Final

MAGIC: Final = b"HTTP/1.1 200 OK\r\nContent-Location: "


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server sent: the address that it came from after all redirections, its type as it said, its body."""

    address: str
    content_type: str
    body: bytes


def pack_message(fetched: Fetched) -> bytes:
    """Return the bytes of a message."""
    head = f"{_line(fetched.address)}\r\nContent-Type: {_line(fetched.content_type)}\r\n\r\n"
    return MAGIC + head.encode("latin-1", "replace") + fetched.body


def unpack_message(raw: bytes) -> Fetched:
    """Return what is in the bytes of a message.

    Raises:
        ValueError: they are none.
    """
    head, blank_line, body = raw.partition(b"\r\n\r\n")
    if not raw.startswith(MAGIC) or not blank_line:
        raise ValueError("no message")
    headers = BytesHeaderParser(policy=HTTP).parsebytes(head.partition(b"\r\n")[2])
    return Fetched(str(headers["Content-Location"] or ""), str(headers["Content-Type"] or ""), body)


def _line(words: str) -> str:
    return " ".join(words.split())[:2_000]
