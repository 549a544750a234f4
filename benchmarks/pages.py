"""The text of articles in saved pages: our blocks beside trafilatura and jusText.

    python benchmarks/pages.py --data FOLDER
    python benchmarks/pages.py --bodies FOLDER

`--data` holds `html.jsonl`, one page a line: `html` (a file in the folder) and segments of text that belong to the
article (`with`) and that do not (`without`), as in trafilatura's evaluation (Barbaresi 2021). Scored is how many
segments of either kind stand in what was extracted: precision, recall, F1.

`--bodies` holds `ground-truth.json` and `html/NAME.html.gz` as in article-extraction-benchmark (Zyte): scored are the
shingles of four words of each body, averaged over pages, as its `evaluate.py` does.

Ours is the text of body and headings; beside it, what captions and credits add. The last column is pages a CPU second.
Below the table: how many of our blocks stand in the page as they are, and in its order.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

import justext
import trafilatura

from workbench.articles import Article, read_article
from workbench.articles.html import parse_page
from workbench.articles.page import letters_of
from workbench.articles.page_blocks import blocks_of_page
from workbench.errors import UnreadableArticleError
from workbench.vocabulary import BlockKind

_TEXT = frozenset({BlockKind.BODY, BlockKind.HEADING})
_SHOWN = _TEXT | {BlockKind.TITLE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.CREDIT}
_SHINGLE = 4
_WORD = re.compile(r"\w+")

Extractor = Callable[[bytes], str]
Scores = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Page:
    """One saved page and what is known of its article."""

    raw: bytes
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    body: str = ""


def pages_with_segments(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder with `html.jsonl`."""
    for line in (folder / "html.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Page((folder / row["html"]).read_bytes(), tuple(row["with"]), tuple(row["without"]))


def pages_with_bodies(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder with `ground-truth.json`."""
    for name, row in json.loads((folder / "ground-truth.json").read_text(encoding="utf-8")).items():
        yield Page(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), body=row["articleBody"])


def read(raw: bytes) -> Article | None:
    """Return our article, or None for a page that holds nothing to read."""
    try:
        return read_article(raw, name="page.html")
    except UnreadableArticleError:
        return None


def ours(kinds: frozenset[BlockKind]) -> Extractor:
    """Extract our blocks of some kinds."""

    def extract(raw: bytes) -> str:
        article = read(raw)
        blocks = article.blocks if article else ()
        return "\n".join(article.text[b.start : b.end] for b in blocks if article and b.kind in kinds)

    return extract


def by_trafilatura(**options: Any) -> Extractor:
    """Extract with trafilatura; without comments, as we do."""
    return lambda raw: trafilatura.extract(raw, include_comments=False, **options) or ""


def by_justext(raw: bytes) -> str:
    """Extract with jusText and its English stop words."""
    paragraphs = justext.justext(raw, justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


EXTRACTORS: dict[str, Extractor] = {
    "claim-workbench": ours(_TEXT),
    "… with captions, credits": ours(_SHOWN),
    "trafilatura": by_trafilatura(),
    "trafilatura, precision": by_trafilatura(favor_precision=True),
    "trafilatura, recall": by_trafilatura(favor_recall=True),
    "trafilatura, fast": by_trafilatura(fast=True),
    "jusText": by_justext,
}


def score_segments(pages: Sequence[Page], texts: Sequence[str]) -> Scores:
    """Return precision and recall over all segments."""
    hits = sum(segment in text for page, text in zip(pages, texts, strict=True) for segment in page.inside)
    wrong = sum(segment in text for page, text in zip(pages, texts, strict=True) for segment in page.outside)
    return hits / max(1, hits + wrong), hits / max(1, sum(len(page.inside) for page in pages))


def score_shingles(pages: Sequence[Page], texts: Sequence[str]) -> Scores:
    """Return precision and recall over shingles of four words, each the mean of the pages that have any."""
    precisions, recalls = [], []
    for page, text in zip(pages, texts, strict=True):
        gold, found = shingles(page.body), shingles(text)
        shared = (gold & found).total()
        precisions += [shared / found.total()] if found else []
        recalls += [shared / gold.total()] if gold else []
    return mean(precisions), mean(recalls)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words in a text; a shorter text is one run."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1)) if words)


def truth_of_blocks(pages: Sequence[Page]) -> tuple[int, int, int, int]:
    """Return how many blocks there are, how many stand in their page as they are; pages, and pages in order."""
    blocks = standing = in_order = 0
    for page in pages:
        places = places_of_blocks(page.raw)
        blocks, standing = blocks + len(places), standing + len(places) - places.count(None)
        found = [place for place in places if place is not None]
        in_order += found == sorted(found)
    return blocks, standing, len(pages), in_order


def places_of_blocks(raw: bytes) -> list[int | None]:
    """Return which paragraph of its page each of our blocks is, looking on from the one before; None for no one."""
    article = read(raw)
    if article is None:
        return []
    shown = [letters_of(block.text) for block in blocks_of_page(parse_page(raw.decode(article.encoding, "replace")))]
    places: list[int | None] = []
    last = 0
    for block in article.blocks:
        letters = letters_of(article.text[block.start : block.end])
        place = next((at for at in range(last, len(shown)) if shown[at] == letters), None)
        places.append(shown.index(letters) if place is None and letters in shown else place)
        last = last if place is None else place
    return places


def main() -> None:
    """Print a table for each set that was given."""
    parser = argparse.ArgumentParser(description="Article text in saved pages, beside other extractors.")
    parser.add_argument("--data", type=Path, help="a folder with html.jsonl")
    parser.add_argument("--bodies", type=Path, help="a folder with ground-truth.json")
    given = parser.parse_args()
    sets = [
        (pages_with_segments, score_segments, given.data, "html.jsonl"),
        (pages_with_bodies, score_shingles, given.bodies, "ground-truth.json"),
    ]
    for pages_of, score, folder, file in sets:
        if folder is not None:
            if not (folder / file).is_file():
                parser.error(f"{folder} holds no {file}")
            print_table(list(pages_of(folder)), score)


def print_table(pages: Sequence[Page], score: Callable[[Sequence[Page], Sequence[str]], Scores]) -> None:
    """Print a row for each extractor."""
    print(f"{len(pages)} pages{'precision':>31}{'recall':>9}{'F1':>8}{'pages/s':>9}")
    for name, extract in EXTRACTORS.items():
        extract(pages[0].raw)
        started = time.process_time()
        texts = [extract(page.raw) for page in pages]
        seconds = time.process_time() - started
        precision, recall = score(pages, texts)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:28}{precision:>12.3f}{recall:>9.3f}{f1:>8.3f}{len(pages) / seconds:>9.1f}")
    blocks, standing, count, in_order = truth_of_blocks(pages)
    print(f"{standing} of {blocks} blocks stand in their page as they are; {in_order} of {count} pages in its order")


if __name__ == "__main__":
    main()
