"""How much of a claim each sentence of an article holds, counted in the weight of its words.

The measure is IDF coverage: the share of the claim's weight whose words the sentence holds. On public data that
ties claims to their source sentences (WiCE) it beats cosine, BM25 and edit distances, because a source is
allowed to say more than the claim but not less. Words that only the sentences beside it hold count in part (a
pronoun's antecedent, a photo's headline).
"""

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from workbench.matching.prepared import PreparedArticle
from workbench.matching.tokens import stem, tokenize

# Tuned by hand on the WiCE development splits and ECB+ development topics (see benchmarks/); flat around these.
_SAME_STEM_CREDIT: Final = 0.8
_SIMILAR_SPELLING_CREDIT: Final = 0.6
_BESIDE_CREDIT: Final = 0.3
_PRECISION_SHARE: Final = 0.1
_PRECISION_FLOOR: Final = 5.0  # weight added to each sentence, so that a two-word heading is not "all claim"

_SPELLED_ALIKE: Final = 75.0  # RapidFuzz ratio: Zelenskyy / Selenskyj 78, Moscow / Moskow 83; house / horse 80
_SHORTEST_VARIANT: Final = 6  # below six letters, words that look alike are mostly other words
_LONGEST_QUERY: Final = 600  # words of a claim that are looked at


@dataclass(frozen=True, slots=True)
class Term:
    """One different word of a claim: its weight, and how fully each sentence that answers it does (0 to 1)."""

    form: str
    weight: float
    held: dict[int, float]


class Relevance:
    """The words of one claim, and where in one article they are answered."""

    def __init__(self, text: str, article: PreparedArticle) -> None:
        """Look every word of `text` up in `article`."""
        self._article = article
        forms = dict.fromkeys(token.form for token in tokenize(text, _LONGEST_QUERY))
        self.terms = tuple(Term(form, article.weight(form), _held(form, article)) for form in forms)
        self.total = sum(term.weight for term in self.terms)

    def sentence_scores(self) -> dict[int, float]:
        """Return for each sentence that holds a word of the claim how well it answers, 0 to 1."""
        if not self.total:
            return {}
        own: dict[int, float] = {}
        beside: dict[int, float] = {}
        for term in self.terms:
            for index, credit in term.held.items():
                own[index] = own.get(index, 0.0) + term.weight * credit
            for index in {near for held in term.held for near in (held - 1, held + 1)}:
                nearby = max(term.held.get(index - 1, 0.0), term.held.get(index + 1, 0.0))
                gained = nearby - term.held.get(index, 0.0)
                if gained > 0:
                    beside[index] = beside.get(index, 0.0) + term.weight * gained
        return {index: self._score(index, held, beside.get(index, 0.0)) for index, held in own.items()}

    def coverage(self, sentences: tuple[int, ...]) -> float:
        """Return the share of the claim's weight that these sentences together hold, 0 to 1."""
        if not self.total:
            return 0.0
        held = sum(
            term.weight * max((term.held.get(index, 0.0) for index in sentences), default=0.0)
            for term in self.terms
        )
        return held / self.total

    def _score(self, index: int, own: float, beside: float) -> float:
        coverage = (own + _BESIDE_CREDIT * beside) / self.total
        precision = min(1.0, own / (self._article.sentences[index].mass + _PRECISION_FLOOR))
        return coverage * (1 - _PRECISION_SHARE) + precision * _PRECISION_SHARE


def _held(form: str, article: PreparedArticle) -> dict[int, float]:
    held = dict.fromkeys(article.places.get(form, ()), 1.0)
    relatives = sorted(article.stems.get(stem(form), set()) - {form})
    credit = _SAME_STEM_CREDIT
    if not held and not relatives:
        relatives, credit = _spelling_variants(form, article), _SIMILAR_SPELLING_CREDIT
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
