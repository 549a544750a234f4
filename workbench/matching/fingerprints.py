"""The words of an article as copies keep them, and the few runs of words by which a copy is recognised.

Winnowing (Schleimer, Wilkerson & Aiken, SIGMOD 2003): of every four neighbouring runs of five words the one with the
least hash is kept, so that two texts that share eight words in a row share a fingerprint, wherever these words stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from workbench.articles.model import Article
from workbench.matching.prepared import SPEAKING_KINDS
from workbench.matching.quotations import quotation_spans
from workbench.matching.tokens import tokenize
from workbench.vocabulary import BlockKind

# A headline is rarely copied with the text, and two short ones can be the same by chance.
_READ_KINDS: Final = SPEAKING_KINDS - {BlockKind.TITLE}
_RUN: Final = 5  # words hashed together
_WINDOW: Final = 4  # neighbouring runs of which one is kept; a shared run of _RUN + _WINDOW - 1 words is always found
_MOST_PLACES: Final = 4  # of one fingerprint in one article; a text that repeats itself says nothing new there


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article that speak for it: no headline, promotion, boilerplate, dateline or credit.

    Attributes:
        forms: the words in their normal forms.
        spans: where each stands in the article's text.
        quoted: for each, whether it stands inside quotation marks.
        fingerprints: for each fingerprint the first places in `forms` where its run of words begins, ascending.
    """

    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    fingerprints: dict[int, list[int]]

    @classmethod
    def of(cls, article: Article) -> "Wording":
        """Return the wording of `article`, in time linear in its length."""
        forms: list[str] = []
        spans: list[tuple[int, int]] = []
        quoted: list[bool] = []
        for block in article.blocks:
            if block.kind not in _READ_KINDS:
                continue
            text = article.text[block.start : block.end]
            words = tokenize(text)
            forms.extend(word.form for word in words)
            spans.extend((block.start + word.start, block.start + word.end) for word in words)
            quoted.extend(_inside([word.start for word in words], list(quotation_spans(text))))
        return cls(tuple(forms), tuple(spans), tuple(quoted), _fingerprints(forms))


def _inside(places: Sequence[int], spans: Sequence[tuple[int, int]]) -> Iterator[bool]:
    """Yield for each of the ascending places whether one of the ascending spans holds it."""
    number = 0
    for place in places:
        while number < len(spans) and spans[number][1] <= place:
            number += 1
        yield number < len(spans) and spans[number][0] <= place


def _fingerprints(forms: Sequence[str]) -> dict[int, list[int]]:
    """Return the runs of words that winnowing keeps: their hashes, and where they begin."""
    hashes = [_hash(forms[start : start + _RUN]) for start in range(len(forms) - _RUN + 1)]
    found: dict[int, list[int]] = {}
    least = -1
    for start in range(len(hashes) - _WINDOW + 1):
        newest = start + _WINDOW - 1
        if least < start:
            # The rightmost of the least, so that the same run is kept for as many windows as can be.
            least = min(range(start, newest + 1), key=lambda place: (hashes[place], -place))
        elif hashes[newest] <= hashes[least]:
            least = newest
        else:
            continue
        places = found.setdefault(hashes[least], [])
        if len(places) < _MOST_PLACES:
            places.append(least)
    return found


def _hash(forms: Sequence[str]) -> int:
    """Return a number for a run of words that is the same in every process."""
    return int.from_bytes(blake2b("\x1f".join(forms).encode("utf-8", "replace"), digest_size=8).digest(), "big")
