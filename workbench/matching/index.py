"""An index of claims that finds the few that may say the same as a given text, among very many.

Postings of the text's rarest words yield a shortlist, the weight of the shared words orders it, and letters and the
story of the best settle the best of it. No numbers are stored but counts, so claims come and go at any time at their
own cost.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.matching.gathering import gathered, shortlist
from workbench.matching.index_terms import index_terms, query_terms
from workbench.matching.indexed import IndexedTexts
from workbench.matching.model import Candidate
from workbench.matching.postings import MemoryPostings, Postings
from workbench.matching.ranking import Query, Ranking
from workbench.matching.rarity import Rarity
from workbench.matching.reranking import RERANKED, Reranker, reranked

_SHORTLIST: Final = 64  # texts whose shared words are weighed exactly
_EXAMINED: Final = 20  # texts that are compared letter for letter


class ClaimIndex:
    """An inverted index over claims; what it answers depends on what is in it, not on the order it came in.

    Sentences are indexed in the same way; a key is whatever the caller knows a text by. A term once seen keeps its
    number, also when no text holds it any more.
    """

    def __init__(self, postings: Postings | None = None, reranker: Reranker | None = None) -> None:
        """Make an empty index.

        Args:
            postings: where its postings are kept, empty; without it, in memory.
            reranker: what settles the order of a thousand candidates that words alone find; without it, words do.
        """
        self._texts = IndexedTexts()
        self._postings = MemoryPostings() if postings is None else postings
        self._reranker = reranker
        self._numbers: dict[str, int] = {}
        self._rarity = Rarity()
        self._ranking = Ranking(self._texts, self._postings, self._rarity)

    def __len__(self) -> int:
        """Return how many claims are in the index."""
        return len(self._texts)

    def __contains__(self, key: str) -> bool:
        """Return whether a claim with this key is in the index."""
        return key in self._texts

    def add(self, key: str, text: str, article_key: str) -> None:
        """Put one claim in; a claim with the same key is replaced."""
        self.remove(key)
        numbers = self._numbers
        terms = [numbers.setdefault(term, len(numbers)) for term in index_terms(text)]
        self._postings.add(self._texts.add(key, text, article_key, terms), terms)
        self._rarity.start_anew(len(self._texts))

    def add_many(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Put many claims in, each as (key, text, article_key)."""
        for key, text, article_key in rows:
            self.add(key, text, article_key)

    def remove(self, key: str) -> None:
        """Take a claim out; nothing happens if it is not there."""
        removed = self._texts.remove(key)
        if removed is not None:
            self._postings.remove(*removed)
            self._rarity.start_anew(len(self._texts))

    def candidates(self, text: str, exclude_article: str | None = None, limit: int = 10) -> list[Candidate]:
        """Return the claims most likely to say the same as `text`, best first, equal scores in the order of keys.

        Claims of the article `exclude_article` are left out; claims that share no word with `text`, and speak of no
        country or amount that it speaks of, never appear.
        """
        query = self._query(text)
        examined = max(_EXAMINED, 2 * limit) if self._reranker is None else max(RERANKED, limit)
        places = self._places(query, examined, exclude_article)
        found = self._ranking.candidates(query, self._ranking.by_words(query, places, examined))
        if self._reranker is not None:
            found = reranked(text, found, self._texts.text_of, self._reranker)
        return found[:limit]

    def _query(self, text: str) -> Query:
        """Weigh each of the terms of `text` by how rare it is in the index now."""
        terms = query_terms(text)
        known = [number for term, _ in terms if (number := self._numbers.get(term)) is not None]
        holding = dict(zip(known, self._postings.counts(known), strict=True))
        weights: dict[int, int] = {}
        wanted = 0
        for term, factor in terms:
            number = self._numbers.get(term, -1)
            count = holding.get(number, 0)
            weight = round(self._rarity[count] * factor)
            wanted += weight
            if count:
                weights[number] = weight
        return Query(text, weights, {number: holding[number] for number in weights}, wanted)

    def _places(self, query: Query, examined: int, exclude_article: str | None) -> list[int]:
        """Return the places of the texts whose words are worth to be weighed exactly."""
        places = gathered(self._postings, query.counts, query.weights, everything=False)
        if exclude_article is not None:
            own = self._texts.of_article(exclude_article)
            places = _without(own, places)
            if own and len(places) < examined:  # the article's own claims took all that could be afforded
                places = _without(own, gathered(self._postings, query.counts, query.weights, everything=True))
        texts, keys = self._texts.texts, self._texts.keys
        size = max(_SHORTLIST, examined)
        return shortlist(places, size, examined, lambda place: texts[place] == query.text, keys.__getitem__)


def _without(places: Sequence[int], gathered_places: dict[int, int]) -> dict[int, int]:
    """Return what was gathered, less these places."""
    if len(places) > len(gathered_places):
        own = set(gathered_places).intersection(places)
        return {place: weight for place, weight in gathered_places.items() if place not in own}
    for place in places:
        gathered_places.pop(place, None)
    return gathered_places
