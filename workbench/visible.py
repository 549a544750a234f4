"""The one map through which text from outside passes before anybody sees it.

Text that was scraped from the web can hold escape sequences that drive a terminal, control characters, and
bidirectional or invisible characters that make a sentence read differently from what it is (CVE-2021-42574).
Each such code point is replaced by one visible code point, so that offsets and highlights stay true. What is
stored stays as it was read.
"""

import re
from typing import Final

REPLACEMENT: Final = "\ufffd"
_HIDDEN: Final = "\u2bd1"  # ⯑, the sign for an uncertain character

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_INVISIBLE = (0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B, 0x3164, 0xFEFF, 0xFFA0)
_FORMAT = (*range(0x2060, 0x2066), *range(0x206A, 0x2070), *range(0xFFF9, 0xFFFC))
_TAGS = range(0xE0000, 0xE0080)
_SEPARATORS = (0x2028, 0x2029)
_SURROGATES = range(0xD800, 0xE000)


def _visible_map() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20)}
    table[0x7F] = "\u2421"
    table |= dict.fromkeys(range(0x80, 0xA0), REPLACEMENT)
    hidden = (*_BIDI, *_INVISIBLE, *_FORMAT, *_TAGS, *_SEPARATORS, *_SURROGATES)
    return table | dict.fromkeys(hidden, _HIDDEN)


_ONE_LINE: Final = _visible_map()
_MANY_LINES: Final = {code: sign for code, sign in _ONE_LINE.items() if code != 0x0A}
_HARMFUL: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_MANY_LINES)) + "]")


def one_line(text: str) -> str:
    """Return `text` with every acting character replaced, newlines too; the same length in code points."""
    return text.translate(_ONE_LINE)


def lines(text: str) -> str:
    """Return `text` with every acting character but the newline replaced; the same length in code points."""
    return text.translate(_MANY_LINES)


def hidden_characters(text: str) -> int:
    """Count the characters of `text` that would act or stay unseen (the newline and the tab do not count)."""
    return sum(1 for match in _HARMFUL.finditer(text) if match.group() != "\t")
