"""Which supporting sentences of different articles share their words, so that one was made from the other.

The terms are those of METER (Gaizauskas et al. 2001): verbatim, or rewritten.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final, NamedTuple

from rapidfuzz.distance import LCSseq

from workbench.articles.model import Article, Sentence
from workbench.matching.model import OriginGroup, SharedPassage
from workbench.matching.quotations import quotation_spans
from workbench.matching.supports import Support
from workbench.matching.tokens import tokenize
from workbench.vocabulary import Derivation, SharedOrigin

_VERBATIM: Final = 0.8  # of the shorter sentence's words, in their order
_REWRITTEN: Final = 0.5  # the same, of articles that are copies as a whole
_EDITED: Final = 0.4  # the same, inside one passage that both have
_FEWEST_WORDS: Final = 4  # shared, below which even the same words are chance
_FEWEST_OWN_WORDS: Final = 12  # outside quotations that two articles share by copying only, whatever else they say
_LONGEST: Final = 200  # words of a sentence
_WORD: Final = re.compile(r"\w+")


class SharedWords(NamedTuple):
    """Two articles (keys, the lesser first) share words of their supporting sentences: `share` of the shorter one's."""

    a: str
    b: str
    share: float
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class _Words:
    """The normal forms of a sentence, those of them outside quotation marks, and where it stands."""

    forms: tuple[str, ...]
    own: tuple[str, ...]
    start: int
    end: int


class _Copies:
    """Which articles are copies as a whole, and the passages that each two of them share."""

    def __init__(self, groups: Sequence[OriginGroup]) -> None:
        self._members: dict[str, set[int]] = {}
        self._passages: dict[tuple[str, str], list[SharedPassage]] = {}
        for number, group in enumerate(groups):
            if group.kind is not SharedOrigin.WORDS:
                continue
            for article in group.articles:
                self._members.setdefault(article, set()).add(number)
            for passage in group.passages:
                self._passages.setdefault((passage.a_article, passage.b_article), []).append(passage)

    def are_copies(self, a: str, b: str) -> bool:
        """Whether one has its words from the other, or both have them from a third."""
        return not self._members.get(a, set()).isdisjoint(self._members.get(b, ()))

    def share(self, a: str, x: _Words, b: str, y: _Words) -> bool:
        """Whether sentence `x` of article `a` and `y` of `b` stand in one shared passage."""
        if (b, a) in self._passages:
            a, x, b, y = b, y, a, x
        return any(
            passage.a_start < x.end and x.start < passage.a_end and passage.b_start < y.end and y.start < passage.b_end
            for passage in self._passages.get((a, b), ())
        )


def shared_words(supports: Sequence[Support], groups: Sequence[OriginGroup]) -> tuple[SharedWords, ...]:
    """Return which two articles share words of supporting sentences, for supports in the order of their articles.

    `groups` says which articles are copies as a whole: there a rewritten sentence counts, too. Takes time quadratic
    in the number of supports, a few microseconds for each pair of sentences.
    """
    copies = _Copies(groups)
    read = [(each.article.sha256, [_words(each.article, sentence) for sentence in each.stated]) for each in supports]
    found = (_best(copies, a, b) for a, b in combinations(read, 2))
    return tuple(each for each in found if each is not None)


def taken_over(
    supports: Iterable[Support], groups: Iterable[OriginGroup], wanted: Collection[str]
) -> dict[str, set[str]]:
    """Return for each article's key those of the `wanted` articles that have one of its supporting sentences, too.

    The wanted ones need be no supports: what `groups` show of them are the passages that copies share. So only copies
    are found, and only sentences in passages so little edited that most of the sentence's words must be the same.
    """
    found: dict[str, set[str]] = {}
    read = {support.article.sha256: _Placed(support) for support in supports}
    for passage in (passage for group in groups if group.kind is SharedOrigin.WORDS for passage in group.passages):
        for key, start, end, other in (
            (passage.a_article, passage.a_start, passage.a_end, passage.b_article),
            (passage.b_article, passage.b_start, passage.b_end, passage.a_article),
        ):
            if key in read and other in wanted and read[key].has_sentence_within(start, end, passage.words):
                found.setdefault(key, set()).add(other)
    return found


class _Placed:
    """The supporting sentences of an article, and where its words begin."""

    def __init__(self, support: Support) -> None:
        self._sentences = support.stated
        self._text = support.article.text

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start() for word in _WORD.finditer(self._text)]

    def has_sentence_within(self, start: int, end: int, shared: int) -> bool:
        """Whether a passage of `shared` words holds one of the sentences, whatever else was edited in it."""
        # A sentence's last stop is no part of a passage.
        inside = [each for each in self._sentences if start <= each.start and each.end <= end + len(".”’)")]
        if not inside:
            return False
        edited = self._count(start, end) - shared
        return any(edited <= (1 - _VERBATIM) * self._count(each.start, each.end) for each in inside)

    def _count(self, start: int, end: int) -> int:
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)


def _words(article: Article, sentence: Sentence) -> _Words:
    block = article.block_of(sentence)
    # A quotation may begin or end in another sentence of the paragraph.
    quoted = [(block.start + a, block.start + b) for a, b in quotation_spans(article.text[block.start : block.end])]
    words = tokenize(sentence.text, _LONGEST)
    own = (word.form for word in words if not any(a <= sentence.start + word.start < b for a, b in quoted))
    return _Words(tuple(word.form for word in words), tuple(own), sentence.start, sentence.end)


def _best(copies: _Copies, a: tuple[str, list[_Words]], b: tuple[str, list[_Words]]) -> SharedWords | None:
    """Return what the most alike sentences of two articles share."""
    return max(_shared(copies, a, b), key=lambda each: each.share, default=None)


def _shared(copies: _Copies, a: tuple[str, list[_Words]], b: tuple[str, list[_Words]]) -> Iterator[SharedWords]:
    are_copies = copies.are_copies(a[0], b[0])
    for x in a[1]:
        for y in b[1]:
            shorter = min(len(x.forms), len(y.forms))
            same = LCSseq.similarity(x.forms, y.forms, score_cutoff=max(_FEWEST_WORDS, int(_EDITED * shorter)))
            share = same / shorter if same else 0.0
            if share >= _VERBATIM and (are_copies or _is_long(x, y)):
                yield SharedWords(a[0], b[0], share, Derivation.VERBATIM)
            elif are_copies and share >= (_EDITED if copies.share(a[0], x, b[0], y) else _REWRITTEN):
                yield SharedWords(a[0], b[0], share, Derivation.REWRITE)


def _is_long(x: _Words, y: _Words) -> bool:
    return LCSseq.similarity(x.own, y.own) >= _FEWEST_OWN_WORDS
