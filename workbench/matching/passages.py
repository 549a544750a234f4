"""Which passages two articles have in common, near-verbatim, and how much of the shorter article they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq

from workbench.matching.fingerprints import Wording
from workbench.matching.model import SharedPassage

_LONGEST_EDIT: Final = 12  # words that may stand between two shared runs of one passage, on either side
_FEWEST_WORDS: Final = 8  # of a passage; what winnowing is sure to find
_QUOTED_WORD: Final = 0.25  # of a word; whoever quotes the same person has the same words without copying


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles have in common.

    Attributes:
        passages: the shared passages, in the order of the first article.
        quotations: those of them that are mostly somebody's quoted words.
        words: how many words they share, each counted once.
        own_words: how many of these stand outside quotation marks.
        containment: the share of the shorter article's words that the other has too, 0 to 1.
        weight, likeness: `words` and `containment` with each word inside quotation marks counted as a quarter.
    """

    passages: tuple[SharedPassage, ...]
    quotations: tuple[SharedPassage, ...]
    words: int
    own_words: int
    containment: float
    weight: float
    likeness: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words `a_from`..`a_to` of one side that are (nearly) words `b_from`..`b_to` of the other; `shared` are equal."""

    a_from: int
    a_to: int
    b_from: int
    b_to: int
    shared: int


def overlap(a_article: str, a: Wording, b_article: str, b: Wording) -> Overlap:
    """Lay two articles side by side, in time linear in their lengths; `a_article` and `b_article` are their keys."""
    pieces = [piece for piece in _joined(a, b, _shared_runs(a, b)) if piece.shared >= _FEWEST_WORDS]
    passages = tuple(_passage(a_article, a, b_article, b, piece) for piece in pieces)
    quoted = [min(piece.shared, _quoted(a, b, piece)) for piece in pieces]
    marked = zip(passages, quoted, strict=True)
    words = min(sum(piece.shared for piece in pieces), _covered(pieces))
    own_words = max(0, words - sum(quoted))
    weight = own_words + _QUOTED_WORD * (words - own_words)
    shorter, lighter = min(len(a.forms), len(b.forms)), min(_weight(a), _weight(b))
    return Overlap(
        passages,
        tuple(passage for passage, count in marked if count >= _FEWEST_WORDS and 2 * count >= passage.words),
        words,
        own_words,
        words / shorter if words else 0.0,
        weight,
        min(1.0, weight / lighter) if words else 0.0,
    )


def _weight(wording: Wording) -> float:
    quoted = sum(wording.quoted)
    return len(wording.forms) - quoted + _QUOTED_WORD * quoted


def _shared_runs(a: Wording, b: Wording) -> Iterator[_Piece]:
    """Yield the longest runs of equal words, in the order of `a`, no word of `a` in two of them."""
    common = a.fingerprints.keys() & b.fingerprints.keys()
    seeds = sorted((place, fingerprint) for fingerprint in common for place in a.fingerprints[fingerprint])
    done = 0
    for place, fingerprint in seeds:
        if place < done:
            continue
        runs = [_run(a, b, place, other, done) for other in b.fingerprints[fingerprint]]
        longest = max(runs, key=lambda run: (run.shared, -run.b_from))
        if longest.shared:
            done = longest.a_to
            yield longest


def _run(a: Wording, b: Wording, a_place: int, b_place: int, done: int) -> _Piece:
    """Return the equal words around two places, not reaching back behind word `done` of `a`."""
    forward = 0
    while _equal(a, b, a_place + forward, b_place + forward):
        forward += 1
    back = 0
    while a_place - back > done and b_place > back and _equal(a, b, a_place - back - 1, b_place - back - 1):
        back += 1
    return _Piece(a_place - back, a_place + forward, b_place - back, b_place + forward, back + forward)


def _equal(a: Wording, b: Wording, a_place: int, b_place: int) -> bool:
    return a_place < len(a.forms) and b_place < len(b.forms) and a.forms[a_place] == b.forms[b_place]


def _joined(a: Wording, b: Wording, runs: Iterator[_Piece]) -> list[_Piece]:
    """Join runs between which a few words were edited."""
    pieces: list[_Piece] = []
    for run in runs:
        last = pieces[-1] if pieces else None
        if last is None or not (
            0 <= run.b_from - last.b_to <= _LONGEST_EDIT and run.a_from - last.a_to <= _LONGEST_EDIT
        ):
            pieces.append(run)
            continue
        edited = LCSseq.similarity(a.forms[last.a_to : run.a_from], b.forms[last.b_to : run.b_from])
        pieces[-1] = _Piece(last.a_from, run.a_to, last.b_from, run.b_to, last.shared + edited + run.shared)
    return pieces


def _covered(pieces: list[_Piece]) -> int:
    """Return how many words of `b` stand in the pieces; what `a` repeats counts there once."""
    total, done = 0, 0
    for piece in sorted(pieces, key=lambda piece: (piece.b_from, piece.b_to)):
        total += max(0, piece.b_to - max(done, piece.b_from))
        done = max(done, piece.b_to)
    return total


def _quoted(a: Wording, b: Wording, piece: _Piece) -> int:
    """Return how many words of a piece stand inside quotation marks on the side that marks more of them."""
    return max(sum(a.quoted[piece.a_from : piece.a_to]), sum(b.quoted[piece.b_from : piece.b_to]))


def _passage(a_article: str, a: Wording, b_article: str, b: Wording, piece: _Piece) -> SharedPassage:
    return SharedPassage(
        a_article,
        b_article,
        a.spans[piece.a_from][0],
        a.spans[piece.a_to - 1][1],
        b.spans[piece.b_from][0],
        b.spans[piece.b_to - 1][1],
        piece.shared,
    )
