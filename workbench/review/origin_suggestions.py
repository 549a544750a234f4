"""Where the words and the knowledge of claims may come from: suggestions with their reasons, for people to confirm."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from workbench.claims.model import Claim
from workbench.matching.model import OriginGroup
from workbench.review.context import ReviewContext
from workbench.review.held import held_agreements
from workbench.review.implied import Implied, source_of
from workbench.review.origins import origin_key, supporting_articles
from workbench.store import facts
from workbench.store.fold import ClaimState
from workbench.store.payloads import ConfirmOrigin
from workbench.vocabulary import Relation

if TYPE_CHECKING:
    from workbench.matching import OriginHint

Places = tuple[tuple[str, tuple[int, ...]], ...]
"""Articles that support a claim (keys), each with the sentences that do."""

_REMEMBERED: Final = 4096


class OriginSuggestions:
    """Finds and remembers where claims of a collection may come from; the articles never change."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)

    def hints(self, state: ClaimState, implied: Mapping[str, Implied]) -> "tuple[OriginHint, ...]":
        """Return the origins that the articles that support a claim may go back to, the best first."""
        return self._found(self._places(state, implied))

    def unconfirmed(
        self, state: ClaimState, implied: Mapping[str, Implied], hint: "OriginHint"
    ) -> ConfirmOrigin | None:
        """Return the decision that confirms a suggested origin for another claim, if it is suggested for that, too.

        Articles for which something was confirmed are left out; None where no other is left.
        """
        for found in self.hints(state, implied):
            if _are_same(found, hint):
                articles = tuple(key for key in found.articles if state.origin_in(key, found.layer) is None)
                return confirmed(found, articles) if articles else None
        return None

    def _places(self, state: ClaimState, implied: Mapping[str, Implied]) -> Places:
        """Return where a claim is supported; an article that is said to agree, nobody says where, is left out."""
        own, *others = supporting_articles(state, implied, self._context.summaries)
        resting: defaultdict[str, set[int]] = defaultdict(set)
        for given in held_agreements(state):
            if given.relation is Relation.CORROBORATES:
                resting[given.article].update(given.sentences)
        found = ((key, tuple(sorted(resting[key])) or _implied_sentences(implied, key)) for key in others)
        return ((own, source_of(state)), *((key, sentences) for key, sentences in found if sentences))

    def _find(self, places: Places) -> "tuple[OriginHint, ...]":
        # It takes long to import, and many sessions never ask.
        from workbench.matching import Support, origin_hints

        texts = self._context.texts
        supports = [Support(texts[key], sentences, self._claims_of(key)) for key, sentences in places]
        return origin_hints(supports, self._groups)

    @cached_property
    def _groups(self) -> tuple[OriginGroup, ...]:
        from workbench.matching import shared_origins

        keys = [summary.key for summary in self._context.current]
        claims = (claim for key in keys for claim in self._claims_of(key))
        return shared_origins([self._context.texts[key] for key in keys], claims)

    def _claims_of(self, article: str) -> tuple[Claim, ...]:
        if article not in self._claims:
            with self._context.store.read() as connection:
                self._claims[article] = facts.load_ledger(connection, article).claims
        return self._claims[article]


def is_settled(state: ClaimState, hint: "OriginHint") -> bool:
    """Whether an origin of the layer is confirmed for every article that the hint is about."""
    return all(state.origin_in(article, hint.layer) for article in hint.articles)


def confirmed(hint: "OriginHint", articles: Iterable[str] | None = None) -> ConfirmOrigin:
    """Return the decision that confirms a suggested origin: for all its articles, or for these."""
    where = hint.articles if articles is None else tuple(articles)
    return ConfirmOrigin(hint.layer, hint.kind, hint.name, where, hint.derivation)


def _are_same(a: "OriginHint", b: "OriginHint") -> bool:
    return (a.layer, a.kind, origin_key(a.name)) == (b.layer, b.kind, origin_key(b.name))


def _implied_sentences(implied: Mapping[str, Implied], article: str) -> tuple[int, ...]:
    return implied[article].sentences if article in implied else ()
