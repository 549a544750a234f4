"""Which news agencies an article credits with its words: in a dateline, a byline, or a line that says who reported.

The credit of a picture is none: who took the picture did not write the words.
"""

import re
from collections.abc import Iterable
from typing import Final

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


def agency_credits(articles: Iterable[Article]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for each article's key the agencies it credits: a key for each, and the name as the article writes it.

    An agency that no list knows is recognised by a dateline; then it is found in the bylines of the others too.
    """
    articles = list(articles)
    datelines = {article.sha256: _dateline_names(article) for article in articles}
    names = sorted({name for found in datelines.values() for name in found}, key=lambda name: (-len(name), name))
    wanted = re.compile("|".join([rf"(?<!\w){re.escape(name)}(?!\w)" for name in names] + [_KNOWN.pattern]))
    return {
        article.sha256: _keyed([*datelines[article.sha256], *_credited_names(article, wanted)]) for article in articles
    }


def _keyed(names: list[str]) -> tuple[tuple[str, str], ...]:
    """Return the names with the key under which two writings of one agency are the same, each agency once."""
    found: dict[str, str] = {}
    for name in names:
        plain = " ".join(name.casefold().split())
        found.setdefault(_SAME_AGENCY.get(plain, plain), name)
    return tuple(found.items())


def _dateline_names(article: Article) -> list[str]:
    body = [block for block in article.blocks if block.kind is BlockKind.BODY][:_FIRST_BLOCKS]
    datelines = [block for block in article.blocks if block.kind is BlockKind.DATELINE]
    starts = [article.text[block.start : min(block.end, block.start + _LONGEST_DATELINE)] for block in datelines + body]
    found = [_KNOWN_AGENCY.match(start) or _AFTER_PLACE.match(start) for start in starts]
    return [match["name"] for match in found if match]


def _credited_names(article: Article, wanted: re.Pattern[str]) -> list[str]:
    lines = [article.byline or ""]
    above: BlockKind | None = None
    for block in article.blocks:
        if _is_byline(article, block, above):
            lines.append(article.text[block.start : block.end])
        above = block.kind
    return [match.group() for line in lines for match in wanted.finditer(line)]


def _is_byline(article: Article, block: Block, above: BlockKind | None) -> bool:
    """Whether a block (below one of kind `above`) says who reported or wrote, and not who took a picture."""
    if block.kind is BlockKind.DATELINE:
        return block.end - block.start <= _LONGEST_DATELINE
    if block.kind is not BlockKind.CREDIT:
        return False
    line = " ".join(article.text[block.start : block.end].split())
    return is_report_credit(line) or (above in _HEAD and _BYLINE.fullmatch(line) is not None)
