"""How often a sentence is found again in a changed article, in the right place and with the right state.

    python benchmarks/versions.py --data DIR

DIR holds `attribution.jsonl`, whose `text`s are news articles. Each is read, and so is a newer version of it, in which
of every 20 sentences one is deleted, one gets two letters swapped, one other quotation marks, one a word of another
article in the place of its longest, one a few words more, and one a sentence of another article before it; two
paragraphs change places. What became of each sentence is known, and is what is asked: unchanged ones must be `exact`
in their place, edited ones `relocated` in theirs, deleted ones `orphaned`. Sentences that stand twice are left out.

Beside us stands what annotation clients do: first the exact words, else RapidFuzz's best-aligned substring of the
whole text if it is at least 88 alike, else an orphan; and the text differences of the standard library (difflib), which
find a sentence where most of its letters (at least half) stand in unchanged blocks.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time

from rapidfuzz import fuzz

from workbench.articles import Article, read_article
from workbench.matching.versions import carry_spans
from workbench.vocabulary import AnchorState

Found = tuple[AnchorState, tuple[int, int] | None]
Truth = tuple[AnchorState, str]
_WORD = r"[^\W\d_]+"
Method = Callable[[Article, Article], list[Found]]


def newer_version(dice: random.Random, article: Article, other: Article) -> tuple[str, dict[str, Truth]]:
    """Return the text of a newer version, and for each older sentence what became of it."""
    paragraphs: list[list[str]] = []
    truth: dict[str, Truth] = {}
    for number, _block in enumerate(article.blocks):
        told: list[str] = []
        for sentence in (each for each in article.sentences if each.block == number):
            state, words, added = edited(dice, sentence.text, other)
            truth[sentence.text] = (state, words)
            told += [added] * bool(added) + [words] * (state is not AnchorState.ORPHANED)
        paragraphs += [told] * bool(told)
    if len(paragraphs) > 3:
        a, b = dice.sample(range(1, len(paragraphs)), 2)
        paragraphs[a], paragraphs[b] = paragraphs[b], paragraphs[a]
    return "\n\n".join(" ".join(told) for told in paragraphs) + "\n", truth


def edited(dice: random.Random, words: str, other: Article) -> tuple[AnchorState, str, str]:
    """Return the state that a sentence should have, what it is in the newer version, and what stands before it."""
    chance, foreign = dice.randrange(20), dice.choice(other.sentences).text
    foreign_word = dice.choice(re.findall(_WORD, other.text))
    if chance == 0:
        return AnchorState.ORPHANED, "", ""
    if chance == 1:
        return AnchorState.EXACT, words, foreign
    changed = words
    if chance == 2 and len(words) > 20:
        at = dice.randrange(5, len(words) - 6)
        changed = words[:at] + words[at + 1] + words[at] + words[at + 2 :]
    elif chance == 3:
        changed = words.translate(str.maketrans({"“": '"', "”": '"', "’": "'", "'": "’", '"': "”"}))
    elif chance == 4 and len(words) > 60:
        changed = re.sub(rf"\b{re.escape(max(re.findall(_WORD, words), key=len))}\b", foreign_word, words, count=1)
    elif chance == 5 and len(words) > 60:
        changed = re.sub(r"(?=[.!?]?\W*$)", ", police said", words, count=1)
    same = changed.split() == words.split()
    return AnchorState.EXACT if same else AnchorState.RELOCATED, changed, ""


def ours(older: Article, newer: Article) -> list[Found]:
    """Find every sentence with the matching room."""
    found, _ = carry_spans(older, newer, [])
    return [(place.state, place.span) for place in found]


def annotation_client(older: Article, newer: Article) -> list[Found]:
    """Find every sentence by its words, or else by the most alike stretch of the whole text."""
    found: list[Found] = []
    for sentence in older.sentences:
        place = newer.text.find(sentence.text)
        if place >= 0:
            found.append((AnchorState.EXACT, (place, place + len(sentence.text))))
            continue
        alignment = fuzz.partial_ratio_alignment(sentence.text, newer.text, score_cutoff=88.0)
        span = (alignment.dest_start, alignment.dest_end) if alignment else None
        found.append((AnchorState.RELOCATED if span else AnchorState.ORPHANED, span))
    return found


def text_differences(older: Article, newer: Article) -> list[Found]:
    """Find every sentence through the unchanged blocks of a difference of the two texts."""
    blocks = SequenceMatcher(None, older.text, newer.text, autojunk=False).get_matching_blocks()
    found: list[Found] = []
    for sentence in older.sentences:
        shared = [
            (max(sentence.start, block.a), min(sentence.end, block.a + block.size), block.b - block.a)
            for block in blocks
            if block.a < sentence.end and sentence.start < block.a + block.size
        ]
        held = sum(end - start for start, end, _shift in shared)
        if held < len(sentence.text) / 2:
            found.append((AnchorState.ORPHANED, None))
            continue
        span = shared[0][0] + shared[0][2], shared[-1][1] + shared[-1][2]
        same = newer.text[slice(*span)] == sentence.text
        found.append((AnchorState.EXACT if same else AnchorState.RELOCATED, span))
    return found


def is_right(truth: Truth, found: Found, newer: Article) -> tuple[bool, bool]:
    """Return whether the state is right, and whether the place is, too: nearly the words that are meant stand there."""
    state, words = truth
    right = found[0] is state
    if state is AnchorState.ORPHANED or found[1] is None:
        return right, right and state is AnchorState.ORPHANED
    return right, right and fuzz.ratio(newer.text[slice(*found[1])], words) >= 85


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=100, help="how many articles are changed")
    parser.add_argument("--wrong", type=int, default=0, help="print so many of our errors")
    arguments = parser.parse_args()
    lines = (arguments.data / "attribution.jsonl").read_text("utf-8").splitlines()
    texts = list(dict.fromkeys(json.loads(line)["text"] for line in lines))[: arguments.articles]
    articles = [read_article(text.encode(), name=f"{number}.txt") for number, text in enumerate(texts)]
    dice = random.Random(7)
    pairs = []
    for number, older in enumerate(articles):
        text, truth = newer_version(dice, older, articles[number - 1])
        pairs.append((older, read_article(text.encode(), name=older.name), truth))
    for name, method in (
        ("workbench", ours),
        ("exact, then RapidFuzz", annotation_client),
        ("difflib", text_differences),
    ):
        measure(name, method, pairs, arguments.wrong if method is ours else 0)


def measure(name: str, method: Method, pairs: list[tuple[Article, Article, dict[str, Truth]]], wrong: int) -> None:
    """Print how much of what a method finds is right, by what became of the sentences, and how long it takes."""
    right: Counter[AnchorState] = Counter()
    placed: Counter[AnchorState] = Counter()
    asked: Counter[AnchorState] = Counter()
    seconds = 0.0
    for older, newer, truth in pairs:
        times = Counter(sentence.text for sentence in older.sentences)
        began = process_time()
        found = method(older, newer)
        seconds += process_time() - began
        for sentence, place in zip(older.sentences, found, strict=True):
            if times[sentence.text] > 1 or not any(map(str.isalnum, sentence.text)):
                continue
            expected = truth[sentence.text]
            state, whole = is_right(expected, place, newer)
            asked[expected[0]] += 1
            right[expected[0]] += state
            placed[expected[0]] += whole
            if not whole and wrong > 0:
                wrong -= 1
                there = newer.text[slice(*place[1])] if place[1] else ""
                print(f"  {expected[0]} | {place[0]} | {sentence.text!r} | {expected[1]!r} | {there!r}")
    parts = [f"{state} {right[state] / asked[state]:.3f} / {placed[state] / asked[state]:.3f}" for state in asked]
    total = asked.total()
    print(f"{name:24} state / place: {right.total() / total:.4f} / {placed.total() / total:.4f}  ({'; '.join(parts)};")
    print(f"{'':24} {total} sentences, {1000 * seconds / len(pairs):.1f} ms CPU an article)")


if __name__ == "__main__":
    main()
