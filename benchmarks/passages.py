"""How well passages of other articles are ranked for a claim, beside other methods (mean average precision).

    python benchmarks/passages.py --data DIR

DIR holds `retrieval_ecb_dev_*.jsonl` and `retrieval_superpal_dev_*.jsonl`: queries and a pool of sentences of many
articles with those that speak of the same event. "index" is `ClaimIndex.candidates`; "pairs" is the area under the
ROC curve of a similarity on `pairs_*.jsonl` (the same or not; agree or contradict against neutral).
"""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from peers import PEERS, Scorer
from rapidfuzz import fuzz, utils

from workbench.matching import ClaimIndex, compare

Ranker = Callable[[str], list[int]]


def read(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def average_precision(ranking: Sequence[int], gold: set[int]) -> float:
    """Return the mean of the precisions at each right answer; an answer that is not in the ranking counts 0."""
    found, total = 0, 0.0
    for place, answer in enumerate(ranking, start=1):
        if answer in gold:
            found += 1
            total += found / place
    return total / len(gold)


def index_ranker(passages: Sequence[str]) -> Ranker:
    """Rank with `ClaimIndex`."""
    index = ClaimIndex()
    index.add_many((str(number), text, "") for number, text in enumerate(passages))
    return lambda query: [int(each.key) for each in index.candidates(query, limit=len(passages))]


def peer_ranker(scorer: Scorer, passages: Sequence[str]) -> Ranker:
    """Rank with one of the peers."""

    def rank(query: str) -> list[int]:
        scores = scorer(query, passages)
        return sorted(range(len(passages)), key=lambda number: -scores[number])

    return rank


def mean_average_precision(rank: Ranker, queries: Sequence[dict[str, Any]]) -> float:
    """Return the mean over the queries that have an answer; a query's own passages are left out."""
    scores = []
    for query in queries:
        ranking = [answer for answer in rank(query["text"]) if answer not in query["exclude"]]
        scores.append(average_precision(ranking, set(query["gold"])))
    return sum(scores) / len(scores)


def area_under_curve(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return how often a positive pair scores above a negative one (ties count half)."""
    order = sorted(zip(scores, labels, strict=True))
    wins, negatives, start = 0.0, 0, 0
    while start < len(order):
        end = start
        while end < len(order) and order[end][0] == order[start][0]:
            end += 1
        here = [label for _, label in order[start:end]]
        wins += sum(here) * (negatives + (len(here) - sum(here)) / 2)
        negatives += len(here) - sum(here)
        start = end
    return wins / (sum(labels) * (len(labels) - sum(labels)))


def measure_retrieval(data: Path, name: str) -> None:
    """Print the mean average precision of every method on one retrieval set."""
    queries = [query for query in read(data / f"retrieval_{name}_queries.jsonl") if query["gold"]]
    passages = [row["text"] for row in read(data / f"retrieval_{name}_pool.jsonl")]
    print(f"{name} (MAP, {len(queries)} queries)")
    rankers = {"index": index_ranker(passages)} | {peer: peer_ranker(PEERS[peer], passages) for peer in PEERS}
    for method, rank in rankers.items():
        print(f"  {method:28}{mean_average_precision(rank, queries):.3f}")


def measure_pairs(data: Path, name: str, positive: Callable[[dict[str, Any]], bool]) -> None:
    """Print how well similarities tell related pairs from others."""
    rows = read(data / f"pairs_{name}.jsonl")
    labels = [positive(row) for row in rows]
    similarities: dict[str, Callable[[str, str], float]] = {
        "compare().similarity": lambda a, b: compare(a, b).similarity,
        "RapidFuzz WRatio": lambda a, b: fuzz.WRatio(a, b, processor=utils.default_process),
        "RapidFuzz token_set_ratio": lambda a, b: fuzz.token_set_ratio(a, b, processor=utils.default_process),
    }
    print(f"{name} (area under curve, {len(rows)} pairs)")
    for method, similarity in similarities.items():
        print(f"  {method:28}{area_under_curve([similarity(row['a'], row['b']) for row in rows], labels):.3f}")


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the sets")
    data = parser.parse_args().data
    measure_retrieval(data, "ecb_dev")
    measure_retrieval(data, "superpal_dev")
    measure_pairs(data, "mrpc_train", lambda row: bool(row["y"]))
    measure_pairs(data, "claimdiff_train", lambda row: row["label"] != "neutral")


if __name__ == "__main__":
    main()
