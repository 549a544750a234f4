"""The bytes that reach a real terminal: nothing in an article acts, on any screen, and everything is shown."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

HARMFUL = {
    "osc 52": "\x1b]52;c;cHduZWQ=\x1b\\",
    "title": "\x1b]0;pwned\x07",
    "colour": "\x1b[31;5m",
    "c1 csi": "\x9b31;5m",
    "c1 osc": "\x9d0;pwned\x9c",
    "shift": "\x0e\x0f",
    "delete": "\x7f\x08",
    "bidi": "\u202e\u2066",
    "zero width": "\u200b\ufeff",
    "tags": "\U000e0041",
    "link": "\x1b]8;;http://evil.example\x1b\\",
    "markup": "[bold]x[/bold] [@click=app.quit]y[/] [/ [sic]",
}
ARTICLE = "Harbour closed after storm\n\n" + "\n\n".join(
    f"The harbour {text} was closed on Monday with {index + 10} ships inside, officials said."
    for index, text in enumerate(HARMFUL.values())
)
PLAIN = "Storm closes harbour\n\nThe harbour was closed on Monday with 12 ships inside, officials said.\n"
POINTER_SHAPE = "\x1b]22;default\x07"
"""What Textual itself says about the mouse pointer."""
ACTING = re.compile("[\x00-\x07\x0e\x0f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\U000e0000-\U000e007f]")


class Terminal:
    """A program in a pseudo-terminal of 120 × 40 cells."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self.output = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            for name in ("NO_COLOR", "COLUMNS", "LINES"):
                os.environ.pop(name, None)
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", **environment)
            os.execv(sys.executable, [sys.executable, "-m", "workbench", *arguments])

    def read_until(self, words: bytes, limit: float = 40) -> None:
        """Read until these words have been written since the last call."""
        start, end = len(self.output), time.monotonic() + limit
        while words not in self.output[start:] and time.monotonic() < end:
            if select.select([self.fd], [], [], 0.05)[0]:
                try:
                    self.output += os.read(self.fd, 1 << 16)
                except OSError:
                    break
        assert words in self.output[start:], f"{words!r} never came; the end is {self.output[-2000:]!r}"

    def press(self, key: str, then: bytes) -> None:
        """Press a key and read until these words come."""
        os.write(self.fd, key.encode())
        self.read_until(then)

    def close(self) -> int:
        """Press q, and return the exit status."""
        os.write(self.fd, b"q")
        while True:
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                break
            if not data:
                break
            self.output += data
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def kill(self) -> None:
        """End the program at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def folder_with(tmp_path: Path, *texts: str) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for index, text in enumerate(texts):
        (folder / f"{index}.txt").write_text(text, "utf-8")
    return folder


@pytest.mark.slow
def test_nothing_of_an_article_acts_on_the_terminal(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, ARTICLE, PLAIN)
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    terminal = Terminal(["review", str(folder), "--db", str(tmp_path / "x.db")], environment)
    terminal.read_until(b"asserted by")
    terminal.press("A", b"sentences read")
    terminal.press("R", b"asserted by")
    terminal.press("O", b"Origins of this claim")
    terminal.press("W", b"no open warning")
    terminal.press("S", b"no dispute")
    terminal.press("M", b"\xc3\x97 2 articles")
    terminal.press("H", b"decisions")
    terminal.press("D", b"claims with a verdict")
    terminal.press("R", b"asserted by")
    terminal.press("e", b"Space chooses")
    terminal.press("\x1b", b"asserted by")
    terminal.press("G", b"Claim 13 of 13")
    terminal.press("k", b"[@click")
    assert terminal.close() == 0
    written = terminal.output.decode().replace(POINTER_SHAPE, "")
    assert not ACTING.search(written), repr(ACTING.search(written))
    for payload in ("\x1b]52;", "\x1b]0;pwned", "\x1b[31;5m", "\x1b]8;;"):
        assert payload not in written
    assert "␛]52;c;cHduZWQ=␛\\" in written
    assert "[@click=app.quit]y[/] [/ [sic]" in written


@pytest.mark.slow
def test_without_colours_only_the_terminals_own_are_used(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, PLAIN)
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "NO_COLOR": "1"}
    terminal = Terminal(["review", str(folder), "--db", str(tmp_path / "x.db")], environment)
    terminal.read_until(b"asserted by")
    assert terminal.close() == 0
    colours = set(re.findall(r"\x1b\[([0-9;]*)m", terminal.output.decode()))
    codes = {code for colour in colours for code in colour.split(";")}
    assert codes.isdisjoint({"38", "48", *map(str, range(30, 38)), *map(str, range(40, 48))})
