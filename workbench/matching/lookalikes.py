"""Words that look alike and say something else: the same sentence with another number, or another name."""

from typing import Final

from rapidfuzz import fuzz, process

from workbench.matching.tokens import Token, tokenize

_SPELLED_ALIKE: Final = 60.0  # RapidFuzz ratio; a slip of the pen, or another spelling, is mostly above it
_SHORTEST_NAME: Final = 4  # a slip in fewer letters makes another word of them


def is_look_alike(text: str, passage: str) -> bool:
    """Whether `text`, whose words are nearly those of `passage`, has a number or a name that `passage` has not.

    What `text` leaves out makes no difference: who shortens a sentence still takes its words.
    """
    words, others = tokenize(text), {word.form for word in tokenize(passage)}
    new = [word for word in words if word.form not in others]
    return any(word.form[0].isdigit() or (_is_name(word, words[0]) and not _spelled_like(word, others)) for word in new)


def _is_name(word: Token, first: Token) -> bool:
    return word is not first and word.text[0].isupper() and word.is_content and len(word.form) >= _SHORTEST_NAME


def _spelled_like(word: Token, others: set[str]) -> bool:
    """Whether one of the other words may be this one, spelled otherwise; joined words are part of one."""
    if any(word.form in other for other in others):
        return True
    return process.extractOne(word.form, others, scorer=fuzz.ratio, score_cutoff=_SPELLED_ALIKE) is not None
