"""How much of a claim each sentence of an article holds, counted in the weight of its words.

The measure is IDF coverage: the share of the claim's weight whose words the sentence holds. On public data that ties
claims to their source sentences (WiCE) it beats cosine, BM25 and edit distances, because a source is allowed to say
more than the claim but not less. Words that only the sentences beside it hold count in part (a pronoun's antecedent,
a photo's headline), and words that stand together in both, and runs of letters that do, count for more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz, process

from workbench.matching.concepts import find_amounts
from workbench.matching.likeness import LetterRuns
from workbench.matching.places import countries_named
from workbench.matching.prepared import PreparedArticle
from workbench.matching.tokens import Token, tokenize

# Set by hand on the WiCE development splits (benchmarks/source_links.py), where each is flat around its value, and
# looked at again on ECB+ and SuperPAL (benchmarks/passages.py).
_SAME_STEM_CREDIT: Final = 0.8
_SIMILAR_SPELLING_CREDIT: Final = 0.6
_SAME_COUNTRY_CREDIT: Final = 0.5
_BEFORE_CREDITS: Final = (0.4, 0.2)  # what the sentences before name, nearest first: "he" is one of them
_AFTER_CREDIT: Final = 0.3
_ANNOUNCED_CREDIT: Final = 0.7  # what a heading or a caption's first line names, the line below speaks of
_NUMBER_FACTOR: Final = 1.3
_CAPITAL_FACTOR: Final = 1.2
_PRECISION_SHARE: Final = 0.07
_PRECISION_FLOOR: Final = 12.0  # weight added to each sentence, so that a two-word heading is not "all claim"
_PAIR_SHARE: Final = 0.15
_LETTERS_SHARE: Final = 0.1

_SPELLED_ALIKE: Final = 75.0  # RapidFuzz ratio; two transliterations of one name are mostly above it
_SHORTEST_VARIANT: Final = 6  # below six letters, words that look alike are mostly other words
_LONGEST_QUERY: Final = 600  # words of a claim that are looked at


@dataclass(frozen=True, slots=True)
class Term:
    """One different word of a claim: its weight, and how fully each sentence that answers it does (0 to 1)."""

    is_content: bool
    weight: float
    held: dict[int, float]


class Relevance:
    """The words of one claim, and where in one article they are answered."""

    def __init__(self, text: str, article: PreparedArticle) -> None:
        """Look every word of `text` up in `article`."""
        words = tokenize(text, _LONGEST_QUERY)
        different = {word.form: word for word in reversed(words)}
        self._article = article
        self._terms = [
            Term(word.is_content, _weight(word, article), _held(word, article)) for _, word in sorted(different.items())
        ]
        terms = dict(zip(sorted(different), self._terms, strict=True))
        _credit_countries(words, terms, article)
        self._total = sum(term.weight for term in self._terms)
        _credit_amounts(text, words, terms, article)
        self._letters = LetterRuns(text)
        self._pairs = {(x.form, y.form): article.weight(x.form) + article.weight(y.form) for x, y in pairwise(words)}

    def sentence_scores(self) -> dict[int, float]:
        """Return for each sentence that holds a content word of the claim how well it answers, 0 to 1."""
        own: dict[int, float] = {}
        for term in self._terms:
            for index, credit in term.held.items():
                own[index] = own.get(index, 0.0) + term.weight * credit
        beside = self._beside(own)
        paired = self._paired()
        answering = {index for term in self._terms if term.is_content for index in term.held}
        return {
            index: self._score(index, own[index], beside.get(index, 0.0), paired.get(index, 0.0))
            for index in sorted(answering)
        }

    def coverage(self, sentences: tuple[int, ...]) -> float:
        """Return the share of the claim's weight that these sentences together hold, 0 to 1."""
        if not self._total:
            return 0.0
        held = (term.weight * max(term.held.get(index, 0.0) for index in sentences) for term in self._terms)
        return sum(held) / self._total

    def _beside(self, own: dict[int, float]) -> dict[int, float]:
        """Return the weight that each sentence lacks itself and borrows from the ones before and after."""
        borrowed: dict[int, float] = {}
        for term in self._terms:
            near: dict[int, float] = {}
            for index, credit in term.held.items():
                for other, share in self._heard_by(index):
                    if other in own:
                        near[other] = max(near.get(other, 0.0), share * credit)
            for index, credit in near.items():
                lacking = credit * (1 - term.held.get(index, 0.0))
                borrowed[index] = borrowed.get(index, 0.0) + term.weight * lacking
        return borrowed

    def _heard_by(self, index: int) -> Iterator[tuple[int, float]]:
        """Yield the sentences for which the words of sentence `index` count in part, and how much."""
        yield index - 1, _AFTER_CREDIT
        for distance, share in enumerate(_BEFORE_CREDITS, start=1):
            announced = distance == 1 and self._article.announces(index)
            yield index + distance, _ANNOUNCED_CREDIT if announced else share

    def _paired(self) -> dict[int, float]:
        """Return the share of the claim's neighbouring words that stand side by side in each sentence, 0 to 1."""
        total = sum(self._pairs.values())
        found: dict[int, float] = {}
        for pair, weight in self._pairs.items():
            for index in self._article.pairs.get(pair, ()):
                found[index] = found.get(index, 0.0) + weight / total
        return found

    def _score(self, index: int, own: float, beside: float, paired: float) -> float:
        coverage = (own + beside) / self._total
        precision = min(1.0, own / (self._article.sentences[index].mass + _PRECISION_FLOOR))
        answered = coverage * (1 - _PRECISION_SHARE) + precision * _PRECISION_SHARE
        letters = self._letters.held_by(self._article.letters[index])
        return (answered + _PAIR_SHARE * paired + _LETTERS_SHARE * letters) / (1 + _PAIR_SHARE + _LETTERS_SHARE)


