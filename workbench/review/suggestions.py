"""Passages of the other articles that may speak to a claim. Derived and rebuilt at will, never stored."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from workbench.articles.model import Article
from workbench.matching import PreparedArticle, SourceMatch, TermWeights, compare, find_sources, shared_spans
from workbench.review.model import Passage
from workbench.vocabulary import AnchorState

PASSAGES_PER_ARTICLE = 3
_REMEMBERED_CLAIMS = 256
_GAP = " … "


class Suggestions:
    """Finds and remembers the passages of a collection's articles for one claim text after the other."""

    def __init__(self, articles: Iterable[Article]) -> None:
        everything = tuple(articles)
        weights = TermWeights.from_articles(everything)
        self._prepared = {article.sha256: PreparedArticle(article, weights) for article in everything}
        self._passages = lru_cache(maxsize=_REMEMBERED_CLAIMS * max(1, len(everything)))(self._find)

    def passages(self, text: str, article: str) -> tuple[Passage, ...]:
        """Return the passages of `article` (a key) that best answer a claim's `text`, best first."""
        return self._passages(text, article)

    def passage(self, text: str, article: Article, sentences: tuple[int, ...]) -> Passage:
        """Return the passage that these sentences form, compared with a claim's `text`."""
        known = (p for p in self.passages(text, article.sha256) if p.sentences == sentences)
        return next(known, None) or _passage(text, article, SourceMatch(sentences, 0.0, AnchorState.ORPHANED))

    def _find(self, text: str, article: str) -> tuple[Passage, ...]:
        prepared = self._prepared[article]
        matches = find_sources(text, prepared, PASSAGES_PER_ARTICLE)
        return tuple(_passage(text, prepared.article, match) for match in matches)


def joined_text(article: Article, sentences: tuple[int, ...]) -> str:
    """Return the sentences' words as one passage, with an ellipsis where some were left out."""
    pieces = [article.sentences[sentences[0]].text]
    for before, index in pairwise(sentences):
        pieces += [" " if index == before + 1 else _GAP, article.sentences[index].text]
    return "".join(pieces)


def _passage(text: str, article: Article, match: SourceMatch) -> Passage:
    sentences = tuple(sorted(match.sentences))
    words = joined_text(article, sentences)
    comparison = compare(text, words)
    return Passage(sentences, words, match.score, match.state, shared_spans(text, words), comparison)
