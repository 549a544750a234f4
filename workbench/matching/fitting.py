"""From where edited words stand roughly to where they begin and end."""

from rapidfuzz.distance import Indel

from workbench.matching.tokens import Token, tokenize


def aligned_stretch(words: str, passage: str) -> tuple[int, int] | None:
    """Return the stretch of `passage` that is aligned with `words`, from its first word to its last; None if none is.

    Where that is up to an end of the passage, it takes in the marks that stand there.
    """
    wanted, there = tokenize(words), tokenize(passage)
    pairs = _aligned(wanted, there)
    if not pairs:
        return None
    (first_wanted, _), (last_wanted, _) = pairs[0], pairs[-1]
    # Words at the ends of `words` that are not there were replaced by as many.
    first = max(0, _latest(pairs, there) - first_wanted)
    last = min(len(there) - 1, _earliest(pairs, there) + len(wanted) - 1 - last_wanted)
    start = 0 if first == 0 else there[first].start
    return start, len(passage) if last == len(there) - 1 else there[last].end


def _aligned(wanted: tuple[Token, ...], there: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Return the pairs of places of equal words in the longest common subsequence."""
    steps = Indel.opcodes([word.form for word in wanted], [word.form for word in there])
    return [
        pair
        for step in steps
        if step.tag == "equal"
        for pair in zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)
    ]


def _latest(pairs: list[tuple[int, int]], there: tuple[Token, ...]) -> int:
    """Return where the first aligned word stands last before the second: "the … the harbour" is one word too long."""
    place = pairs[0][1]
    until = pairs[1][1] if len(pairs) > 1 else place + 1
    return max(at for at in range(place, until) if there[at].form == there[place].form)


def _earliest(pairs: list[tuple[int, int]], there: tuple[Token, ...]) -> int:
    """Return where the last aligned word stands first after the one before it."""
    place = pairs[-1][1]
    since = pairs[-2][1] + 1 if len(pairs) > 1 else place
    return min(at for at in range(since, place + 1) if there[at].form == there[place].form)
