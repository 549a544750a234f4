"""Two passages laid side by side, word by word: which words are shared, and which stand in each other's place."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import Indel

from workbench.matching.tokens import Token, tokenize

_LONGEST_PASSAGE: Final = 2_000  # words of each side that are compared; alignment costs their product
_LONGEST_TEXT: Final = 40_000  # characters; a word of a megabyte is none
# Whole numbers, so that sums do not depend on the order of words.
_CONTENT_WORD: Final = 4
_FUNCTION_WORD: Final = 1
# Similarity is mostly which words are shared, and a little in what order.
_SHARED_SHARE: Final = 0.7
# On real pairs of news sentences, differences between passages that share less than this are mostly two subjects.
_COMPARABLE: Final = 0.55
_FEWEST_SHARED_WORDS: Final = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """Words `a_from`..`a_to` of one side that stand where words `b_from`..`b_to` stand on the other."""

    a_from: int
    a_to: int
    b_from: int
    b_to: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The aligned words of two passages.

    Attributes:
        a, b: the words of both sides.
        partners: for a word of `a` the word of `b` aligned with it.
        gaps: what lies between aligned words and is not shared.
        order: the share of both sides' words that stand in the same order, 0 to 1.
        similarity: 0 to 100, the same in both directions.
        coverage: the share of the shorter side (in weight of words) that the other holds, 0 to 1.
        shared_words: how many content words both hold.
    """

    a: tuple[Token, ...]
    b: tuple[Token, ...]
    partners: dict[int, int]
    gaps: tuple[Gap, ...]
    order: float
    similarity: float
    coverage: float
    shared_words: int

    @property
    def is_alike(self) -> bool:
        """Whether the passages share enough to speak of the same thing."""
        return self.coverage >= _COMPARABLE and self.shared_words >= _FEWEST_SHARED_WORDS

    def counterparts(self) -> dict[int, int]:
        """Return for a word of `a` the word of `b` aligned with it, or else its only other occurrence."""
        return self.single_places() | self.partners

    def mirrored(self) -> "Alignment":
        """Return the same alignment as seen from the other passage."""
        return replace(
            self,
            a=self.b,
            b=self.a,
            partners={there: here for here, there in self.partners.items()},
            gaps=tuple(Gap(gap.b_from, gap.b_to, gap.a_from, gap.a_to) for gap in self.gaps),
        )

    def single_places(self) -> dict[int, int]:
        """Return for each word that both sides have just once its place in `a`, and that in `b`."""
        once_a, once_b = _single_places(self.a), _single_places(self.b)
        return {once_a[stem]: once_b[stem] for stem in once_a.keys() & once_b.keys()}


def align(a: str, b: str) -> Alignment:
    """Align the words of two passages by their stems (longest common subsequence)."""
    a_words, b_words = tokenize(a, _LONGEST_PASSAGE), tokenize(b, _LONGEST_PASSAGE)
    a_stems, b_stems = [word.stem for word in a_words], [word.stem for word in b_words]
    partners, gaps = _traced(a_stems, b_stems)
    a_masses, b_masses = _masses(a_words), _masses(b_words)
    shared = a_masses & b_masses
    masses = a_masses.total(), b_masses.total()
    similarity = 100.0 if a == b else 0.0
    order = Indel.normalized_similarity(a_stems, b_stems)
    if all(masses):
        dice = 2 * shared.total() / sum(masses)
        similarity = round(100 * (_SHARED_SHARE * dice + (1 - _SHARED_SHARE) * order), 1)
    return Alignment(
        a_words,
        b_words,
        partners,
        tuple(gaps),
        order,
        similarity,
        shared.total() / min(masses) if all(masses) else 0.0,
        sum(mass // _CONTENT_WORD for mass in shared.values()),
    )


def _traced(a_stems: list[str], b_stems: list[str]) -> tuple[dict[int, int], list[Gap]]:
    """Return which words are aligned, and the gaps between them."""
    partners: dict[int, int] = {}
    gaps: list[Gap] = []
    for step in Indel.opcodes(a_stems, b_stems):
        if step.tag == "equal":
            partners.update(
                zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
            )
        elif gaps and (gaps[-1].a_to, gaps[-1].b_to) == (step.src_start, step.dest_start):
            gaps[-1] = Gap(gaps[-1].a_from, step.src_end, gaps[-1].b_from, step.dest_end)
        else:
            gaps.append(Gap(step.src_start, step.src_end, step.dest_start, step.dest_end))
    return partners, gaps


def shortened(text: str) -> str:
    """Return as much of `text` as is compared: up to the end of its 2,000th word, at most 40,000 characters."""
    text = text[:_LONGEST_TEXT]
    words = tokenize(text, _LONGEST_PASSAGE)
    return text if len(words) < _LONGEST_PASSAGE else text[: words[-1].end]


def shared_spans(a: str, b: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of `b` whose content words also stand in `a`, in any inflection; touching words joined."""
    wanted = {word.stem for word in tokenize(a, _LONGEST_PASSAGE) if word.is_content}
    spans: list[tuple[int, int]] = []
    for word in tokenize(b, _LONGEST_PASSAGE):
        if not word.is_content or word.stem not in wanted:
            continue
        if spans and b[spans[-1][1] : word.start].isspace():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return tuple(spans)


def _single_places(words: tuple[Token, ...]) -> dict[str, int]:
    """Return the place of each stem that occurs once."""
    counts = Counter(word.stem for word in words)
    return {word.stem: place for place, word in enumerate(words) if counts[word.stem] == 1}


def _masses(words: tuple[Token, ...]) -> Counter[str]:
    """Return for each stem how much its occurrences weigh together."""
    masses: Counter[str] = Counter()
    for word in words:
        masses[word.stem] += _CONTENT_WORD if word.is_content else _FUNCTION_WORD
    return masses
