"""Whether a full stop behind an abbreviation, an initial or an acronym also ends the sentence.

What stands before the stop settles most cases (a title never ends a sentence, a number sign waits for its number), what
follows it settles others (a word that, with a capital, opens a sentence). About the rest nupunkt's orthographic
statistics (Kiss and Strunk 2006) are asked, which see the two words alone.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, Protocol

from workbench.articles.openers import first_word, opens_sentence
from workbench.articles.phrases import words_of

_LONGEST_ASKED: Final = 40
_CAPITAL: Final = "[A-ZÀ-Þ]"

_BEFORE_NAMES: Final = words_of("""
    Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Hon Ste Mt Ft Sen Sens Rep Reps Gov Govs Lt Ret Pres Amb Atty Supt Det Insp
    Gen Brig Col Sgt Maj Capt Cmdr Cdr Adm Cpl Pfc Pvt Spc Hr Sr Sra Mme Mlle Msgr Treas Secy
    mr mrs dr prof sen rep gov gen lt col capt sgt v vs ca cf viz e.g i.e E.g I.e z.B d.h u.a bzw
""")
_BEFORE_NUMBERS: Final = words_of("""
    No Nos no nos Nr Vol Vols vol Art Arts Fig Figs fig Sec Secs Ch Chap p pp para paras N° Nº n° nº Op Tel Ext
""")
_BEFORE_DAYS: Final = words_of(
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat"
)
_COMPANIES: Final = words_of("Inc Corp Co Cos Ltd Bros Plc Pty Assn Assoc Cie inc corp co cos ltd bros assn assoc")
_OTHERS: Final = words_of("""
    Dept Depts Div Univ Mfg Intl Natl Govt Comm Jr Esq dept depts govt intl natl univ mfg est etc approx incl resp
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
    Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta St Ave Blvd Rd Hwy Pkwy Sq Bldg st ave blvd rd
    Str ft oz lb lbs mph km kg cm sq cu tsp hr hrs yrs eds al Ph.D Sc.D M.Sc
""")
_KNOWN: Final = _BEFORE_NAMES | _BEFORE_NUMBERS | _BEFORE_DAYS | _COMPANIES | _OTHERS
_CONTINUER: Final = words_of("""
    International Industries Chairman Chairwoman Chair President Chief CEO CFO Vice Executive Director Spokesman
    Spokeswoman Manager Partner Founder Treasurer Secretary Ambassador Attorney General Senator Class Inc Co
    Corp Ltd Bros
""")
_LAST_WORD: Final = re.compile(r"[^\s(\[{“\"‘«/—–-]+$")
_INITIAL: Final = re.compile(rf"[a-z]|{_CAPITAL}(?:\.-?{_CAPITAL})*")
_LETTER_AS_NAME: Final = re.compile(
    r"\b(?:(?:Plan|Vitamin|Hepatitis|Group|Grade|Type|Class|Category|Schedule|Exhibit|Title|Section|War|Part|Series|"
    rf"Model|Appendix|Phase|Level|Malcolm|vitamin|hepatitis|type|grade|option)\s+{_CAPITAL}|(?:and|or|than|am)\s+I)$"
)
_ACRONYM: Final = re.compile(r"(?:[A-Za-z]\.){1,8}\s?[A-Za-z]")
_WITHOUT_VOWEL: Final = re.compile(r"[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz]{2,6}")
_TIME_OF_DAY: Final = re.compile(r"\b[apAP]\.\s?[mM]$")
_FRONTED_TIME: Final = re.compile(
    r"(?:At|By|Around|About|Before|After|Until|From|Since|Shortly|Just|Between)\b[^.!?]{0,40}[apAP]\.\s?[mM]"
)
_REST_OF_TIME: Final = re.compile(
    r"\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b|[A-Z]{2,5}\b|[A-Z]\.[A-Z]|"
    r"Jan|Feb|Mar(?:ch\b|\.)|Apr|May\b|June?\b|July?\b|Aug|Sep|Oct|Nov|Dec|"
    r"Eastern|Central|Pacific|Mountain|Greenwich|British|Standard|Daylight|Local|(?:\w+\s){1,2}[Tt]ime\b)"
)
_VERB_SOON: Final = re.compile(
    r"(?:[A-Z][\w’'&-]*\s+){1,3}(?:said|says|is|was|are|were|has|have|had|will|would|can|could|may|might|did|does)\b"
)
_NUMBER: Final = re.compile(r"[\"'“‘«„(\[]*[\d#§]")


def is_abbreviated(word: str) -> bool:
    """Whether `word`, which a full stop follows, is also written with one inside sentences."""
    if len(word) > _LONGEST_ASKED:
        return False
    forms = (_ACRONYM, _INITIAL, _WITHOUT_VOWEL)
    return word in _KNOWN or word.capitalize() in _KNOWN or any(form.fullmatch(word) is not None for form in forms)


def last_word(before: str) -> str:
    """Return the word at the end of `before`, without what opens it; "" if there is none."""
    words = before.rsplit(None, 1)
    if not words or words[-1].isalpha():
        return words[-1] if words else ""
    match = _LAST_WORD.search(words[-1])
    return match[0].lstrip("'") if match else ""


def ends_sentence_too(before: str, after: str) -> bool:
    """Whether the stop between `before`, which ends with an abbreviation, and `after` ends a sentence.

    Args:
        before: the sentence up to the stop, or its last part.
        after: what follows the blank behind the stop; it does not begin with a small letter.
    """
    word = last_word(before)
    if len(word) > 1 and word.isupper() and word.isalpha():
        if not first_word(after).isupper() and word.capitalize() not in _COMPANIES:
            return True  # a name in capitals, as "the SEC", and no abbreviation
        word = word.capitalize()
    if word in _BEFORE_NAMES:
        return False
    if word in _BEFORE_NUMBERS:
        return _NUMBER.match(after) is None
    if after[0] in "-–—":
        return False  # "FAIRVIEW, Wis. — The …"
    if word in _BEFORE_DAYS:
        return not after[0].isdigit()
    if _TIME_OF_DAY.search(before):
        return _REST_OF_TIME.match(after) is None and _FRONTED_TIME.fullmatch(before.lstrip()) is None
    if opens_sentence(after) or word == "etc":
        return True
    if len(word) == 1 or word in {"St", "st"}:
        return _LETTER_AS_NAME.search(before) is not None
    return _is_followed_by_sentence(word, after)


def _is_followed_by_sentence(word: str, after: str) -> bool:
    following = first_word(after)
    if not following or following in _CONTINUER or following[0].isdigit():
        return False
    if word in _COMPANIES and _VERB_SOON.match(after):
        return True
    asked = word if _WITHOUT_VOWEL.fullmatch(word) and word not in _KNOWN else "Inc"
    return _statistics_end_sentence(asked, following[:_LONGEST_ASKED])


class _Tokenizer(Protocol):
    def span_tokenize(self, text: str) -> Iterable[tuple[int, int]]: ...


@lru_cache(maxsize=8192)
def _statistics_end_sentence(word: str, following: str) -> bool:
    text = f"by {word}. {following} x"
    return any(end == len(word) + 4 for _, end in _tokenizer().span_tokenize(text))


@cache
def _tokenizer() -> _Tokenizer:
    from nupunkt import load  # slow to import, and only reading needs it

    tokenizer: _Tokenizer = load("default")
    return tokenizer
