"""Which news agencies an article credits: in a dateline, a byline, a line that says who reported, or behind its end.

The credit of a picture is none: who took the picture did not write the words.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from workbench.articles.credits import is_report_credit
from workbench.articles.model import Article, Block
from workbench.articles.phrases import one_of
from workbench.vocabulary import BlockKind

_AGENCY: Final = one_of(r"""
    (?:The )?Associated Press
    AP
    Agence France[- ]Presse
    AFP
    Reuters|REUTERS
    UPI
    United Press International
    dpa|DPA
    EFE
    ANSA
    Xinhua
    Yonhap
    Kyodo(?: News)?
    Jiji(?: Press)?
    Interfax
    TASS|Tass
    RIA Novosti
    KCNA
    PA Media
    Press Association
    Ukrinform
    Anadolu(?: Agency)?
    Bloomberg(?: News)?
""")
_SAME_AGENCY: Final = {
    "the associated press": "ap",
    "associated press": "ap",
    "agence france-presse": "afp",
    "agence france presse": "afp",
    "united press international": "upi",
    "press association": "pa media",
    "kyodo news": "kyodo",
    "jiji press": "jiji",
    "anadolu agency": "anadolu",
    "bloomberg news": "bloomberg",
}
_KNOWN: Final = re.compile(rf"(?<!\w)(?:{_AGENCY})(?!\w)")
_DASH: Final = r"\s*[-‐‑‒–—―_]"  # some wires send "_" for a dash
# "KHASAN, Russia, Sept. 12 (Halyard) –": after a place in capitals any name of up to three words is an agency's.
_CAPITALS: Final = "[A-ZÀ-ÖØ-Þ]{2,}"
_AFTER_PLACE: Final = re.compile(
    rf"\s*{_CAPITALS}(?:[ .'’-]+{_CAPITALS})*(?:, [^()\n]{{1,50}})?\s\((?P<name>[^\W\d_]\w*(?:[ -]\w+){{0,2}})\){_DASH}"
)
# "(Reuters) –", "Moscow (AP) –"
_KNOWN_AGENCY: Final = re.compile(rf"\s*(?:[^\W\d_][^()\n]{{0,60}}\s)?\((?P<name>{_AGENCY})\){_DASH}")
# "By Jane Roe, Reuters" and "Associated Press" are bylines below the headline, and a picture's credit elsewhere.
_BYLINE: Final = re.compile(rf"(?:[Bb]y|BY) .+|{_AGENCY}")
_HEAD: Final = frozenset({BlockKind.TITLE, BlockKind.DATELINE})
_FIRST_BLOCKS: Final = 3  # of the body, in which a dateline can stand
_LONGEST_DATELINE: Final = 160
# "… before the gates were lifted. (Reuters)": at the end of the article, behind a stop.
_AT_END: Final = re.compile(rf"[.!?…][\"”’']?\s*[(\[](?P<name>{_AGENCY})[)\]]\.?\s*$")
_LONGEST_END: Final = 60


class CreditPlace(StrEnum):
    """Where an article credits an agency with its words."""

    DATELINE = "dateline"
    BYLINE = "byline"
    REPORTED_BY = "line that says who reported"
    END = "last line"


class AgencyCredit(NamedTuple):
    """An agency that is credited: its key, its name as the article writes it, and where."""

    key: str
    name: str
    place: CreditPlace


def agency_credits(articles: Iterable[Article], known: Iterable[str] = ()) -> dict[str, tuple[AgencyCredit, ...]]:
    """Return for each article's key the agencies it credits, each where it does so first.

    An agency that no list knows is recognised by a dateline; then it is found in the bylines of the others too, as
    are those `known` from elsewhere.
    """
    articles = list(articles)
    datelines = {article.sha256: _dateline_names(article) for article in articles}
    found = {name for names in datelines.values() for name in names} | set(known)
    names = sorted(found, key=lambda name: (-len(name), name))
    wanted = re.compile("|".join([rf"(?<!\w){re.escape(name)}(?!\w)" for name in names] + [_KNOWN.pattern]))
    return {
        article.sha256: _first_of_each(
            [
                *((name, CreditPlace.DATELINE) for name in datelines[article.sha256]),
                *_credited_names(article, wanted),
                *((name, CreditPlace.END) for name in _names_at_end(article)),
            ]
        )
        for article in articles
    }


def agency_key(name: str) -> str:
    """Return the key under which two writings of one agency's name are the same."""
    plain = " ".join(name.casefold().split())
    return _SAME_AGENCY.get(plain, plain)


def _first_of_each(credited: list[tuple[str, CreditPlace]]) -> tuple[AgencyCredit, ...]:
    found: dict[str, AgencyCredit] = {}
    for name, place in credited:
        found.setdefault(agency_key(name), AgencyCredit(agency_key(name), name, place))
    return tuple(found.values())


def _dateline_names(article: Article) -> list[str]:
    body = [block for block in article.blocks if block.kind is BlockKind.BODY][:_FIRST_BLOCKS]
    datelines = [block for block in article.blocks if block.kind is BlockKind.DATELINE]
    starts = [article.text[block.start : min(block.end, block.start + _LONGEST_DATELINE)] for block in datelines + body]
    found = [_KNOWN_AGENCY.match(start) or _AFTER_PLACE.match(start) for start in starts]
    return [match["name"] for match in found if match]


def _names_at_end(article: Article) -> list[str]:
    last = [block for block in article.blocks if block.kind is BlockKind.BODY][-1:]
    ends = [article.text[max(block.start, block.end - _LONGEST_END) : block.end] for block in last]
    return [match["name"] for match in map(_AT_END.search, ends) if match]


def _credited_names(article: Article, wanted: re.Pattern[str]) -> Iterator[tuple[str, CreditPlace]]:
    lines = [(article.byline or "", CreditPlace.BYLINE)]
    above: BlockKind | None = None
    for block in article.blocks:
        if _is_byline(article, block, above):
            is_head = block.kind is BlockKind.DATELINE or above in _HEAD
            place = CreditPlace.BYLINE if is_head else CreditPlace.REPORTED_BY
            lines.append((article.text[block.start : block.end], place))
        above = block.kind
    return ((match.group(), place) for line, place in lines for match in wanted.finditer(line))


def _is_byline(article: Article, block: Block, above: BlockKind | None) -> bool:
    """Whether a block (below one of kind `above`) says who reported or wrote, and not who took a picture."""
    if block.kind is BlockKind.DATELINE:
        return block.end - block.start <= _LONGEST_DATELINE
    if block.kind is not BlockKind.CREDIT:
        return False
    line = " ".join(article.text[block.start : block.end].split())
    return is_report_credit(line) or (above in _HEAD and _BYLINE.fullmatch(line) is not None)
