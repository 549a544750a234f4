"""The patterns that numbers are found by, in digits or words, with their currency, percent or unit."""

import re
from typing import Final

from workbench.matching import units
from workbench.matching.number_words import A_FEW, ORDINALS, PART, SCALES, SPELLED, VAGUE

_LONG_SCALE: Final = "|".join(sorted((word for word in SCALES if len(word) > 1), key=len, reverse=True))
NUMBER: Final = re.compile(
    rf"""(?<![\w.,:$€£¥])(?P<currency>{units.CURRENCY_BEFORE}\s?)?
    (?:
        (?:(?P<h>\d{{1,2}}+):)?(?P<m>\d{{1,2}}+):(?P<s>\d\d\.\d++)(?![\w:]|\.\d)
        | (?P<sign>[-−](?=[\d.]))?
        (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}}(?!\d))++(?:\.\d++)?|\d++(?:\.\d++)?)(?![:,]\d)
            (?:[\s-](?P<over>[1-9])/(?P<under>[2-9])(?![\d/])|(?P<glyph>[½⅓⅔¼¾]))?
            (?P<ordinal>(?:st|nd|rd|th)\b)?(?:(?:[\s-]?(?P<scale>{_LONG_SCALE})s?|(?P<letter>[kmb]))\b)?
        | \b(?P<part>{PART})
        | \b(?P<vague>{A_FEW}|{VAGUE})\b
        | \b(?P<words>{SPELLED})\b
        | \b(?P<ranked>{"|".join(ORDINALS)})\b
    )
    (?P<percent>\s?%|[\s-]per\s?cent(?:age)?\b(?!\s+points?)|\s?pct\b(?!\s+points?))?
    (?P<money>[\s-]{units.CURRENCY_AFTER}\b)?
    (?P<unit>[\s-]?{units.UNIT}(?!\w))?""",
    re.VERBOSE | re.IGNORECASE,
)
TO: Final = re.compile(r"\s?[-–—]\s?|\s+(?P<word>to|or|and)\s+", re.IGNORECASE)
BETWEEN: Final = re.compile(r"\bbetween\s+$", re.IGNORECASE)
FROM: Final = re.compile(r"\bfrom\s+$", re.IGNORECASE)
# "Section 38" counts nothing; "a bitter one", "no one" is no number.
LABELLED: Final = re.compile(
    r"\b(?:section|article|chapter|page|no\.|room|flight|route|highway|version|figure|clause|resolution|channel"
    r"|primary|grade|gate|platform|amendment|docket)s?\s+$",
    re.IGNORECASE,
)
PRONOUN_BEFORE: Final = re.compile(
    r"\b(?:no|any|every|some|each|this|that|which|the|an?\s+[\w-]+|another)\s+$", re.IGNORECASE
)
NOUN_AFTER: Final = re.compile(
    r"[\s-]+(?!(?:is|was|has|had|can|will|would|could|should|may|might|must|who|that|which|and|or|but|to|for|by|as|at"
    r"|with|from|took|knows?|said|says|another|can't|doesn't)\b)[^\W\d_]"
)
