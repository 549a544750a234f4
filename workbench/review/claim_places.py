"""Where claims from elsewhere stand in the articles of a collection."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from workbench.articles.model import Article
from workbench.matching import ClaimIndex, PreparedArticle, find_sources
from workbench.matching.anchoring import verbatim_spans
from workbench.matching.fitting import aligned_stretch
from workbench.matching.folding import fold
from workbench.matching.omissions import without_outer_omissions
from workbench.visible import lines, one_line
from workbench.vocabulary import AnchorState

_SEARCHED: Final = 24  # sentences of a collection that share the most with a claim
_FOLDED_AWAY: Final = 4  # letters by which folding may move the ends of a place
_SHOWN: Final = 4  # articles or places that a reason names
_URN: Final = "urn:sha256:"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in an article (a key): code points, half-open; without a span where that is open.

    `reason` says why it is open; "" where it is not.
    """

    state: AnchorState
    article: str | None = None
    span: Span | None = None
    reason: str = ""


class ClaimPlaces:
    """Looks for claims in articles; each is prepared once, and all are indexed only if one is not named.

    `labels` are the short names of the articles, by key, for the reasons.
    """

    def __init__(self, articles: Mapping[str, Article], labels: Mapping[str, str], searched: Iterable[str]) -> None:
        """Look among `articles`, by key; where none is named, only among those that are `searched`."""
        self._articles = articles
        self._labels = labels
        self._searched = tuple(searched)
        self._prepared: dict[str, PreparedArticle] = {}

    def named(self, name: str) -> tuple[str, ...]:
        """Return the keys of the articles that `name` means: a key, an address, a file name, a label or a title.

        What one article is called most surely comes first: only if nothing has this key, addresses are looked at, ….
        """
        wanted = name.strip()
        wanted = wanted[len(_URN) :] if wanted.startswith(_URN) else wanted
        for names in self._names:
            if found := names.get(wanted):
                return tuple(found)
        return ()

    def at(self, text: str, article: str, start: int, end: int) -> Place | None:
        """Return the place at these offsets if `text` stands there, else None.

        Quotes, dashes and spaces do not matter, nor whether characters that would act unseen were made visible.
        """
        words = self._articles[article].text[start:end] if 0 <= start < end else ""
        if not words or _plain(text) not in (_plain(words), _plain(lines(words))):
            return None
        return Place(AnchorState.EXACT, article, (start, start + len(words)))

    def anywhere(self, text: str) -> Place:
        """Return where `text` stands in the collection."""
        found = self._index.candidates(text, limit=_SEARCHED)
        likely = tuple(dict.fromkeys(candidate.key.split(" ", 1)[0] for candidate in found))
        return self.among(text, likely)

    def among(self, text: str, articles: Sequence[str]) -> Place:
        """Return where `text` stands in one of these articles (keys), the likeliest first."""
        if not any(map(str.isalnum, text)):
            return Place(AnchorState.ORPHANED, reason="It has no words.")
        places = [self._within(text, key) for key in articles]
        for state in (AnchorState.EXACT, AnchorState.AMBIGUOUS, AnchorState.RELOCATED):
            standing = [place for place in places if place.state is state]
            if len(standing) == 1:
                return standing[0]
            if standing:
                shown = self._shown([place.article or "" for place in standing])
                return Place(AnchorState.AMBIGUOUS, reason=f"Its words stand in {len(standing)} articles: {shown}.")
        nearest = f": the nearest is {self._shown(articles[:1])}" if articles else ""
        return Place(AnchorState.ORPHANED, reason=f"Its words stand in no article{nearest}.")

    def _within(self, text: str, key: str) -> Place:
        article = self._prepare(key)
        matches = find_sources(text, article)
        if not matches or matches[0].state is AnchorState.ORPHANED:
            return Place(AnchorState.ORPHANED, key)
        best = matches[0]
        if best.state is AnchorState.EXACT:
            return Place(AnchorState.EXACT, key, _verbatim(text, article, best.sentences))
        if best.state is AnchorState.RELOCATED:
            return Place(AnchorState.RELOCATED, key, _edited(text, article.article, best.sentences))
        shown = self._shown([key])
        return Place(AnchorState.AMBIGUOUS, key, reason=f"Its words stand in several places of {shown}.")

    def _prepare(self, key: str) -> PreparedArticle:
        if key not in self._prepared:
            self._prepared[key] = PreparedArticle(self._articles[key])
        return self._prepared[key]

    def _shown(self, articles: Sequence[str]) -> str:
        names = [f"{self._labels[key]} “{one_line(self._articles[key].name)}”" for key in articles[:_SHOWN]]
        return ", ".join(names) + (", …" if len(articles) > _SHOWN else "")

    @cached_property
    def _names(self) -> tuple[dict[str, list[str]], ...]:
        by_name: tuple[dict[str, list[str]], ...] = ({}, {}, {}, {}, {})
        for key, article in self._articles.items():
            names = (key, article.url, article.name, self._labels[key], article.title)
            for known, name in zip(by_name, names, strict=True):
                if name:
                    known.setdefault(name.strip(), []).append(key)
        return by_name

    @cached_property
    def _index(self) -> ClaimIndex:
        index = ClaimIndex()
        for key in self._searched:
            sentences = self._articles[key].sentences
            index.add_many((f"{key} {number}", sentence.text, key) for number, sentence in enumerate(sentences))
        return index


def _plain(text: str) -> str:
    return fold(text).text.strip(" ")


def _verbatim(text: str, article: PreparedArticle, sentences: tuple[int, ...]) -> Span:
    """Return the very place of words that stand once in the article; folding joins dashes and spaces."""
    spans = verbatim_spans(text, article) or verbatim_spans(without_outer_omissions(text), article)
    if not spans:
        return _stretch(article.article, sentences)
    start, end = spans[0]
    whole = article.article.text.find(text, max(0, start - _FOLDED_AWAY), end + _FOLDED_AWAY)
    return (start, end) if whole < 0 else (whole, whole + len(text))


def _edited(text: str, article: Article, sentences: tuple[int, ...]) -> Span:
    """Return the stretch, from word to word, of these sentences that is aligned with `text`."""
    first, last = _stretch(article, sentences)
    fitted = aligned_stretch(text, article.text[first:last])
    return (first + fitted[0], first + fitted[1]) if fitted else (first, last)


def _stretch(article: Article, sentences: tuple[int, ...]) -> Span:
    return article.sentences[sentences[0]].start, article.sentences[sentences[-1]].end
