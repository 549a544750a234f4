"""Which reader reads a file, and how another package brings one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.articles import find_files, read_article
from workbench.articles.readers.face import Fit
from workbench.articles.readers.registry import GROUP, all_readers, reader_of
from workbench.errors import UnreadableArticleError

CARD = """
from workbench.articles.metadata import Metadata
from workbench.articles.readers.face import Fit, Reading
from workbench.articles.plain import read_plain

class CardReader:
    suffixes = frozenset({".card"})

    def fit(self, raw, suffix):
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def read(self, raw, name):
        text = raw.decode().removeprefix("CARD ")
        return Reading(text, read_plain(text)[0], Metadata(title="A card"), "card")

READER = CardReader()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an installed package that offers a reader of cards."""
    folder = tmp_path / "site"
    information = folder / "card_reader-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: card-reader\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[{GROUP}]\ncard = card_reader_of_tests:READER\n")
    (folder / "card_reader_of_tests.py").write_text(CARD)
    monkeypatch.syspath_prepend(folder)
    all_readers.cache_clear()
    yield folder
    all_readers.cache_clear()
    sys.modules.pop("card_reader_of_tests", None)


def test_another_package_brings_a_reader(package: Path, tmp_path: Path) -> None:
    """Its files are read, and found in folders."""
    path = tmp_path / "a.card"
    path.write_bytes(b"CARD The ferry left on Monday.")
    article = read_article(path)
    assert (article.text, article.title, article.encoding) == ("The ferry left on Monday.", "A card", "card")
    assert path in list(find_files([tmp_path]))


def test_another_packages_broken_reader_is_named(package: Path) -> None:
    """One line says which, and that it is not ours."""
    (package / "card_reader_of_tests.py").write_text("raise RuntimeError('no\\nuse')")
    with pytest.raises(UnreadableArticleError, match=r"“card” .*another package cannot be loaded") as refusal:
        read_article(b"The ferry left.", name="a.txt")
    assert "\n" not in str(refusal.value)


def test_the_suffix_outranks_what_the_bytes_look_like() -> None:
    """A page that is called .txt is text; one without a suffix is a page."""
    page = b"<!doctype html><p>The ferry left on Monday.</p>"
    assert read_article(page, name="a.txt").text == page.decode()
    assert read_article(page, name="a").text == "The ferry left on Monday."


@pytest.mark.parametrize("reader", all_readers(), ids=lambda reader: type(reader).__name__)
def test_each_reader_is_the_one_for_its_suffixes(reader: object) -> None:
    """No two readers want one suffix, and case does not count."""
    for suffix in reader.suffixes:  # type: ignore[attr-defined]
        assert reader_of(b"?", f"A{suffix.upper()}") is reader
        assert reader.fit(b"?", suffix) is Fit.NAMED_SO  # type: ignore[attr-defined]
