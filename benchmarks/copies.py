"""How well wire copies are told from other articles, beside exact 5-gram containment and RapidFuzz (average precision).

    python benchmarks/copies.py --data DIR

DIR holds `attribution.jsonl`, whose `text`s are news articles with a headline first. Of each a noisy copy is made: the
headline is another article's, paragraphs are cut (half of the copies lose their end, half any paragraphs, up to 80 %),
words are dropped, doubled and replaced (up to 30 %), and lines that all copies share are added. Into every third copy
goes a quotation of an article that it is no copy of. All pairs of an article and a copy are ranked; the copy's own
article is the one right answer. Ours ranks by `Overlap.likeness`.
Articles of the set that share a tenth of their 5-grams with an earlier one are left out: they are real copies.
"""

import argparse
import json
import random
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from rapidfuzz import fuzz, utils

from workbench.articles import Article, read_article
from workbench.matching.origins import find_overlaps, is_copy

Pair = tuple[int, int]
BOILERPLATE = (
    "© 2023 All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    "Sign up for our newsletter and get the most important stories of the day delivered to your inbox every morning.",
    "Follow us on Facebook and Twitter for the latest on this developing story, and let us know what you think below.",
)
_QUOTATION = re.compile(r"(?:(?<=\s)\"(?=\w)|“)([^“”\"\n]{60,400})(?:(?<=[\w.,?!])\"(?!\w)|”)")


def noisy_copy(dice: random.Random, number: int, texts: list[str]) -> str:
    """Return a copy of article `number` as another outlet might print it."""
    other = texts[(number + 1 + dice.randrange(len(texts) - 1)) % len(texts)]
    paragraphs = texts[number].split("\n\n")[1:] or [texts[number]]
    kept = max(1, round(len(paragraphs) * dice.uniform(0.2, 1.0)))
    if dice.random() < 0.5:
        paragraphs = paragraphs[:kept]
    else:
        paragraphs = [paragraphs[place] for place in sorted(dice.sample(range(len(paragraphs)), kept))]
    rate = dice.uniform(0.0, 0.3)
    edited = [edit(dice, paragraph, rate, other.split()) for paragraph in paragraphs]
    quotation = _QUOTATION.search(other)
    if number % 3 == 0 and quotation:
        edited.insert(dice.randrange(len(edited) + 1), f"“{quotation[1]}” somebody else said on another occasion.")
    return "\n\n".join([other.split("\n\n")[0], *edited, *BOILERPLATE])


def edit(dice: random.Random, paragraph: str, rate: float, vocabulary: list[str]) -> str:
    """Return a paragraph in which a share of the words is dropped, doubled or replaced."""
    words: list[str] = []
    for word in paragraph.split(" "):
        chance = dice.random() / rate if rate else 1.0
        if chance >= 1.0:
            words.append(word)
        elif chance >= 0.6:
            words.append(dice.choice(vocabulary))
        elif chance >= 0.3:
            words += [word, dice.choice(vocabulary)]
    return " ".join(words)


def average_precision(scores: dict[Pair, float], right: set[Pair]) -> float:
    """Return the average precision of a ranking of pairs; of equal scores the wrong ones come first."""
    ranking = sorted(scores, key=lambda pair: (-scores[pair], pair in right))
    found, total = 0, 0.0
    for place, pair in enumerate(ranking, start=1):
        if pair in right:
            found += 1
            total += found / place
    return total / len(right)


def ours(originals: list[str], copies: list[str]) -> tuple[dict[Pair, float], set[Pair]]:
    """Score pairs with the matching room; also return those that it calls copies."""
    articles = [article(f"o{number}", text) for number, text in enumerate(originals)]
    articles += [article(f"c{number}", text) for number, text in enumerate(copies)]
    place = {each.sha256: number for number, each in enumerate(articles)}
    scores: dict[Pair, float] = {}
    called: set[Pair] = set()
    for found in find_overlaps(articles):
        a, b = sorted((place[found.passages[0].a_article], place[found.passages[0].b_article]))
        if a < len(originals) <= b:
            scores[a, b - len(originals)] = found.likeness
            called |= {(a, b - len(originals))} if is_copy(found) else set()
    return scores, called


def article(name: str, text: str) -> Article:
    """Read a text as the program does; the name makes the bytes of equal texts differ."""
    return read_article(f"{text}\n\n{name}\n".encode(), name=f"{name}.txt")


def five_grams(originals: list[str], copies: list[str]) -> dict[Pair, float]:
    """Score pairs by how many runs of five words of the shorter text stand in the other."""
    a_grams, b_grams = list(map(grams, originals)), list(map(grams, copies))
    return {
        (a, b): len(x & y) / max(1, min(len(x), len(y))) for a, x in enumerate(a_grams) for b, y in enumerate(b_grams)
    }


def grams(text: str) -> set[tuple[str, ...]]:
    """Return the runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def rapidfuzz(originals: list[str], copies: list[str]) -> dict[Pair, float]:
    """Score pairs by RapidFuzz's token_set_ratio."""
    b_plain = list(map(utils.default_process, copies))
    return {
        (a, b): fuzz.token_set_ratio(x, y)
        for a, x in enumerate(map(utils.default_process, originals))
        for b, y in enumerate(b_plain)
    }


def unlike(texts: Iterable[str]) -> list[str]:
    """Return the texts that are long enough to be cut and share little with one before."""
    kept: list[tuple[str, set[tuple[str, ...]]]] = []
    for text in texts:
        own = grams(text)
        if text.count("\n\n") >= 4 and all(10 * len(own & other) < min(len(own), len(other)) for _, other in kept):
            kept.append((text, own))
    return [text for text, _ in kept]


def main() -> None:
    """Print average precisions, and the precision and recall of what is called a copy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the set")
    parser.add_argument("--articles", type=int, default=150, help="of how many articles copies are made")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    lines = (options.data / "attribution.jsonl").read_text("utf-8").splitlines()
    dice = random.Random(options.seed)
    originals = unlike(json.loads(line)["text"] for line in lines)
    originals = dice.sample(originals, min(options.articles, len(originals)))
    copies = [noisy_copy(dice, number, originals) for number in range(len(originals))]
    right = {(number, number) for number in range(len(originals))}
    scores, called = ours(originals, copies)
    missed = dict.fromkeys(right - scores.keys(), 0.0)
    peers: dict[str, Callable[[list[str], list[str]], dict[Pair, float]]] = {
        "exact 5-gram containment": five_grams,
        "RapidFuzz token_set_ratio": rapidfuzz,
    }
    print(f"{len(originals)} articles, a noisy copy of each")
    print(f"  {'workbench':28}{average_precision(scores | missed, right):.3f}")
    for name, peer in peers.items():
        print(f"  {name:28}{average_precision(peer(originals, copies), right):.3f}")
    print(f"  called copies: precision {len(called & right) / max(1, len(called)):.3f}, ", end="")
    print(f"recall {len(called & right) / len(right):.3f}")


if __name__ == "__main__":
    main()
