"""Whether a text that stands in an article, or nearly stands there, is found, and in the right state.

    python benchmarks/anchors.py --data DIR [--articles 150]

DIR holds `source_links.jsonl`, with documents for articles. From each, sentences are taken and edited as copying,
typing and quoting edit them; "look-alike" rows plant a second sentence beside. R@1: the first suggestion is the
sentence; state: it also has the anchor state that the row names. Beside it, the first by RapidFuzz's ratio.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process
from source_links import as_article

from workbench.matching import PreparedArticle, find_sources
from workbench.vocabulary import AnchorState

Edit = Callable[[str, random.Random], str]

FEWEST_WORDS, MOST_WORDS = 8, 45
SENTENCES_OF_AN_ARTICLE = 2
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Case:
    """A kind of edit, the state it should be found in, and what is planted elsewhere in the article."""

    name: str
    edit: Edit
    state: AnchorState
    planted: Edit | None = None


def verbatim(text: str, _: random.Random) -> str:
    """Return the text as it is."""
    return text


def typographic(text: str, _: random.Random) -> str:
    """Return the text with other quotes, dashes and spaces."""
    quotes = text.replace('"', "”").replace("'", "’").replace("“", "«")
    return quotes.replace(" - ", "—").replace(" – ", "—").replace(" ", "\u00a0", 2)


def line_breaks(text: str, rng: random.Random) -> str:
    """Return the text wrapped, with a soft hyphen in a long word."""
    words = text.split()
    words[rng.randrange(len(words))] += "\n"
    longest = max(words, key=len)
    words[words.index(longest)] = f"{longest[:4]}\u00ad{longest[4:]}"
    return " ".join(words)


def cut_off(text: str, rng: random.Random) -> str:
    """Return the beginning of the text, with a mark that more follows."""
    words = text.split()
    return " ".join(words[: max(6, round(len(words) * rng.uniform(0.6, 0.9)))]) + " …"


def slips(text: str, rng: random.Random) -> str:
    """Return the text with one slip in some forty letters: dropped, doubled, exchanged, or two turned round."""
    letters = list(text)
    places = [n for n in range(1, len(letters) - 1) if letters[n].isalpha() and letters[n + 1].isalpha()]
    for place in rng.sample(places, min(len(places), max(1, len(letters) // 40))):
        slip = rng.randrange(4)
        if slip == 0:
            letters[place] = ""
        elif slip == 1:
            letters[place] *= 2
        elif slip == 2:
            letters[place] = rng.choice(_LETTERS)
        else:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def hyphenated(text: str, rng: random.Random) -> str:
    """Return the text with a long word broken by a hyphen at the end of a line."""
    words = text.split()
    long_words = [n for n, word in enumerate(words) if len(word) > 6 and word.isalpha()] or [
        words.index(max(words, key=len))
    ]
    place = rng.choice(long_words)
    words[place] = f"{words[place][:4]}-\n{words[place][4:]}"
    return " ".join(words)


def capitals(text: str, _: random.Random) -> str:
    """Return the text in capital letters."""
    return text.upper()


def shortened(text: str, rng: random.Random) -> str:
    """Return the text with three dots for some words in its middle."""
    words = text.split()
    start = rng.randint(3, len(words) - 4)
    end = min(len(words) - 2, start + rng.randint(1, len(words) // 3))
    return " ".join([*words[:start], "...", *words[end:]])


def dropped(text: str, rng: random.Random) -> str:
    """Return the text without one of its words in ten."""
    words = text.split()
    gone = set(rng.sample(range(1, len(words) - 1), max(1, len(words) // 10)))
    return " ".join(word for place, word in enumerate(words) if place not in gone)


def other_figure(text: str, rng: random.Random) -> str:
    """Return the text with one other digit in it, or where it has none, one of its words for another."""
    digits = [place for place, letter in enumerate(text) if letter.isdecimal()]
    if digits:
        place = rng.choice(digits)
        return f"{text[:place]}{(int(text[place]) + 3) % 10}{text[place + 1 :]}"
    words = text.split()
    place = rng.randrange(1, len(words))
    words[place] = rng.choice([word for word in words if word != words[place]])
    return " ".join(words)


CASES = (
    Case("verbatim", verbatim, AnchorState.EXACT),
    Case("quotes, dashes, spaces", typographic, AnchorState.EXACT),
    Case("line breaks, soft hyphens", line_breaks, AnchorState.EXACT),
    Case("cut off with …", cut_off, AnchorState.EXACT),
    Case("slips of the pen", slips, AnchorState.RELOCATED),
    Case("hyphen at a line's end", hyphenated, AnchorState.RELOCATED),
    Case("capital letters", capitals, AnchorState.RELOCATED),
    Case("words left out with …", shortened, AnchorState.RELOCATED),
    Case("a word in ten dropped", dropped, AnchorState.RELOCATED),
    Case("verbatim, look-alike", verbatim, AnchorState.EXACT, other_figure),
    Case("verbatim, standing twice", verbatim, AnchorState.AMBIGUOUS, verbatim),
    Case("slips, look-alike", slips, AnchorState.AMBIGUOUS, other_figure),
    Case("slips, standing twice", slips, AnchorState.AMBIGUOUS, verbatim),
)


def documents(path: Path, count: int) -> list[tuple[str, ...]]:
    """Return the first so many documents of a reasonable size."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    unique = dict.fromkeys(tuple(row["sentences"]) for row in rows)
    return [each for each in unique if 10 <= len(each) <= 200][:count]


def chosen(sentences: Sequence[str], rng: random.Random) -> list[int]:
    """Return the numbers of some sentences that are long enough and stand in the document once."""
    good = [n for n, text in enumerate(sentences) if FEWEST_WORDS <= len(text.split()) <= MOST_WORDS]
    alone = [n for n in good if sum(fuzz.ratio(sentences[n], other, score_cutoff=80) > 0 for other in sentences) == 1]
    return rng.sample(alone, min(len(alone), SENTENCES_OF_AN_ARTICLE))


def measure(case: Case, articles: Sequence[tuple[str, ...]]) -> None:
    """Print one row of the table."""
    rng = random.Random(case.name)
    asked = right = stated = peer = 0
    seconds = 0.0
    for sentences in articles:
        for number in chosen(sentences, rng):
            text = sentences[number]
            own = [*sentences, case.planted(text, rng)] if case.planted else list(sentences)
            article = PreparedArticle(as_article(own))
            query = case.edit(text, rng)
            if case.planted is not None and case.planted is not verbatim and own[-1] == text:
                continue
            started = time.process_time()
            best = next(iter(find_sources(query, article)), None)
            seconds += time.process_time() - started
            asked += 1
            found = best is not None and set(best.sentences) <= {number, len(own) - 1 if own[-1] == text else number}
            right += found
            stated += found and best is not None and best.state is case.state
            peer += process.extractOne(query, own, scorer=fuzz.ratio)[2] == number
    print(
        f"{case.name:28}{case.state.value:12}{asked:>6}{right / asked:>8.3f}{stated / asked:>8.3f}"
        f"{1000 * seconds / asked:>8.2f}{peer / asked:>12.3f}"
    )


def main() -> None:
    """Measure every kind of edit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds source_links.jsonl")
    parser.add_argument("--articles", type=int, default=150)
    arguments = parser.parse_args()
    articles = documents(arguments.data / "source_links.jsonl", arguments.articles)
    print(f"{'':28}{'state':12}{'asked':>6}{'R@1':>8}{'state':>8}{'ms':>8}{'ratio R@1':>12}")
    for case in CASES:
        measure(case, articles)


if __name__ == "__main__":
    main()
