"""Words of a text at their true places, in a form in which two writings of the same word are equal.

Two levels: the `form` (case, accents, possessive, plural and irregular inflection removed) and the coarser
`stem` (common English endings cut off), so that "acquired" can find "acquisition" for less credit than itself.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from workbench.matching.words import FUNCTION_WORDS, IRREGULAR_FORMS, SMALL_NUMBERS, word_list

# A number with its separators; initials with stops ("U.S"); letters and digits with an apostrophe inside ("don't").
_WORD: Final = re.compile(
    r"\d+(?:[.,]\d+)*(?i:st|nd|rd|th)?|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])|[^\W_]+(?:['’ʼ][^\W_]+)*"
)
_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'"})

# Longest first; what remains keeps at least four letters, so that short words are left alone.
_ENDINGS: Final = tuple(
    sorted(
        word_list(
            """ational isation ization fulness ousness iveness ness ingly edly ation ition ment ing ion
        ity ied ive ed er or al ly y e"""
        ),
        key=len,
        reverse=True,
    )
)
# Recoding of stems, after Lovins 1968.
_RECODED: Final = {
    "quir": "quis",
    "cid": "cis",
    "clud": "clus",
    "vad": "vas",
    "fend": "fens",
    "pend": "pens",
    "lud": "lus",
}
# Names of Slavic languages, whose endings and sounds each newspaper writes in its own way.
_SLAVIC_NAME: Final = re.compile(r"(.{2,})(sk(?:yy|yj|ij|iy|ii|y|i|aya|aja)|[eo](?:v|w|ff)|enko)")
_SLAVIC_SOUNDS: Final = re.compile(r"shch|schtsch|tsch|tch|sch|ch|sh|zh|kh|[zwyj]|(.)\1")
_SOUND: Final = {
    "shch": "s", "schtsch": "s", "tsch": "c", "tch": "c", "sch": "s", "ch": "c", "sh": "s", "zh": "s", "kh": "h",
    "z": "s", "w": "v", "y": "i", "j": "i",
}  # fmt: skip
# "one" is as often a pronoun, and stays a word.
_DIGITS: Final = {word: str(value) for word, value in SMALL_NUMBERS.items() if word != "one"}
_SHORTEST_STEM: Final = 4
_SHORTEST_NAME: Final = 6
_CACHED_WORDS: Final = 65_536
_CACHED_PASSAGES: Final = 512
_LONGEST_CACHED: Final = 2_000
_NO_STEM: Final = ""


class Token(NamedTuple):
    """One word: `text[start:end]` of the text it was found in, its normal form and its stem."""

    start: int
    end: int
    text: str
    form: str
    stem: str

    @property
    def is_content(self) -> bool:
        """Whether the word says what the sentence is of, and not only how it is built."""
        return self.form not in FUNCTION_WORDS


def tokenize(text: str, limit: int | None = None) -> tuple[Token, ...]:
    """Return the words of `text` in order, at most `limit` of them."""
    return _of_passage(text, limit) if len(text) <= _LONGEST_CACHED else _words(text, limit)


@lru_cache(maxsize=_CACHED_PASSAGES)
def _of_passage(text: str, limit: int | None) -> tuple[Token, ...]:
    """Return what `tokenize` does; a passage is looked at by half a dozen rules, one after the other."""
    return _words(text, limit)


def _words(text: str, limit: int | None) -> tuple[Token, ...]:
    matches = islice(_WORD.finditer(text), limit)
    return tuple(Token(*match.span(), match.group(), *_normal(match.group())) for match in matches)


def written_words(text: str, limit: int) -> list[str]:
    """Return the first `limit` words of `text` as they are written."""
    return _WORD.findall(text)[:limit]


def content_stems(words: Iterable[str]) -> set[str]:
    """Return the different stems of the content words among `words`.

    The same as from `tokenize`, in a quarter of the time: who indexes a million texts needs no places.
    """
    stems = set(map(_content_stem, words))
    stems.discard(_NO_STEM)
    return stems


@lru_cache(maxsize=_CACHED_WORDS)
def _content_stem(word: str) -> str:
    form, ending_cut = _normal(word)
    return _NO_STEM if form in FUNCTION_WORDS else ending_cut


@lru_cache(maxsize=_CACHED_WORDS)
def _normal(word: str) -> tuple[str, str]:
    form = normal_form(word)
    return form, stem(form)


def normal_form(word: str) -> str:
    """Return `word` without case, accents, possessive and regular or irregular inflection of number and tense."""
    plain = word.lower() if word.isascii() else _without_accents(word)
    if plain[:1].isdigit():
        return plain.replace(",", "")
    if plain.endswith("'s"):
        plain = plain[:-2]
    if plain.endswith("n't"):
        return "not"
    if "." in plain:
        return _abbreviation(plain)
    if word == "US":
        return "u.s"
    plain = plain.replace("'", "")
    return IRREGULAR_FORMS.get(plain) or _DIGITS.get(plain) or _singular(plain) or word


@lru_cache(maxsize=_CACHED_WORDS)
def spelling(word: str) -> str:
    """Return what all prints of one word share: no case, no accents, one apostrophe, and "u.s" as "us"."""
    plain = _without_accents(word)
    return plain.replace(",", "") if plain[:1].isdigit() else plain.replace(".", "")


def _without_accents(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _abbreviation(plain: str) -> str:
    """Return "u.k" as "uk", but leave "u.s" as it is: "us" is a pronoun."""
    joined = plain.replace(".", "")
    return "u.s" if joined in ("us", "usa") else joined


def _singular(plain: str) -> str:
    if len(plain) > 4 and plain.endswith("ies"):
        return plain[:-3] + "y"
    if plain.endswith(("sses", "xes", "ches", "shes")):
        return plain[:-2]
    if len(plain) > 3 and plain.endswith("s") and plain[-2] not in "sui":
        return plain[:-1]
    return plain


@lru_cache(maxsize=_CACHED_WORDS)
def stem(form: str) -> str:
    """Return `form` without a common English ending; words with digits or of few letters stay whole.

    Names that end as Slavic ones do come out alike in all transliterations.
    """
    name = _SLAVIC_NAME.fullmatch(form)
    if name and len(form) >= _SHORTEST_NAME:
        ending = name[2][:2] if name[2].startswith(("sk", "en")) else "ev"
        return _SLAVIC_SOUNDS.sub(_same_sound, name[1]) + ending
    if not form.endswith(_ENDINGS) or not form.isalpha():
        return form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST_STEM:
            return _recoded(form[: -len(ending)])
    return form


def _same_sound(match: re.Match[str]) -> str:
    return _SOUND.get(match.group(), match.group()[0])


def _recoded(stem: str) -> str:
    """Return a Latin stem of a verb as its noun has it: decid- as decis-, acquir- as acquis-."""
    for verb, noun in _RECODED.items():
        if stem.endswith(verb):
            return stem.removesuffix(verb) + noun
    return stem
