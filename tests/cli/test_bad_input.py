"""Bad input gets one clear line, the right exit status, and loses nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def assert_one_line(ended: Any, status: int, *words: str) -> None:
    lines = ended.err.strip().splitlines()
    assert ended.status == status, ended
    assert len(lines) == 1, ended.err
    assert lines[0].startswith("workbench: ")
    for word in words:
        assert word in lines[0]


def test_a_file_of_200_megabytes(run: Run, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    ended = run("add", str(huge))
    assert ended.status == 1
    assert "huge.txt" in ended.err
    assert "MB" in ended.err


def test_a_folder_with_nothing_readable(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ended = run("add", str(tmp_path / "nothing"))
    assert ended.status == 1
    assert "nothing" in ended.err


@pytest.mark.parametrize("command", [("claims",), ("status",), ("export", "md"), ("history",), ("db", "check")])
def test_a_file_that_is_no_database(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear madam, " * 400, "utf-8")
    before = file.read_bytes()
    assert_one_line(run(*command, "--db", str(file)), 1, "letter.db")
    assert file.read_bytes() == before


@pytest.mark.parametrize("command", [("claims",), ("status",), ("export", "md"), ("undo",), ("db", "check")])
def test_a_database_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    ended = run(*command)
    assert_one_line(ended, ended.status, "There is no database", "workbench add")
    assert ended.status != 0
    assert list(tmp_path.iterdir()) == []


def test_a_read_only_folder(run: Run, articles: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if os.geteuid() == 0:
        closed = Path("/proc/sys")  # what even root cannot write
    assert_one_line(run("add", str(articles), "--db", str(closed / "x.db")), 1, str(closed))


def test_a_collection_that_is_not_there(run: Run, articles: Path) -> None:
    run("add", str(articles))
    for command in (("claims",), ("status",), ("articles",), ("export", "md")):
        assert_one_line(run(*command, "--collection", "elsewhere"), 1, "elsewhere")


def test_wrong_usage(run: Run, articles: Path) -> None:
    run("add", str(articles))
    assert_one_line(run("export", "odt"), 2, "odt")
    assert_one_line(run("paint"), 2, "paint")
    assert_one_line(run("export", "json", "--collection", "ferry"), 2, "--collection")
    assert_one_line(run("export", "md", "--table", "claims"), 2, "csv")
    assert_one_line(run("add"), 2, "PATHS")


def test_the_screen_needs_a_terminal(run: Run) -> None:
    assert_one_line(run("demo"), 1, "terminal")


def test_a_fault_of_our_own_is_one_line(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "postgresql://mira:secret@host/db"

    def broken(*_: object, **__: object) -> None:
        password = secret  # a local variable that must not be shown
        raise RuntimeError("broken" if password else "")

    monkeypatch.setattr("workbench.review.intake.add_files", broken)
    ended = run("add", str(articles))
    assert_one_line(ended, 1, "RuntimeError", "broken")
    assert "secret" not in ended.err


def test_names_with_escape_sequences_are_shown_harmlessly(run: Run, tmp_path: Path) -> None:
    ended = run("add", str(tmp_path / "\x1b]0;pwned\x07.txt"))
    assert ended.status == 1
    assert "\x1b" not in ended.err
    assert "\x07" not in ended.err
    assert "␛]0;pwned" in ended.err


def test_a_password_is_never_shown(run: Run) -> None:
    ended = run("status", "--db", "postgresql://mira:hunter2@127.0.0.1:1/reviews?password=hunter2")
    assert ended.status == 1
    assert "hunter2" not in ended.err + ended.out


@pytest.mark.parametrize("column", ["text", "text=", "words=body", "=body"])
def test_a_column_for_no_field(run: Run, articles: Path, column: str) -> None:
    assert_one_line(run("add", str(articles), "--column", column), 2, column, "text, title, url, published")


def test_a_column_that_is_not_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "corpus.csv").write_text("headline,body\nA,B\n", "utf-8")
    ended = run("add", str(tmp_path / "corpus.csv"), "--column", "text=lead")
    assert ended.status == 1
    assert "“corpus.csv” has no column “lead” for the text: it has headline, body." in ended.err


def test_an_address_is_not_fetched_unless_that_is_allowed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_: pytest.fail("the network was asked"))
    ended = run("add", "https://news.example/ferry")
    assert ended.status == 1
    assert "“https://news.example/ferry” is on the web" in ended.err
    assert "workbench add --fetch" in ended.err


def test_an_address_of_this_computer_is_not_fetched(run: Run) -> None:
    ended = run("add", "--fetch", "http://127.0.0.1/", "http://127.0.0.1:8080/")
    assert (ended.status, ended.out) == (1, "")
    assert "from which nothing is fetched" in ended.err
    assert "is on port 8080" in ended.err


def test_endless_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.cli.reading._MOST_FROM_STANDARD_INPUT", 1_000_000)
    with open("/dev/zero") as endless:
        monkeypatch.setattr("sys.stdin", endless)
        assert_one_line(run("add", "-"), 1, "more than 1 MB")
