"""The graph of agreement of a collection, as its screens ask for it: what follows from what people recorded.

Nothing of it is stored. What is asked of one claim reads that claim and those that are linked to it, not all.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.review.actions import links_to_confirm
from workbench.review.classes import Classes, Offer, equivalence_classes, offer_to, offered_verdict
from workbench.review.context import ReviewContext
from workbench.review.implied import Implied, following, implied_cells, is_answered
from workbench.review.linked_states import LinkedStates, States
from workbench.review.origin_suggestions import OriginSuggestions, confirmed, is_settled
from workbench.review.origins import (
    Falls,
    KnownOrigin,
    OriginCount,
    count_origins,
    falls_with,
    known_origins,
    supporting_articles,
)
from workbench.review.standing import Standing
from workbench.review.twins import Twins
from workbench.review.warning_model import Surroundings
from workbench.review.warnings import Warning as RecordWarning
from workbench.review.warnings import find_warnings, warnings_of
from workbench.store.claim_links import ClaimLink, links_to, open_links
from workbench.store.decisions import Draft, as_one_action
from workbench.store.fold import ClaimState
from workbench.store.model import QueueRow
from workbench.store.payloads import ConfirmOrigin, MarkVerdict, WaiveWarning
from workbench.store.standing_claims import StandingClaim
from workbench.vocabulary import OriginKind, OriginLayer

if TYPE_CHECKING:
    from workbench.matching import OriginHint


class AgreementGraph:
    """What follows from the recorded relations, for one reviewer in one collection."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context
        self._states = LinkedStates(context)
        self._twins = Twins(context.store)

    # --- claims that were held against one another

    def states(self) -> tuple[ClaimState, ...]:
        """Return all claims that are to be reviewed, as the reviewer may see them and their links, in reading order."""
        return tuple(self._states.all().values())

    def implied_of(self, claim: str) -> Mapping[str, Implied]:
        """Return what follows for a claim from the reviewer's own word about other claims, by other article."""
        if not self._states.is_named(claim):
            return {}
        states = self._states.naming(claim)
        return implied_cells(states.values(), self._context.reviewer, self._current).get(claim, {})

    def implied(self) -> Mapping[str, Mapping[str, Implied]]:
        """Return what follows for all claims from what is settled or shared, by claim and other article."""
        return self._implied(self._states.linked())

    def implied_count(self, state: ClaimState) -> int:
        """Return about how many other articles it follows from the reviewer's own word what they do with a claim."""
        with self._context.store.read() as connection:
            links = links_to(connection, state.key)
        reviewer = self._context.reviewer
        own = (link for link in links if link.reviewer == reviewer and not is_answered(state, link, reviewer))
        return self._counted(own)[state.key]

    def implied_counts(self) -> Mapping[str, int]:
        """Return the same for all claims for which anything does, by key."""
        with self._context.store.read() as connection:
            return self._counted(open_links(connection, self._context.collection, self._context.reviewer))

    def counting_implied(self, rows: Iterable[QueueRow]) -> tuple[QueueRow, ...]:
        """Return rows of the queue in which what follows counts like what was recorded."""
        counts = self.implied_counts()
        return tuple(
            replace(row, relations=row.relations + counts[row.key]) if row.key in counts else row for row in rows
        )

    def refresh_twins(self, articles: Iterable[str]) -> None:
        """Read anew which claims stand in these articles (keys)."""
        self._twins.refresh(articles)

    def twins(self, article: str, sentences: Iterable[int], text: str = "") -> tuple[StandingClaim, ...]:
        """Return the claims of an article that stand in some of its sentences, those first that fit best to `text`."""
        return self._twins.of(article, sentences, text)

    def twin(self, article: str, sentences: Iterable[int], text: str) -> str | None:
        """Return the claim (its key) that these sentences of an article make, if it says about what `text` does."""
        found = self._twins.best(article, sentences, text)
        return found.key if found else None

    # --- classes

    def classes(self) -> Classes:
        """Return the classes of claims that are said to be the same."""
        return equivalence_classes(self._states.linked().values())

    def class_of(self, claim: str) -> tuple[ClaimState, ...]:
        """Return the claims that are said to be the same as a claim, itself among them, in reading order."""
        states = self._states.of_class(claim)
        return tuple(states[key] for key in equivalence_classes(states.values()).of(claim))

    def offer(self, claim: str) -> Offer | None:
        """Return the reviewer's verdict on an equivalent claim, where they have none on this; None without one."""
        states = self._states.of_class(claim)
        classes = equivalence_classes(states.values())
        return offered_verdict(states[claim], classes, states, self._context.reviewer)

    def draft_offer(self, claim: str) -> tuple[Draft, ...]:
        """Return the decisions that take the offered verdict and confirm the source; or give the own one to the others.

        The others are the equivalent claims on which the reviewer has not voted; none, where nothing is offered.
        """
        states, reviewer = self._states.of_class(claim), self._context.reviewer
        classes, state = equivalence_classes(states.values()), states[claim]
        given = state.vote_of(reviewer) or offered_verdict(state, classes, states, reviewer)
        if given is None:
            return ()
        verdict = MarkVerdict(given.verdict, given.reason, given.unsupported)
        if isinstance(given, Offer):
            payloads = (*links_to_confirm(state), verdict)
            return as_one_action([self._context.draft(claim, payload) for payload in payloads])
        takers = offer_to(state, classes, states, reviewer)
        return as_one_action([self._context.draft(taker.key, verdict) for taker in takers])

    def standing(self, claim: str) -> Standing:
        """Return how a claim stands among the others, for the panel that shows it."""
        states, reviewer = self._states.of_class(claim), self._context.reviewer
        around, state = self._around(states), states[claim]
        classes, has_vote = around.classes, state.vote_of(reviewer) is not None
        return Standing(
            count_origins(state, around.implied.get(claim, {}), self._context.texts, self._context.summaries),
            tuple(key for key in classes.of(claim) if key != claim),
            offered_verdict(state, classes, states, reviewer),
            len(offer_to(state, classes, states, reviewer)) if has_vote else 0,
            tuple(warning for warning in warnings_of(state, around) if warning.waiver is None),
        )

    # --- origins

    def origin_count(self, claim: str) -> OriginCount:
        """Return how many articles, outlets and confirmed origins support a claim."""
        state, implied = self._with_implied(claim)
        return count_origins(state, implied, self._context.texts, self._context.summaries)

    def origin_counts(self) -> Mapping[str, OriginCount]:
        """Return the same for all claims that stand, by key."""
        states = self._states.all()
        implied, context = self._implied(states), self._context
        return {
            key: count_origins(state, implied.get(key, {}), context.texts, context.summaries)
            for key, state in states.items()
            if state.discarded_by is None
        }

    def origin_hints(self, claim: str) -> "tuple[OriginHint, ...]":
        """Return where the words and the knowledge of a claim may come from, with the reasons, the best first.

        What is confirmed for all its articles is no hint any more.
        """
        state, implied = self._with_implied(claim)
        return tuple(hint for hint in self._origins.hints(state, implied) if not is_settled(state, hint))

    def draft_confirm_origin(self, claim: str, hint: "OriginHint") -> tuple[Draft, ...]:
        """Return the decision that confirms a suggested origin for one claim."""
        return (self._context.draft(claim, confirmed(hint)),)

    def draft_origin(self, claim: str, layer: OriginLayer, kind: OriginKind, name: str) -> tuple[Draft, ...]:
        """Return the decision that gives a claim an origin that is not suggested.

        It is that of the articles that support it and have none; where all have one, it takes the place of all.
        """
        state, implied = self._with_implied(claim)
        supporting = supporting_articles(state, implied, self._context.summaries)
        open_ones = tuple(article for article in supporting if state.origin_in(article, layer) is None)
        return (self._context.draft(claim, ConfirmOrigin(layer, kind, name.strip(), open_ones or supporting)),)

    def draft_confirm_everywhere(
        self, hint: "OriginHint", report: Callable[[int, int], bool] | None = None
    ) -> tuple[Draft, ...]:
        """Return the decisions that confirm an origin wherever it is suggested and nothing is confirmed, as one action.

        `report` is told how many of how many claims were looked at; where it returns False, nothing comes of it.
        """
        states = self._states.all()
        implied = self._implied(states)
        drafts: list[Draft] = []
        for number, state in enumerate(states.values()):
            if report is not None and not report(number, len(states)):
                return ()
            if state.discarded_by is None:
                payload = self._origins.unconfirmed(state, implied.get(state.key, {}), hint)
                drafts += [self._context.draft(state.key, payload)] if payload else []
        return as_one_action(drafts)

    def known_origins(self) -> tuple[KnownOrigin, ...]:
        """Return the origins that somebody confirmed, those of most claims first."""
        return known_origins(self._states.with_origins().values())

    def falls_with(self, name: str, kind: OriginKind | None = None) -> Falls:
        """Return which claims fall, and which are weakened, if what this origin knows is not so."""
        states = self._states.with_origins(name)
        return falls_with(name, states.values(), self._implied(states), self._context.summaries, kind)

    # --- warnings

    def warnings(self, claim: str | None = None) -> tuple[RecordWarning, ...]:
        """Return the warnings that concern one claim, or all of them, waived ones too."""
        if claim is not None:
            states = self._states.of_class(claim)
            return warnings_of(states[claim], self._around(states))
        around = self._around(self._states.all())
        return find_warnings(
            around.states.values(), around.texts, around.classes, around.implied, around.policy, around.summaries
        )

    def draft_waive(self, warning: RecordWarning, reason: str) -> Draft:
        """Return the decision that waives a warning, for a reason."""
        payload = WaiveWarning(warning.kind, reason, warning.article, warning.other_claim)
        return self._context.draft(warning.claim, payload)

    # --- within

    @cached_property
    def _origins(self) -> OriginSuggestions:
        return OriginSuggestions(self._context)

    @cached_property
    def _current(self) -> frozenset[str]:
        return frozenset(summary.key for summary in self._context.current)

    def _with_implied(self, claim: str) -> tuple[ClaimState, Mapping[str, Implied]]:
        states = self._states.naming(claim)
        return states[claim], self._implied(states).get(claim, {})

    def _implied(self, states: States) -> Mapping[str, Mapping[str, Implied]]:
        return implied_cells(states.values(), articles=self._current)

    def _around(self, states: States) -> Surroundings:
        context, classes = self._context, equivalence_classes(states.values())
        return Surroundings(states, context.texts, context.summaries, classes, self._implied(states), context.policy())

    def _counted(self, links: Iterable[ClaimLink]) -> Counter[str]:
        """Count for each claim the cells that something follows for; those of replaced versions are none."""
        among = (link for link in links if {link.article, link.other_article} <= self._current)
        return Counter(claim for claim, _ in following(among))
