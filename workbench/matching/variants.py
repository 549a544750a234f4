"""How two passages render one utterance: the same words, fewer of them, another translation, a paraphrase in quotes.

A variant says how the wording differs and never that the passages contradict one another; what the words say of
numbers, names and denials is compared by `comparing`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Final

from workbench.matching.alignment import align, shortened
from workbench.matching.model import AlignedWord, Difference, QuoteVariant
from workbench.matching.quotations import Quotation, paired_quotations
from workbench.matching.renderings import Rendering
from workbench.matching.turning import Span, turning_words
from workbench.vocabulary import Facet, QuoteVariantKind

Pair = tuple[int, int]
"""The numbers of a word of one rendering and of the word of the other that stands in its place."""

_FEW_CHANGED: Final = 6  # one in so many of the shorter one's words; with more it is another rendering, not a cut one
_SAME_ORDER: Final = 0.6  # share of the words from the first to the last shared one that stand in the same order
_SAME_CONTENT: Final = 0.5  # share of the content words of the side that has fewer
_MOST_TOLD: Final = 3


def quote_variants(a: str, b: str) -> tuple[QuoteVariant, ...]:
    """Return the quotations of two passages that render the same utterance, word by word, in the order of `a`.

    `quote_variants(b, a)` finds the same with the two sides changed over. Of each passage the first 2,000 words and
    40 quotations are looked at.
    """
    a, b = shortened(a), shortened(b)
    if a > b:
        # Of equally good pairs, and below of alignments, some go with the direction: one is chosen for both.
        return tuple(sorted((each.mirrored() for each in quote_variants(b, a)), key=lambda each: each.a))
    alike = a == b or align(a, b).is_alike
    pairs = paired_quotations(a, b, alike=alike)
    return tuple(_variant(Rendering(a, x), Rendering(b, y)) for x, y in pairs)


def wording_differences(a: str, b: str, *, alike: bool) -> list[Difference]:
    """Return the pairs of quotations that render the same words otherwise.

    Where one has the words of the other and more, that is no difference unless what is left out turns its meaning.
    `alike` says that the passages as a whole speak of the same thing; otherwise the quotations must share more.
    """
    return [
        Difference(Facet.QUOTE_WORDING, a[x.start : x.end], b[y.start : y.end], x.start, x.end, y.start, y.end)
        for x, y in paired_quotations(a, b, alike=alike)
        if _is_other_wording(x, y, _variant(Rendering(a, x), Rendering(b, y)).kind)
    ]


def _is_other_wording(x: Quotation, y: Quotation, kind: QuoteVariantKind) -> bool:
    holds = x.holds(y) or y.holds(x)
    return kind is QuoteVariantKind.TURNED or (kind is not QuoteVariantKind.SAME and not holds)


@dataclass(frozen=True, slots=True)
class _Cut:
    """Words of one rendering that the other leaves out; `number` is the word of the other that they would precede."""

    whole: Rendering
    part: Rendering
    words: Span
    number: int

    @property
    def is_signed(self) -> bool:
        return self.part.omits_before(self.number)

    @property
    def is_inside(self) -> bool:
        """Whether the other goes on behind it, and had begun before it."""
        return 0 < self.number < len(self.part.words)

    @property
    def is_evident(self) -> bool:
        """Whether a sign shows it, or the other begins or ends with a whole sentence."""
        border = self.words[0] if self.number else self.words[1]
        return self.is_signed or (not self.is_inside and self.whole.quoted.ends_sentence(border))

    @property
    def stems(self) -> set[str]:
        """The stems of the content words."""
        return {word.stem for word in self.whole.words[slice(*self.words)] if word.is_content}

    def turning(self) -> Span | None:
        """Return which words change what is kept, unless the other passage says them outside its quotation marks."""
        words = turning_words(self.whole.quoted, self.words)
        return None if words is None or self.part.says_beside(self.whole.words[slice(*words)]) else words

    def is_of_note(self) -> bool:
        """Whether more is missing than "and" or "of", which a translator may do without."""
        return self.is_signed or bool(self.stems) or self.turning() is not None


def _variant(x: Rendering, y: Rendering) -> QuoteVariant:
    if x.quoted.text > y.quoted.text:
        return _variant(y, x).mirrored()
    pairs = _pairs(x, y)
    kind, reason = _judged(x, y, pairs)
    return QuoteVariant(kind, (x.start, x.end), (y.start, y.end), tuple(_aligned(x, y, pairs)), reason)


def _pairs(x: Rendering, y: Rendering) -> list[Pair]:
    """Return the words that stand in each other's place, ascending on both sides.

    What is cut from the other is laid on it piece by piece: the longest common subsequence may scatter its words.
    """
    places = _laid(x.pieces(), y.spellings)
    if places is not None:
        return list(enumerate(places))
    places = _laid(y.pieces(), x.spellings)
    if places is not None:
        return [(here, there) for there, here in enumerate(places)]
    return _overlap(x.spellings, y.spellings) or sorted(align(x.quoted.text, y.quoted.text).partners.items())


def _laid(pieces: Iterable[list[str]], words: list[str]) -> list[int] | None:
    """Return for each word of the pieces its place in `words`, which holds them in order; None if it does not."""
    places: list[int] = []
    start = 0
    for piece in pieces:
        found = (at for at in range(start, len(words) - len(piece) + 1) if words[at : at + len(piece)] == piece)
        first = next(found, None)
        if first is None:
            return None
        start = first + len(piece)
        places.extend(range(first, start))
    return places


def _overlap(ours: list[str], theirs: list[str]) -> list[Pair]:
    """Return the words that end one and begin the other, if they are half of either: two cuts from one statement."""
    shorter = min(len(ours), len(theirs))
    for length in range(shorter, (shorter - 1) // 2, -1):
        if ours[-length:] == theirs[:length]:
            return [(len(ours) - length + number, number) for number in range(length)]
        if theirs[-length:] == ours[:length]:
            return [(number, len(theirs) - length + number) for number in range(length)]
    return []


def _gaps(x: Rendering, y: Rendering, pairs: Sequence[Pair]) -> Iterator[tuple[Span, Span]]:
    """Yield the words of both sides between pairs, where there are any."""
    ends = [(-1, -1), *pairs, (len(x.words), len(y.words))]
    for (a_before, b_before), (a_next, b_next) in pairwise(ends):
        if a_next - a_before > 1 or b_next - b_before > 1:
            yield (a_before + 1, a_next), (b_before + 1, b_next)


def _aligned(x: Rendering, y: Rendering, pairs: Sequence[Pair]) -> Iterator[AlignedWord]:
    """Yield all words of both sides in order; those of a gap stand in each other's place from its beginning on."""
    done = 0, 0
    for a, b in [*pairs, (len(x.words), len(y.words))]:
        here, there = (
            [x.place(number) for number in range(done[0], a)],
            [y.place(number) for number in range(done[1], b)],
        )
        for one, other in zip_longest(here, there):
            yield AlignedWord(one, other, same=False)
        if a < len(x.words) and b < len(y.words):
            yield AlignedWord(x.place(a), y.place(b), x.spellings[a] == y.spellings[b])
        done = a + 1, b + 1


