"""Rules of news prose around a statistical sentence splitter: which proposed ends are none, and which it missed.

Each rule looks at a bounded stretch before and after one place, so that the cost grows with the text alone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from workbench.articles.phrases import words_of

_STRETCH: Final = 80
_LAST_WORDS: Final = 40
_CLOSERS: Final = "\"'”’»)]"
_CLOSING: Final = "[" + re.escape(_CLOSERS) + "]"
_OPENING: Final = "[\"'“‘«„(\\[]"
_CAPITAL: Final = "[A-ZÀ-Þ]"

_TITLES: Final = words_of("""
    Mr Mrs Ms Mx Messrs Dr Prof Rev Fr Hon St Ste Mt Ft Sen Sens Rep Reps Gov Govs Pres Sec Amb Atty Supt Det Insp
    Gen Brig Lt Col Sgt Maj Capt Cmdr Cdr Adm Cpl Pfc Pvt Hr Sr Sra Mme Mlle No Nos vs v Vol Art Fig al ca
""")
_MONTHS: Final = words_of("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
_LOWER_ABBREVIATIONS: Final = words_of("""
    approx dept govt corp assoc prof capt sept incl resp messrs atty supt vols comm intl natl
""")
_LAST_WORD: Final = re.compile(r"([^\s(\[“\"‘'/—–-]+)\.$")
_INITIAL: Final = re.compile(rf"(?:^|[\s.]){_CAPITAL}$")
_NAME_BEFORE_INITIAL: Final = re.compile(
    rf"(?:^|\s)(?:{_CAPITAL}[\w’'-]+|{_CAPITAL}\.)\s+{_CAPITAL}\.$|(?:^|\s\W?)\W*{_CAPITAL}\.$"
)
_ACRONYM: Final = re.compile(r"(?<![A-Za-z.])(?:(?:[A-Z]\.){1,8}[A-Z]|[ap]\.\s?m)$")
_ELLIPSIS_IN_BRACKETS: Final = re.compile(r"[^.!?…\s]\s*[(\[]\s*(?:…|\.\s?\.\s?\.)\s*[)\]]$")
_STARTERS: Final = re.compile(
    _OPENING + r"*(?:The|This|That|These|Those|There|Then|He|She|It|Its|His|Her|They|Their|We|Our|You|I|A|An|"
    r"In|On|At|By|For|From|After|Before|But|And|As|If|When|While|Although|However|Meanwhile|Earlier|Later|Some|Many|"
    r"Most|Both|What|Who|Why|How|Since|Until|Under|With|Asked|According|Also|So|Yet)\b"
)
_LOWER_START: Final = re.compile(_OPENING + r"*[^\W\d_A-ZÀ-Þ]")
_CLOSING_ONLY: Final = re.compile(_CLOSING + r"+(?=\s|$)")
_FOOTNOTE: Final = re.compile(r"(?:\[\w{1,3}\])+(?=\s|$)")
_QUOTED_QUESTION: Final = re.compile(r"[?!,]\s*[”\"’'»]$")
_SPEAKER: Final = re.compile(
    rf"(?:{_CAPITAL}[\w.’'-]*\s+){{1,4}}(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|shouted|cried|"
    r"continued|wondered|tweeted|posted|warned|insisted)\b"
)
_STOP: Final = re.compile(rf"[.!?]{_CLOSING}*(\s*)")
_SENTENCE_START: Final = re.compile(rf"{_OPENING}*{_CAPITAL}")
_LOWER_WORD: Final = re.compile(r"[a-zà-ÿ]{4}")
_GLUED_START: Final = re.compile(rf"{_CAPITAL}[a-zà-ÿ]{{2,}}[\s,]")
_GLUED_QUOTE: Final = re.compile(rf"[“„«]{_CAPITAL}")
_IN_ADDRESS: Final = re.compile(r"[@/.][\w-]*$")
_CREDIT_MARK: Final = re.compile(rf"\b(?:Image|Photo|Picture|Photograph|Video|Foto|Bild)(?: credit)?: (?:{_CAPITAL}|©)")


def corrected(text: str, proposed: Iterable[int]) -> list[int]:
    """Return the ends of the sentences of `text`, from the ends that were proposed and those that were missed.

    `text` is one paragraph; an end is an offset at which the next sentence (or the blanks before it) begins.
    """
    ends = sorted({_past_closers(text, end) for end in proposed} | set(_missed(text)))
    return [end for end in ends if 0 < end < len(text) and not _is_inside_sentence(text, end)]


def _past_closers(text: str, end: int) -> int:
    """Closing quotes and footnote marks behind a stop belong to the sentence that they close."""
    start = end
    while start < len(text) and text[start].isspace():
        start += 1
    closers = _FOOTNOTE.match(text, start) or _CLOSING_ONLY.match(text, start)
    return closers.end() if closers else end


def _missed(text: str) -> Iterator[int]:
    """Yield ends that the statistics miss: behind words they take for abbreviations, acronyms, and glued stops."""
    for stop in _STOP.finditer(text):
        at, end = stop.start(), stop.end()
        if stop[1]:
            if _SENTENCE_START.match(text, end) and _ends_word_or_acronym(text, at, end):
                yield end
        elif _GLUED_QUOTE.match(text, end) or (_GLUED_START.match(text, end) and _ends_word(text, at, 2)):
            yield end
    if ": " in text:
        yield from (match.start() for match in _CREDIT_MARK.finditer(text))


def _ends_word_or_acronym(text: str, at: int, end: int) -> bool:
    before = text[max(0, at - _LAST_WORDS) : at + 1]
    if _LOWER_WORD.fullmatch(before[-5:-1]):
        return _last_word(before) not in _LOWER_ABBREVIATIONS
    return _STARTERS.match(text, end) is not None and _ACRONYM.search(before[:-1]) is not None


def _ends_word(text: str, at: int, letters: int) -> bool:
    """Whether a word of small letters, and no web address, ends at a stop that no blank follows."""
    before = text[max(0, at - _LAST_WORDS) : at]
    return before[-letters:].islower() and before[-letters:].isalpha() and not _IN_ADDRESS.search(before)


def _is_inside_sentence(text: str, end: int) -> bool:
    before = text[max(0, end - _STRETCH) : end].rstrip()
    after = text[end : end + _STRETCH].lstrip()
    if not before or not after:
        return False
    if _LOWER_START.match(after):
        return True
    if before[-1] in ")]" and _ELLIPSIS_IN_BRACKETS.search(before[-_LAST_WORDS:]):
        return not _STARTERS.match(after)
    if before[-1] in _CLOSERS and _QUOTED_QUESTION.search(before[-3:]) and _SPEAKER.match(after):
        return True
    return before.rstrip(_CLOSERS).endswith(".") and _ends_with_abbreviation(before.rstrip(_CLOSERS), after)


def _ends_with_abbreviation(before: str, after: str) -> bool:
    word = _last_word(before)
    if word in _TITLES:
        return True
    if word in _MONTHS:
        return after[0].isdigit()
    if not (_INITIAL.search(before[-3:-1]) or _ACRONYM.search(before[-_LAST_WORDS:-1])) or _STARTERS.match(after):
        return False
    return _ACRONYM.search(before[-_LAST_WORDS:-1]) is not None or _NAME_BEFORE_INITIAL.search(before) is not None


def _last_word(before: str) -> str:
    match = _LAST_WORD.search(before)
    return match[1] if match else ""
