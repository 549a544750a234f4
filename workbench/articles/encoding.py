"""From bytes to text: which encoding a file is in, decided in the order of how sure each sign is."""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.articles.language import language_of
from workbench.articles.newlines import clean_text

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 65_536
_NUL_SHARE: Final = 0.02
_LATIN_NUL_SHARE: Final = 0.15
_STRAY_SHARE: Final = 0.2
# Signs of cp1252 that never stand inside a word of a western language: there, the bytes are another alphabet's.
_SIGN_IN_WORD: Final = re.compile("[^\\W\\d_][¡-©«-´¶-¹»-¿×÷][^\\W\\d_]")
_CENTRAL_EUROPEAN: Final = frozenset({"pl", "cs", "sk", "hu", "ro", "hr", "tr"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as it was decoded, and the encoding that it was decoded with."""

    text: str
    encoding: str


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `raw`: by byte order mark, declared charset, UTF-16's NULs, UTF-8, then by detection.

    Never fails: bytes that the encoding does not know become U+FFFD.
    """
    text, encoding = next(_readings(raw, declared))
    return Decoded(clean_text(text), encoding)


def _readings(raw: bytes, declared: str | None) -> Iterator[tuple[str, str]]:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            yield raw[len(mark) :].decode(encoding, errors="replace"), encoding
    if declared and (text := _strict(raw, declared)) is not None:
        yield text, declared
    if wide := _utf16_without_mark(raw):
        yield raw.decode(wide, errors="replace"), wide
    if (text := _strict(raw, "utf-8")) is not None:
        yield text, "utf-8"
    if _is_damaged_utf8(raw):
        yield raw.decode("utf-8", errors="replace"), "utf-8"
    if _is_western(raw):
        yield raw.decode("cp1252", errors="replace"), "cp1252"
    if (detected := _detected(raw)) and (text := _strict(raw, detected)) is not None:
        yield text, detected
    yield raw.decode("cp1252", errors="replace"), "cp1252"


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16_without_mark(raw: bytes) -> str | None:
    """Prose in UTF-16 has the NULs of its blanks and Latin letters in every other byte, and only there."""
    sample = raw[: min(_SAMPLE, len(raw)) & ~1]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding, many, few = ("utf-16-le", odd, even) if odd > even else ("utf-16-be", even, odd)
    if many == 0 or many < _NUL_SHARE * len(sample) or few > 0.1 * many:
        return None
    if many < _LATIN_NUL_SHARE * len(sample) and _reads_as_narrow(sample):
        return None  # a stray NUL in a narrow text
    text = sample.decode(encoding, errors="replace")
    strange = sum(unicodedata.category(sign) in {"Cn", "Co", "Cs"} or sign == "\ufffd" for sign in text)
    return encoding if strange <= max(1, 0.02 * len(text)) else None


def _reads_as_narrow(sample: bytes) -> bool:
    """Whether the bytes are UTF-8 without many control characters, which UTF-16's high bytes would be."""
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(sample)  # its last character may be cut
    except UnicodeDecodeError:
        return False
    controls = sum(sign < " " and sign not in "\0\t\n\r\x1b" for sign in text)
    return controls <= 0.1 * len(text)


def _is_damaged_utf8(raw: bytes) -> bool:
    """Whether a few stray bytes stand in what is otherwise UTF-8 with characters beyond ASCII."""
    text = raw.decode("utf-8", errors="replace")
    beyond_ascii = len(text) - sum(text.count(chr(code)) for code in range(128))
    strays = text.count("\ufffd")
    return strays <= _STRAY_SHARE * beyond_ascii


def _is_western(raw: bytes) -> bool:
    """Whether `raw` reads as a western language in cp1252, which detection by statistics mistakes for cp1250."""
    text = _strict(raw[:_SAMPLE], "cp1252")
    if text is None or _SIGN_IN_WORD.search(text):
        return False
    letters = sum(sign.isalpha() for sign in text)
    foreign = sum(sign.isalpha() and not sign.isascii() for sign in text)
    return foreign <= max(2, 0.25 * letters) and language_of(text) not in _CENTRAL_EUROPEAN


def _detected(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(raw[:_SAMPLE]).best()
    return best.encoding if best else None
