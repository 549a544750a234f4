"""An article made ready once, so that many claims can be asked of it cheaply."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeVar

from workbench.articles.model import Article
from workbench.matching.concepts import amounts
from workbench.matching.folding import FoldedText, fold
from workbench.matching.likeness import plain_letters
from workbench.matching.places import countries_named
from workbench.matching.tokens import Token, tokenize
from workbench.matching.weights import TermWeights
from workbench.vocabulary import BlockKind

# Only these speak for the article; the rest answers only where the very words stand in it.
SPEAKING_KINDS: Final = frozenset({BlockKind.BODY, BlockKind.CAPTION, BlockKind.TITLE, BlockKind.HEADING})
# Half the weight from the collection and half from the article itself beats either alone (WiCE, flat around it).
_COLLECTION_SHARE: Final = 0.5
_LONG_WORD: Final = 5
_REMEMBERED_ARTICLES: Final = 16

_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class PreparedSentence:
    """One sentence: the summed weight of its different words, and the kind of its block."""

    mass: float
    kind: BlockKind

    @property
    def speaks(self) -> bool:
        """Whether the sentence speaks for the article."""
        return self.kind in SPEAKING_KINDS


class PreparedArticle:
    """An article with its words, their weights and its folded text, computed once; treat it as immutable.

    Attributes:
        article: the article itself.
        sentences: one `PreparedSentence` for each sentence of the article, in order.
        places: for each normal form, the sentences that hold it, ascending.
        pairs: the same for each two neighbouring words.
        countries: the same for each country, under whatever name.
        stems: for each stem, the normal forms of the article that share it.
        amounts: the same for each large amount, however it is written.
        letters: for each sentence, its plain letters.
        long_words: the normal forms that are long enough to be recognised in another spelling.
        folded: the article's text as verbatim search reads it.
    """

    def __init__(self, article: Article, weights: TermWeights | None = None) -> None:
        """Prepare `article`; `weights` are those of the whole collection, if there is one."""
        words = [tokenize(sentence.text) for sentence in article.sentences]
        self.article = article
        self.folded: FoldedText = fold(article.text)
        self.places = _places([[word.form for word in each] for each in words])
        self.pairs = _places([list(pairwise(word.form for word in each)) for each in words])
        self.countries = _places([[country for country, _ in countries_named(each)] for each in words])
        self.amounts = _places([amounts(sentence.text) for sentence in article.sentences])
        self.letters = [plain_letters(sentence.text) for sentence in article.sentences]
        self.stems: dict[str, set[str]] = {}
        for word in (word for each in words for word in each):
            self.stems.setdefault(word.stem, set()).add(word.form)
        self.long_words = sorted(form for form in self.places if len(form) >= _LONG_WORD and form.isalpha())
        self._own = TermWeights(len(words), {form: len(places) for form, places in self.places.items()})
        self._collection = weights
        self._weights: dict[str, float] = {}
        self.sentences = tuple(
            PreparedSentence(self._mass(each), article.block_of(sentence).kind)
            for each, sentence in zip(words, article.sentences, strict=True)
        )

    def weight(self, form: str) -> float:
        """Return how much the word tells here: half as in the collection, half as in this article."""
        known = self._weights.get(form)
        if known is None:
            known = self._own.weight(form)
            if self._collection is not None:
                known += _COLLECTION_SHARE * (self._collection.weight(form) - known)
            self._weights[form] = known
        return known

    def goes_on(self, index: int) -> bool:
        """Whether sentences `index` and `index + 1` both stand in captions, and so are read as one."""
        return [each.kind for each in self.sentences[index : index + 2]] == [BlockKind.CAPTION] * 2

    def announces(self, index: int) -> bool:
        """Whether sentence `index` is a heading, or the first line of a caption that goes on."""
        return self.sentences[index].kind is BlockKind.HEADING or self.goes_on(index)

    def _mass(self, words: tuple[Token, ...]) -> float:
        return sum(map(self.weight, dict.fromkeys(word.form for word in words)))


def prepare(article: Article | PreparedArticle) -> PreparedArticle:
    """Return `article` prepared, as it is if it already was; the last few articles are remembered."""
    return article if isinstance(article, PreparedArticle) else _prepared(article)


@lru_cache(maxsize=_REMEMBERED_ARTICLES)
def _prepared(article: Article) -> PreparedArticle:
    return PreparedArticle(article)


def _places(sentences: list[list[_Key]]) -> dict[_Key, list[int]]:
    """Return for each key the numbers of the sentences that hold it, ascending."""
    places: dict[_Key, list[int]] = {}
    for index, keys in enumerate(sentences):
        for key in dict.fromkeys(keys):
            places.setdefault(key, []).append(index)
    return places
