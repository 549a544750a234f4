"""In which language a text is written: by its script, and by its commonest words where many share one.

It is enough to choose rules by, and to name the language to a person; what it cannot tell it leaves open.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from workbench.articles.common_words import COMMON_WORDS
from workbench.articles.scripts import Script, count_scripts

_LANGUAGES_OF_WORD: Final = {
    word: tuple(language for language, words in COMMON_WORDS.items() if word in words)
    for word in frozenset().union(*COMMON_WORDS.values())
}
_LANGUAGE_OF_SCRIPT: Final = {
    Script.GREEK: "el",
    Script.ARMENIAN: "hy",
    Script.HEBREW: "he",
    Script.DEVANAGARI: "hi",
    Script.BENGALI: "bn",
    Script.TAMIL: "ta",
    Script.TELUGU: "te",
    Script.THAI: "th",
    Script.GEORGIAN: "ka",
    Script.HANGUL: "ko",
    Script.KANA: "ja",
    Script.HAN: "zh",
}
# Letters that one language writes and the others of its script do not; the first that has enough of them it is.
_LETTERS: Final = {
    Script.ARABIC: (("ur", frozenset("ٹڈڑںےہ")), ("fa", frozenset("پچژگکی"))),
    Script.CYRILLIC: (
        ("sr", frozenset("ћђљњјџ")),
        ("be", frozenset("ў")),
        ("uk", frozenset("їєґ")),
        ("ru", frozenset("ыэё")),
        ("uk", frozenset("і")),
        ("bg", frozenset("ъщ")),
    ),
}
_COMMONEST: Final = {Script.ARABIC: "ar", Script.CYRILLIC: "ru"}
_KANA_SHARE: Final = 0.1
_LETTERS_SHARE: Final = 0.004
_ENOUGH_LETTERS: Final = 8
_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 6_000
_ENOUGH_WORDS: Final = 4
_ENOUGH_SHARE: Final = 0.12
_NEAR_ENGLISH: Final = 0.6  # to take English for something else costs more than to leave it open
_LONG: Final = 300
# Languages so near to each other that a page which declares one of them knows better than counted words.
_FAMILIES: Final = (
    frozenset({"da", "no", "nb", "nn", "sv"}),
    frozenset({"hr", "sr", "bs", "cnr", "sl"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "ca", "gl", "pt", "oc"}),
    frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn"}),
    frozenset({"ar", "fa", "ur", "ps", "ckb", "ug"}),
    frozenset({"hi", "mr", "ne", "sa"}),
    frozenset({"id", "ms"}),
    frozenset({"he", "yi"}),
    frozenset({"zh", "yue"}),
)


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text`, or None where neither script nor common words tell.

    Only a sample from the beginning, the middle and the end is looked at.
    """
    return _language_of_sample(_sample(text))


# Whoever reads an article asks twice, for its dates and for its sentences.
@lru_cache(maxsize=8)
def _language_of_sample(sample: str) -> str | None:
    counts = count_scripts(sample)
    if counts.total() < _ENOUGH_LETTERS:
        return None
    if counts[Script.KANA] and counts[Script.KANA] > _KANA_SHARE * (counts[Script.HAN] + counts[Script.KANA]):
        counts[Script.KANA] += counts.pop(Script.HAN, 0)
    script, count = counts.most_common(1)[0]
    if script in {Script.HAN, Script.KANA, Script.HANGUL}:
        return _LANGUAGE_OF_SCRIPT[script]
    if count < counts.total() / 2:
        return None
    if script in _LETTERS:
        return _by_letters(sample, script, count)
    return _LANGUAGE_OF_SCRIPT.get(script) or _by_words(sample)


def settled_language(text: str, declared: str | None) -> str | None:
    """Return the language of an article, which may declare one: that, unless the text is plainly in another.

    Sites declare the language of their pages once for all of them, so a long text outranks what is declared.
    """
    noticed = language_of(text)
    if declared is None or noticed is None:
        return declared or noticed
    primary = primary_language(declared)
    related = any({primary, noticed} <= family for family in _FAMILIES)
    is_long = sum(map(str.isalpha, _sample(text))) >= _LONG or _by_script_alone(noticed)
    return noticed if is_long and noticed != primary and not related else declared


def primary_language(code: str) -> str:
    """Return the code of a language without region and script: “en” of “en-GB”."""
    return re.split(r"[-_]", code.strip().lower(), maxsplit=1)[0]


def _by_script_alone(language: str) -> bool:
    return language in {*_LANGUAGE_OF_SCRIPT.values(), *_COMMONEST.values()}


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    third, middle = _SAMPLE // 3, len(text) // 2
    return f"{text[:third]} {text[middle : middle + third]} {text[-third:]}"


def _by_letters(sample: str, script: Script, count: int) -> str:
    counts = Counter(sample.lower())
    for language, letters in _LETTERS[script]:
        if sum(counts[letter] for letter in letters) > _LETTERS_SHARE * count:
            return language
    return _COMMONEST[script]


def _by_words(sample: str) -> str | None:
    words = _WORD.findall(sample)
    votes: Counter[str] = Counter()
    for word, count in Counter(words).items():
        for language in _LANGUAGES_OF_WORD.get(word.lower(), ()):
            votes[language] += count
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < max(_ENOUGH_WORDS, _ENOUGH_SHARE * len(words)):
        return None
    (first, most), (_, second) = ranked[0], (ranked[1:] or [("", 0)])[0]
    is_doubtful = second == most or (first != "en" and votes["en"] > _NEAR_ENGLISH * most)
    return None if is_doubtful else first
