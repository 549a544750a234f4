"""Files that are no text at all are refused by what they are, not read as mojibake."""

import re
from typing import Final

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"RIFF", "a sound, picture or film file"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a film file"),
)
# Magic that is also plausible prose counts only where a byte that no prose holds follows soon.
_WORDLIKE: Final = frozenset({b"RIFF", b"OggS", b"ID3", b"BZh", b"fLaC"})
_CONTROL: Final = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE: Final = 65_536
_FEW_CONTROLS: Final = 8
_CONTROL_SHARE: Final = 0.05


def kind_of_binary(raw: bytes) -> str | None:
    """Return what `raw` is ("a PNG image") if its first bytes are those of a known binary format."""
    for magic, kind in _MAGIC:
        if raw.startswith(magic) and (magic not in _WORDLIKE or b"\x00" in raw[:64]):
            return kind
    return "a film file" if raw[4:8] == b"ftyp" and b"\x00" in raw[:4] else None


def looks_binary(text: str) -> bool:
    """Whether decoded text holds so many control or undecodable characters that it cannot be prose.

    Random bytes hold a tenth of control characters; prose holds none, coloured terminal logs only ESC, which
    does not count here. A few strays are left to the reader's eye.
    """
    sample = text[:_SAMPLE]
    odd = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    return odd >= _FEW_CONTROLS and odd > _CONTROL_SHARE * len(sample)
