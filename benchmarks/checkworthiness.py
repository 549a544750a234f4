"""How well statements of fact are told from the rest, beside “every sentence is a claim” and a trained classifier.

    python -m benchmarks.checkworthiness --data FOLDER

reads `checkworthiness.jsonl` of FOLDER: single sentences with `label` 1 (factual, objective) or 0, from news of two
sets. A sentence is *taken* if the ledger makes a claim of it; it is *checkable* if a claim of it has a `checkable` of
one half or more. The aim at the default is recall of what is taken: a claim too many costs one key. The sets disagree
about what a fact is (to the one a reported opinion is objective), so each stands in its own rows.

The peer is TF-IDF of words and pairs of words with logistic regression (scikit-learn, where it is installed), trained
within the run: on the other set, and on one half of the same set and judged on the other. Our rows are those halves'
sentences too, where the name says so; nothing of ours is trained.
"""

import argparse
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from workbench.articles.model import Article, Block, Sentence
from workbench.claims import extract_claims
from workbench.vocabulary import BlockKind

_CHECKABLE_FROM: Final = 0.5

Row = dict[str, Any]
Decide = Callable[[str], bool]


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
    """Whether it is a claim, or holds one, that is rather a statement of fact than not."""
    return any((claim.checkable or 0.0) >= _CHECKABLE_FROM for claim in extract_claims(alone(text)))


def trained(rows: Sequence[Row]) -> Decide | None:
    """Return TF-IDF with logistic regression, trained on `rows`; None where scikit-learn is not installed."""
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.linear_model import LogisticRegression
        from sklearn.pipeline import make_pipeline
    except ImportError:
        return None
    words = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2)
    model = make_pipeline(words, LogisticRegression(C=10, class_weight="balanced", max_iter=1000))
    model.fit([row["text"] for row in rows], [row["label"] for row in rows])
    return lambda text: bool(model.predict([text])[0])


def row_of(name: str, decide: Decide, rows: Sequence[Row]) -> str:
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


def in_second_half(row: Row) -> bool:
    """Whether a sentence is in the half that the peer is judged on, by a checksum of its words."""
    return zlib.crc32(row["text"].encode()) % 2 == 1


def lines_of(part: str, rows: Sequence[Row]) -> Iterator[str]:
    """Yield the rows of the table for one set."""
    own = [row for row in rows if row["set"] == part]
    for name, decide in (("every sentence", everything), ("taken", taken), ("checkable", checkable)):
        yield row_of(f"{part}, {name}", decide, own)
    others = [row for row in rows if row["set"] != part]
    peer = trained(others) if others else None
    if peer is None:
        yield f"| {part}, TF-IDF + LR | needs scikit-learn and another set | | | | |"
        return
    yield row_of(f"{part}, TF-IDF + LR of the other set", peer, own)
    second = [row for row in own if in_second_half(row)]
    half = trained([row for row in own if not in_second_half(row)])
    yield row_of(f"{part}, second half, checkable", checkable, second)
    if half is not None:
        yield row_of(f"{part}, second half, TF-IDF + LR of the first", half, second)


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
        for line in lines_of(part, rows):
            print(line)


if __name__ == "__main__":
    main()
