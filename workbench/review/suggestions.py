"""Passages of the other articles that may speak to a claim. Derived and rebuilt at will, never stored."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from workbench.articles.model import Article
from workbench.matching import (
    ClaimIndex,
    PreparedArticle,
    Reranker,
    SourceMatch,
    TermWeights,
    Told,
    compare,
    find_sources,
    quote_variants,
    shared_spans,
)
from workbench.review.model import Passage
from workbench.vocabulary import AnchorState

SEARCHED_ARTICLES: Final = 12
"""For so many other articles passages are looked for at once; for the others when they are chosen."""

PASSAGES_PER_ARTICLE = 3
_REMEMBERED_CLAIMS = 256
_HITS_PER_ARTICLE = 4
_KEY_SEPARATOR = "#"
_GAP = " … "


class Suggestions:
    """Finds and remembers the passages of a collection's articles for one claim text after the other."""

    def __init__(self, articles: Iterable[Article], reranker: Reranker | None = None) -> None:
        self._reranker = reranker
        self._articles = {article.sha256: article for article in articles}
        remembered = _REMEMBERED_CLAIMS * max(1, len(self._articles))
        self._passages = lru_cache(maxsize=remembered)(self._find)
        self._prepared: dict[str, PreparedArticle] = {}

    def likely_articles(self, text: str, own: str, limit: int) -> tuple[str, ...]:
        """Return the keys of at most `limit` other articles, those that most likely speak to `text` first.

        To look for the passages of some hundred articles for each claim would keep the reviewer waiting.
        """
        if len(self._articles) <= limit + 1:
            return tuple(key for key in self._articles if key != own)
        found = self._index.candidates(text, exclude_article=own, limit=limit * _HITS_PER_ARTICLE)
        return tuple(dict.fromkeys(_article_of(hit.key) for hit in found))[:limit]

    def passages(self, claim: Told, article: str) -> tuple[Passage, ...]:
        """Return the passages of `article` (a key) that best answer a claim, best first.

        `claim` has the claim's text, and the day of its own article, from which it tells "yesterday".
        """
        return self._passages(claim, article)

    def passage(self, claim: Told, article: Article, sentences: tuple[int, ...]) -> Passage:
        """Return the passage that these sentences form, compared with a claim."""
        known = (p for p in self.passages(claim, article.sha256) if p.sentences == sentences)
        return next(known, None) or _passage(claim, article, SourceMatch(sentences, 0.0, AnchorState.ORPHANED))

    def _find(self, claim: Told, article: str) -> tuple[Passage, ...]:
        prepared = self._prepare(article)
        matches = find_sources(claim.text, prepared, PASSAGES_PER_ARTICLE, self._reranker)
        return tuple(_passage(claim, prepared.article, match) for match in matches)

    def _prepare(self, article: str) -> PreparedArticle:
        if article not in self._prepared:
            self._prepared[article] = PreparedArticle(self._articles[article], self._weights)
        return self._prepared[article]

    @cached_property
    def _weights(self) -> TermWeights:
        return TermWeights.from_articles(tuple(self._articles.values()))

    @cached_property
    def _index(self) -> ClaimIndex:
        index = ClaimIndex(reranker=self._reranker)
        for article in self._articles.values():
            index.add_many(
                (f"{article.sha256}{_KEY_SEPARATOR}{number}", sentence.text, article.sha256)
                for number, sentence in enumerate(article.sentences)
            )
        return index


def _article_of(key: str) -> str:
    return key.split(_KEY_SEPARATOR)[0]


def joined_text(article: Article, sentences: tuple[int, ...]) -> str:
    """Return the sentences' words as one passage, with an ellipsis where some were left out."""
    pieces = [article.sentences[sentences[0]].text]
    for before, index in pairwise(sentences):
        pieces += [" " if index == before + 1 else _GAP, article.sentences[index].text]
    return "".join(pieces)


def _passage(claim: Told, article: Article, match: SourceMatch) -> Passage:
    sentences = tuple(sorted(match.sentences))
    words = joined_text(article, sentences)
    comparison = compare(claim.text, words, a_date=claim.day, b_date=article.published)
    return Passage(
        sentences,
        words,
        match.score,
        match.state,
        shared_spans(claim.text, words),
        comparison,
        variants=quote_variants(claim.text, words),
    )
