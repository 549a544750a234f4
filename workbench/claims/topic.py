"""Where a claim stands in its article: how early, how near to the headline, how near to what the article is about."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from workbench.claims import cues
from workbench.claims.reading import SentenceView
from workbench.vocabulary import BlockKind

_WORD: Final = re.compile(r"\w+")
_LONGEST_HEADLINE: Final = 500
_LEAST_LETTERS: Final = 4
_STEM: Final = 6  # letters: “announced” and “announcement”, “Russia” and “Russian” are one word here
_EMPTY: Final = cues.AUXILIARIES | cues.PREPOSITIONS | cues.CLAUSE_BREAKS | cues.DETERMINERS | cues.REPORTING


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands.

    Attributes:
        position: how many sentences of the body with claims stand before it; None outside the body.
        headline: what share of the headline's words it holds, 0 to 1.
        centrality: how much it speaks of what the article speaks of, 1 for the sentence that does most.
    """

    position: int | None
    headline: float = 0.0
    centrality: float = 0.0


class Topic:
    """What an article is about: the words of its headline, and in how many of its sentences each word stands."""

    def __init__(self, title: str, views: Sequence[SentenceView]) -> None:
        """Read all `views` of an article; its headline is `title`, or what stands in its blocks of that kind."""
        headline = title or " ".join(view.text for view in views if view.kind is BlockKind.TITLE)
        self._headline = _stems(_WORD.findall(headline[:_LONGEST_HEADLINE].casefold()))
        self._stems = [_stems(view.forms) if view.kind in _SPEAKING else frozenset() for view in views]
        self._words = [len(view.words) for view in views]
        counts = Counter(chain.from_iterable(self._stems))
        self._shared = {stem: count - 1 for stem, count in counts.items() if count > 1}
        self._masses = [self._mass(stems) for stems in self._stems]
        self._most = max(self._masses, default=0)

    def place(self, view: SentenceView, position: int | None) -> Place:
        """Return the place of a sentence, or of a part of one."""
        stems, mass = self._stems[view.index], self._masses[view.index]
        if len(view.words) != self._words[view.index]:
            stems = _stems(view.forms)
            mass = self._mass(stems)
        headline = len(stems & self._headline) / len(self._headline) if self._headline else 0.0
        return Place(position, headline, mass / self._most if self._most else 0.0)

    def _mass(self, stems: frozenset[str]) -> int:
        return sum([self._shared[stem] for stem in stems if stem in self._shared])


_SPEAKING: Final = frozenset({BlockKind.BODY, BlockKind.CAPTION})


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in words if len(word) >= _LEAST_LETTERS and word not in _EMPTY])
