"""Titles and headings, and the prose that they are told from."""

import re
from typing import Final

from workbench.articles.paragraphs import ends_sentence

_TITLE_WORDS: Final = 34
_TITLE_LENGTH: Final = 240
_HEADING_WORDS: Final = 14
_HEADING_LENGTH: Final = 100
_PROSE_WORDS: Final = 16
_SHORTEST_SENTENCE: Final = 3
_UNSEEN: Final = "\u200b-\u200f\u2060-\u2064\ufeff"
_STOP: Final = re.compile(rf"[.!?…][\"”’'»)\]{_UNSEEN}]*$")
_INNER_STOP: Final = re.compile(r"[a-zà-ÿ\d][.!?][\"”’'»)\]]*\s+[\"“‘'«]?[A-ZÀ-Þ]")
_BULLET: Final = re.compile(r"[-–—•*·▪◦‣]|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|[QAF]:\s")
_NUMBER: Final = re.compile(r"\(?\d{1,2}[.):]\s+(?=\S)")
_ADDRESS: Final = re.compile(r"https?://|\bwww\.|\w\.(?:com|org|net)/")
_RUNS_ON: Final = re.compile(r"(?:He|She|They|I|But|And|So|Yet|Or|Then|Because|Which)\b")
_QUOTED_LABEL: Final = re.compile(r"(?!'')[\"“„‘'«][^\"“”„»]*[^.!?…,\"“”„»][\"”’'»]")


def is_prose(words: str) -> bool:
    """Whether a paragraph is sentences: it ends with a stop, or is longer than any line that does not."""
    if words.count(" ") + 1 > _PROSE_WORDS:
        return True
    if words.endswith("?") or _QUOTED_LABEL.fullmatch(words):
        return bool(_INNER_STOP.search(words))
    return _STOP.search(words) is not None and words.count(" ") + 1 >= _SHORTEST_SENTENCE


def can_be_title(words: str) -> bool:
    """Whether the first line of an article can be its title: no sentence with a stop, and not too long."""
    if len(words) > _TITLE_LENGTH or words.count(" ") + 1 > _TITLE_WORDS or _BULLET.match(words):
        return False
    if words[0].islower() and not words[1:2].isupper():  # as "iPhone" and "eBay" begin
        return False
    return not words.rstrip("\"”’'»)]").endswith((".", ":", ";", ",", "…")) or words.endswith("U.S.")


def is_numbered(words: str) -> bool:
    """Whether a short line without a stop begins with a number, as headings and items of a list do."""
    number = _NUMBER.match(words)
    return number is not None and can_be_heading(words[number.end() :])


def can_be_heading(words: str) -> bool:
    """Whether a line between paragraphs can be a heading: short, no stop but a question mark, no list item."""
    if len(words) > _HEADING_LENGTH or words.count(" ") + 1 > _HEADING_WORDS:
        return False
    if (
        words[0].islower()
        or _ADDRESS.search(words)
        or _BULLET.match(words)
        or _RUNS_ON.match(words)
        or not re.search(r"\w", words)
    ):
        return False
    if _QUOTED_LABEL.fullmatch(words):
        return True
    if words.endswith("?"):
        return not _INNER_STOP.search(words) and not re.search('[“”„«»"]', words)
    return not ends_sentence(words) and not words.endswith(",") and not re.search('[“”„«»"]', words)
