"""Text that stands in XML 1.0, which has no place for some characters."""

import re
from typing import Final

from workbench.visible import REPLACEMENT

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return `text` with one sign for each character that XML has no place for; the same length in code points."""
    return _NOT_IN_XML.sub(REPLACEMENT, text)
