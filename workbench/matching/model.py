"""What matching yields: places that may speak to a claim, and what differs there."""

from dataclasses import dataclass
from typing import TypeAlias

from workbench.matching.periods import Period
from workbench.matching.quantities import Quantity
from workbench.vocabulary import AnchorState, Facet, QuoteVariantKind, Relation, SharedOrigin

Value: TypeAlias = Quantity | Period | str
"""What words were read as: a quantity, a date or time, or the name of what they stand for; `str()` shows it."""


@dataclass(frozen=True, slots=True)
class SourceMatch:
    """Sentences of one article that may state a text, as a set; `score` from 0 to 100, best first in any list.

    `state` says how surely the words themselves stand there: `exact` verbatim (but for quotes, dashes and spaces),
    `relocated` lightly edited, `ambiguous` several places do equally well, `orphaned` the words do not stand there
    (a paraphrase at best).
    """

    sentences: tuple[int, ...]
    score: float
    state: AnchorState


@dataclass(frozen=True, slots=True)
class CarriedAnchor:
    """Where words of one text stand in another: `start`..`end` in code points, half-open; None where that is open.

    `candidates` are the places that were not chosen among, where the state is `ambiguous` or the words stood in
    several places before.
    """

    state: AnchorState
    start: int | None = None
    end: int | None = None
    candidates: tuple[tuple[int, int], ...] = ()

    @property
    def span(self) -> tuple[int, int] | None:
        """The place, if there is one."""
        return None if self.start is None or self.end is None else (self.start, self.end)


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """What became of a claim of the older version of an article in the newer one.

    Attributes:
        older: the claim's key.
        state: how surely its words stand in the newer version.
        newer: the key of the claim that it is there; None where it could not be placed.
        start, end, text: the place and the words of that claim; None without one.
        sentences: the sentences of the newer version that it touches.
        candidates: places that do equally well, where the state is `ambiguous`.
        differs: in what the words at the place say something else than the older ones.
    """

    older: str
    state: AnchorState
    newer: str | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    sentences: tuple[int, ...] = ()
    candidates: tuple[tuple[int, int], ...] = ()
    differs: tuple[Facet, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether what people decided about the older claim holds for the newer one."""
        return self.newer is not None and not self.differs


@dataclass(frozen=True, slots=True)
class CarriedSentence:
    """The sentences of the newer version in which one sentence (a number) of the older one stands; none if nowhere."""

    older: int
    state: AnchorState
    newer: tuple[int, ...] = ()
    differs: tuple[Facet, ...] = ()

    @property
    def carries(self) -> bool:
        """Whether what was said of the older sentence holds for the newer ones."""
        return bool(self.newer) and not self.differs


@dataclass(frozen=True, slots=True)
class VersionChange:
    """From one version of an article to the next (keys): what became of its claims and its sentences.

    `added` counts the sentences of the newer version that speak for it and say something that the older did not.
    """

    newer: str
    older: str
    added: int
    claims: tuple[CarriedClaim, ...]
    sentences: tuple[CarriedSentence, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """The key of something in an index, and how well it answers the query, 0 to 100."""

    key: str
    score: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Aligned words of two passages that do not say the same.

    `a` and `b` are the words; the spans are their places in the two passages, in code points, half-open. A side
    that has nothing there is "" with an empty span. `a_value` and `b_value` are what the words were read as: 13,000
    for "13 thousand", 2019-04-25 for "April 25, 2019", North Korea for "Pyongyang"; None where there is no such value.
    """

    facet: Facet
    a: str
    b: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_value: Value | None = None
    b_value: Value | None = None

    def mirrored(self) -> "Difference":
        """Return the same difference as seen from the other passage."""
        return Difference(
            self.facet,
            self.b,
            self.a,
            self.b_start,
            self.b_end,
            self.a_start,
            self.a_end,
            self.b_value,
            self.a_value,
        )

    def told(self) -> tuple[str, str]:
        """Return what either side says, with the value where the words alone do not show it: "13 thousand (13,000)"."""
        return _told(self.a, self.a_value), _told(self.b, self.b_value)


def _told(words: str, value: Value | None) -> str:
    if value is None:
        return words
    helps = value.casefold() != words.casefold() if isinstance(value, str) else value.adds_to(words)
    return f"{words} ({value})" if helps else words


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two passages side by side: how alike (0 to 100), what differs, and what a person may want to record."""

    similarity: float
    differences: tuple[Difference, ...]
    suggestion: Relation | None
    reason: str


@dataclass(frozen=True, slots=True)
class AlignedWord:
    """A word of one quotation and what stands in its place in another, each at its place in its own passage.

    None on a side that has nothing there. `same` says that both are one word, but for case, accents and punctuation.
    """

    a: tuple[int, int] | None
    b: tuple[int, int] | None
    same: bool

    def mirrored(self) -> "AlignedWord":
        """Return the same as seen from the other quotation."""
        return AlignedWord(self.b, self.a, self.same)


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """Two quotations that render one utterance: how the one differs from the other, word by word, and why it is so.

    `a` and `b` are the places of what is quoted, without its quotation marks, in the two passages (code points,
    half-open). A quotation that "he said" interrupts is one, from its first word to its last; `words` are those quoted.
    """

    kind: QuoteVariantKind
    a: tuple[int, int]
    b: tuple[int, int]
    words: tuple[AlignedWord, ...]
    reason: str

    def mirrored(self) -> "QuoteVariant":
        """Return the same variant as seen from the other passage."""
        words = tuple(word.mirrored() for word in self.words)
        return QuoteVariant(self.kind, self.b, self.a, words, self.reason)


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that two articles share near-verbatim; `words` is how many of its words are the same in both.

    It stands at `a_start`..`a_end` of the text of article `a_article` and at `b_start`..`b_end` of that of
    `b_article` (keys; offsets in code points, half-open). Words between may have been edited.
    """

    a_article: str
    b_article: str
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Articles (their keys, ascending) that go back to one origin, and why; `passages` show it where words do.

    `name` is who is credited or who asserts, as the articles write it; "" where the words are what is shared.
    """

    articles: tuple[str, ...]
    kind: SharedOrigin
    reason: str
    name: str = ""
    passages: tuple[SharedPassage, ...] = ()
