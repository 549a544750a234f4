"""Which sentences of an article state a text: the words themselves, or else the best sets of sentences."""

from dataclasses import replace
from typing import Final

from workbench.articles.model import Article
from workbench.matching.anchoring import Place, edited_places, verbatim_places
from workbench.matching.model import SourceMatch
from workbench.matching.prepared import PreparedArticle, prepare
from workbench.matching.relevance import Relevance
from workbench.matching.reranking import Reranker, blended
from workbench.vocabulary import AnchorState

_EXAMINED: Final = 8  # sentences sharing the most words that the slower comparisons look at
_MOST_SENTENCES: Final = 3
_COVERED: Final = 0.85  # share of the claim's weight from which one sentence says it all
_WORTH_ADDING: Final = 0.15  # share of the claim's weight that each further sentence must add
_WORTH_A_SET: Final = 0.5  # share of the claim's weight that a set must hold to be worth showing as one
_JOINABLE: Final = 30  # sentences sharing the most words that may complete a set
_CAPTION_LINE_ADDS: Final = 0.05  # share of the claim's weight from which a second caption line is told too
_RERANKED: Final = 30  # passages that a re-ranker is asked about
_PARAPHRASE_CEILING: Final = 95.0  # the words themselves always score above the best paraphrase

_Passage = tuple[tuple[int, ...], float]


def find_sources(
    text: str, article: Article | PreparedArticle, limit: int = 3, reranker: Reranker | None = None
) -> list[SourceMatch]:
    """Return the sets of sentences of `article` most likely to state `text`, best first, at most `limit`.

    Where the words themselves stand (but for quotes, dashes, spaces and slips), those places come first, with
    their anchor state; then follow the sentences that hold the most of the text's rare words, and where one leaves
    much open, a set of up to three. Promotion, boilerplate and credits answer only with the very words.
    With a `reranker`, it and the words together settle the order of what only comes near.
    """
    prepared = prepare(article)
    relevance = Relevance(text, prepared)
    scores = relevance.sentence_scores()
    ranked = sorted(scores, key=lambda index: (-scores[index], index))
    anchored = _anchored(text, prepared, ranked[:_EXAMINED])
    taken = {index for match in anchored for index in match.sentences}
    speaking = {i: score for i, score in scores.items() if prepared.sentences[i].speaks and i not in taken}
    passages = _passages(speaking, prepared, relevance)
    if not anchored:
        passages = _with_set(passages, speaking, relevance)
    near = [_paraphrase(passage) for passage in passages]
    if reranker is not None:
        near = _reranked(text, near[: max(_RERANKED, limit)], prepared, reranker)
    return [*anchored, *near][:limit]


def _anchored(text: str, article: PreparedArticle, ranked: list[int]) -> list[SourceMatch]:
    places = verbatim_places(text, article)
    if places:
        state = AnchorState.EXACT if len(places) == 1 else AnchorState.AMBIGUOUS
        return _matches(places, state)
    places = edited_places(text, article, ranked)
    if not places:
        return []
    # Any other place that may be meant is a look-alike: the best stands first, but nobody should take it unseen.
    return _matches(places, AnchorState.RELOCATED if len(places) == 1 else AnchorState.AMBIGUOUS)


def _matches(places: list[Place], state: AnchorState) -> list[SourceMatch]:
    unique = dict.fromkeys((place.sentences, place.likeness) for place in places)
    return [SourceMatch(sentences, round(likeness, 1), state) for sentences, likeness in unique]


def _passages(scores: dict[int, float], article: PreparedArticle, relevance: Relevance) -> list[_Passage]:
    """Return single sentences, and two lines of one caption together where each adds something, best first."""
    passages: dict[tuple[int, ...], float] = {(index,): score for index, score in scores.items()}
    for index in sorted(scores):
        both = (index, index + 1)
        if not article.goes_on(index) or not {(index,), (index + 1,)} <= passages.keys():
            continue
        better, other = sorted(both, key=lambda line: -scores[line])
        gain = relevance.coverage(both) - relevance.coverage((better,))
        if gain >= _CAPTION_LINE_ADDS:
            passages[both] = scores[better] + gain
            del passages[better,], passages[other,]
    return sorted(passages.items(), key=lambda passage: (-passage[1], passage[0]))


def _with_set(passages: list[_Passage], scores: dict[int, float], relevance: Relevance) -> list[_Passage]:
    """Put the best passage together with the sentences that hold what it leaves open, if that says most of it."""
    if not passages:
        return []
    best, score = passages[0]
    chosen = _completed(best, sorted(scores, key=lambda index: (-scores[index], index))[:_JOINABLE], relevance)
    gain = relevance.coverage(chosen) - relevance.coverage(best)
    rest = [passage for passage in passages[1:] if not set(passage[0]) & set(chosen)]
    return [(chosen, score + gain), *rest]


def _completed(best: tuple[int, ...], others: list[int], relevance: Relevance) -> tuple[int, ...]:
    """Add to the best passage those sentences that hold what it leaves open, while each adds enough."""
    chosen, covered = best, relevance.coverage(best)
    while covered < _COVERED and len(chosen) < _MOST_SENTENCES:
        gains = [(relevance.coverage((*chosen, index)), index) for index in others if index not in chosen]
        most, added = max(gains, key=lambda gain: (gain[0], -gain[1]), default=(0.0, 0))
        if most - covered < _WORTH_ADDING:
            break
        chosen, covered = (*chosen, added), most
    return tuple(sorted(chosen)) if covered >= _WORTH_A_SET else best


def _reranked(text: str, near: list[SourceMatch], article: PreparedArticle, reranker: Reranker) -> list[SourceMatch]:
    """Return the passages in the order that words and the re-ranker give them together."""
    sentences = article.article.sentences
    texts = [" ".join(sentences[index].text for index in match.sentences) for match in near]
    similarities = reranker.similarities(text, texts)
    again = [
        replace(match, score=round(min(_PARAPHRASE_CEILING, blended(match.score, similarity)), 1))
        for match, similarity in zip(near, similarities, strict=True)
    ]
    return sorted(again, key=lambda match: (-match.score, match.sentences))


def _paraphrase(passage: _Passage) -> SourceMatch:
    sentences, score = passage
    return SourceMatch(sentences, round(min(_PARAPHRASE_CEILING, 100 * score), 1), AnchorState.ORPHANED)
