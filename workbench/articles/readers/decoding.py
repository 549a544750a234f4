"""What the readers of text share: bytes to text, refused where they are no text at all."""

from workbench.articles.binary import kind_of_binary, looks_binary
from workbench.articles.encoding import Decoded, decode
from workbench.articles.readers.face import refused

# Every browser reads these as Windows-1252 (WHATWG Encoding Standard).
_WINDOWS_1252 = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii", "windows-1252"})


def decoded_text(raw: bytes, name: str, declared: str | None = None) -> Decoded:
    """Return the text of `raw`, in the charset that the file declares for it, if it is one.

    Raises:
        UnreadableArticleError: the bytes are binary or empty.
    """
    if kind := kind_of_binary(raw):
        raise refused(name, f"is {kind}, not an article: give its text as .txt")
    charset = _as_browsers_read(declared)
    decoded = decode(raw, None if charset == "cp1252" and _is_surely_utf8(raw) else charset)
    if looks_binary(decoded.text):
        raise refused(name, "is not text: give the article as .txt")
    if not decoded.text.strip():
        raise refused(name, "is empty")
    return decoded


def _as_browsers_read(charset: str | None) -> str | None:
    charset = charset.lower() if charset else None
    if charset in _WINDOWS_1252:
        return "cp1252"
    # What names UTF-16 in letters of one byte is not in it.
    return None if charset is None or charset.startswith("utf-16") else charset


def _is_surely_utf8(raw: bytes) -> bool:
    """Whether bytes beyond ASCII all form characters of UTF-8, as no western text does that is really another's."""
    try:
        return not raw.isascii() and bool(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return False