def _weight(word: Token, article: PreparedArticle) -> float:
    """Return the word's weight in the article, more for numbers and for words with a capital letter."""
    if word.form[0].isdigit():
        return article.weight(word.form) * _NUMBER_FACTOR
    return article.weight(word.form) * (_CAPITAL_FACTOR if word.text[0].isupper() else 1.0)


def _held(word: Token, article: PreparedArticle) -> dict[int, float]:
    held = dict.fromkeys(article.places.get(word.form, ()), 1.0)
    relatives, credit = sorted(article.stems.get(word.stem, set()) - {word.form}), _SAME_STEM_CREDIT
    if not held and not relatives:
        relatives, credit = _spelling_variants(word.form, article), _SIMILAR_SPELLING_CREDIT
    for relative in relatives:
        for index in article.places[relative]:
            held.setdefault(index, credit)
    return held


def _spelling_variants(form: str, article: PreparedArticle) -> list[str]:
    """Return words of the article spelled much like `form`: transliterations, compounds, slips of the pen."""
    if len(form) < _SHORTEST_VARIANT or not form.isalpha():
        return []
    alike = process.extract(form, article.long_words, scorer=fuzz.ratio, score_cutoff=_SPELLED_ALIKE, limit=3)
    return [word for word, _, _ in alike]


def _credit_countries(words: tuple[Token, ...], terms: dict[str, Term], article: PreparedArticle) -> None:
    """Let sentences that name a country otherwise (its people, its capital) answer the words that name it."""
    for country, named in countries_named(words):
        for index in article.countries.get(country, ()):
            for word in named:
                terms[word.form].held.setdefault(index, _SAME_COUNTRY_CREDIT)


def _credit_amounts(text: str, words: tuple[Token, ...], terms: dict[str, Term], article: PreparedArticle) -> None:
    """Let sentences that write a large amount otherwise ("1.2bn", "1,200 million") answer its figure."""
    for amount in find_amounts(text):
        for word in words:
            if amount.start <= word.start < amount.end:
                for index in article.amounts.get(amount.value, ()):
                    terms[word.form].held[index] = 1.0
