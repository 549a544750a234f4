"""Whether the first word of a sentence has its capital as a name or only from where it stands."""

import re
from typing import Final

from workbench.matching.places import country_of
from workbench.matching.tokens import Token
from workbench.matching.words import FUNCTION_WORDS, REPORTING_WORDS, word_set

# After a stop, at a line's beginning, after an opening quotation mark, and after the dash of a dateline.
_SENTENCE_END: Final = re.compile(r"[.!?:…][\"”’'»)]*\s+[\"“‘'«(]*$|\n\s*$|^\W*$|[\"“«]$|\)\s*[_–—-]+\s+$")
_LOOK_BACK: Final = 8  # characters before a word that show whether a sentence begins with it
POSSESSIVE: Final = re.compile(r"['’ʼ]s$")
_NOT_NAMED: Final = word_set("today yesterday tomorrow let one everyone everybody somebody someone nobody people")
_DATELINE: Final = re.compile(r",\s+[A-Z][\w. ]{2,30}\(|\s+\((?:AP|AFP|Reuters|UPI|dpa|CNN)\)")
_SHORTEST_DATELINE: Final = 4


def begins_sentence(text: str, place: int) -> bool:
    """Whether a sentence, a line or a quotation begins at `text[place]`."""
    return bool(_SENTENCE_END.search(text[max(0, place - _LOOK_BACK) : place]))


def without_sentence_start(text: str, words: list[Token], known: frozenset[str]) -> list[Token]:
    """Drop a first word that has its capital from the sentence's beginning and nothing else.

    `words` is a run of capitalised words at the beginning of a sentence; `known` are the forms that have a capital
    elsewhere in the text, where no sentence begins.
    """
    first = words[0]
    if first.form in FUNCTION_WORDS or first.form in REPORTING_WORDS or first.form.isdigit():
        return words[1:]
    if len(words) > 1 or first.form in known or country_of((first.form,)) is not None:
        return words
    return words if _shows_itself(text, first) else []


def _shows_itself(text: str, word: Token) -> bool:
    """Whether a lone first word is a name by its looks: "NATO", "U.N.", "Vellmar's", "VELLMAR, Ruritania (AP)"."""
    if word.form in _NOT_NAMED:
        return False
    letters = word.text.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        return len(letters) <= _SHORTEST_DATELINE or bool(_DATELINE.match(text, word.end))
    return bool(POSSESSIVE.search(word.text))
