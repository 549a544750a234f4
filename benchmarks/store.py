"""How fast the store is, on made-up articles: adding, deciding, listing, folding, checking.

    python -m benchmarks.store [--claims 100000] [--decisions 1000] [--db LOCATION]

Without --db it uses an SQLite file in a temporary folder. Prints milliseconds (wall clock) and CPU seconds.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from statistics import median, quantiles
from typing import TypeVar

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim, Ledger
from workbench.store import facts, log, state
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import MarkVerdict, RecordAgreement, Undo
from workbench.vocabulary import BlockKind, Relation, Verdict

T = TypeVar("T")
CLAIMS_OF_AN_ARTICLE = 50
COLLECTION = "benchmark"


def made_up(number: int) -> tuple[Article, bytes, Ledger]:
    """Make up an article whose every sentence is a claim."""
    sentences: list[Sentence] = []
    start = 0
    for index in range(CLAIMS_OF_AN_ARTICLE):
        words = f"In sentence {index} of article {number}, the harbour master said that {index * 7} boats had left."
        sentences.append(Sentence(start, start + len(words), 0, words))
        start += len(words) + 1
    text = " ".join(sentence.text for sentence in sentences)
    raw = text.encode()
    blocks = (Block(0, len(text), BlockKind.BODY),)
    article = Article(text, blocks, tuple(sentences), sha256(raw).hexdigest(), f"{number}.txt")
    claims = (
        Claim(article.sha256, s.start, s.end, s.text, (n,), "the harbour master") for n, s in enumerate(sentences)
    )
    return article, raw, Ledger(tuple(claims), ())


def timed(name: str, work: Callable[[], T]) -> T:
    """Run `work` and print what it took."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    print(f"{name:42} {(time.perf_counter() - wall) * 1000:10.1f} ms  {time.process_time() - cpu:8.2f} CPU s")
    return result


def fill(store: Store, articles: int) -> None:
    """Add the articles, one transaction each."""
    for number in range(articles):
        article, raw, ledger = made_up(number)
        with store.write() as connection:
            facts.add_article(connection, article, raw, ledger, COLLECTION, datetime.now(UTC))


def decide(store: Store, keys: list[tuple[str, str]], others: list[str]) -> list[float]:
    """Decide about the claims in turn, as a reviewer would, undoing a tenth; return the seconds of each write."""
    seconds = []
    for number, (claim, article) in enumerate(keys):
        other = others[0] if others[0] != article else others[1]
        payload = RecordAgreement(other, Relation.CORROBORATES, (0,)) if number % 2 else MarkVerdict(Verdict.SUPPORTED)
        draft = Draft("ann", claim, payload)
        if number % 10 == 9:
            with store.read() as connection:
                targets = log.undo_targets(connection, "ann", store.database_id)
            for target in targets:
                draft = Draft("ann", target.claim, Undo(), undoes=target.id)
        start = time.perf_counter()
        with store.write() as connection:
            log.append(connection, draft)
        seconds.append(time.perf_counter() - start)
    return seconds


def measure(store: Store, claims: int, decisions: int) -> None:
    """Print all figures."""
    print(f"{store.location}  journal: {store.journal}")
    articles = max(2, claims // CLAIMS_OF_AN_ARTICLE)
    timed(f"add {articles} articles", lambda: fill(store, articles))
    with store.read() as connection:
        rows = timed("queue_rows, nothing decided", lambda: state.queue_rows(connection, COLLECTION, "ann"))
    keys = [(row.key, row.article) for row in rows[:: max(1, len(rows) // decisions)]][:decisions]
    seconds = timed(f"{len(keys)} decisions", lambda: decide(store, keys, [rows[0].article, rows[-1].article]))
    print(f"  a decision: median {median(seconds) * 1000:.1f} ms, 95 % {quantiles(seconds, n=20)[-1] * 1000:.1f} ms")
    with store.read() as connection:
        timed(f"queue_rows of {len(rows)} claims", lambda: state.queue_rows(connection, COLLECTION, "ann"))
        timed("claim_states of all", lambda: state.claim_states(connection))
        timed("claim_state of one", lambda: state.claim_state(connection, rows[0].key))
        timed("list_articles", lambda: facts.list_articles(connection, COLLECTION))
        timed("undo_targets", lambda: log.undo_targets(connection, "ann", store.database_id))
        timed("verify_chains", lambda: log.verify_chains(connection))
    findings = timed("check", lambda: check(store))
    print(f"  findings: {len(findings)}")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--decisions", type=int, default=1000)
    parser.add_argument("--db", help="a new database to fill (default: a temporary SQLite file)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        location = arguments.db or f"{folder}/benchmark.db"
        store = timed("open a new database", lambda: open_store(location))
        store.close()
        with timed("open it again", lambda: open_store(location)) as store:
            measure(store, arguments.claims, arguments.decisions)


if __name__ == "__main__":
    main()
