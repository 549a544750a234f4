"""Files are whole or not there, and stay where they were meant to be."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ReportError
from workbench.reports import writing
from workbench.reports.writing import slug, write_file, write_folder


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    write_file(path, "one\r\n")
    write_file(path, "two €\n")
    assert path.read_bytes() == "two €\n".encode()
    assert os.listdir(tmp_path) == ["report.md"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.md"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(ReportError, match="No space left on device"):
        write_file(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["report.md"]


def test_pieces_become_one_file(tmp_path: Path) -> None:
    write_file(tmp_path / "report.md", iter(("one ", b"two ", "three \udcff")))
    assert (tmp_path / "report.md").read_bytes() == b"one two three \\udcff"


def test_what_fails_while_it_is_made_leaves_what_was_there(tmp_path: Path) -> None:
    def failing() -> Iterator[tuple[str, str]]:
        yield "a.csv", "new"
        yield "b.csv", "new"
        raise ReportError("The article is gone.")

    write_folder(tmp_path / "tables", [("a.csv", "old"), ("a.csv", " and longer")])
    with pytest.raises(ReportError, match="gone"):
        write_folder(tmp_path / "tables", failing())
    with pytest.raises(ReportError, match="gone"):
        write_file(tmp_path / "tables" / "a.csv", (piece for _, piece in failing()))
    assert os.listdir(tmp_path / "tables") == ["a.csv"]
    assert (tmp_path / "tables" / "a.csv").read_text() == "old and longer"


def test_a_device_is_not_written_to() -> None:
    with pytest.raises(ReportError, match="not a regular file"):
        write_file(os.devnull, "x")


@pytest.mark.parametrize("place", [".", "missing/report.md", "file/report.md", "nul\0.md"])
def test_a_place_that_cannot_be_written_gets_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ReportError) as refused:
        write_file(tmp_path / place, "x")
    assert str(refused.value).isprintable()
    assert os.listdir(tmp_path) == ["file"]


def test_a_folder_is_not_made_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ReportError, match="is a file"):
        write_folder(tmp_path / "file", [("a.csv", "x")])
    assert (tmp_path / "file").read_text() == "mine"


def test_a_link_that_lies_at_the_place_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / "report.md").symlink_to(victim)
    write_file(tmp_path / "report.md", "x")
    assert victim.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Kim & Putin, 2023", "kim-putin-2023"),
        ("../../etc/passwd", "etc-passwd"),
        ("..\\..\\x", "x"),
        ("．．／x", "x"),
        ("/abs", "abs"),
        ("a\0b", "a-b"),
        ("CON", "report-con"),
        ("nul.txt", "report-nul.txt"),
        (".hidden", "hidden"),
        ("", "report"),
        ("日本", "report"),
        ("\u202egnp", "gnp"),
        ("Zürich", "zurich"),
        ("x" * 300, "x" * 80),
        ("-rf", "rf"),
    ],
)
def test_a_made_up_name_becomes_a_plain_one(name: str, file: str) -> None:
    assert slug(name) == file


@given(st.text())
def test_no_name_leaves_the_folder(name: str) -> None:
    file = slug(name)
    assert 1 <= len(file) <= 80
    assert set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789._-")
    assert file[0] not in ".-"
    assert Path("/folder", file).resolve().parent == Path("/folder")
