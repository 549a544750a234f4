"""What reviewers disagree on: the claims, the cells, and where each of them stands."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.store.decisions import Decision
from workbench.store.fold import Agreement, ClaimState, Note, SourceLink, Vote, effective
from workbench.store.payloads import LinkSource, UnlinkSource
from workbench.vocabulary import Relation, Settlement, WorkflowState


@dataclass(frozen=True, slots=True)
class Position:
    """Where one reviewer stands on a claim.

    Attributes:
        vote: None if they recorded relations only.
        links: the sets of sentences that they linked, also those that others linked after them.
    """

    reviewer: str
    vote: Vote | None
    agreements: tuple[Agreement, ...]
    links: tuple[SourceLink, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim on which reviewers disagree and on which nobody has settled what holds.

    Attributes:
        verdicts: whether the votes differ.
        cells: the other articles (keys) for which the relations differ.
        agreement: of all pairs of votes on the claim, and of relations recorded for the same article, the share that
            agrees; 0 to 1.
        positions: where each reviewer stands, by name.
    """

    state: ClaimState
    verdicts: bool
    cells: tuple[str, ...]
    agreement: float
    positions: tuple[Position, ...]

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.state.key

    @property
    def left_open(self) -> bool:
        """Whether somebody has looked at all of it and left it open."""
        settled = [self.state.settled_cell(article) for article in self.cells]
        looked_at = [*settled, *([self.state.adjudication] if self.verdicts else [])]
        return all(each is not None and each.settlement is Settlement.UNRESOLVED for each in looked_at)

    def relations_with(self, article: str) -> dict[str, Agreement]:
        """Return what each reviewer recorded about another article (a key), by name."""
        return {
            position.reviewer: given
            for position in self.positions
            for given in position.agreements
            if given.article == article
        }


def is_in_dispute(state: ClaimState) -> bool:
    """Whether a claim is to be settled: neither discarded nor set aside, and reviewers disagree on it."""
    return state.discarded_by is None and state.state is WorkflowState.DISPUTED


def dispute_about(state: ClaimState, history: Iterable[Decision]) -> Dispute:
    """Return what reviewers disagree on about a claim that `is_in_dispute`; `history` are the decisions about it."""
    counting = effective(history)
    voters = {vote.reviewer for vote in state.votes} | {given.reviewer for given in state.agreements}
    return Dispute(
        state,
        state.has_disputed_verdict,
        state.disputed_cells,
        share_of_agreeing_pairs(state),
        tuple(_position(state, reviewer, counting) for reviewer in sorted(voters)),
    )


def in_order(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Return disputes with the lowest agreement first and those that were left open last; ties stay as they were."""
    return tuple(sorted(disputes, key=lambda dispute: (dispute.left_open, dispute.agreement)))


def share_of_agreeing_pairs(state: ClaimState) -> float:
    """Return which share of the pairs of labels agrees, over the votes and the relations for each article; 0 to 1.

    A claim on which nobody can disagree yet has 1.
    """
    relations: dict[str, list[Relation]] = {}
    for given in state.agreements:
        relations.setdefault(given.article, []).append(given.relation)
    counted = [Counter[str](vote.verdict for vote in state.votes), *(Counter[str](each) for each in relations.values())]
    pairs = sum(_pairs(counts.total()) for counts in counted)
    agreeing = sum(_pairs(number) for number in chain.from_iterable(counts.values() for counts in counted))
    return agreeing / pairs if pairs else 1.0


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _position(state: ClaimState, reviewer: str, history: Sequence[Decision]) -> Position:
    return Position(
        reviewer,
        state.vote_of(reviewer),
        tuple(given for given in state.agreements if given.reviewer == reviewer),
        _links(state, reviewer, history),
        tuple(note for note in state.notes if note.reviewer == reviewer),
    )


def _links(state: ClaimState, reviewer: str, history: Sequence[Decision]) -> tuple[SourceLink, ...]:
    """Of two who link the same sentences, the state names the latter only; so the decisions are asked, too."""
    links = {link.sentences: link for link in state.sources if link.by == reviewer}
    for decision in history:
        match decision.payload:
            case LinkSource(sentences, anchor, score) if decision.reviewer == reviewer:
                links[sentences] = SourceLink(sentences, anchor, score, reviewer)
            case UnlinkSource(sentences) if decision.reviewer == reviewer:
                links.pop(sentences, None)
            case _:
                pass
    return tuple(links.values())
