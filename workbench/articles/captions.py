"""Captions of pictures, which scraping leaves between the paragraphs without a mark."""

import re
from typing import Final

from workbench.articles.dates import find_date
from workbench.articles.paragraphs import ends_sentence
from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 500
_MOST_STOPS: Final = 4
_LABEL_WORDS: Final = 10
_LONGEST_SENTENCE: Final = 200
_STOP: Final = re.compile(r"(?:[!?]|(?<!\b[A-Z])\.)(?:\s|$)")
_QUOTES: Final = re.compile('[“”„«»"]')

_PICTURE: Final = one_of(r"""
    photo
    photograph
    image
    picture
    screengrab
    frame
    frame grab
    video grab
    still
""")
_KIND: Final = one_of(r"""
    undated
    combined
    composite
    combination
    file
    handout
    aerial
    satellite
    still
    archive
""")
_SIDE: Final = one_of(r"""
    left
    right
    cent(?:er|re)
    second from (?:left|right)
    (?:far|front|back|top|bottom) (?:left|right)
""")
# A paragraph that begins so is a caption as a whole.
_MARKED: Final = compile_phrases(
    r"""
    # a label
    (?:image|photo|picture|media) caption\b.{1,400}
    (?:caption|image|photo|picture|foto|bild)\s*[:|].{1,400}
    (?:file|handout) (?:photo|picture|image)\b.{1,400}
    file\s*[-–—:].{1,400}
    pictured\s*[:,].{1,400}
    # who is where
    [(\[]?(?:from )?left to right\b.{1,400}
    # what the picture is, in words
    (?:in|on) (?:this|an|a) (?:KIND ){0,3}PICTURE\b.{0,400}
    (?:this|an?) (?:KIND ){1,3}PICTURE\b.{0,400}
    this PICTURE (?:shows?|taken|released|provided|from|by)\b.{0,400}
    (?:photo|image|picture|satellite image)s? (?:shows?|taken|released|provided)\b.{0,400}
    """,
    PICTURE=_PICTURE,
    KIND=_KIND,
)
# A paragraph with this anywhere in it is a caption.
_DEPICTING: Final = compile_phrases(
    r"""
    # who is where
    \(L\).*\([RC]\)
    \([RC]\).*\(L\)
    \((?:SIDE|file(?: photo| picture)?|pictured|archive|archivbild|symbolbild)\)
    \bpictured (?:here|above|below|in|on|left|right|with|during|at)\b
    (?-i:[A-ZÀ-Þ])[\w’'-]{1,30}, (?:SIDE|pictured),
    # what the picture is
    \bin this (?:\w+ ){0,3}PICTURE\b
    \b(?:photo|image|picture|photograph)s? (?:was |were )?(?:taken|released|provided|made available) (?:by|on|in)\b
    \b(?:file|handout) (?:photo|picture|image)\b
    """,
    PICTURE=_PICTURE,
    SIDE=_SIDE,
)
# One of these stands in all that it finds, and in few paragraphs. The last three are letters that, without regard to
# case, match “i” or “s”.
_MARKS_OF_DEPICTING: Final = (
    *("(", "photo", "image", "picture", "frame", "grab", "still"),
    *("left,", "right,", "center,", "centre,", "\u0131", "\u0307", "\u017f"),
)
# How prose goes on from the paragraph before, as no caption does.
_RUNNING_ON: Final = one_of(r"""
    # somebody or something named before
    He
    She
    They
    It
    We
    I
    That
    This
    These
    Those
    # against or beside what was said
    But
    And
    However
    Meanwhile
    Still
    Yet
    Also
    Moreover
    Furthermore
    Instead
    So
    In return
    # before or after it
    Earlier
    Later
    Then
    While
    When
    # on a condition, for a reason
    According
    Asked
    Although
    Despite
    If
    Because
    On
""")
_RUNS_ON: Final = re.compile(rf"[\"“„«‘']|{_RUNNING_ON}\b")
# What is not to be seen in a picture: what may be, what has long been, and what does not hold.
_ARGUING: Final = re.compile(
    r"\b(?:can|could|would|should|might|must|ought to|(?:has|have|had) been|may be)\b"
    r"|\b(?:can|wo|do|does|did|is|are|was|were|could|would|should|has|have|had)n?[’']t\b",
    re.IGNORECASE,
)
_OF_HEADING: Final = re.compile(r":\s|\?$")
_ANNOUNCEMENT: Final = re.compile(r"(?:(?:image|photo|picture|media|video) )?caption ?[,:]?", re.IGNORECASE)
_SAYING: Final = re.compile(
    r"\b"
    + one_of(r"""
        said
        told
        added
        according to
        asked
        wrote
        insisted
        noted
        explained
        argued
        claimed
        # German
        sagte
        teilte
        mitteilte
        laut
        erklärte
        # French, Spanish, Italian
        a déclaré
        a dit
        selon
        dijo
        según
        ha detto
        secondo
    """)
    + r"\b",
    re.IGNORECASE,
)


def announces_caption(words: str) -> bool:
    """Whether a line is nothing but the words that some pages put on a line before the caption ("Image caption,")."""
    return _ANNOUNCEMENT.fullmatch(words) is not None


def is_labelled_caption(words: str) -> bool:
    """Whether a line begins with the label that some sites set before every caption ("Image caption …")."""
    return words.lower().startswith(("image caption", "media caption", "photo caption"))


def is_marked_caption(words: str) -> bool:
    """Whether a paragraph says itself that it describes a picture."""
    return len(words) <= _LONGEST and _MARKED.fullmatch(words) is not None and _has_form_of_caption(words)


def depicts(words: str) -> bool:
    """Whether a paragraph has the words of a caption ("(L)", "in this photo released by …")."""
    if len(words) > _LONGEST:
        return False
    lowered = words.lower()
    if not any(mark in lowered for mark in _MARKS_OF_DEPICTING):
        return False
    return _DEPICTING.search(words) is not None and _has_form_of_caption(words)


def can_be_caption(words: str) -> bool:
    """Whether the paragraph before a picture's credit describes the picture; prose and headings do not."""
    if len(words) > _LONGEST or not _has_few_stops(words) or _RUNS_ON.match(words):
        return False
    if _ARGUING.search(words) and find_date(words) is None:
        return False
    if is_phrase(words) and _OF_HEADING.search(words):
        return False
    return not (reports_speech(words) and _QUOTES.search(words) and ends_sentence(words))


def reports_speech(words: str) -> bool:
    """Whether a paragraph says that somebody said something, which captions seldom do."""
    return _SAYING.search(words) is not None


def is_caption_label(words: str) -> bool:
    """Whether a line is short and without a stop, as the bold words before some captions."""
    return words.count(" ") < _LABEL_WORDS and not ends_sentence(words) and ":" not in words


def is_phrase(words: str) -> bool:
    """Whether a line of the length of a caption holds no stop at all, and no quotation."""
    return len(words) <= _LONGEST_SENTENCE and not _QUOTES.search(words) and not _STOP.search(words)


def is_one_sentence(words: str) -> bool:
    """Whether a paragraph is one sentence of the length of a caption, and no quotation."""
    return len(words) <= _LONGEST_SENTENCE and not _QUOTES.match(words) and len(_STOP.findall(words)) == 1


def _has_form_of_caption(words: str) -> bool:
    return _has_few_stops(words) and not _QUOTES.search(words)


def _has_few_stops(words: str) -> bool:
    return len(_STOP.findall(words)) <= _MOST_STOPS
