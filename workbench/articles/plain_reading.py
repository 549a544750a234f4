"""Articles that are not in English: read by plain rules, which know no words, and said to be.

The rules for English know its abbreviations, its verbs of saying and its words of judgement. Applied to another
language they would go wrong silently, so there sentences end at their punctuation, and no more is claimed to be known.
"""

import re
from typing import Final

from workbench.articles.language import primary_language
from workbench.visible import one_line

_NAMES: Final = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch",
    "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
PLAIN_RULES: Final = "read with plain rules: every sentence is a claim, without who says it or what is worth checking"
# Every run of stops is one match, whatever follows: a run is never looked at twice.
_ENDS: Final = re.compile(
    r"(?P<wide>[。！？｡।॥۔።؟]++)(?P<closers>[」』”’）》〉】\"')\]»]*+)"
    r"|(?P<narrow>[.!?…]++)(?P<shut>[\"'”’“‘»«)\]]*+(?:[ \u00a0\u202f]»(?=\s))?)"
)
_GOES_ON: Final = re.compile(r"[^\s\u3040-\u9fff\uac00-\ud7af]")
_NEXT: Final = re.compile(r"[\s\"'“”‘’„«»‹›(\[¿¡–—-]{0,20}(?P<sign>\S?)")
_QUOTED_ON: Final = re.compile(r"[\u3041-\u309f、，,]")
# “z. B.”, “A. Merkel”, “г. Москва”; “Dr. Meyer”; “3. Mai”: no sentence ends after a letter, a title, a short number.
_NO_END: Final = re.compile(r"(?:(?:^|[\s(\"'“„«.])[^\W\d_]|(?:^|[\s(\"'“„«])(?:[A-ZÀ-ÞА-Я][a-zß-öø-ÿа-я]|\d{1,2}))$")
_LOOKED_BACK: Final = 6


def reads_plainly(language: str | None) -> bool:
    """Whether an article in this language is read by plain rules: whether it is known, and not English."""
    return language is not None and primary_language(language) != "en"


def language_name(language: str) -> str:
    """Return what to call a language: its English name and its code, or the code alone."""
    name = _NAMES.get(primary_language(language))
    return f"{name} ({language})" if name else f"“{one_line(language)}”"


def plain_notice(language: str | None) -> str | None:
    """Return what to say about an article that is read by plain rules, None about the others."""
    return f"{language_name(language)}, {PLAIN_RULES}" if language and reads_plainly(language) else None


def plain_ends(text: str) -> list[int]:
    """Return where the sentences of one paragraph end, each with its stops and what closes behind them."""
    return [match.end() for match in _ENDS.finditer(text) if _is_end(match, text)]


def _is_end(match: re.Match[str], text: str) -> bool:
    if match["wide"]:
        return not (match["closers"] and _QUOTED_ON.match(text, match.end()))
    following = _NEXT.match(text, match.end())
    if _GOES_ON.match(text, match.end()) or (following and following["sign"].islower()):
        return False
    before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
    return match["narrow"] != "." or bool(match["shut"]) or _NO_END.search(before) is None
