"""How many articles, outlets and independent origins support a claim, and what falls if an origin falls. Pure.

The origin of the words and that of the knowledge are counted apart: ten outlets that quote one spokesman are ten
origins of "he said it", and one of "it is so". What nobody confirmed is unknown, and never counts as independent.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workbench.articles.model import Article
from workbench.matching.outlets import outlet_name, plain_outlet
from workbench.review.implied import Implied, relations_of
from workbench.store.fold import ClaimState
from workbench.store.model import ArticleSummary, newest_of
from workbench.store.settled import ConfirmedOrigin
from workbench.vocabulary import OriginKind, OriginLayer, Relation

ImpliedCells = Mapping[str, Mapping[str, Implied]]
"""What is implied for each claim (its key), by other article."""

_LAYERS: Final = tuple(OriginLayer)


@dataclass(frozen=True, slots=True)
class OriginCount:
    """What supports a claim, counted.

    Attributes:
        articles: those that support it, its own among them.
        outlets: how many different outlets these are of.
        words, knowledge: from how many different origins their words, and what they know, come, as people confirmed it.
        unknown_words, unknown_knowledge: of how many of the articles nobody confirmed it.
        attributed: whether the claim is what somebody says, so that it has origins as said and origins as so.
    """

    articles: int
    outlets: int
    words: int
    knowledge: int
    unknown_words: int
    unknown_knowledge: int
    attributed: bool = False

    def figures(self) -> str:
        """Return the three numbers for a narrow place: articles, outlets, confirmed independent origins: "3/2/1"."""
        return f"{self.articles}/{self.outlets}/{self.knowledge}"

    def told(self) -> str:
        """Return the count in one line.

        "3 articles · 2 outlets · 1 confirmed independent origin (+2 unknown)", or "… · said: 2 origins; so: 1".
        """
        first = f"{_many(self.articles, 'article')} · {_many(self.outlets, 'outlet')}"
        if self.attributed:
            said = _many(self.words, "origin") + _unknown(self.unknown_words)
            return f"{first} · said: {said}; so: {self.knowledge}{_unknown(self.unknown_knowledge)}"
        confirmed = _many(self.knowledge, "confirmed independent origin")
        return f"{first} · {confirmed}{_unknown(self.unknown_knowledge)}"


@dataclass(frozen=True, slots=True)
class KnownOrigin:
    """An origin that somebody confirmed: `claims` for so many claims, in these articles (keys, ascending).

    `kinds` are what it was said to be, the most frequent first; `name` is its most frequent spelling.
    """

    name: str
    kinds: tuple[OriginKind, ...]
    layer: OriginLayer
    claims: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Falls:
    """The claims that fall with an origin, as no other is confirmed for them, and those that lose one of several."""

    falling: tuple[ClaimState, ...]
    weakened: tuple[ClaimState, ...]


def supporting_articles(
    state: ClaimState, implied: Mapping[str, Implied], summaries: Mapping[str, ArticleSummary]
) -> tuple[str, ...]:
    """Return the claim's own article, and those of the collection that corroborate it.

    An article that supports it only in part does not confirm it. Versions that a newer one has replaced do not count.
    """
    own = state.claim.article
    relations = relations_of(state, implied)
    confirming = (article for article, relation in relations.items() if relation is Relation.CORROBORATES)
    others = (key for key in confirming if key in summaries and summaries[key].newer is None)
    newest = newest_of(own, summaries)
    return (own, *(key for key in others if key not in (own, newest)))


def confirmed_origins(state: ClaimState, articles: Iterable[str], layer: OriginLayer) -> tuple[ConfirmedOrigin, ...]:
    """Return the confirmed origins of one layer in these articles."""
    return tuple(known for article in articles if (known := state.origin_in(article, layer)))


def origin_key(name: str) -> str:
    """Return the name of an origin in a form in which its spellings are equal.

    The kind is left out: an origin that one calls an agency and the other state media is still one.
    """
    return plain_outlet(name) or name.casefold()


def independent_origins(state: ClaimState, articles: Iterable[str], layer: OriginLayer) -> int:
    """Return from how many different origins these articles have the claim, as far as that is confirmed."""
    return len({origin_key(known.name) for known in confirmed_origins(state, articles, layer)})


def count_origins(
    state: ClaimState,
    implied: Mapping[str, Implied],
    articles: Mapping[str, Article],
    summaries: Mapping[str, ArticleSummary],
) -> OriginCount:
    """Return how many articles, outlets and confirmed origins support a claim; `implied` is what is so for it."""
    supporting = supporting_articles(state, implied, summaries)
    outlets = {outlet_name(articles[key]) for key in supporting}
    words, knowledge = (independent_origins(state, supporting, layer) for layer in _LAYERS)
    unknown_words, unknown_knowledge = (
        len(supporting) - len(confirmed_origins(state, supporting, layer)) for layer in _LAYERS
    )
    return OriginCount(
        len(supporting),
        len(outlets),
        words,
        knowledge,
        unknown_words,
        unknown_knowledge,
        attributed=state.claim.asserter is not None,
    )


def known_origins(states: Iterable[ClaimState]) -> tuple[KnownOrigin, ...]:
    """Return the origins that somebody confirmed: of words, then of knowledge, those of most claims first."""
    found: defaultdict[tuple[OriginLayer, str], list[tuple[str, ConfirmedOrigin]]] = defaultdict(list)
    for state in states:
        if state.discarded_by is None:
            for origin in state.origins:
                found[origin.layer, origin_key(origin.name)].append((state.key, origin))
    known = [_known(layer, uses) for (layer, _), uses in found.items()]
    return tuple(sorted(known, key=lambda each: (_LAYERS.index(each.layer), -each.claims, each.name)))


def falls_with(
    name: str,
    states: Iterable[ClaimState],
    implied: ImpliedCells,
    summaries: Mapping[str, ArticleSummary],
    kind: OriginKind | None = None,
) -> Falls:
    """Return which claims fall, and which are weakened, if what this origin (of this `kind`) knows is not so.

    What counts is the origin of the knowledge in the articles that support a claim.
    """
    falling: list[ClaimState] = []
    weakened: list[ClaimState] = []
    for state in states:
        if state.discarded_by is not None or not state.origins:
            continue
        supporting = supporting_articles(state, implied.get(state.key, {}), summaries)
        known = confirmed_origins(state, supporting, OriginLayer.KNOWLEDGE)
        lost = [origin for origin in known if _is(origin, name, kind)]
        if lost:
            (falling if len(lost) == len(known) else weakened).append(state)
    return Falls(tuple(falling), tuple(weakened))


def _is(origin: ConfirmedOrigin, name: str, kind: OriginKind | None) -> bool:
    return origin_key(origin.name) == origin_key(name) and kind in (None, origin.kind)


def _known(layer: OriginLayer, uses: Iterable[tuple[str, ConfirmedOrigin]]) -> KnownOrigin:
    claims, origins = zip(*uses, strict=True)
    return KnownOrigin(
        _by_frequency(origin.name for origin in origins)[0],
        tuple(OriginKind(kind) for kind in _by_frequency(origin.kind for origin in origins)),
        layer,
        len(set(claims)),
        tuple(sorted({origin.article for origin in origins})),
    )


def _by_frequency(names: Iterable[str]) -> list[str]:
    counted = Counter(names)
    return sorted(counted, key=lambda name: (-counted[name], name))


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _unknown(number: int) -> str:
    return f" (+{number} unknown)" if number else ""
