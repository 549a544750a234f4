"""How well sources, cues and contents of reported speech are found, beside a quotation regex.

    python -m benchmarks.attribution --data FOLDER

reads `attribution.jsonl` of FOLDER (PolNeAR articles: `text` and `quotes` with `content`, `cue` and `source` spans
and a `type`). A piece is one stretch of attributed content. Lenient: a piece found overlaps a gold piece.
Attributed: it does, and the source found for it overlaps the gold source, or ends with the same name. “Direct”
scores the pieces found inside quotation marks against the gold pieces of type direct; pieces found that meet gold
of another type only are neither right nor wrong there.
"""

import argparse
import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.articles.model import Article, Block, Sentence
from workbench.articles.sentences import split_sentences
from workbench.claims import extract_claims
from workbench.claims.quotations import quotations
from workbench.vocabulary import BlockKind


@dataclass(frozen=True)
class Found:
    """A piece of attributed content with the span of its source."""

    start: int
    end: int
    sources: tuple[tuple[int, int], ...]
    kind: str


@dataclass
class Counts:
    """Pieces found and wanted, and how many of each met; `attributed` ones met with the right source."""

    found: int = 0
    gold: int = 0
    found_met: int = 0
    gold_met: int = 0
    found_attributed: int = 0
    gold_attributed: int = 0

    def f1(self, found: int, gold: int) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        precision, recall = found / max(1, self.found), gold / max(1, self.gold)
        return 2 * precision * recall / max(1e-9, precision + recall)

    def row(self) -> str:
        """Lenient precision, recall and F1, and attributed F1, as cells of a table."""
        precision, recall = self.found_met / max(1, self.found), self.gold_met / max(1, self.gold)
        lenient = self.f1(self.found_met, self.gold_met)
        attributed = self.f1(self.found_attributed, self.gold_attributed)
        return f"{precision:.3f} | {recall:.3f} | {lenient:.3f} | {attributed:.3f} | {self.found} | {self.gold}"


def paragraphs(text: str) -> Article:
    """Return `text` as an article whose lines are body blocks, with the offsets of `text`."""
    blocks = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), BlockKind.BODY))
        at += len(line) + 1
    sentences: tuple[Sentence, ...] = tuple(split_sentences(text, blocks))
    return Article(text, tuple(blocks), sentences, "0" * 64, "benchmark")


def gold_pieces(row: dict[str, Any]) -> list[Found]:
    """Return the gold pieces of a row."""
    return [
        Found(start, end, tuple((s, e) for s, e in quote["source"]), quote["type"])
        for quote in row["quotes"]
        for start, end in quote["content"]
    ]


def ours(row: dict[str, Any]) -> list[Found]:
    """Return what a user of `claim.attributions` gets: pieces that lie in quotation marks are of kind direct."""
    article = paragraphs(row["text"])
    quoted = [(mark.start, mark.end) for mark in quote_regex(row)]
    found = set()
    for claim in extract_claims(article):
        for attribution in claim.attributions:
            source = () if attribution.source is None else ((attribution.source.start, attribution.source.end),)
            for span in attribution.contents:
                at = bisect_right(quoted, (span.start, len(article.text))) - 1
                direct = at >= 0 and span.end <= quoted[at][1]
                found.add(Found(span.start, span.end, source, "direct" if direct else "indirect"))
    return sorted(found, key=lambda piece: (piece.start, piece.end, piece.sources))


def quote_regex(row: dict[str, Any]) -> list[Found]:
    """The baseline: everything in quotation marks, by nobody."""
    return [
        Found(span.start, span.end, (), "direct")
        for block in paragraphs(row["text"]).blocks
        for span in quotations(row["text"][block.start : block.end], block.start)
    ]


def same_source(text: str, found: Found, gold: Found) -> bool:
    """Whether a source overlaps the gold one, or ends with the same name."""
    for start, end in found.sources:
        for gold_start, gold_end in gold.sources:
            if start < gold_end and gold_start < end:
                return True
            last, gold_last = text[start:end].split()[-1:], text[gold_start:gold_end].split()[-1:]
            if last == gold_last and last and last[0][0].isupper():
                return True
    return False


def meets(piece: Found, others: list[Found], starts: list[int]) -> list[Found]:
    """Return those of `others` (sorted by start) that share a character with `piece`."""
    last = bisect_left(starts, piece.end)
    return [other for other in others[:last] if other.end > piece.start]


def score(counts: Counts, text: str, found: list[Found], gold: list[Found]) -> None:
    """Add the pieces of one article to the counts."""
    found, gold = sorted(found, key=lambda p: p.start), sorted(gold, key=lambda p: p.start)
    found_starts, gold_starts = [p.start for p in found], [p.start for p in gold]
    counts.found += len(found)
    counts.gold += len(gold)
    for piece in found:
        met = meets(piece, gold, gold_starts)
        counts.found_met += bool(met)
        counts.found_attributed += any(same_source(text, piece, other) for other in met)
    for piece in gold:
        met = meets(piece, found, found_starts)
        counts.gold_met += bool(met)
        counts.gold_attributed += any(same_source(text, other, piece) for other in met)


def direct_only(found: list[Found], gold: list[Found]) -> tuple[list[Found], list[Found]]:
    """Keep direct pieces; one found that meets only gold of another kind is neither right nor wrong."""
    wanted = [piece for piece in gold if piece.kind == "direct"]
    others = sorted((piece for piece in gold if piece.kind != "direct"), key=lambda p: p.start)
    starts, wanted_starts = [p.start for p in others], sorted(p.start for p in wanted)
    by_start = sorted(wanted, key=lambda p: p.start)
    kept = [
        piece
        for piece in found
        if piece.kind == "direct" and (meets(piece, by_start, wanted_starts) or not meets(piece, others, starts))
    ]
    return kept, wanted


def measure(rows: Iterable[dict[str, Any]], system: Callable[[dict[str, Any]], list[Found]]) -> tuple[Counts, Counts]:
    """Return the counts on all pieces and on direct quotations."""
    all_pieces, direct = Counts(), Counts()
    for row in rows:
        found, gold = system(row), gold_pieces(row)
        score(all_pieces, row["text"], found, gold)
        score(direct, row["text"], *direct_only(found, gold))
    return all_pieces, direct


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", help="only the articles of this split (train, dev)")
    options = parser.parse_args()
    lines = (options.data / "attribution.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if options.split in (None, row["split"])]
    print(f"{len(rows)} articles\n")
    print("| pieces | system | precision | recall | lenient F1 | attributed F1 | found | gold |")
    print("|---|---|---|---|---|---|---|---|")
    for name, system in (("quotation regex", quote_regex), ("workbench", ours)):
        all_pieces, direct = measure(rows, system)
        print(f"| all | {name} | {all_pieces.row()} |")
        print(f"| direct | {name} | {direct.row()} |")


if __name__ == "__main__":
    main()
