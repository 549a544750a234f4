"""How often the first, or one of the first three, suggested sources of a claim is right, beside other methods.

    python benchmarks/source_links.py --data DIR

DIR holds `source_links.jsonl`: claims with the sentences of a document and those that state the claim (WiCE).
R@1: the first suggestion holds a right sentence; S@3: one of the first three does; whole: one of the first three
holds a whole sufficient set; size: sentences in the first suggestion.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from peers import PEERS, Scorer

from workbench.articles.model import Article, Block, Sentence
from workbench.matching import PreparedArticle, TermWeights, find_sources
from workbench.vocabulary import BlockKind

Ranking = list[tuple[int, ...]]
Method = Callable[[str, tuple[str, ...]], Ranking]


@dataclass(frozen=True)
class Row:
    """A claim, the document it may come from, and the sentences (and sufficient sets of them) that state it."""

    group: str
    claim: str
    sentences: tuple[str, ...]
    gold: frozenset[int]
    gold_sets: tuple[frozenset[int], ...]


def read_rows(path: Path) -> list[Row]:
    """Return the claims that have a source."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Row(
            row["set"],
            row["claim"],
            tuple(row["sentences"]),
            frozenset(row["gold"]),
            tuple(frozenset(each) for each in row["gold_sets"]),
        )
        for row in rows
        if row["gold"]
    ]


def as_article(sentences: Sequence[str]) -> Article:
    """Return an article in which every sentence is a paragraph."""
    found: list[Sentence] = []
    start = 0
    for number, text in enumerate(sentences):
        found.append(Sentence(start, start + len(text), number, text))
        start += len(text) + 1
    blocks = tuple(Block(each.start, each.end, BlockKind.BODY) for each in found)
    return Article("\n".join(sentences), blocks, tuple(found), "", "benchmark")


def own_method(documents: Sequence[tuple[str, ...]], with_collection: bool) -> Method:
    """Return our method, with word weights of the article alone or of all documents too."""
    weights = TermWeights.from_articles(map(as_article, documents)) if with_collection else None

    articles = {document: as_article(document) for document in documents}
    started = time.process_time()
    prepared = {document: PreparedArticle(article, weights) for document, article in articles.items()}
    print(f"(preparing a document: {1000 * (time.process_time() - started) / len(prepared):.1f} ms)")
    return lambda claim, sentences: [match.sentences for match in find_sources(claim, prepared[sentences], 3)]


def peer_method(scorer: Scorer) -> Method:
    """Return a method that ranks single sentences by `scorer`."""

    def rank(claim: str, sentences: tuple[str, ...]) -> Ranking:
        scores = scorer(claim, sentences)
        return [(index,) for index in sorted(range(len(sentences)), key=lambda index: -scores[index])[:3]]

    return rank


def measure(name: str, method: Method, rows: Sequence[Row]) -> None:
    """Print one line for each group of rows."""
    results: dict[str, list[tuple[bool, bool, bool, int]]] = defaultdict(list)
    seconds: dict[str, float] = defaultdict(float)
    for row in rows:
        started = time.process_time()
        ranking = method(row.claim, row.sentences)
        seconds[row.group] += time.process_time() - started
        hits = [bool(row.gold.intersection(each)) for each in ranking]
        whole = any(gold.issubset(each) for gold in row.gold_sets for each in ranking)
        results[row.group].append((hits[:1] == [True], any(hits), whole, len(ranking[0]) if ranking else 0))
    for group, found in sorted(results.items()):
        first, three, whole, size = (sum(column) / len(found) for column in zip(*found, strict=True))
        milliseconds = 1000 * seconds[group] / len(found)
        print(f"{name:28}{group:22}{first:7.3f}{three:7.3f}{whole:7.3f}{size:6.2f}{milliseconds:8.2f}")


def main() -> None:
    """Measure every method on every group."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds source_links.jsonl")
    parser.add_argument("--only-ours", action="store_true", help="leave the other methods out")
    arguments = parser.parse_args()
    rows = read_rows(arguments.data / "source_links.jsonl")
    documents = list(dict.fromkeys(row.sentences for row in rows))
    print(f"{'method':28}{'set':22}{'R@1':>7}{'S@3':>7}{'whole':>7}{'size':>6}{'ms':>8}")
    measure("find_sources, collection", own_method(documents, True), rows)
    measure("find_sources, one article", own_method(documents, False), rows)
    for name, scorer in () if arguments.only_ours else PEERS.items():
        measure(name, peer_method(scorer), rows)


if __name__ == "__main__":
    main()
