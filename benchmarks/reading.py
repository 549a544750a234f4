"""How fast plain text becomes claims in a database, by step, beside what every reader needs at least (CPU time).

    python -m benchmarks.reading --data FOLDER [--articles 200]

reads the `text`s of FOLDER/attribution.jsonl, news articles of some 4,000 characters, writes each to a file and adds
them to a new SQLite database. The peer's row is nupunkt alone: the sentences, and nothing of blocks, claims or storage.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nupunkt

from workbench.articles import read_article
from workbench.claims import read_ledger
from workbench.review.intake import add_files
from workbench.store.engine import open_store


def cpu_seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the CPU seconds that `work` takes in this process, and what it returns."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def added(folder: Path) -> int:
    """Add the files of `folder` to a new database; return how many claims came of it."""
    with tempfile.TemporaryDirectory() as place, open_store(Path(place) / "w.db") as store:
        return add_files(store, [folder]).claims


def show(name: str, seconds: float, articles: int, characters: int) -> None:
    """Print one row."""
    rate = f"{articles / seconds:10.0f} articles/s {characters / seconds / 1e6:8.2f} MB/s"
    print(f"  {name:34}{1000 * seconds / articles:8.2f} ms an article{rate}")


def texts_of(data: Path, count: int) -> list[str]:
    """Return the first `count` articles."""
    lines = (data / "attribution.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:count]]


def in_files(texts: Iterable[str], folder: Path) -> None:
    """Write each text to a file of its own."""
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text, "utf-8")


def main() -> None:
    """Print what each step costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds attribution.jsonl")
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    texts = texts_of(options.data, options.articles)
    characters = sum(map(len, texts))
    read_ledger(read_article(texts[0].encode()))  # what is loaded once is not counted
    nupunkt.sent_tokenize(texts[0])
    reading, articles = cpu_seconds(lambda: [read_article(text.encode(), name="a.txt") for text in texts])
    extracting, ledgers = cpu_seconds(lambda: [read_ledger(article) for article in articles])
    alone, _ = cpu_seconds(lambda: [nupunkt.sent_tokenize(text) for text in texts])
    with tempfile.TemporaryDirectory() as folder:
        in_files(texts, Path(folder))
        whole, claims = cpu_seconds(lambda: added(Path(folder)))
    print(f"{len(texts)} articles of {characters / len(texts):.0f} characters; {claims} claims")
    show("text to blocks and sentences", reading, len(texts), characters)
    show("sentences to claims", extracting, len(texts), characters)
    show("files to claims in the database", whole, len(texts), characters)
    show("nupunkt alone: sentences", alone, len(texts), characters)
    if sum(len(ledger.claims) for ledger in ledgers) < claims:
        raise SystemExit("Equal articles were added once, so these figures do not compare.")


if __name__ == "__main__":
    main()
