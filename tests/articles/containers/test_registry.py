"""Which container splits a file, and how another package brings one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.articles import find_files
from workbench.articles.containers.face import Document
from workbench.articles.containers.registry import GROUP, all_containers, container_of
from workbench.articles.documents import documents_of
from workbench.articles.readers.face import Fit

BUNDLE = """
from workbench.articles.containers.face import Document
from workbench.articles.readers.face import Fit

class Bundle:
    suffixes = frozenset({".bundle"})

    def fit(self, head, suffix):
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def parts(self, file, name, columns):
        for number, line in enumerate(file, start=1):
            yield Document(f"{name}:{number}.txt", line)

CONTAINER = Bundle()
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an installed package that offers a container."""
    folder = tmp_path / "site"
    information = folder / "bundle-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: bundle\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(f"[{GROUP}]\nbundle = bundle_of_tests:CONTAINER\n")
    (folder / "bundle_of_tests.py").write_text(BUNDLE)
    monkeypatch.syspath_prepend(folder)
    all_containers.cache_clear()
    yield folder
    all_containers.cache_clear()
    sys.modules.pop("bundle_of_tests", None)


@pytest.mark.usefixtures("package")
def test_another_package_brings_a_container(tmp_path: Path) -> None:
    path = tmp_path / "a.bundle"
    path.write_bytes(b"The ferry left.\nThe road opened.\n")
    assert list(documents_of(path)) == [
        Document("a.bundle:1.txt", b"The ferry left.\n"),
        Document("a.bundle:2.txt", b"The road opened.\n"),
    ]
    assert path in list(find_files([tmp_path]))


@pytest.mark.parametrize("container", all_containers(), ids=lambda container: type(container).__name__)
def test_each_container_is_the_one_for_its_suffixes(container: object) -> None:
    """No two containers want one suffix, case does not count, nor whether the file is packed."""
    for suffix in container.suffixes:  # type: ignore[attr-defined]
        assert container_of(b"?", f"A{suffix.upper()}") is container
        assert container_of(b"?", f"a{suffix}.gz") is container
        assert container.fit(b"?", suffix) is Fit.NAMED_SO  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml", "a", "a.pdf"])
def test_a_single_article_is_no_container(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"The ferry left on Monday.")
    assert list(documents_of(path)) == [Document(name, b"The ferry left on Monday.")]


def test_packed_articles_in_folders_are_left_alone_and_packed_containers_found(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "b.jsonl.gz", "c.warc.gz"):
        (tmp_path / name).write_bytes(b"?")
    assert [path.name for path in find_files([tmp_path])] == ["b.jsonl.gz", "c.warc.gz"]