def _judged(x: Rendering, y: Rendering, pairs: Sequence[Pair]) -> tuple[QuoteVariantKind, str]:
    """Return what the one rendering is to the other, and why."""
    gaps = list(_gaps(x, y, pairs))
    missing = [cut for gap in gaps for cut in _cuts(x, y, *gap)]
    changed = sum(x.spellings[a] != y.spellings[b] for a, b in pairs) + sum(_changed(x, y, *gap) for gap in gaps)
    cuts = [cut for cut in missing if cut.is_of_note() or not (changed or cut.is_inside)]
    changed += sum(cut.words[1] - cut.words[0] for cut in missing if cut not in cuts)
    if not cuts and not changed:
        return QuoteVariantKind.SAME, _the_same(x, y, gaps)
    if cuts and _FEW_CHANGED * changed <= min(len(x.words), len(y.words)) and _are_only_left_out(cuts, x):
        return _shortened(cuts)
    if _is_parallel(x, y, pairs):
        same = sum(x.spellings[a] == y.spellings[b] for a, b in pairs)
        longer = max(len(x.words), len(y.words))
        return QuoteVariantKind.TRANSLATION, f"{same} of {longer} words the same, in the same order"
    shared, fewer = len(x.stems & y.stems), min(len(x.stems), len(y.stems))
    return QuoteVariantKind.PARAPHRASE, f"{shared} of {fewer} words that carry content in common"


