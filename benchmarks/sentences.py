"""Where sentences end: our splitter beside raw nupunkt, on annotated documents.

    python benchmarks/sentences.py --data FOLDER

FOLDER holds `sentences.jsonl`, one document a line: `text`, `paras` and `sents` as [start, end] in code points,
`genre`. Scored is each end of a sentence inside the gold paragraphs, by exact offset (boundary F1). A layout is the
way the paragraphs are written down; with all on one line the gold ends are those of one paragraph. Speed is CPU
seconds on the blank-line layout.
"""

import argparse
import json
import textwrap
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nupunkt import sentence_spans as nupunkt_spans

from workbench.articles.paragraphs import split_paragraphs
from workbench.articles.sentences import sentence_spans

Spans = list[tuple[int, int]]
Splitter = Callable[[str], Spans]


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its sentences, paragraph by paragraph."""

    genre: str
    paragraphs: tuple[tuple[str, ...], ...]


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file, white space inside sentences as one blank."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text, sentences = row["text"], row["sents"]
        paragraphs = [
            tuple(" ".join(text[a:b].split()) for a, b in sentences if start <= a < end) for start, end in row["paras"]
        ]
        yield Document(row["genre"], tuple(sentences for sentences in paragraphs if sentences))


def lay_out(document: Document, layout: str) -> tuple[str, set[int]]:
    """Return the text in a layout, and the gold ends counted in its visible characters alone."""
    paragraphs = [" ".join(sentences) for sentences in document.paragraphs]
    if layout == "wrapped at 78":
        paragraphs = [textwrap.fill(part, 78, break_long_words=False, break_on_hyphens=False) for part in paragraphs]
    gap = {"one line": " ", "newline": "\n"}.get(layout, "\n\n")
    ends: set[int] = set()
    count = 0
    for sentence in (sentence for sentences in document.paragraphs for sentence in sentences):
        count += visible(sentence)
        ends.add(count)
    return gap.join(paragraphs), ends


def visible(text: str) -> int:
    """Count the characters that are no white space."""
    return sum(not sign.isspace() for sign in text)


def ends_of(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The ends of spans, counted in visible characters, so that layouts can be compared."""
    ends: set[int] = set()
    count = last = 0
    for start, end in spans:
        count += visible(text[last:end])
        last = end
        if text[start:end].strip():
            ends.add(count)
    return ends


def ours(text: str) -> Spans:
    """Our paragraphs, then our sentences in each."""
    return [
        (paragraph.start + start, paragraph.start + end)
        for paragraph in split_paragraphs(text)
        for start, end in sentence_spans(text[paragraph.start : paragraph.end])
    ]


def score(documents: list[Document], layout: str, splitter: Splitter) -> tuple[float, float]:
    """Return boundary F1 and megabytes a CPU second."""
    hits = proposed = gold = size = 0
    seconds = 0.0
    for document in documents:
        text, ends = lay_out(document, layout)
        started = time.process_time()
        spans = splitter(text)
        seconds += time.process_time() - started
        found = ends_of(text, spans)
        hits, proposed, gold = hits + len(found & ends), proposed + len(found), gold + len(ends)
        size += len(text.encode())
    return 2 * hits / (proposed + gold), size / 1e6 / seconds


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description="Boundary F1 of sentence splitters.")
    parser.add_argument("--data", type=Path, required=True, help="the folder with sentences.jsonl")
    documents = list(read_documents(parser.parse_args().data / "sentences.jsonl"))
    news = [document for document in documents if document.genre == "news"]
    layouts = ("blank line", "one line", "newline", "wrapped at 78")
    splitters: dict[str, Splitter] = {
        "claim-workbench": ours,
        "nupunkt": nupunkt_spans,
        "nupunkt, line breaks": lambda text: nupunkt_spans(text, line_breaks=True),
    }
    print(f"{'':22}" + "".join(f"{layout:>15}" for layout in layouts) + f"{'MB/s':>8}")
    for genre, group in (("news", news), ("all genres", documents)):
        for name, splitter in splitters.items():
            splitter("A warm-up of Selm Inc. Hollow words load the model.")
            scores = [score(group, layout, splitter) for layout in layouts]
            cells = "".join(f"{f1:>15.3f}" for f1, _ in scores)
            print(f"{name:22}{cells}{scores[0][1]:>8.1f}   {genre}, {len(group)} documents")


if __name__ == "__main__":
    main()
