"""Lines that say whose picture or whose report it is, and captions that end with such words."""

import re
from typing import Final

from workbench.articles.agencies import AGENCY
from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 160
_LONGEST_REPORT: Final = 400
_FEW_WORDS: Final = 3
_PHOTO: Final = one_of(r"""
    photo(?:graph)?s?
    foto
    images?
    pictures?
    pics?
    bild
    video
    illustration
    graphic
    map
    chart
    screenshot
    credits?
""")
_CAPITAL: Final = "A-ZÀ-ÞŠŽČĆĐŁ"
_NAME: Final = rf"(?:@?[{_CAPITAL}][\w.’'-]*|de|von|van|der|den|di|da|del|la|le|el|al|bin|for|of|the|and|&)"
_NAMES: Final = rf"{_NAME}(?:\s+{_NAME}){{0,6}}"

_SEPARATOR: Final = re.compile(r"\s*(?:[|/,;·•]|\s[-–—]\s|–|—|\b(?:via|for|through)\b|\()\s*")
_PART: Final = re.compile(rf"(?:(?i:{AGENCY})|{_NAMES})(?:\s+(?i:photo|images?|file))?")
_IS_AGENCY: Final = re.compile(AGENCY, re.IGNORECASE)
_ENDS_WITH_AGENCY: Final = re.compile(rf"(?:\b(?:Images|Photo)|/\s?(?i:{AGENCY}))$")
# "Photo credit: …", "Image source, …", "Photo by …", "© …": a mark, and after it only names.
_MARK: Final = one_of(
    r"""
    (?i:PHOTO(?:\s+(?:credit|source|courtesy|by|via|from|copyright|supplied|provided))*)\s*[:©|]
    (?i:image source),
    (?i:image copyright)\s
    (?i:(?:(?:featured|lead|main|header|cover|top)\s)?PHOTO\s+(?:by|courtesy(?:\s+of)?|credit))\s
    ©
    (?i:copyright)\s+©?
    (?i:courtesy(?:\s+of)?)[:\s]
    """,
    PHOTO=_PHOTO,
)
_MARKED: Final = re.compile(
    rf"[(\[]?\s*{_MARK}\s*(?i:(?:courtesy|by|via|from|of|the|©)\s+)*(?P<names>[^.!?]{{1,100}})[.)\]]*"
)
_RIGHTS: Final = re.compile(rf"\([cC]\)\s+(?:(?i:{AGENCY})|{_NAME}(?:\s+{_NAME}){{1,6}})\.?")
_BRACKETED: Final = re.compile(rf"[(\[]\s*(?i:{_PHOTO})\b.{{0,100}}[)\]]\.?")
_REPORT: Final = compile_phrases(r"""
    # who reported, wrote, translated
    [(\[]?(?:additional |with )?(?:reporting|writing|editing|research|production) (?:by|from)\b.{1,300}
    [(\[]?(?:compiled|translated) (?:by|from)\b.{1,300}
    [(\[]?[^.]{2,100} contributed (?:to this (?:report|story|article)|reporting)[^.]{0,60}[)\].]*
    # whose report it is
    [(\[]?with (?:inputs?|files|material|reporting) from .{1,80}
    [(\[]?(?:dpa|afp|ap|reuters|epd|kna|sid)(?:[-/](?:dpa|afp|ap|reuters|\w{2,4})){0,5}[)\].]*
""")
_BRACKETED_NAMES: Final = re.compile(rf"[(\[]{_NAMES}\s?[/|]\s?{_NAMES}[)\]]\.?")
_BEHIND_STOP: Final = re.compile(r"[a-z]\.\s+\|\s")
# What a caption can end with; capitals count.
_INLINE: Final = one_of(
    r"""
    # Photo: Jane Roe
    [\s(\[](?i:PHOTO(?:\s+(?:credit|source|courtesy|by))?\s*:)\s*[^.!?]{2,80}[.)\]]*
    # (AP Photo/Jane Roe)
    [(\[](?i:ap photo|photo|file|image|pool|handout|kcna|screenshot)\b[^()\[\]]{0,80}[)\]]
    # (Picture by Jane Roe)
    [(\[](?i:PHOTO\s+(?:courtesy(?:\s+of)?|by|from))\s[^()\[\]]{2,60}[)\]]
    # (Jane Roe/Example Herald)
    [(\[]NAMES\s?/\s?NAMES[)\]]
    # behind the stop: Courtesy Example Museum
    [.!?)]\s+(?:Photo )?[Cc]ourtesy(?: of)?:? NAMES
    # behind the stop: Shutterstock/janeroe
    [.!?]\s+(?i:AGENCY)\s?/\s?[\w. -]{2,40}
    # | Jane Roe/AP Photo
    \|\s?NAMES\s?/\s?(?i:AGENCY)(?:\s?/?\s?NAMES)*
    # (Jane Roe/AFP via pool)
    [(\[][^()\[\]]{2,60}[/|]\s?(?i:AGENCY)(?:\s[^()\[\]]{1,30})?[)\]]
    # REUTERS/Jane Roe
    \s(?:REUTERS|AFP|EPA|AP|KCNA|dpa)\s?/\s?NAMES
    # © Jane Roe
    \s©\s?[^.!?]{2,60}
    # behind the stop: Jane Roe/AFP/Getty Images
    [.!?”\"]\s*NAMES\s?/\s?(?i:AGENCY)(?:\s?/\s?NAMES)*(?:\s(?i:files?|photo|pool))?
    """,
    PHOTO=_PHOTO,
    AGENCY=AGENCY,
    NAMES=_NAMES,
)
_ENDS_WITH_CREDIT: Final = re.compile(rf"{_INLINE}[.\s]*$")


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
    if _BRACKETED_NAMES.fullmatch(words):
        return True
    if _BEHIND_STOP.search(words):
        return False
    if marked := _MARKED.fullmatch(words):
        names = marked["names"].strip(" ()[]©")
        return names.count(" ") < _FEW_WORDS or all(_PART.fullmatch(part) for part in _parts(names))
    return _lists_agencies(words.strip(" ()[]©."))


def is_agency(words: str) -> bool:
    """Whether a line is the name of one agency and nothing more, which may be whose picture or whose report it is."""
    return _IS_AGENCY.fullmatch(words) is not None


def is_bracketed_photo_credit(words: str) -> bool:
    """Whether a credit stands in brackets with a word for picture in it, as "(Photo: …)"."""
    return _BRACKETED.fullmatch(words) is not None


def ends_with_credit(words: str) -> bool:
    """Whether a paragraph ends with a picture's credit and so is a caption."""
    tail = words[-_LONGEST:]
    may_end_so = any(mark in tail for mark in (*":/|©([", "ourtesy"))
    return may_end_so and _ENDS_WITH_CREDIT.search(tail) is not None


def _lists_agencies(words: str) -> bool:
    parts = _parts(words)
    if not all(_PART.fullmatch(part) for part in parts):
        return False
    if len(parts) == 1:
        return _IS_AGENCY.fullmatch(words) is not None or _ENDS_WITH_AGENCY.search(words) is not None
    return "|" in words or any(_IS_AGENCY.fullmatch(part) for part in parts)


def _parts(words: str) -> list[str]:
    return [part.strip(" .)") for part in _SEPARATOR.split(words)]
