"""Where a sentence says that the outlet's own people saw or heard it, or that somebody told another medium."""

import re
from typing import Final

from workbench.matching.quotations import quotation_spans

_PEOPLE: Final = "(?:correspondent|reporter|journalist|photographer|cameraman|team)s?"
_OURS: Final = "(?:this|our) (?:news)?(?:paper|site|website|magazine|outlet|publication|agency)"
_LEARNED: Final = (
    "(?:seen|learned|learnt|obtained|reviewed|verified|found|visited|counted|spoken|established|confirmed)"
)
_CAPITALISED: Final = r"[A-Z][\w&.’'-]*"
_HEARD: Final = "told|interview with|speaking to|spoke to"
_GOT: Final = "seen by|shown to|obtained by|reviewed by|verified by"
_TOLD: Final = re.compile(rf"\b(?:{_HEARD}) (?P<whom>(?:[Tt]he )?{_CAPITALISED}(?: {_CAPITALISED}){{0,4}})")


def own_reporting(sentence: str, outlet: str | None) -> str | None:
    """Return the words of a sentence that say that its outlet found this out itself, if any.

    `outlet` is its name without an article, if it is known; the last word will do ("the Ledger"). What somebody says
    inside quotation marks is not the outlet's.
    """
    names = [rf"(?:[Tt]he )?{re.escape(outlet)}", rf"[Tt]he {re.escape(outlet.split()[-1])}"] if outlet else []
    own = rf"(?:{'|'.join([f'(?i:{_OURS})', *names])})"
    signs = (
        rf"(?i:\bour (?:own )?{_PEOPLE})\b",
        rf"\b{own}(?:’s|'s)? {_PEOPLE}\b",
        rf"\b(?:{_HEARD}|{_GOT}) {own}(?!\w)",
        rf"(?i:\b(?:{_HEARD}) (?:us|our {_PEOPLE}))\b",
        rf"\b{own} (?:has|have|had) (?:\w+ )?{_LEARNED}\b",
        rf"\b[Ww]e (?:have |had )?{_LEARNED}\b",
    )
    match = re.search("|".join(signs), _unquoted(sentence))
    return None if match is None else " ".join(match.group().split())


def told_to(sentence: str) -> str | None:
    """Return whom by name somebody told what the sentence reports ("told Reuters"), if anybody."""
    match = _TOLD.search(_unquoted(sentence))
    return None if match is None else match["whom"].rstrip(".’'-")


def _unquoted(sentence: str) -> str:
    """Return the sentence with blanks for what stands inside quotation marks."""
    for start, end in quotation_spans(sentence):
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence
