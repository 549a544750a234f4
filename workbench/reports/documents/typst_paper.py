"""A report as PDF, set by Typst. Its markup is one fixed template; all words reach it as data, and nothing else does.

The template is compiled with an empty folder as its root, so that there is no file that it could read. What decides
about glyphs and fonts is in `typst_fonts`.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC
from importlib.resources import files
from typing import Any, Final, TypeAlias

from workbench.errors import ReportError
from workbench.reports.charts.standalone import standalone
from workbench.reports.charts.tones import LIGHT, Tone
from workbench.reports.documents.paper import Ink, Line, Paper, Run, Title, runs_of
from workbench.reports.documents.typst_fonts import FAMILIES, Fonts, choose_fonts, typst_module, with_glyphs
from workbench.visible import one_line

Data: TypeAlias = dict[str, Any]

_LONGEST_TITLE: Final = 200
_LONG_WORD: Final = re.compile(r"\S{25,}")
_PIECE: Final = 12
_MOST_PIECES: Final = 200
_BREAK: Final = "\u200b"
_UNBROKEN: Final = 64
"""So long may a hash be that stays in one piece, so that it can be copied."""

_MOST_ROWS_WITH_LINKS: Final = 500
"""A longer table has none: with links, Typst takes twice the memory and time for it."""

_MISSING: Final = (
    "The fonts on the machine that made this document lack signs for some of the characters in it; boxes stand for "
    "them. The other formats of the report have these characters."
)


class TypstPaper(Paper):
    """A PDF document, tagged for those who hear it read (PDF/UA-1) and fit for archives (PDF/A-2a).

    Raises:
        ReportError: typst is not there.
    """

    columns = 11

    def __init__(self, title: Title) -> None:
        self._typst = typst_module()
        self._title = title
        self._leads: list[list[Any]] = []
        self._parts: list[Data] = []
        self._places: set[str] = set()
        self._characters: set[str] = set()

    @property
    def draws(self) -> bool:
        """It does."""
        return True

    def lead(self, line: Line) -> None:
        """Add a line below the title."""
        self._leads.append(self._runs(line))

    def contents(self, entries: Iterable[tuple[str, str]]) -> None:
        """Add the list of all headings that matter, with their pages; Typst makes it of the headings."""
        self._parts.append({"kind": "contents"})

    def heading(self, line: Line, level: int = 1, place: str | None = None) -> None:
        """Add a heading, which is a bookmark as well."""
        if place:
            self._places.add(place)
        self._parts.append({"kind": "heading", "level": level, "place": place, "runs": self._runs(line)})

    def paragraph(self, line: Line) -> None:
        """Add a paragraph."""
        self._parts.append({"kind": "paragraph", "runs": self._runs(line)})

    def notice(self, line: Line) -> None:
        """Add a paragraph in a frame."""
        self._parts.append({"kind": "notice", "runs": self._runs(line)})

    def quotation(self, before: str, words: str, after: str, tone: Tone) -> None:
        """Add the words with a bar in their tone, and softly what stands around them."""
        line = (Run(before, Ink.SOFT), words, Run(after, Ink.SOFT))
        self._parts.append({"kind": "quotation", "tone": tone, "runs": self._runs(line)})

    def items(self, items: Iterable[Line], level: int = 1) -> None:
        """Add a list."""
        for line in items:
            if not self._parts or self._parts[-1]["kind"] != "list":
                self._parts.append({"kind": "list", "items": []})
            found = self._parts[-1]["items"]
            if level > 1 and found:
                found[-1]["items"].append(self._runs(line))
            else:
                found.append({"runs": self._runs(line), "items": []})

    def table(self, header: Sequence[Line], rows: Iterable[Sequence[Line]], widths: Sequence[int]) -> None:
        """Add a table, whose rows may go over from one page to the next."""
        given = list(rows)
        of_cell = self._runs if len(given) <= _MOST_ROWS_WITH_LINKS else self._unlinked
        cells = [[of_cell(cell) for cell in row] for row in given]
        head = [self._unlinked(cell) for cell in header]  # what is repeated may not lead anywhere
        self._parts.append({"kind": "table", "header": head, "rows": cells, "widths": list(widths)})

    def picture(self, svg: str, title: str, told: str) -> None:
        """Add a drawing."""
        self._characters.update(svg)
        drawn = standalone(svg, fonts=", ".join(f"'{name}'" for name in FAMILIES))
        self._parts.append({"kind": "picture", "svg": drawn, "title": title, "told": _shown(told)})

    def content(self) -> bytes:
        """Return the document.

        Raises:
            ReportError: Typst cannot set it.
        """
        with tempfile.TemporaryDirectory() as empty:
            fonts = choose_fonts(self._characters, empty)
            try:
                return self._compiled(fonts, empty)
            except self._typst.TypstError as error:
                if not fonts.conforming:
                    raise ReportError(f"The PDF cannot be set: {one_line(str(error))}") from error
            try:
                return self._compiled(Fonts.LACKING, empty)
            except self._typst.TypstError as error:
                raise ReportError(f"The PDF cannot be set: {one_line(str(error))}") from error

    def _compiled(self, fonts: Fonts, empty: str) -> bytes:
        content: bytes = self._typst.compile(
            files("workbench.reports.documents").joinpath("report.typ").read_bytes(),
            root=empty,
            package_path=empty,
            package_cache_path=empty,
            ignore_system_fonts=not fonts.of_system,
            sys_inputs={"report": json.dumps(self._report(fonts), ensure_ascii=False)},
            pdf_standards=list(fonts.standards),
            timestamp=self._title.made.astimezone(UTC).replace(microsecond=0),
        )
        return content

    def _report(self, fonts: Fonts) -> Data:
        made = self._title.made.astimezone(UTC)
        return {
            "title": _shown(self._title.words)[:_LONGEST_TITLE],
            "program": self._title.program,
            "made": [made.year, made.month, made.day, made.hour, made.minute, made.second],
            "leads": self._leads,
            "notice": "" if fonts.conforming else _MISSING,
            "fonts": list(FAMILIES),
            "colours": LIGHT,
            "parts": self._parts,
            "places": sorted(self._places),
        }

    def _runs(self, line: Line) -> list[Any]:
        return [self._run(run) for run in runs_of(line) if run.words]

    def _unlinked(self, line: Line) -> list[Any]:
        return self._runs([replace(run, to=None) for run in runs_of(line)])

    def _run(self, run: Run) -> list[Any]:
        """Return the words line by line, each in pieces between which a line may break that has no other place."""
        words = with_glyphs(run.words)
        self._characters.update(words)
        whole = run.ink is Ink.CODE and len(words) <= _UNBROKEN
        pieces = [[line] if whole else _pieces(line) for line in words.split("\n")]
        return [pieces, run.ink, run.tone, run.to]


def _shown(text: str) -> str:
    return with_glyphs(one_line(text.replace("\n", " ")))


def _pieces(words: str) -> list[str]:
    """Cut what has no place to break for too long; of very many cuts, signs without width mark them, which set faster.

    Those would be copied with the words, and are left out of short ones for that.
    """
    pieces, at = [], 0
    for match in _LONG_WORD.finditer(words):
        for cut in range(match.start() + _PIECE, match.end(), _PIECE):
            pieces.append(words[at:cut])
            at = cut
    pieces.append(words[at:])
    return pieces if len(pieces) <= _MOST_PIECES else [_BREAK.join(pieces)]
