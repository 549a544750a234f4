"""A report as Markdown (CommonMark with tables), to be read in a mail, a repository or a text editor."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from workbench.reports.charts.tones import Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, Title, runs_of
from workbench.reports.markdown_text import at_start, escape, inside, keep_outer_spaces, table

_CODE: Final = re.compile(r"[0-9A-Za-z_.:-]+")
_PLACE: Final = re.compile(r"[0-9A-Za-z-]+")


class MarkdownPaper(Paper):
    """Markdown text; its lines end in a line feed."""

    def __init__(self, title: Title) -> None:
        self._lines = [f"# {escape(title.words)}"]
        self._in_list = False

    def lead(self, line: Line) -> None:
        """Add a line below the title."""
        self.paragraph(line)

    def contents(self, entries: Iterable[tuple[str, str]]) -> None:
        """Add nothing: what shows Markdown makes a list of its headings."""

    def heading(self, line: Line, level: int = 1, place: str | None = None) -> None:
        """Add a heading, below an anchor if it has a place."""
        if place and _PLACE.fullmatch(place):
            self._block([f'<a id="{place}"></a>'])
        words = re.sub(r"#\Z", r"\#", _markdown(line))  # number signs at the end would close the heading
        self._block([f"{'#' * (level + 1)} {words}"])

    def paragraph(self, line: Line) -> None:
        """Add a paragraph."""
        self._block([_markdown(line)])

    def notice(self, line: Line) -> None:
        """Add a paragraph that stands in from the edge."""
        self._block([f"> {_markdown(line)}"])

    def quotation(self, before: str, words: str, after: str, tone: Tone) -> None:
        """Add the words; what stands around them is told where every sentence is."""
        self._block([f"> {escape(words)}"])

    def items(self, items: Iterable[Line], level: int = 1) -> None:
        """Add a list."""
        lines = [f"{'    ' * (level - 1)}- {_markdown(item)}" for item in items]
        if self._in_list:
            self._lines += lines
        elif lines:
            self._block(lines)
        self._in_list = self._in_list or bool(lines)

    def table(self, header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int]) -> None:
        """Add a table."""
        cells = [tuple(_markdown(cell) for cell in row) for row in rows]
        self._block(table(tuple(_markdown(cell) for cell in header), cells))

    def picture(self, svg: str, title: str, told: str) -> None:
        """Say what a drawing shows, as none can stand in text."""
        self.paragraph(f"{title}: {told}")

    def content(self) -> bytes:
        """Return the text as UTF-8."""
        return self.text().encode("utf-8", "backslashreplace")

    def text(self) -> str:
        """Return the text."""
        return "\n".join(self._lines) + "\n"

    def _block(self, lines: Iterable[str]) -> None:
        self._in_list = False
        self._lines += ["", *lines]


def _markdown(line: Line) -> str:
    runs = runs_of(line)
    written = "".join(_run(run) for run in runs)
    return keep_outer_spaces(at_start(written) if not runs or _is_plain(runs[0]) else written)


def _is_plain(run: Run) -> bool:
    return run.ink not in (Ink.STRONG, Ink.CODE) and run.to is None


def _run(run: Run) -> str:
    words = run.words.replace("\n", " ")
    bare = words.strip(" ")
    if not bare:
        return words
    if run.ink is Ink.CODE and _CODE.fullmatch(bare):
        return f"`{bare}`"
    written = _linked(inside(bare), run.to) if run.to else inside(bare)
    if run.ink is Ink.STRONG:
        written = f"**{written}**"  # between spaces, as all strong words of a report are
    if run.ink is Ink.MARKED:
        written = f"⟦{written}⟧"
    start = words.index(bare)
    return f"{words[:start]}{written}{words[start + len(bare) :]}"


def _linked(written: str, place: str | None) -> str:
    return f"[{written}](#{place})" if place and _PLACE.fullmatch(place) else written
