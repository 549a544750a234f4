"""Lines that say whose picture or whose report it is, and captions that end with such words."""

import re
from typing import Final

from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 160
_LONGEST_REPORT: Final = 400
_FEW_WORDS: Final = 3
_AGENCY: Final = one_of(r"""
    ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|efe|dpa|upi|kcna|kns|tass|itar-tass|sputnik|ria(?: novosti)?
    xinhua|yonhap|newsis|kyodo(?: news)?|jiji(?: press)?|bloomberg|ansa|lapresse|nurphoto|anadolu(?: agency| images)?|aa
    sopa images|zuma(?: press| wire)?|pa(?: media| wire| images)?|press association|associated press
    agence france[- ]presse|imago(?: images)?|picture[- ]alliance|keystone|belga|anp|ntb|scanpix|lusa|mti|pap|čtk|ctk
    apa|ukrinform|unian|interfax|maxar(?: technologies)?|planet labs|nasa|esa|noaa|polaris|magnum|redux|wireimage
    shutterstock|i ?stock(?:photo)?|alamy|adobe ?stock|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?|wikipedia
    creative commons|cc[- ]by(?:-sa)?(?: \d\.\d)?|public domain|stringer|pool|handout|file(?: photo)?|social media
    telegram|twitter|facebook|instagram|youtube|screengrab|screenshot|courtesy
""")
_PHOTO: Final = one_of(r"""
    photo(?:graph)?s?|foto|images?|pictures?|pics?|bild|video|illustration|graphic|map|chart|screenshot|credits?
""")
_CAPITAL: Final = "A-ZÀ-ÞŠŽČĆĐŁ"
_NAME: Final = rf"(?:@?[{_CAPITAL}][\w.’'-]*|de|von|van|der|den|di|da|del|la|le|el|al|bin|for|of|the|and|&)"
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,6}}"

_SEPARATOR: Final = re.compile(r"\s*(?:[|/,;·•]|\s[-–—]\s|–|—|\b(?:via|for|through)\b|\()\s*")
_PART: Final = re.compile(rf"(?:(?i:{_AGENCY})|{_NAMES})(?:\s+(?i:photo|images?|file))?")
_IS_AGENCY: Final = re.compile(_AGENCY, re.IGNORECASE)
_ENDS_WITH_AGENCY: Final = re.compile(rf"(?:\b(?:Images|Photo)|/\s?(?i:{_AGENCY}))$")
_MARKED: Final = re.compile(
    rf"[(\[]?\s*(?:(?i:{_PHOTO}(?:\s+(?:credit|source|courtesy|by|via|from|copyright|supplied|provided))*)\s*[:©|]"
    rf"|(?i:image source),|(?i:{_PHOTO}\s+(?:by|courtesy(?:\s+of)?|credit))\s|©|(?i:copyright)\s+©?"
    rf"|(?i:courtesy(?:\s+of)?)[:\s])\s*(?i:(?:courtesy|by|via|from|of|the|©)\s+)*(?P<names>[^.!?]{{1,100}})[.)\]]*"
)
_RIGHTS: Final = re.compile(rf"\([cC]\)\s+(?:(?i:{_AGENCY})|{_NAME}(?:\s+{_NAME}){{1,6}})\.?")
_BRACKETED: Final = re.compile(rf"[(\[]\s*(?i:{_PHOTO})\b.{{0,100}}[)\]]\.?")
_REPORT: Final = compile_phrases(r"""
    [(\[]?(?:additional |with )?(?:reporting|writing|editing|research|production) (?:by|from)\b.{1,300}
    [(\[]?(?:compiled|translated) (?:by|from)\b.{1,300}
    [(\[]?[^.]{2,100} contributed (?:to this (?:report|story|article)|reporting)[^.]{0,60}[)\].]*
    [(\[]?with (?:inputs?|files|material|reporting) from .{1,80}
    [(\[]?(?:dpa|afp|ap|reuters|epd|kna|sid)(?:[-/](?:dpa|afp|ap|reuters|\w{2,4})){0,5}[)\].]*
""")
_INLINE: Final = re.compile(
    rf"(?:[\s(\[](?i:{_PHOTO}(?:\s+(?:credit|source|courtesy|by))?\s*:)\s*[^.!?]{{2,80}}[.)\]]*"
    rf"|[(\[](?i:ap photo|photo|file|image|pool|handout|kcna|screenshot)\b[^()\[\]]{{0,80}}[)\]]"
    rf"|[(\[][^()\[\]]{{2,60}}[/|]\s?(?i:{_AGENCY})(?:\s[^()\[\]]{{1,30}})?[)\]]"
    rf"|\s(?:REUTERS|AFP|EPA|AP|KCNA|dpa)\s?/\s?{_NAMES}|\s©\s?[^.!?]{{2,60}}"
    rf"|[.!?”\"]\s+{_NAMES}\s?/\s?(?i:{_AGENCY})(?:\s?/\s?{_NAMES})*)[.\s]*$"
)


def is_credit(words: str) -> bool:
    """Whether one line, with its blanks collapsed, names photographers, agencies or reporters and says no more."""
    return is_report_credit(words) or is_photo_credit(words) or _RIGHTS.fullmatch(words) is not None


def is_report_credit(words: str) -> bool:
    """Whether a line names those who reported, wrote or edited, or the agency whose report it is."""
    is_short = len(words) <= _LONGEST or (words[:1] in "([" and len(words) <= _LONGEST_REPORT)
    return is_short and _REPORT.fullmatch(words) is not None


def is_photo_credit(words: str) -> bool:
    """Whether a line is the credit of a picture, so that the line before it can be the picture's caption."""
    if len(words) > _LONGEST or is_report_credit(words):
        return False
    if marked := _MARKED.fullmatch(words):
        names = marked["names"].strip(" ()[]©")
        return names.count(" ") < _FEW_WORDS or all(_PART.fullmatch(part) for part in _parts(names))
    return _lists_agencies(words.strip(" ()[]©."))


def is_bracketed_photo_credit(words: str) -> bool:
    """Whether a credit stands in brackets with a word for picture in it, as "(Photo: …)"."""
    return _BRACKETED.fullmatch(words) is not None


def ends_with_credit(words: str) -> bool:
    """Whether a paragraph ends with a picture's credit and so is a caption."""
    tail = words[-_LONGEST:]
    return any(mark in tail for mark in ":/|©([") and _INLINE.search(tail) is not None


def _lists_agencies(words: str) -> bool:
    parts = _parts(words)
    if not all(_PART.fullmatch(part) for part in parts):
        return False
    if len(parts) == 1:
        return _IS_AGENCY.fullmatch(words) is not None or _ENDS_WITH_AGENCY.search(words) is not None
    return "|" in words or any(_IS_AGENCY.fullmatch(part) for part in parts)


def _parts(words: str) -> list[str]:
    return [part.strip(" .)") for part in _SEPARATOR.split(words)]