def _changed(x: Rendering, y: Rendering, a: Span, b: Span) -> int:
    """Return how many words stand in each other's place; "chip-set" and "chipset" are the same."""
    ours, theirs = x.spellings[slice(*a)], y.spellings[slice(*b)]
    return max(len(ours), len(theirs)) if ours and theirs and "".join(ours) != "".join(theirs) else 0


def _cuts(x: Rendering, y: Rendering, a: Span, b: Span) -> Iterator[_Cut]:
    """Yield what one side leaves out in a gap.

    What stands in brackets is the outlet's own; what stands where the passage ends within a quotation may follow there.
    """
    if b[0] == b[1] and not (x.is_inserted(a) or y.ends_with_passage(b[0])):
        yield _Cut(x, y, a, b[0])
    if a[0] == a[1] and not (y.is_inserted(b) or x.ends_with_passage(a[0])):
        yield _Cut(y, x, b, a[0])


def _are_only_left_out(cuts: Sequence[_Cut], x: Rendering) -> bool:
    """Whether words are missing and not moved; each side lacks some only where a sign or a whole sentence shows it."""
    here = set().union(*(cut.stems for cut in cuts if cut.whole is x))
    there = set().union(*(cut.stems for cut in cuts if cut.whole is not x))
    one_sided = len({cut.whole is x for cut in cuts}) == 1
    return here.isdisjoint(there) and (one_sided or all(cut.is_evident for cut in cuts))


def _the_same(x: Rendering, y: Rendering, gaps: Sequence[tuple[Span, Span]]) -> str:
    inserted = any(x.is_inserted(a) and y.is_inserted(b) for a, b in gaps)
    ends = any(x.ends_with_passage(a[0]) or y.ends_with_passage(b[0]) for a, b in gaps)
    return "the same words" + ", but for an insertion in brackets" * inserted + ", as far as the passage goes" * ends


def _shortened(cuts: Sequence[_Cut]) -> tuple[QuoteVariantKind, str]:
    turning = [(cut, words) for cut in cuts if (words := cut.turning()) is not None]
    if turning:
        return QuoteVariantKind.TURNED, f"left out: {_told(turning)}"
    signed = _told([(cut, cut.words) for cut in cuts if cut.is_signed])
    silent = _told([(cut, cut.words) for cut in cuts if not cut.is_signed])
    if signed:
        return QuoteVariantKind.ELLIPSIS, f"left out, with a sign: {signed}" + (
            f"; without: {silent}" if silent else ""
        )
    return QuoteVariantKind.TRUNCATION, f"left out, without a sign: {silent}"


def _told(cuts: Sequence[tuple[_Cut, Span]]) -> str:
    told = ", ".join(f"“{cut.whole.quoted.told(words)}”" for cut, words in cuts[:_MOST_TOLD])
    return f"{told} and more" if len(cuts) > _MOST_TOLD else told


def _is_parallel(x: Rendering, y: Rendering, pairs: Sequence[Pair]) -> bool:
    """Whether both go the same way from the first shared word to the last, and share half of what they speak of."""
    if not pairs:
        return False
    lengths = [pairs[-1][side] - pairs[0][side] + 1 for side in (0, 1)]
    content = min(len(x.stems), len(y.stems))
    shared = sum(x.words[a].is_content for a, _ in pairs)
    ordered = 2 * len(pairs) >= _SAME_ORDER * sum(lengths) and 2 * len(pairs) >= min(len(x.words), len(y.words))
    return ordered and shared >= _SAME_CONTENT * content
