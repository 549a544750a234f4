"""How well the numbers, dates and names that comparing rests on are found in the first place.

    python benchmarks/mentions.py --data DIR

DIR holds `mentions.jsonl` (IEER, news with annotated names, dates, numbers, money, percentages). A found mention is
right if it overlaps an annotated one of its kind, and an annotated one is found if a mention overlaps it; F1 is of the
two shares. Each kind is scored within what its annotation covers: a number found inside an annotated duration or date
is neither right nor wrong for "number". The annotation leaves out "today" and "last month", ordinals, and peoples and
faiths ("Kenyans", "Jewish"); so do our rows. The peers are dateparser's `search_dates` (for dates, if it is installed)
and plain regular expressions (for all).
"""

import argparse
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from workbench.matching.dates import find_moments
from workbench.matching.names import find_names
from workbench.matching.numbers import find_numbers
from workbench.matching.tokens import tokenize

Span: TypeAlias = tuple[int, int]
Finder: TypeAlias = Callable[[str], list[Span]]

KINDS: dict[str, frozenset[str]] = {
    "date": frozenset({"DATE"}),
    "number": frozenset({"CARDINAL"}),
    "money": frozenset({"MONEY"}),
    "percent": frozenset({"PERCENT"}),
    "name": frozenset({"PERSON", "ORGANIZATION", "LOCATION"}),
}
# What may be found there and says nothing about the kind: a number is rightly found inside a duration.
ALONGSIDE: dict[str, frozenset[str]] = {
    "date": frozenset({"DURATION", "TIME"}),
    "number": frozenset({"DURATION", "MEASURE", "DATE", "TIME", "MONEY", "PERCENT"}),
    "money": frozenset({"MEASURE"}),
    "percent": frozenset({"MEASURE"}),
    "name": frozenset(),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds the set")
    lines = (parser.parse_args().data / "mentions.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    print(f"{'kind':<10}{'finder':<28}{'precision':>10}{'recall':>8}{'F1':>8}{'ms an article':>15}")
    for kind, finders in FINDERS.items():
        for name, find in finders:
            started = time.process_time()
            found = [find(article["text"]) for article in articles]
            spent = 1000 * (time.process_time() - started) / len(articles)
            precision, recall, f1 = score(kind, articles, found)
            print(f"{kind:<10}{name:<28}{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{spent:>15.1f}")


def score(kind: str, articles: list[dict[str, Any]], found: list[list[Span]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of what was found in each article."""
    right = wrong = hit = missed = 0
    for article, spans in zip(articles, found, strict=True):
        wanted = [(e["start"], e["end"]) for e in article["ents"] if e["type"] in KINDS[kind]]
        beside = [(e["start"], e["end"]) for e in article["ents"] if e["type"] in ALONGSIDE[kind]]
        for span in spans:
            good = _overlaps(span, wanted)
            right += good
            wrong += not good and not _overlaps(span, beside)
        for span in wanted:
            got = _overlaps(span, spans)
            hit += got
            missed += not got
    precision, recall = right / max(1, right + wrong), hit / max(1, hit + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def our_dates(text: str) -> list[Span]:
    """Find dates; clock times are another kind, and "today", "last month" are not annotated in this set."""
    moments = (each for each in find_moments(text) if each.period.minute is None)
    return [(each.start, each.end) for each in moments if not _RELATIVE.search(text, each.start, each.end)]


def our_numbers(*kinds: str) -> Finder:
    """Find numbers of some kinds, outside of dates and times."""

    def find(text: str) -> list[Span]:
        moments = [(each.start, each.end) for each in find_moments(text)]
        spans = ((each.start, each.end) for each in find_numbers(text) if not kinds or each.kind in kinds)
        return [span for span in spans if not _overlaps(span, moments)]

    return find


def our_names(text: str) -> list[Span]:
    """Find names; peoples and faiths ("Kenyans", "Jewish") are not annotated in this set."""
    return [(each.start, each.end) for each in find_names(text, tokenize(text)) if not each.is_people]


def plain(pattern: str, flags: int = 0) -> Finder:
    """Find what one regular expression matches."""
    compiled = re.compile(pattern, flags)
    return lambda text: [match.span() for match in compiled.finditer(text)]


def dateparser_dates(text: str) -> list[Span]:
    """Find dates with dateparser, in English, at the places where it says that they stand."""
    from dateparser.search import search_dates

    spans, place = [], 0
    for words, _ in search_dates(text, languages=["en"]) or ():
        start = text.find(words, place)
        if start >= 0:
            place = start + len(words)
            spans.append((start, place))
    return spans


def _peers() -> Iterator[tuple[str, Finder]]:
    try:
        import dateparser.search  # noqa: F401 - only asked whether it is there
    except ImportError:
        print("dateparser is not installed; its row is left out")
    else:
        yield "dateparser search_dates", dateparser_dates


_RELATIVE = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|ago|night|(?:this|last|next|past|previous) \w+)\b", re.IGNORECASE
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million"
)
FINDERS: dict[str, list[tuple[str, Finder]]] = {
    "date": [
        ("find_moments", our_dates),
        ("a regular expression", plain(rf"\b(?:(?:{_MONTHS})(?: \d{{1,2}})?(?:,? \d{{4}})?|{_DAYS}|(?:19|20)\d\d)\b")),
        *_peers(),
    ],
    "number": [
        ("find_numbers", our_numbers("count")),
        ("find_numbers, of any unit", our_numbers()),
        ("a regular expression", plain(rf"\b(?:{_DIGITS}|{_WORDS})\b", re.IGNORECASE)),
    ],
    "money": [
        ("find_numbers", our_numbers("money")),
        (
            "a regular expression",
            plain(rf"[$€£¥]\s?{_DIGITS}(?: (?:million|billion))?|{_DIGITS} (?:dollars|euros|pounds)"),
        ),
    ],
    "percent": [
        ("find_numbers", our_numbers("percent")),
        ("a regular expression", plain(rf"{_DIGITS}\s?(?:%|percent|per cent)")),
    ],
    "name": [("find_names", our_names), ("a regular expression", plain(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*\b"))],
}


if __name__ == "__main__":
    main()
