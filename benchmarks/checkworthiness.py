"""How well statements of fact are told from the rest, beside “every sentence is a claim”.

    python -m benchmarks.checkworthiness --data FOLDER

reads `checkworthiness.jsonl` of FOLDER: single sentences with `label` 1 (factual, objective) or 0, from news of two
sets. A sentence is *taken* if the ledger makes it a claim; it is *checkable* if it is taken and its type is neither
opinion nor speculative. The aim at the default is recall of what is taken: a claim too many costs one key. The sets
disagree about what a fact is (to the one a reported opinion is objective), so each stands in its own rows.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workbench.articles.model import Article, Block, Sentence
from workbench.claims import extract_claims
from workbench.vocabulary import BlockKind, ClaimType

_NOT_CHECKABLE = frozenset({ClaimType.OPINION, ClaimType.SPECULATIVE})


def alone(text: str) -> Article:
    """Return an article that holds one sentence."""
    block = Block(0, len(text), BlockKind.BODY)
    return Article(text, (block,), (Sentence(0, len(text), 0, text),), "0" * 64, "benchmark")


def everything(text: str) -> bool:
    """The baseline: every sentence is a claim."""
    return bool(text)


def taken(text: str) -> bool:
    """Whether the ledger makes a claim of the sentence."""
    return bool(extract_claims(alone(text)))


def checkable(text: str) -> bool:
    """Whether it is a claim and of a type that evidence could decide."""
    return any(claim.type not in _NOT_CHECKABLE for claim in extract_claims(alone(text)))


def row_of(name: str, decide: Callable[[str], bool], rows: Sequence[dict[str, Any]]) -> str:
    """Return one row of the table."""
    right = {0: 0, 1: 0}
    wanted = {0: 0, 1: 0}
    decided = {0: 0, 1: 0}
    for row in rows:
        said = int(decide(row["text"]))
        wanted[row["label"]] += 1
        decided[said] += 1
        right[said] += said == row["label"]
    f1 = [2 * right[side] / max(1, wanted[side] + decided[side]) for side in (0, 1)]
    accuracy = sum(right.values()) / len(rows)
    recall, precision = right[1] / max(1, wanted[1]), right[1] / max(1, decided[1])
    return f"| {name} | {accuracy:.3f} | {sum(f1) / 2:.3f} | {recall:.3f} | {precision:.3f} | {len(rows)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    lines = (options.data / "checkworthiness.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["label"] is not None]
    print("| set, system | accuracy | macro F1 | recall of facts | precision | sentences |")
    print("|---|---|---|---|---|---|")
    for part in sorted({row["set"] for row in rows}):
        chosen = [row for row in rows if row["set"] == part]
        for name, decide in (("every sentence", everything), ("taken", taken), ("checkable", checkable)):
            print(row_of(f"{part}, {name}", decide, chosen))


if __name__ == "__main__":
    main()
