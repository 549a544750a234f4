"""How well the differences that `compare` shows tell pairs that contradict each other from pairs that do not.

    python benchmarks/contradictions.py --data DIR

DIR holds `contradiction_dev.jsonl` (SICK and FEVER-symmetric), `pairs_claimdiff_train.jsonl` (ClaimDiff, two outlets on
one topic) and `pairs_mrpc_train.jsonl` (MRPC, news of one event, paraphrase or not). A pair is flagged where a value,
a name, a place, a negation or an opposite differs; another rendering of a quotation, or who said so, is no
contradiction. For each set and method: how many pairs were flagged, the share of flags that are right (precision), how
many contradictions were flagged (recall), the lift of the precision over the share of contradictions, and the accuracy
among pairs that agree or contradict. The peers are the simple rule "alike by RapidFuzz, and one side has a negation or
a number that the other has not", and to say "agrees" every time. Then for each facet how many pairs of which label
have it.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from workbench.matching import Comparison, compare
from workbench.vocabulary import Facet, Relation

_SAID_OTHERWISE = frozenset({Facet.QUOTE_WORDING, Facet.ATTRIBUTION})
_NEGATION = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|\w+n['’]t)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d.,]*")
_ALIKE = 60.0


class Pair(NamedTuple):
    """A pair of texts, its label (agree, contradict, neutral) and what was found."""

    a: str
    b: str
    label: str
    found: Comparison

    @property
    def facets(self) -> set[Facet]:
        """The facets in which the pair differs."""
        return {difference.facet for difference in self.found.differences}


def is_flagged(pair: Pair) -> bool:
    """Whether a difference was shown that could be a contradiction."""
    return bool(pair.facets - _SAID_OTHERWISE)


def is_suggested(pair: Pair) -> bool:
    """Whether the suggested relation is that they contradict."""
    return pair.found.suggestion is Relation.CONTRADICTS


def simple_rule(pair: Pair) -> bool:
    """Whether alike texts differ in having a negation, or in their numbers."""
    if fuzz.token_set_ratio(pair.a, pair.b) < _ALIKE:
        return False
    denied = bool(_NEGATION.search(pair.a)) != bool(_NEGATION.search(pair.b))
    numbers = set(_NUMBER.findall(pair.a)), set(_NUMBER.findall(pair.b))
    return denied or bool(all(numbers) and numbers[0].isdisjoint(numbers[1]))


METHODS: dict[str, Callable[[Pair], bool]] = {
    "compare, a difference": is_flagged,
    "compare, suggestion": is_suggested,
    "negation or number rule": simple_rule,
    "always “agrees”": lambda pair: False,
}


def read_sets(data: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Yield each set's name and its pairs, compared."""
    rows = [json.loads(line) for line in (data / "contradiction_dev.jsonl").read_text("utf-8").splitlines()]
    for name in dict.fromkeys(row["set"] for row in rows):
        yield name, [_pair(row, row["label"]) for row in rows if row["set"] == name]
    rows = [json.loads(line) for line in (data / "pairs_claimdiff_train.jsonl").read_text("utf-8").splitlines()]
    yield "claimdiff_train", [_pair(row, row["label"]) for row in rows]
    rows = [json.loads(line) for line in (data / "pairs_mrpc_train.jsonl").read_text("utf-8").splitlines()]
    yield "mrpc_train", [_pair(row, "agree" if row["y"] else "neutral") for row in rows]


def _pair(row: dict[str, str], label: str) -> Pair:
    return Pair(row["a"], row["b"], label, compare(row["a"], row["b"]))


def report(name: str, pairs: Sequence[Pair]) -> None:
    """Print one set's figures."""
    wrong = sum(pair.label == "contradict" for pair in pairs)
    print(f"{name}: {len(pairs)} pairs, {wrong} of them contradict")
    print(f"  {'method':26}{'flags':>6}{'precision':>11}{'recall':>8}{'lift':>7}{'agree or contradict':>21}")
    for method, chosen in METHODS.items():
        print(f"  {method:26}{_figures(pairs, [pair for pair in pairs if chosen(pair)], wrong)}")
    for facet in Facet:
        counts = Counter(pair.label for pair in pairs if facet in pair.facets)
        if counts:
            print(f"    {facet.value:22}{counts.total():8}  {dict(sorted(counts.items()))}")


def _figures(pairs: Sequence[Pair], chosen: Sequence[Pair], wrong: int) -> str:
    if not wrong:
        return f"{len(chosen):6}"
    hits = sum(pair.label == "contradict" for pair in chosen)
    precision = hits / len(chosen) if chosen else 0.0
    either = sum(pair.label != "neutral" for pair in pairs)
    agreeing = either - wrong - sum(pair.label == "agree" for pair in chosen)
    lift = precision / (wrong / len(pairs))
    return f"{len(chosen):6}{precision:11.3f}{hits / wrong:8.3f}{lift:7.2f}{(hits + agreeing) / either:21.3f}"


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the sets")
    for name, pairs in read_sets(parser.parse_args().data):
        report(name, pairs)


if __name__ == "__main__":
    main()
