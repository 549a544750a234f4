"""Words that cannot both be true of one thing where they stand in each other's place: rise and fall, accept and reject.

A small table written by hand of common opposites in news; it knows no more than stands here. Aligned opposites are
shown as facts: "rose / fell".
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.negation import is_sign
from workbench.matching.tokens import Token, normal_form, stem
from workbench.vocabulary import Facet

# Words of one side of a bar against words of the other; of a row with more bars, any side against any other.
_OPPOSITES: Final = """
    rise increase climb gain grow surge jump soar expand widen raise upgrade | fall decrease drop decline shrink plunge
        slump lose tumble sink narrow lower reduce downgrade cut; win victory | lose defeat loss;
    accept approve embrace adopt | reject refuse decline deny veto; agree | disagree refuse; open opening | close shut
        closing; begin start launch | end stop finish cease halt; alive living survive | dead die kill death;
    arrive enter | leave depart exit; buy | sell; support back favour favor endorse | oppose reject condemn;
    allow permit legalise legalize | ban forbid prohibit bar block prevent; before | after; earlier | later;
    guilty convict | innocent acquit; true | false; correct | incorrect wrong; legal lawful | illegal unlawful;
    possible able | impossible unable; safe | unsafe dangerous; likely | unlikely; same identical | different;
    near close nearby | far; inside indoors | outside outdoors; above | below; day daytime | night;
    sit | stand | lie | run | walk | jump | kneel | sleep; asleep | awake; largest biggest | smallest;
    most | least; more | less fewer; best greatest | worst; high higher | low lower; large big huge | small tiny;
    long | short; young | old; fast quick | slow; hot | cold; wet | dry; empty | full; rich | poor;
    strong | weak; loud speak talk | silent quiet; dark | bright; dressed | naked; add put pour | remove;
    push | pull; lift | drop; attack | defend; love | hate; succeed success | fail failure; pass | fail;
    include | exclude; join | leave quit; create build | destroy demolish; build erect | dismantle; hire | fire dismiss;
    release free | arrest jail imprison detain hold; confirm admit | deny; praise | criticise criticize condemn;
    major | minor; positive | negative; on | off; up | down; in into | out; onto | off; toward towards | away;
    always | never; every all everybody | no none nobody; first | last; male | female; winner | loser;
    fictional fictitious | real; public | private; domestic | foreign; northern north | southern south;
    eastern east | western west; left | right; black | white; strengthen | weaken; improve | worsen; ally | enemy;
    profit | loss; resume | suspend halt; tighten | ease relax loosen; advance | retreat; deploy | withdraw;
    ratify sign | reject scrap; hero | villain; import | export; majority | minority; fictional | factual;
    follow chase | shun avoid; catch hit | miss; clean | dirty;
    eat | fast; fasten | loosen
    """
# Particles turn a verb over ("turn on", "turn off") and are else only parts of other phrases.
_PARTICLES: Final = frozenset({"on", "off", "up", "down", "in", "out", "onto", "into", "toward", "towards", "away"})
_DENYING: Final = ("un", "in", "im", "il", "ir", "dis", "non")
_SHORTEST_DENIED: Final = 4
_MOST_FACING: Final = 400  # pairs of words of one gap; longer gaps are other sentences
_REACH: Final = 2  # words before one that "not" may deny
_MOST_PAIRS: Final = 20


def _table() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for row in " ".join(_OPPOSITES.split()).split(";"):
        sides = [{key for word in side.split() for key in _keys(word)} for side in row.split("|")]
        for one, other in combinations(sides, 2):
            for word in one:
                table[word] = table.get(word, frozenset()) | (other - one)
            for word in other:
                table[word] = table.get(word, frozenset()) | (one - other)
    return table


def _keys(word: str) -> set[str]:
    """Return the stems of a word's regular forms; those of "sit" and "sitting" are not the same."""
    forms = [word]
    if len(word) > 2 and word not in _PARTICLES:
        doubled = word + word[-1]
        forms += [f"{word.removesuffix('e')}ing", f"{word.removesuffix('e')}ed", f"{doubled}ing", f"{doubled}ed"]
    return {stem(normal_form(form)) for form in forms}


_OPPOSED: Final = _table()


def are_opposites(a: str, b: str) -> bool:
    """Whether two stems are of words that the table sets against each other, or one denies the other: unfold, fold."""
    shorter, longer = sorted((a, b), key=len)
    denied = len(shorter) >= _SHORTEST_DENIED and any(longer == prefix + shorter for prefix in _DENYING)
    return denied or b in _OPPOSED.get(a, ())


def opposite_differences(alignment: Alignment) -> list[Difference]:
    """Return the words that stand in each other's place and are opposites, if neither side has both."""
    a_stems, b_stems = {word.stem for word in alignment.a}, {word.stem for word in alignment.b}
    found = []
    for x, y in _facing_words(alignment):
        if not are_opposites(x.stem, y.stem) or x.stem in b_stems or y.stem in a_stems:
            continue
        if _is_denied(x, alignment.a) != _is_denied(y, alignment.b):
            continue
        if (x.form in _PARTICLES or y.form in _PARTICLES) and not _turn_a_verb(x, y, alignment):
            continue
        found.append(Difference(Facet.MODALITY, x.text, y.text, x.start, x.end, y.start, y.end))
    return found[:_MOST_PAIRS]


def _facing_words(alignment: Alignment) -> Iterator[tuple[Token, Token]]:
    for gap in alignment.gaps:
        b_here = alignment.b[gap.b_from : gap.b_to]
        if len(b_here) * (gap.a_to - gap.a_from) <= _MOST_FACING:
            yield from ((x, y) for x in alignment.a[gap.a_from : gap.a_to] for y in b_here)


def _turn_a_verb(x: Token, y: Token, alignment: Alignment) -> bool:
    """Whether two particles stand after one and the same word."""
    before = _word_before(x, alignment.a), _word_before(y, alignment.b)
    return before[0] is not None and before[0] == before[1]


def _is_denied(word: Token, words: tuple[Token, ...]) -> bool:
    """Whether "not" stands before a word: "not unlikely" agrees with "likely"."""
    place = words.index(word)
    return any(is_sign(words, other) for other in range(max(0, place - _REACH), place))


def _word_before(word: Token, words: tuple[Token, ...]) -> str | None:
    place = words.index(word)
    return words[place - 1].stem if place else None
