"""Whether an article is a newer version of another: by the address of its page, or else by its name and its words."""

from datetime import UTC, date, datetime
from itertools import islice
from typing import Final

from workbench.articles.addresses import canonical_address
from workbench.articles.model import Article
from workbench.matching.tokens import tokenize

_MOSTLY: Final = 0.5  # share of the shorter text's runs of words that the longer one must hold
_RUN: Final = 3  # words in a run: fewer are shared by chance (Broder 1997 takes four and more for whole pages)


def is_newer_version(article: Article, known: Article) -> bool:
    """Whether `article`, which was read later than `known`, is the same page as it stood at another time.

    Where both have an address of their own, that alone decides. Otherwise the file must have the same name, mostly the
    same words, and no other publisher: outlets that print one agency's text write no versions of each other.
    """
    if article.sha256 == known.sha256 or _is_earlier(article.published, known.published):
        return False
    ours, theirs = canonical_address(article.url), canonical_address(known.url)
    if ours and theirs:
        return ours == theirs
    if article.name.casefold() != known.name.casefold() or _differ(article.publisher, known.publisher):
        return False
    return containment(article.text, known.text) >= _MOSTLY


def containment(a: str, b: str) -> float:
    """Return which share of the shorter text's runs of three words the other text holds, 0 to 1."""
    shorter, longer = sorted((_runs(a), _runs(b)), key=len)
    return len(shorter & longer) / len(shorter) if shorter else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = [word.form for word in tokenize(text)]
    if 0 < len(words) < _RUN:
        return {tuple(words)}
    return set(zip(*(islice(words, start, None) for start in range(_RUN)), strict=False))


def _differ(ours: str | None, theirs: str | None) -> bool:
    return bool(ours and theirs) and (ours or "").casefold() != (theirs or "").casefold()


def _is_earlier(ours: date | None, theirs: date | None) -> bool:
    """Whether it appeared before the other; where one of them gives only the day, the days are compared."""
    if ours is None or theirs is None:
        return False
    if isinstance(ours, datetime) and isinstance(theirs, datetime):
        return _in_utc(ours) < _in_utc(theirs)
    return date(ours.year, ours.month, ours.day) < date(theirs.year, theirs.month, theirs.day)


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
