"""Which files are meant, and which are refused before they are read."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.articles import find_files, read_article, read_bytes
from workbench.articles.files import MAX_BYTES
from workbench.errors import UnreadableArticleError

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles, other files, hidden files and a folder inside."""
    for name in ("b.txt", "a.html", "c.HTM", "x.png", ".hidden.txt", "deep/d.txt", ".git/e.txt", "deep/notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The tunnel opened.")
    return tmp_path


def test_a_folder_gives_what_can_be_read_in_it(folder: Path) -> None:
    """To its depths, sorted, without hidden files and other kinds."""
    names = [path.relative_to(folder).as_posix() for path in find_files([str(folder)])]
    assert names == ["a.html", "b.txt", "c.HTM", "deep/d.txt"]


def test_every_format_is_found_in_a_folder(tmp_path: Path) -> None:
    """Those that need an extra, too; not what Word leaves beside a document that is open."""
    for name in ("a.docx", "b.pdf", "c.eml", "d.mht", "e.mhtml", "~$a.docx"):
        (tmp_path / name).write_bytes(b"?")
    assert [path.name for path in find_files([tmp_path])] == ["a.docx", "b.pdf", "c.eml", "d.mht", "e.mhtml"]


def test_files_and_globs_are_taken_once(folder: Path) -> None:
    """The same file named twice is one file."""
    paths = [str(folder / "b.txt"), str(folder / "*.txt"), str(folder / "**" / "d.txt"), str(folder / "b.txt")]
    assert [path.name for path in find_files(paths)] == ["b.txt", "d.txt"]


def test_a_file_is_taken_whatever_it_is_called(folder: Path) -> None:
    """Who names a file means it, brackets in its name or not."""
    odd = folder / "odd[1].dat"
    odd.write_text("The tunnel opened.")
    assert list(find_files([odd])) == [odd]


@pytest.mark.parametrize("path", ["missing.txt", "*.none", "empty"])
def test_a_path_that_gives_nothing_is_said(tmp_path: Path, path: str) -> None:
    """A missing file, a glob without a match and a folder with nothing readable each get a clear line."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(UnreadableArticleError, match=r"does not exist|matches no file|holds no article"):
        list(find_files([str(tmp_path / path)]))


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """Two hundred megabytes (sparse here) are refused without being read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(UnreadableArticleError, match="200 MB"):
        read_bytes(path)


def test_bytes_that_are_too_many_are_refused() -> None:
    """The limit holds for bytes from elsewhere, too."""
    with pytest.raises(UnreadableArticleError, match="20 MB"):
        read_article(b"a" * (MAX_BYTES + 1))


def test_a_folder_a_pipe_and_an_empty_file_are_no_articles(tmp_path: Path) -> None:
    """Each is refused for what it is, and a pipe is not waited for."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty.txt").touch()
    for path, reason in ((tmp_path, "folder"), (tmp_path / "pipe", "regular"), (tmp_path / "empty.txt", "empty")):
        with pytest.raises(UnreadableArticleError, match=reason):
            read_bytes(path)


@pytest.fixture
def may_not_read_everything() -> Iterator[None]:
    """The superuser may read every file: be nobody for as long as the test lasts."""
    if os.geteuid() != 0:
        yield
        return
    try:
        os.seteuid(NOBODY)
    except OSError:
        pytest.skip("the superuser may read everything, and may not become nobody here")
    yield
    os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


@pytest.fixture
def secret(open_folder: Path) -> Path:
    """A file that nobody but the superuser may read."""
    path = open_folder / "secret.txt"
    path.write_text("The tunnel opened.")
    path.chmod(0)
    return path


@pytest.mark.usefixtures("secret", "may_not_read_everything")
def test_a_file_that_may_not_be_read_is_said(secret: Path) -> None:
    """Missing permission is named as such."""
    with pytest.raises(UnreadableArticleError, match="permission"):
        read_bytes(secret)


def test_an_article_is_named_after_its_file_and_keyed_by_its_bytes(folder: Path) -> None:
    """Name and key, from a path and from bytes alike."""
    path = folder / "b.txt"
    by_path, by_bytes = read_article(path), read_article(path.read_bytes(), name="b.txt")
    assert by_path == by_bytes == read_article(str(path))
    assert by_path.name == "b.txt"
    assert by_path.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
