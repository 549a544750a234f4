"""Which sentences of an article state a text: the words themselves, or else the best sets of sentences."""

from typing import Final

from workbench.articles.model import Article
from workbench.matching.anchoring import Place, edited_places, verbatim_places
from workbench.matching.model import SourceMatch
from workbench.matching.prepared import PreparedArticle, prepare
from workbench.matching.relevance import Relevance
from workbench.vocabulary import AnchorState

_EXAMINED: Final = 8  # sentences sharing the most words that the slower comparisons look at
_LOOK_ALIKE: Final = 2.0  # points of likeness within which two edited places are equally good
_MOST_SENTENCES: Final = 3
_COVERED: Final = 0.85  # share of the claim's weight from which one sentence says it all
_WORTH_ADDING: Final = 0.2  # share of the claim's weight that each further sentence must add
_PARAPHRASE_CEILING: Final = 95.0  # the words themselves always score above the best paraphrase


def find_sources(text: str, article: Article | PreparedArticle, limit: int = 3) -> list[SourceMatch]:
    """Return the sets of sentences of `article` most likely to state `text`, best first, at most `limit`.

    Where the words themselves stand (but for quotes, dashes, spaces and slips), those places come first, with
    their anchor state; then follow the sentences that hold the most of the text's rare words, and where one leaves
    much open, a set of up to three. Promotion, boilerplate and credits answer only with the very words.
    """
    prepared = prepare(article)
    relevance = Relevance(text, prepared)
    scores = {index: score for index, score in relevance.sentence_scores().items() if score > 0}
    ranked = sorted(scores, key=lambda index: (-scores[index], index))
    matches = _anchored(text, prepared, ranked[:_EXAMINED])
    speaking = [index for index in ranked if prepared.sentences[index].speaks]
    taken = {index for match in matches for index in match.sentences}
    matches += _paraphrases([index for index in speaking if index not in taken], scores, relevance, bool(matches))
    return matches[:limit]


def _anchored(text: str, article: PreparedArticle, ranked: list[int]) -> list[SourceMatch]:
    places = verbatim_places(text, article)
    if places:
        state = AnchorState.EXACT if len(places) == 1 else AnchorState.AMBIGUOUS
        return _matches(places, state)
    places = edited_places(text, article, ranked)
    if not places:
        return []
    equal = [place for place in places if place.likeness >= places[0].likeness - _LOOK_ALIKE]
    return _matches(equal, AnchorState.RELOCATED if len(equal) == 1 else AnchorState.AMBIGUOUS)


def _matches(places: list[Place], state: AnchorState) -> list[SourceMatch]:
    unique = dict.fromkeys((place.sentences, place.likeness) for place in places)
    return [SourceMatch(sentences, round(likeness, 1), state) for sentences, likeness in unique]


def _paraphrases(
    ranked: list[int], scores: dict[int, float], relevance: Relevance, anchored: bool
) -> list[SourceMatch]:
    if not ranked:
        return []
    single = [_paraphrase((index,), scores[index]) for index in ranked]
    chosen: tuple[int, ...] = (ranked[0],) if anchored else _completed(ranked[0], ranked, relevance)
    if len(chosen) == 1:
        return single
    gained = relevance.coverage(chosen) - relevance.coverage((ranked[0],))
    together = _paraphrase(chosen, scores[ranked[0]] + gained)
    return [together, *(match for match in single if match.sentences[0] not in chosen)]


def _completed(best: int, ranked: list[int], relevance: Relevance) -> tuple[int, ...]:
    """Add to the best sentence those that hold what it leaves open, while each adds enough."""
    chosen: tuple[int, ...] = (best,)
    covered = relevance.coverage(chosen)
    while covered < _COVERED and len(chosen) < _MOST_SENTENCES:
        gains = [
            (relevance.coverage((*chosen, index)), index) for index in ranked[:_EXAMINED] if index not in chosen
        ]
        most, added = max(gains, key=lambda gain: (gain[0], -gain[1]), default=(0.0, best))
        if most - covered < _WORTH_ADDING:
            break
        chosen, covered = (*chosen, added), most
    return tuple(sorted(chosen))


def _paraphrase(sentences: tuple[int, ...], score: float) -> SourceMatch:
    return SourceMatch(sentences, round(min(_PARAPHRASE_CEILING, 100 * score), 1), AnchorState.ORPHANED)
