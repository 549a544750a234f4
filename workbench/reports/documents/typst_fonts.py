"""Which fonts a PDF is set in, and what stands for characters that they have no glyph for.

The fonts that come with Typst set Latin, Greek and Cyrillic script, and all signs of the vocabulary; with them alone a
document is the same on every machine. Where its words need more, the fonts of the machine are used as well. Which that
is, Typst itself is asked: by the standard PDF/UA it refuses a document in which a glyph is missing.
"""

import json
from collections.abc import Iterable
from enum import Enum, auto
from types import ModuleType
from typing import Final

from workbench.errors import ReportError
from workbench.visible import REPLACEMENT, lines

FAMILIES: Final = ("Libertinus Serif", "New Computer Modern Math", "DejaVu Sans Mono")
"""The fonts that a document asks for, first choice first; Typst asks all others that it knows behind them."""

_STANDARDS: Final = ("ua-1", "a-2a")
_CONTROLS: Final = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS "
    "US SP DEL"
)
_WRITTEN_OUT: Final = {
    **{0x2400 + code: f"‹{name}›" for code, name in enumerate(_CONTROLS.split())},
    **dict.fromkeys((0xFFFE, 0xFFFF), REPLACEMENT),
}
_TRIAL: Final = b"""#set document(title: "trial")
#set text(lang: "en", font: json(bytes(sys.inputs.fonts)))
= Trial
#for sign in json(bytes(sys.inputs.signs)) { text(sign); [ ] }
"""


class Fonts(Enum):
    """The fonts of a document: those of Typst, those of the machine as well, or such as lack a glyph that it needs."""

    OF_TYPST = auto()
    OF_MACHINE = auto()
    LACKING = auto()

    @property
    def of_system(self) -> bool:
        """Whether the fonts of the machine are used where Typst's own lack a glyph."""
        return self is not Fonts.OF_TYPST

    @property
    def conforming(self) -> bool:
        """Whether there is a glyph for every character, as the standards want it."""
        return self is not Fonts.LACKING

    @property
    def standards(self) -> tuple[str, ...]:
        """The standards that a document in these fonts conforms to."""
        return _STANDARDS if self.conforming else ()


def typst_module() -> ModuleType:
    """Return Typst.

    Raises:
        ReportError: it is not there.
    """
    try:
        import typst  # an extra, and slow to import
    except ImportError:
        raise ReportError("PDF reports need typst: pip install 'claim-workbench[pdf-report]'") from None
    return typst


def with_glyphs(text: str) -> str:
    """Return `text` so that nothing in it acts, with names in place of the signs for controls, which few fonts have."""
    return lines(text).translate(_WRITTEN_OUT)


def choose_fonts(characters: Iterable[str], empty: str) -> Fonts:
    """Return the fonts that have glyphs for all these characters, those of Typst if they do; `empty` is a folder."""
    typst = typst_module()
    signs = json.dumps(sorted(set(characters) - {" ", "\n"}))
    for fonts in (Fonts.OF_TYPST, Fonts.OF_MACHINE):
        try:
            typst.compile(
                _TRIAL,
                root=empty,
                ignore_system_fonts=not fonts.of_system,
                sys_inputs={"signs": signs, "fonts": json.dumps(FAMILIES)},
                pdf_standards=list(fonts.standards),
            )
        except typst.TypstError:
            continue
        return fonts
    return Fonts.LACKING
