"""How much a word tells: rare words tell more (inverse document frequency, Spärck Jones 1972).

A "document" here is one sentence, because sentences are what claims are matched with.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from workbench.articles.model import Article
from workbench.matching.tokens import tokenize
from workbench.matching.words import FUNCTION_WORDS, REPORTING_WORDS

_UNSEEN: Final = 0.5  # a word that no sentence holds counts as if half a sentence held it
# A single article is too short to show by counting that "during" tells little; these factors say it outright.
_FUNCTION_WORD_FACTOR: Final = 0.25
_REPORTING_WORD_FACTOR: Final = 0.6


@dataclass(frozen=True, slots=True)
class TermWeights:
    """In how many of `sentences` sentences each word's normal form stands, and what weight follows from it."""

    sentences: int
    frequencies: Mapping[str, int]

    @classmethod
    def from_sentences(cls, sentences: Iterable[Iterable[str]]) -> Self:
        """Count words over sentences that are given as their words' normal forms."""
        counts: Counter[str] = Counter()
        total = 0
        for forms in sentences:
            counts.update(set(forms))
            total += 1
        return cls(total, counts)

    @classmethod
    def from_articles(cls, articles: Iterable[Article]) -> Self:
        """Count words over every sentence of a collection."""
        return cls.from_sentences(
            (token.form for token in tokenize(sentence.text)) for article in articles for sentence in article.sentences
        )

    def weight(self, form: str) -> float:
        """Return how much the word tells: the logarithm of how rare it is, less for words of grammar."""
        rarity = math.log(1 + self.sentences / (self.frequencies.get(form, 0) or _UNSEEN))
        if form in FUNCTION_WORDS:
            return rarity * _FUNCTION_WORD_FACTOR
        if form in REPORTING_WORDS:
            return rarity * _REPORTING_WORD_FACTOR
        return rarity
