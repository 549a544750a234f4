"""Rules of news prose around a statistical sentence splitter: which proposed ends are none, and which it missed.

Each rule looks at a bounded stretch before and after one place, so that the cost grows with the text alone.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_STRETCH: Final = 80
_CLOSERS: Final = "\"'”’»)\\]"
_OPENERS: Final = "\"'“‘«„(\\["

_TITLES: Final = (
    "Mr Mrs Ms Mx Messrs Dr Prof Rev Fr Hon St Ste Mt Ft Sen Sens Rep Reps Gov Govs Pres Sec Amb Atty Supt Det Insp "
    "Gen Brig Lt Col Sgt Maj Capt Cmdr Cdr Adm Cpl Pfc Pvt Hr Fr Sr Sra Mme Mlle No Nos vs v Vol Art Fig al ca approx"
)
_AFTER_TITLE: Final = re.compile(r"(?:^|[\s(\[“\"‘'\-])(?:" + "|".join(_TITLES.split()) + r")\.\s*$")
_MONTHS: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s*$")
_INITIAL: Final = re.compile(r"(?:^|[\s(“\"‘'.\-])[A-ZÀ-Þ]\.\s*$")
_NAME_BEFORE_INITIAL: Final = re.compile(r"(?:^|\s)(?:[A-ZÀ-Þ][\w’'-]+|[A-ZÀ-Þ]\.)\s+[A-ZÀ-Þ]\.\s*$|^\W*[A-ZÀ-Þ]\.\s*$")
_ACRONYM: Final = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b[ap]\.\s?m\.)[" + _CLOSERS + r"]*\s*$")
_ELLIPSIS_IN_BRACKETS: Final = re.compile(r"[^.!?…\s]\s*[(\[]\s*(?:…|\.\s?\.\s?\.)\s*[)\]]\s*$")
_STARTERS: Final = re.compile(
    r"[" + _OPENERS + r"]*(?:The|This|That|These|Those|There|Then|He|She|It|Its|His|Her|They|Their|We|Our|You|I|A|An|"
    r"In|On|At|By|For|From|After|Before|But|And|As|If|When|While|Although|However|Meanwhile|Earlier|Later|Some|Many|"
    r"Most|Both|What|Who|Why|How|Since|Until|Under|With|Asked|According|Also|So|Yet)\b"
)
_LOWER_START: Final = re.compile(r"[" + _OPENERS + r"]*[^\W\d_A-ZÀ-Þ]")
_CLOSING_ONLY: Final = re.compile(r"[" + _CLOSERS + r"]+(?=\s|$)")
_FOOTNOTE: Final = re.compile(r"(?:\[\w{1,3}\])+(?=\s|$)")
_QUOTED_QUESTION: Final = re.compile(r"[?!,]\s*[”\"’'»]\s*$")
_SPEAKER: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|wrote|writes|added|adds|told|replied|shouted|cried|"
    r"continued|wondered|tweeted|posted|warned|insisted)\b"
)
_LOWER_WORD_STOP: Final = re.compile(r"\b[a-zà-ÿ]{4,}[.!?][" + _CLOSERS + r"]*\s+(?=[" + _OPENERS + r"]*[A-ZÀ-Þ])")
_LOWER_ABBREVIATIONS: Final = re.compile(
    r"\b(?:approx|dept|govt|corp|assoc|prof|capt|sept|etc|incl|resp|messrs|atty|supt|vols|comm|intl|natl)\.\s*$"
)
_ACRONYM_STOP: Final = re.compile(
    r"(?:\b(?:[A-Z]\.){2,}|\b[ap]\.\s?m\.)[" + _CLOSERS + r"]*\s+(?=" + _STARTERS.pattern + ")"
)
_GLUED: Final = re.compile(
    r"(?<![@/.\w])[A-ZÀ-Þ]?[a-zà-ÿ]{2,30}[.!?][”’»)\]]?(?=[A-ZÀ-Þ][a-zà-ÿ]{2,}[\s,])|[a-zà-ÿ][.!?](?=[“„«][A-ZÀ-Þ])"
)
_CREDIT_MARK: Final = re.compile(r"\s(?=(?:Image|Photo|Picture|Photograph|Video|Foto|Bild)(?: credit)?: [A-ZÀ-Þ©])")


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
    for form in (_ACRONYM_STOP, _GLUED):
        yield from (match.end() for match in form.finditer(text))
    for match in _LOWER_WORD_STOP.finditer(text):
        if not _LOWER_ABBREVIATIONS.search(match.group()):
            yield match.end()
    yield from (match.end() for match in _CREDIT_MARK.finditer(text))


def _is_inside_sentence(text: str, end: int) -> bool:
    before = text[max(0, end - _STRETCH) : end]
    after = text[end : end + _STRETCH].lstrip()
    if not before.strip() or not after:
        return False
    if _LOWER_START.match(after):
        return True
    if _ELLIPSIS_IN_BRACKETS.search(before):
        return not _STARTERS.match(after)
    if _QUOTED_QUESTION.search(before) and _SPEAKER.match(after):
        return True
    return _ends_with_abbreviation(before, after)


def _ends_with_abbreviation(before: str, after: str) -> bool:
    if _AFTER_TITLE.search(before):
        return True
    if _MONTHS.search(before):
        return after[0].isdigit()
    if _STARTERS.match(after):
        return False
    return bool(_NAME_BEFORE_INITIAL.search(before) if _INITIAL.search(before) else _ACRONYM.search(before))
