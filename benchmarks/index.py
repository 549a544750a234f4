"""How fast `ClaimIndex` finds the near-copy of a claim among very many, beside other ways to search.

    python benchmarks/index.py [--claims 1000000] [--queries 1000] [--data DIR] [--only-ours]

The claims are made up: 6 to 24 words of 200,000, drawn by Zipf's law from a fixed seed. With `--data` they are the
sentences of the sets in DIR, each once, and then again and again with half of their words exchanged for words of other
sentences, which are drawn as often as they stand there. A query is a claim with three in ten of its words exchanged
for others; the claim it was made of is the one to be found. Milliseconds are CPU time of
one query, memory is what the peak of the process grew by beside keys and texts. The slow peers answer fewer queries or
search fewer claims, as their rows say.
"""

import argparse
import heapq
import json
import math
import random
import re
import resource
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from rapidfuzz import fuzz, process

from workbench.matching import ClaimIndex

WORDS = 200_000
FEWEST_WORDS, MOST_WORDS = 6, 24
EXCHANGED = 0.3
VARIED = 0.5
LONGEST_SENTENCE = 1_000
WANTED = 10
CLAIMS_OF_AN_ARTICLE = 40
SLOW_QUERIES = 50
SCANNED_CLAIMS = 100_000
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprtv" for vowel in "aou"]

Row = tuple[str, str, str]
Search = Callable[[str], list[str]]


class Query(NamedTuple):
    """A text, and the key of the claim that it was made of."""

    text: str
    partner: str


class Language:
    """Made-up words that no rule of English inflection touches, frequent ones short, drawn by Zipf's law."""

    def __init__(self, rng: random.Random) -> None:
        self._random = rng
        self._words = [_word(rank) for rank in range(WORDS)]
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))

    def texts(self, count: int) -> Iterator[str]:
        """Yield so many claims."""
        lengths = self._random.choices(range(FEWEST_WORDS, MOST_WORDS + 1), k=count)
        return (" ".join(self.draw(length)).capitalize() + "." for length in lengths)

    def draw(self, count: int) -> list[str]:
        """Return so many words."""
        return self._random.choices(self._words, cum_weights=self._weights, k=count)


class News:
    """Sentences of news and of the web, and variations of them."""

    def __init__(self, rng: random.Random, data: Path) -> None:
        self._random = rng
        sentences = (sentence for path in sorted(data.glob("*.jsonl")) for sentence in _sentences(path))
        self._sentences = [each for each in dict.fromkeys(sentences) if len(each.split()) >= FEWEST_WORDS]
        self._words = [word for sentence in self._sentences for word in sentence.split()]

    def texts(self, count: int) -> Iterator[str]:
        """Yield so many claims: each sentence once, and then its variations."""
        order = self._random.sample(self._sentences, len(self._sentences))
        for number in range(count):
            text = order[number % len(order)]
            yield text if number < len(order) else exchanged(text, VARIED, self, self._random)

    def draw(self, count: int) -> list[str]:
        """Return so many words."""
        return self._random.choices(self._words, k=count)


