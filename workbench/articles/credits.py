"""Lines that say whose picture or whose report it is, and captions that end with such words."""

import re
from typing import Final

_LONGEST_CREDIT: Final = 160
_AGENCY: Final = (
    r"(?:ap|afp|reuters|getty(?: images)?|epa(?:-efe)?|efe|dpa|upi|kcna|kns|tass|itar-tass|sputnik|ria(?: novosti)?|"
    r"xinhua|yonhap|newsis|kyodo(?: news)?|jiji(?: press)?|bloomberg|ansa|lapresse|shutterstock|i ?stock(?:photo)?|alamy|"
    r"adobe ?stock|nurphoto|anadolu(?: agency| images)?|aa|sopa images|zuma(?: press| wire)?|pa(?: media| wire| images)?|"
    r"press association|associated press|agence france[- ]presse|imago(?: images)?|picture[- ]alliance|keystone|belga|anp|"
    r"ntb|scanpix|lusa|mti|pap|čtk|ctk|apa|ukrinform|unian|interfax|maxar(?: technologies)?|planet labs|nasa|esa|noaa|"
    r"polaris|magnum|redux|wireimage|filmmagic|unsplash|pexels|pixabay|flickr|wikimedia(?: commons)?|wikipedia|"
    r"creative commons|cc[- ]by(?:-sa)?(?: \d\.\d)?|public domain|stringer|pool|handout|file(?: photo)?|file pic|"
    r"social media|telegram|twitter|facebook|instagram|youtube|screengrab|screenshot|via|courtesy)"
)
_PHOTO: Final = (
    r"(?:photo(?:graph)?s?|foto|images?|pictures?|pics?|bild|video|illustration|graphic|map|chart|screenshot|credits?)"
)
_NAME: Final = r"(?:@?[A-ZÀ-ÞŠŽČĆĐŁ][\w.’'-]*|de|von|van|der|den|di|da|del|la|le|el|al|bin|for|of|the|and|&|STR)"
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,6}}"
_SEPARATOR: Final = r"\s*(?:[|/,;·•]|\s[-–—]\s|–|—|\bvia\b|\bfor\b|\bthrough\b|\()\s*"

_MARKED: Final = re.compile(
    rf"[(\[]?\s*(?:(?i:{_PHOTO}(?:\s+(?:credit|source|courtesy|by|via|from|copyright|supplied|provided))*)\s*[:©|]"
    rf"|(?i:image source),|(?i:{_PHOTO}\s+(?:by|courtesy(?:\s+of)?|credit))\s|©|(?i:copyright)\s+©?|"
    rf"(?i:courtesy(?:\s+of)?)[:\s])\s*[^.!?]{{1,100}}[.)\]]*"
)
_PART: Final = re.compile(rf"(?:(?i:{_AGENCY})|{_NAMES})(?:\s+(?i:photo|images?|file|via .{{2,20}}))?")
_HAS_AGENCY: Final = re.compile(rf"(?<!\w){_AGENCY}(?!\w)", re.IGNORECASE)
_SPLIT: Final = re.compile(_SEPARATOR)
_REPORT: Final = re.compile(
    r"[(\[]?(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated|research|production) (?:by|from)\b"
    r".{1,300}|.{2,100} contributed (?:to this (?:report|story|article)|reporting).{0,60}|with (?:inputs?|files|material|"
    r"reporting) from .{1,80}|(?:dpa|afp|ap|reuters|epd|kna|sid)(?:[-/](?:dpa|afp|ap|reuters|\w{2,4}))*)[)\].]*",
    re.IGNORECASE,
)
_INLINE: Final = re.compile(
    rf"(?:[\s(\[](?i:{_PHOTO}(?:\s+(?:credit|source|courtesy|by))?\s*:)\s*[^.!?]{{2,80}}[.)\]]*"
    rf"|[(\[](?i:ap photo|photo|file|image|pool|handout|kcna|screenshot)\b[^()\[\]]{{0,80}}[)\]]"
    rf"|[(\[][^()\[\]]{{2,60}}[/|]\s?(?i:{_AGENCY})(?:\s[^()\[\]]{{1,30}})?[)\]]"
    rf"|\s(?:REUTERS|AFP|EPA|AP|KCNA|dpa)\s?/\s?{_NAMES}|\s©\s?[^.!?]{{2,60}}"
    rf"|[.!?”\"]\s+{_NAMES}\s?/\s?(?i:{_AGENCY})(?:\s?/\s?{_NAMES})*)[.\s]*$"
)
_BRACKETED: Final = re.compile(r"[(\[]\s*(?i:" + _PHOTO + r")\b.{0,100}[)\]]\.?")


def is_credit(words: str) -> bool:
    """Whether one line, with its blanks collapsed, names photographers, agencies or reporters and says no more."""
    if len(words) > _LONGEST_CREDIT:
        return _REPORT.fullmatch(words[:400]) is not None and words[:1] in "(["
    if _MARKED.fullmatch(words) or _REPORT.fullmatch(words):
        return True
    return _lists_agencies(words.strip(" ()[]©"))


def is_photo_credit(words: str) -> bool:
    """Whether a credit is one of a picture, so that the line before it can be the picture's caption."""
    return is_credit(words) and _REPORT.fullmatch(words) is None


def is_bracketed_photo_credit(words: str) -> bool:
    """Whether a credit stands in brackets with a word for picture in it, as "(Photo: …)"."""
    return _BRACKETED.fullmatch(words) is not None


def ends_with_credit(words: str) -> bool:
    """Whether a paragraph ends with a picture's credit and so is a caption."""
    return _INLINE.search(words[-160:]) is not None


def _lists_agencies(words: str) -> bool:
    parts = [part.strip(" .)") for part in _SPLIT.split(words)]
    if not all(part and _PART.fullmatch(part) for part in parts):
        return False
    known = sum(_HAS_AGENCY.fullmatch(part) is not None for part in parts)
    return known > 0 or (len(parts) == 1 and _ends_with_agency(words)) or ("|" in words and len(parts) > 1)


def _ends_with_agency(words: str) -> bool:
    return re.search(r"(?:Images|Photo|/\s?(?i:" + _AGENCY + r"))$", words) is not None
