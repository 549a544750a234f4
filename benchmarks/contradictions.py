"""How well the differences that `compare` shows tell pairs that contradict each other from pairs that do not.

    python benchmarks/contradictions.py --data DIR

DIR holds `contradiction_dev.jsonl` (SICK and FEVER-symmetric), `pairs_claimdiff_train.jsonl` (ClaimDiff, two outlets on
one topic) and `pairs_mrpc_train.jsonl` (MRPC, news of one event, paraphrase or not). A pair is flagged where a value,
a name, a place or a negation differs; another rendering of a quotation is no contradiction. For each set: how many
pairs were flagged, the share of flags that are right (precision), how many contradictions were flagged (recall), the
lift of the precision over the share of contradictions, and the accuracy among pairs that agree or contradict. Then
for each facet how many pairs of which label have it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench.matching import Comparison, compare
from workbench.vocabulary import Facet, Relation

_SAID_OTHERWISE = frozenset({Facet.QUOTE_WORDING})


class Pair(NamedTuple):
    """A pair's label (agree, contradict, neutral) and what was found."""

    label: str
    found: Comparison

    @property
    def facets(self) -> set[Facet]:
        """The facets in which the pair differs."""
        return {difference.facet for difference in self.found.differences}

    @property
    def flagged(self) -> bool:
        """Whether a difference was shown that could be a contradiction."""
        return bool(self.facets - _SAID_OTHERWISE)


def read_sets(data: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Yield each set's name and its pairs, compared."""
    rows = [json.loads(line) for line in (data / "contradiction_dev.jsonl").read_text("utf-8").splitlines()]
    for name in dict.fromkeys(row["set"] for row in rows):
        yield name, [Pair(row["label"], compare(row["a"], row["b"])) for row in rows if row["set"] == name]
    rows = [json.loads(line) for line in (data / "pairs_claimdiff_train.jsonl").read_text("utf-8").splitlines()]
    yield "claimdiff_train", [Pair(row["label"], compare(row["a"], row["b"])) for row in rows]
    rows = [json.loads(line) for line in (data / "pairs_mrpc_train.jsonl").read_text("utf-8").splitlines()]
    yield "mrpc_train", [Pair("agree" if row["y"] else "neutral", compare(row["a"], row["b"])) for row in rows]


def report(name: str, pairs: Sequence[Pair]) -> None:
    """Print one set's figures."""
    wrong = [pair for pair in pairs if pair.label == "contradict"]
    flagged = [pair for pair in pairs if pair.flagged]
    suggested = [pair for pair in pairs if pair.found.suggestion is Relation.CONTRADICTS]
    print(f"{name}: {len(pairs)} pairs, {len(wrong)} of them contradict")
    for what, chosen in (("flagged", flagged), ("contradicts suggested", suggested)):
        hits = sum(pair.label == "contradict" for pair in chosen)
        precision = hits / len(chosen) if chosen else 0.0
        line = f"  {what:22}{len(chosen):5}"
        if wrong:
            lift = precision / (len(wrong) / len(pairs))
            line += f"  precision {precision:.3f}  recall {hits / len(wrong):.3f}  lift {lift:.2f}"
            either = sum(pair.label != "neutral" for pair in pairs)
            agreeing = either - len(wrong) - sum(pair.label == "agree" for pair in chosen)
            line += f"  accuracy without neutral {(hits + agreeing) / either:.3f}"
        print(line)
    for facet in Facet:
        counts = Counter(pair.label for pair in pairs if facet in pair.facets)
        if counts:
            print(f"  {facet.value:22}{counts.total():5}  {dict(sorted(counts.items()))}")


def main() -> None:
    """Measure every set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the sets")
    for name, pairs in read_sets(parser.parse_args().data):
        report(name, pairs)


if __name__ == "__main__":
    main()