def _sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of a set, in whichever of its fields they are."""
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        yield from row.get("sentences", ())
        yield from (row[field] for field in ("a", "b", "claim") if field in row)
        if "sents" in row:
            yield from (" ".join(row["text"][start:end].split()) for start, end in row["sents"])
        elif len(row.get("text", "")) < LONGEST_SENTENCE:
            yield from filter(None, [row.get("text")])


def exchanged(text: str, share: float, source: Language | News, rng: random.Random) -> str:
    """Return `text` with about this share of its words exchanged for other words of the source."""
    return " ".join(source.draw(1)[0] if rng.random() < share else word for word in text.split())


def make_claims(source: Language | News, count: int) -> list[Row]:
    """Return so many claims as (key, text, article key)."""
    return [(f"{n:032x}", text, f"article {n // CLAIMS_OF_AN_ARTICLE}") for n, text in enumerate(source.texts(count))]


def make_queries(source: Language | News, rng: random.Random, rows: Sequence[Row], count: int) -> list[Query]:
    """Return near-copies of so many of the claims."""
    chosen = rng.sample(rows, min(count, len(rows)))
    return [Query(exchanged(text, EXCHANGED, source, rng), key) for key, text, _ in chosen]


def _word(rank: int) -> str:
    syllables = ["ko"]
    while rank:
        rank, digit = divmod(rank, len(SYLLABLES))
        syllables.append(SYLLABLES[digit])
    return "".join(syllables)


def exhaustive(rows: Sequence[Row]) -> Search:
    """Search by the cosine of inverse document frequencies, over every claim that shares a word."""
    postings: dict[str, list[int]] = defaultdict(list)
    words = [set(_words(text)) for _, text, _ in rows]
    for place, held in enumerate(words):
        for word in held:
            postings[word].append(place)
    weight = {word: math.log(1 + len(rows) / len(places)) for word, places in postings.items()}
    norms = [math.sqrt(sum(weight[word] ** 2 for word in held)) for held in words]

    def search(text: str) -> list[str]:
        scores: dict[int, float] = defaultdict(float)
        for word in set(_words(text)) & postings.keys():
            for place in postings[word]:
                scores[place] += weight[word] ** 2
        best = heapq.nlargest(WANTED, scores, key=lambda place: scores[place] / norms[place])
        return [rows[place][0] for place in best]

    return search


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def full_text_search(rows: Sequence[Row]) -> Search:
    """Search with SQLite's FTS5: any of the words, ordered by its BM25."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE claim USING fts5(text, key UNINDEXED)")
    database.executemany("INSERT INTO claim (key, text) VALUES (?, ?)", ((key, text) for key, text, _ in rows))
    sql = "SELECT key FROM claim WHERE text MATCH ? ORDER BY rank LIMIT ?"
    return lambda text: [key for (key,) in database.execute(sql, (" OR ".join(_words(text)), WANTED))]


def full_scan(rows: Sequence[Row], scorer: Callable[..., float]) -> Search:
    """Search by comparing with every claim by one of RapidFuzz's scorers."""
    texts = {key: text for key, text, _ in rows}
    return lambda text: [key for _, _, key in process.extract(text, texts, scorer=scorer, limit=WANTED)]


def our_index(rows: Sequence[Row]) -> Search:
    """Search with `ClaimIndex`."""
    index = ClaimIndex()
    index.add_many(rows)
    return lambda text: [candidate.key for candidate in index.candidates(text, limit=WANTED)]


def measure(name: str, make: Callable[[Sequence[Row]], Search], rows: Sequence[Row], queries: Sequence[Query]) -> None:
    """Print one row of the table."""
    memory, started = _peak_megabytes(), time.process_time()
    search = make(rows)
    a_second = len(rows) / (time.process_time() - started)
    memory = _peak_megabytes() - memory
    times, found = [], 0
    for query in queries:
        started = time.process_time()
        answers = search(query.text)
        times.append((time.process_time() - started) * 1000)
        found += query.partner in answers
    percentiles = quantiles(times, n=100)
    print(
        f"{name:26}{len(rows):>10,}{len(queries):>9,}{percentiles[49]:>10.2f}{percentiles[98]:>10.2f}"
        f"{found / len(queries):>11.3f}{memory:>8.0f}{a_second:>12,.0f}",
        flush=True,
    )


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def main() -> None:
    """Make the claims and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=1_000)
    parser.add_argument("--data", type=Path, help="folder of sets whose sentences are taken for claims")
    parser.add_argument("--only-ours", action="store_true", help="leave the other methods out")
    arguments = parser.parse_args()
    rng = random.Random(20)
    source = News(rng, arguments.data) if arguments.data else Language(rng)
    rows = make_claims(source, arguments.claims)
    scanned = rows[:SCANNED_CLAIMS]
    slow = make_queries(source, rng, scanned, SLOW_QUERIES)
    queries = slow + make_queries(source, rng, rows, arguments.queries - len(slow))
    print(f"{'':26}{'claims':>10}{'queries':>9}{'p50 ms':>10}{'p99 ms':>10}{'recall@10':>11}{'MB':>8}{'added/s':>12}")
    measure("ClaimIndex", our_index, rows, queries)
    if arguments.only_ours:
        return
    measure("ClaimIndex, same queries", our_index, rows, slow)
    measure("every claim, IDF cosine", exhaustive, rows, slow)
    measure("SQLite FTS5, any word", full_text_search, rows, slow)
    measure("RapidFuzz ratio", lambda some: full_scan(some, fuzz.ratio), scanned, slow)
    measure("RapidFuzz token_set_ratio", lambda some: full_scan(some, fuzz.token_set_ratio), scanned, slow)


if __name__ == "__main__":
    main()
