"""What is odd about one claim: its verdict, its cells, its source."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from workbench.matching import Told, compare
from workbench.review.held import held_agreements
from workbench.review.origins import count_origins
from workbench.review.suggestions import joined_text
from workbench.review.warning_model import Surroundings
from workbench.review.warning_model import Warning as RecordWarning
from workbench.review.warning_words import quoted, sentence_numbers, squeezed
from workbench.store.fold import Agreement, ClaimState
from workbench.store.settled import Evidence
from workbench.vocabulary import (
    ANCHOR_TERMS,
    FACET_LABELS,
    RELATION_TERMS,
    AnchorState,
    Facet,
    Relation,
    Verdict,
    WarningKind,
    WorkflowState,
)

_TELLING: Final = frozenset({Facet.NUMBER, Facet.DATE_TIME, Facet.PLACE, Facet.NAME})
"""In what a passage that agrees may not differ unseen. How a quotation is rendered is not among them."""

_FEWEST_ORIGINS: Final = 2
_REMEMBERED: Final = 8192
_TIME: Final = "%Y-%m-%d %H:%M"


def claim_warnings(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    """Yield the warnings about one claim that stands, kind by kind."""
    yield from _agreements_that_differ(state, around)
    yield from _verdict_warnings(state, around)
    yield from _silence_with_links(state, around)
    yield from _later_updates(state, around)
    yield from _inexact_anchors(state, around)


# --- pairs that agree, and differ


def _agreements_that_differ(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for given in held_agreements(state):
        if given.relation is Relation.CORROBORATES and given.sentences and given.article in around.texts:
            found[given.article] |= dict.fromkeys(_unseen_differences(state, given, around))
    for article, differences in found.items():
        if differences:
            words = f"{around.label(article)} is said to agree. {'; '.join(differences)}"
            yield RecordWarning(WarningKind.AGREEMENT_DIFFERS, state.key, article, None, words)


def _unseen_differences(state: ClaimState, given: Agreement, around: Surroundings) -> Iterator[str]:
    """Yield what differs without that whoever recorded the agreement said so."""
    own, other = around.texts[state.claim.article], around.texts[given.article]
    passage = Told(joined_text(other, given.sentences), other.published)
    for facet, words in telling_differences(Told(state.text, own.published), passage):
        if facet not in given.facets:
            yield words


@lru_cache(maxsize=_REMEMBERED)
def telling_differences(claim: Told, passage: Told) -> tuple[tuple[Facet, str], ...]:
    """Return in which numbers, dates, places and names a passage differs, each with what either side says."""
    compared = compare(claim.text, passage.text, a_date=claim.day, b_date=passage.day)
    telling = (difference for difference in compared.differences if difference.facet in _TELLING)
    return tuple(
        (each.facet, f"{FACET_LABELS[each.facet]}: {' / '.join(squeezed(side) or '–' for side in each.told())}")
        for each in telling
    )


# --- verdicts


def _verdict_warnings(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    match state.verdict:
        case Verdict.SUPPORTED:
            yield from _lack_of_corroboration(state, around)
            yield from _open_contradictions(state, around)
        case Verdict.REFUTED if not _is_contradicted(state, around):
            words = "It is refuted, and no article and no evidence is recorded that contradicts it."
            yield RecordWarning(WarningKind.NOT_CONTRADICTED, state.key, None, None, words)
        case _:
            pass


def _lack_of_corroboration(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    implied = around.implied.get(state.key, {})
    count = count_origins(state, implied, around.texts, around.summaries)
    if count.knowledge < _FEWEST_ORIGINS:
        words = f"It is supported by {count.told()}."
        yield RecordWarning(WarningKind.NOT_CORROBORATED, state.key, None, None, words)


def _open_contradictions(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    for article, relation in around.relations(state).items():
        if relation is Relation.CONTRADICTS:
            words = f"It is supported, and {around.label(article)} contradicts it."
            yield RecordWarning(WarningKind.OPEN_CONTRADICTION, state.key, article, None, words)
    if opposed := [_shown(evidence) for evidence in state.evidence if evidence.relation is Relation.CONTRADICTS]:
        words = f"It is supported, and evidence contradicts it: {'; '.join(opposed)}"
        yield RecordWarning(WarningKind.OPEN_CONTRADICTION, state.key, None, None, words)


def _is_contradicted(state: ClaimState, around: Surroundings) -> bool:
    said = {given.relation for given in held_agreements(state)} | {evidence.relation for evidence in state.evidence}
    return Relation.CONTRADICTS in said or Relation.CONTRADICTS in around.relations(state).values()


def _shown(evidence: Evidence) -> str:
    return squeezed(evidence.citation or evidence.url or evidence.file or f"“{evidence.quote}”")


# --- cells


def _silence_with_links(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    for article, given in _by_article(state).items():
        if all(each.relation is not Relation.NOT_ADDRESSED for each in given):
            continue
        naming = next(iter(around.naming(state.key, article)), None)
        link = naming.key if naming else next((each.other_claim for each in given if each.other_claim), None)
        speaking = next((each for each in given if each.sentences), None)
        silent = f"{around.label(article)} is said to be silent, and"
        if naming is not None:
            words = f"{silent} its claim {quoted(naming)} is held against this one."
        elif link is not None:
            words = f"{silent} one of its claims is named."
        elif speaking is not None:
            relation = RELATION_TERMS[speaking.relation].label
            words = f"{silent} {speaking.reviewer} records: {relation}, {sentence_numbers(speaking.sentences)}."
        else:
            continue
        yield RecordWarning(WarningKind.SILENT_BUT_LINKED, state.key, article, link, words)


def _later_updates(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    if not state.votes:
        return
    settled = (state.adjudication.at,) if state.adjudication else ()
    judged = max((*(vote.at for vote in state.votes), *settled))
    for article, given in _by_article(state).items():
        update = next((each for each in given if each.relation is Relation.UPDATES and each.at > judged), None)
        if update is not None:
            when = f"as {update.reviewer} recorded on {update.at:{_TIME}}; the verdict is of {judged:{_TIME}}"
            words = f"{around.label(article)} updates it, {when}."
            yield RecordWarning(WarningKind.UPDATED_SINCE, state.key, article, None, words)


def _by_article(state: ClaimState) -> Mapping[str, list[Agreement]]:
    found: defaultdict[str, list[Agreement]] = defaultdict(list)
    for given in held_agreements(state):
        found[given.article].append(given)
    return found


# --- the source


def _inexact_anchors(state: ClaimState, around: Surroundings) -> Iterator[RecordWarning]:
    if state.state_for(around.policy.votes) is not WorkflowState.FINAL:
        return
    words = [
        f"{sentence_numbers(link.sentences)}: {_said_of(link.state)}"
        for link in state.sources
        if link.state is not AnchorState.EXACT
    ]
    if state.carried is not None and state.carried.state is not AnchorState.EXACT:
        words.append(f"from the older version of its article: {_said_of(state.carried.state)}")
    if words:
        told_so = f"It is final. {'; '.join(words)}"
        yield RecordWarning(WarningKind.ANCHOR_NOT_EXACT, state.key, None, None, told_so)


def _said_of(state: AnchorState) -> str:
    return ANCHOR_TERMS[state].label
