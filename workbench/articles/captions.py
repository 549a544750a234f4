"""Captions of pictures, which scraping leaves between the paragraphs without a mark."""

import re
from typing import Final

from workbench.articles.paragraphs import ends_sentence

_LONGEST: Final = 500
_MOST_STOPS: Final = 4
_LABEL_WORDS: Final = 10

_LONGEST_SENTENCE: Final = 200
_STOP: Final = re.compile(r"[.!?](?:\s|$)")

_MARKED: Final = re.compile(
    r"(?:image|photo|picture|media) caption\b.{1,400}|caption\s*[:|].{1,400}|(?:file|handout) (?:photo|picture|image)\b"
    r".{1,400}|file\s*[-–—:].{1,400}|pictured\s*[:,].{1,400}|[(\[]?(?:from )?left to right\b.{1,400}|"
    r"[(\[](?:l|from l)[- ]to[- ]r[)\]]?.{1,400}|(?:in|on|undated|a|an) (?:this |the )?(?:undated |combined |composite |"
    r"combination )*(?:file |handout |aerial |satellite |combination |combo |still )*(?:photo|photograph|image|picture|"
    r"screengrab|frame grab|frame|video grab|satellite image)\b(?: \w{1,20}){0,12}.{0,400}",
    re.IGNORECASE,
)
_DEPICTING: Final = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re)|2nd [LR]|second from (?:left|right)|file(?: photo)?|file picture|pictured|"
    r"archive|archivbild|symbolbild)\)|\bpictured (?:here|above|below|in|on|left|right|with|during|at)\b|"
    r", (?:left|right|cent(?:er|re)|second (?:from )?(?:left|right)|(?:far|front|back|top|bottom) (?:left|right)|pictured), |"
    r"\bin this (?:\w+ ){0,3}(?:photo|image|picture|photograph|screengrab|frame)\b|"
    r"\b(?:photo|image|picture|footage|photograph)s? (?:was |were )?(?:taken|released|provided|supplied|published|made "
    r"available|obtained|distributed) (?:by|from|on|in)\b|\bfile (?:photo|picture|image)\b|\bhandout (?:photo|image)\b",
    re.IGNORECASE,
)
_RUNS_ON: Final = re.compile(
    r"[\"“„«‘']|(?:He|She|They|It|We|I|But|And|However|Meanwhile|Still|Yet|Also|Moreover|Furthermore|Instead|Earlier|"
    r"Later|That|This|These|Those|According|Asked|Although|While|Despite|If|When|Because|So|Then|On|In return|"
    r"For (?:its|his|her|their|example))\b"
)
_SAYING: Final = re.compile(
    r"\b(?:said|told|added|according to|asked|wrote|insisted|noted|explained|argued|claimed)\b", re.IGNORECASE
)


def is_marked_caption(words: str) -> bool:
    """Whether a paragraph says itself that it describes a picture."""
    if len(words) > _LONGEST or words[0] in '"“„«‘':
        return False
    return _MARKED.fullmatch(words) is not None and _is_short(words)


def depicts(words: str) -> bool:
    """Whether a paragraph has the words of a caption ("(L)", "in this photo released by …")."""
    return len(words) <= _LONGEST and _is_short(words) and words[0] not in '"“„«‘' and bool(_DEPICTING.search(words))


def can_be_caption(words: str) -> bool:
    """Whether the paragraph before a picture's credit describes the picture; prose that runs on does not."""
    if len(words) > _LONGEST or not _is_short(words):
        return False
    if _DEPICTING.search(words):
        return True
    if _RUNS_ON.match(words):
        return False
    return not (_SAYING.search(words) and re.search('[“”"]', words) and ends_sentence(words))


def is_caption_label(words: str) -> bool:
    """Whether a line is short and without a stop, as the bold words before some captions."""
    return words.count(" ") < _LABEL_WORDS and not ends_sentence(words) and ":" not in words


def is_one_sentence(words: str) -> bool:
    """Whether a paragraph is one sentence of the length of a caption, and no quotation."""
    return len(words) <= _LONGEST_SENTENCE and words[0] not in '"“„«‘' and len(_STOP.findall(words)) == 1


def _is_short(words: str) -> bool:
    return len(_STOP.findall(words)) <= _MOST_STOPS
