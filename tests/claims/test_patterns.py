"""No text, however hostile, makes a regular expression run away.

Backtracking shows as work that doubles with each character, so a 10 kB string would never come back: that these
tests end within the suite's time limit is the proof.
"""

import pkgutil
import re
from collections.abc import Callable
from importlib import import_module

import pytest

import workbench.claims
from workbench.articles.model import Article
from workbench.claims import read_ledger

_UNITS = ["a", "a ", "'", "’", "“", "”", '"', "''", ",", ", ", ".", "a.", "a-", "a’", "1", "1,", "said ", "A ", "—",
          "\n", " ", "\u00a0", "(", "?", ", isn’t ", "photo", "“a", "a,” said ", "who, ", "and A "]  # fmt: skip


def every_pattern() -> list[re.Pattern[str]]:
    modules = [
        import_module(f"workbench.claims.{module.name}") for module in pkgutil.iter_modules(workbench.claims.__path__)
    ]
    return [value for module in modules for value in vars(module).values() if isinstance(value, re.Pattern)]


def test_there_are_patterns_to_try() -> None:
    assert every_pattern()


@pytest.mark.parametrize("unit", _UNITS)
def test_every_pattern_reads_ten_thousand_hostile_characters(unit: str) -> None:
    text = (unit * 10_000)[:10_000]
    for pattern in every_pattern():
        for ending in ("", "!", "\x00"):
            assert sum(1 for _ in pattern.finditer(text + ending)) <= len(text) + 1


def test_no_pattern_repeats_a_repetition() -> None:
    nested = re.compile(r"[+*}][?+]?\)[+*{]")
    assert [pattern.pattern for pattern in every_pattern() if nested.search(pattern.pattern)] == []


@pytest.mark.parametrize("unit", _UNITS)
def test_a_hostile_sentence_of_any_length_is_read(article: Callable[..., Article], unit: str) -> None:
    read = article("x" + (unit * 100_000)[:100_000].replace(". A", ".,A") + "x")
    ledger = read_ledger(read)
    assert len(ledger.claims) + len(ledger.passed) == len(read.sentences)
