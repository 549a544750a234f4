"""An article made ready once, so that many claims can be asked of it cheaply."""

from dataclasses import dataclass
from typing import Final

from workbench.articles.model import Article
from workbench.matching.folding import FoldedText, fold
from workbench.matching.tokens import Token, tokenize
from workbench.matching.weights import TermWeights
from workbench.vocabulary import BlockKind

# Only these speak for the article; the rest answers only where the very words stand in it.
SPEAKING_KINDS: Final = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TITLE, BlockKind.HEADING})
# MEASURES of the field: half the weight from the collection, half from the article itself, beats either alone.
_COLLECTION_SHARE: Final = 0.5
_LONG_WORD: Final = 5


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """One sentence's words; `mass` is the summed weight of its different words, `speaks` whether it may answer."""

    tokens: tuple[Token, ...]
    forms: frozenset[str]
    mass: float
    speaks: bool


class PreparedArticle:
    """An article with its words, their weights and its folded text, computed once; treat it as immutable.

    Attributes:
        article: the article itself.
        sentences: one `PreparedSentence` for each sentence of the article, in order.
        places: for each normal form, the sentences that hold it, ascending.
        stems: for each stem, the normal forms of the article that share it.
        long_words: the normal forms that are long enough to be recognised in another spelling.
        folded: the article's text as verbatim search reads it.
    """

    def __init__(self, article: Article, weights: TermWeights | None = None) -> None:
        """Prepare `article`; `weights` are those of the whole collection, if there is one."""
        tokens = [tokenize(sentence.text) for sentence in article.sentences]
        self.article = article
        self._own = TermWeights.from_sentences(tuple(token.form for token in each) for each in tokens)
        self._collection = weights
        self._weights: dict[str, float] = {}
        self.sentences = tuple(
            self._prepare(each, article.block_of(sentence).kind in SPEAKING_KINDS)
            for each, sentence in zip(tokens, article.sentences, strict=True)
        )
        self.places: dict[str, list[int]] = {}
        self.stems: dict[str, set[str]] = {}
        for index, prepared in enumerate(self.sentences):
            for form in prepared.forms:
                self.places.setdefault(form, []).append(index)
            for token in prepared.tokens:
                self.stems.setdefault(token.stem, set()).add(token.form)
        self.long_words = sorted(form for form in self.places if len(form) >= _LONG_WORD and form.isalpha())
        self.folded: FoldedText = fold(article.text)

    def weight(self, form: str) -> float:
        """Return how much the word tells here: half as in the collection, half as in this article."""
        known = self._weights.get(form)
        if known is None:
            known = self._own.weight(form)
            if self._collection is not None:
                known += _COLLECTION_SHARE * (self._collection.weight(form) - known)
            self._weights[form] = known
        return known

    def _prepare(self, tokens: tuple[Token, ...], speaks: bool) -> PreparedSentence:
        forms = frozenset(token.form for token in tokens)
        return PreparedSentence(tokens, forms, sum(map(self.weight, sorted(forms))), speaks)


def prepare(article: Article | PreparedArticle) -> PreparedArticle:
    """Return `article` prepared, as it is if it already was."""
    return article if isinstance(article, PreparedArticle) else PreparedArticle(article)
