"""What is done to decoded text before anything is measured in it: newlines, and what no database can hold."""

import re
from typing import Final

_REPLACEMENT: Final = "\ufffd"
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return `text` with every newline as "\\n", and NUL and lone surrogates as U+FFFD; all else stays as read.

    PostgreSQL refuses NUL, and neither database can encode a lone surrogate.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSTORABLE.sub(_REPLACEMENT, text)
