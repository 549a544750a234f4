"""From bytes to text: encodings, newlines, and bytes that are no text."""

import gzip
import random

import pytest

from workbench.articles import read_article
from workbench.articles.encoding import decode
from workbench.errors import UnreadableArticleError

FRENCH = "Le café de l’hôtel a rouvert à Besançon, où il était fermé depuis l’été. « Enfin ! », a dit le maire."
GERMAN = "Die Brücke über den Fluß ist für größere Züge gesperrt, sagte der Bürgermeister. Das kostet 20 € täglich."
POLISH = "Most jest zamknięty dla pociągów, powiedział burmistrz. To już trzeci raz w tym roku, że się nie udało."
CZECH = "Most je uzavřen pro všechny vlaky, řekl starosta. Je to už potřetí v tomto roce, že se to nepodařilo."
RUSSIAN = "Мост закрыт для поездов, сказал мэр города. Это уже третий раз за год, и никто не знает, что будет."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (GERMAN, "cp1252"),
        (FRENCH.replace("’", "'"), "latin-1"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-8"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-32"),
        (POLISH, "utf-8"),
        ("Enough – done.", "cp1252"),
    ],
)
def test_text_is_decoded_in_the_encoding_it_is_in(text: str, encoding: str) -> None:
    """Byte order marks, UTF-16's NULs, UTF-8, and the code pages of Europe."""
    assert decode(text.encode(encoding)).text == text


def test_one_broken_byte_does_not_spoil_a_utf8_file() -> None:
    """A file that was cut inside a character is still UTF-8."""
    decoded = decode((RUSSIAN + "é").encode()[:-1])
    assert decoded.encoding == "utf-8"
    assert decoded.text == RUSSIAN + "\ufffd"


def test_characters_that_no_database_holds_are_replaced_before_offsets() -> None:
    """NUL and lone surrogates become U+FFFD, one for one; everything else stays."""
    article = read_article("A \x00 and \x1b[31m and \u202e stay where they are.".encode(), name="a.txt")
    assert article.text == "A \ufffd and \x1b[31m and \u202e stay where they are."
    assert "\ud800" not in read_article("A \ud800 is here.".encode("utf-16-le", "surrogatepass"), name="a.txt").text


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"\x7fELF" + bytes(50), "program"),
        (gzip.compress(b"text" * 50, mtime=0), "gzip"),
        (b"SQLite format 3\x00" + bytes(50), "database"),
        (bytes(5_000), "not text"),
        (random.Random(1).randbytes(5_000), "not text"),
    ],
)
def test_a_binary_file_is_refused_in_one_line(raw: bytes, kind: str) -> None:
    """What it is stands in the message, whatever its name says."""
    with pytest.raises(UnreadableArticleError, match=kind) as refusal:
        read_article(raw, name="a.txt")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe \x00"])
def test_nothing_is_refused(raw: bytes) -> None:
    """An empty file holds no article."""
    with pytest.raises(UnreadableArticleError, match="empty"):
        read_article(raw, name="a.txt")


def test_a_refusal_shows_the_name_harmlessly() -> None:
    """The name of a file comes from outside, too."""
    with pytest.raises(UnreadableArticleError) as refusal:
        read_article(b"", name="a\x1b[2J\n.txt")
    assert str(refusal.value).isprintable()
