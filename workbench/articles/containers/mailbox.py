"""Mailboxes (mbox, RFC 4155): each message is an article."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Document, Part, Unread
from workbench.articles.containers.limits import MAX_DOCUMENT
from workbench.articles.readers.face import Fit, refused

_SEPARATOR: Final = re.compile(rb"From \S+ .*\b(?:19|20)\d\d\b")
_LONGEST_LINE: Final = 1_000_000
_QUOTED: Final = re.compile(rb">+From ")
_TOO_LARGE: Final = f"has more than {MAX_DOCUMENT // 1_000_000} MB"


class MailboxContainer:
    """Splits `.mbox`, and what begins with the line that stands before each message of one."""

    suffixes: Final = frozenset({".mbox"})

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix, else by the first line."""
        if suffix in self.suffixes:
            return Fit.NAMED_SO
        return Fit.LOOKS_SO if _SEPARATOR.match(head[:1000].partition(b"\n")[0]) else Fit.NONE

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield each message.

        Raises:
            UnreadableArticleError: it is no mailbox.
        """
        number, message, size, after_blank = 0, bytearray(), 0, True
        while line := file.readline(_LONGEST_LINE):
            if after_blank and _SEPARATOR.match(line):
                if number:
                    yield _part(message, size, f"{name}:{number}")
                number, message, size = number + 1, bytearray(), 0
            elif number == 0 and line.strip():
                raise refused(name, "is no mailbox: it does not begin with “From ”")
            else:
                size += len(line)
                if size <= MAX_DOCUMENT:
                    message += line[1:] if _QUOTED.match(line) else line
            after_blank = not line.strip()
        if not number:
            raise refused(name, "holds no message")
        yield _part(message, size, f"{name}:{number}")


def _part(message: bytearray, size: int, called: str) -> Part:
    """Return a message as a document, called so that the reader of e-mails reads it."""
    if size > MAX_DOCUMENT:
        return Unread(called, str(refused(called, _TOO_LARGE)))
    return Document(f"{called}.eml", bytes(message))


CONTAINER: Final = MailboxContainer()
