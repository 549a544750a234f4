"""The decisions of a JSON project: each says something that can be meant, and their chains are whole."""

from dataclasses import dataclass

from workbench.articles.model import Article
from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.matching.model import VersionChange
from workbench.reports.project.node import Node
from workbench.reports.record import RecordedArticle
from workbench.store.decisions import CHAIN_START, Decision, Draft, decision_hash
from workbench.store.fold import decision_order
from workbench.store.payloads import (
    AddClaim,
    LinkSource,
    MarkSilent,
    Payload,
    RecordAgreement,
    UnlinkSource,
    payload_from_json,
)
from workbench.vocabulary import PROGRAM_ORIGINS, DecisionKind


@dataclass(frozen=True, slots=True)
class _Facts:
    """What decisions can refer to."""

    articles: dict[str, Article]
    claims: dict[str, str]
    """The article of every claim."""


def read_decisions(
    root: Node, articles: tuple[RecordedArticle, ...], versions: tuple[VersionChange, ...] = ()
) -> tuple[Decision, ...]:
    """Return the decisions in the order of the fold.

    Raises:
        InterchangeError: a decision refers to something that is not in the file, its hash is not its hash, or a chain
            has a gap.
    """
    read = tuple((node, read_decision(node)) for node in root["decisions"].items())
    facts = _facts(read, articles, versions)
    for node, decision in read:
        _check_references(node, decision, facts)
    _check_ids(read)
    _check_chains(read)
    return tuple(sorted((decision for _, decision in read), key=decision_order))


def read_decision(node: Node) -> Decision:
    """Return one decision, its hash checked.

    Raises:
        InterchangeError: a value is missing or of the wrong kind, or the hash is not that of the decision.
    """
    decision = Decision(
        node["id"].uuid(),
        node["database"].uuid(),
        _read_reviewer(node["reviewer"]),
        node["at"].time(),
        node["claim"].uuid(),
        _read_payload(node),
        node.maybe("undoes", Node.uuid),
        node["position"].integer(),
        node["previous"].sha256(),
        node["hash"].sha256(),
    )
    draft = Draft(decision.reviewer, decision.claim, decision.payload, decision.undoes, decision.id)
    true_hash = decision_hash(draft, decision.database, decision.at, decision.position, decision.previous)
    if decision.hash != true_hash:
        node["hash"].fail("it is not the hash of this decision: the decision was changed")
    return decision


def _read_reviewer(node: Node) -> str:
    name = node.name()
    return name if name.strip() and name not in PROGRAM_ORIGINS else node.fail("it is not the name of a person")


def _read_payload(node: Node) -> Payload:
    place = node["payload"]
    if not isinstance(place.value, dict):
        place.fail("an object is expected")
    place.check_storable()
    try:
        return payload_from_json(node["kind"].term(DecisionKind), place.value)
    except DecisionError as error:
        place.fail(str(error).removesuffix("."))


def _facts(
    read: tuple[tuple[Node, Decision], ...],
    articles: tuple[RecordedArticle, ...],
    versions: tuple[VersionChange, ...],
) -> _Facts:
    claims = {claim.newer: change.newer for change in versions for claim in change.claims if claim.newer}
    claims |= {claim.key: claim.article for recorded in articles for claim in (*recorded.extracted, *recorded.proposed)}
    for node, decision in read:
        if isinstance(decision.payload, AddClaim):
            added = decision.payload
            if decision.claim != claim_key(added.article, added.start, added.end, added.text):
                node["claim"].fail("it is not the key of the added claim")
            claims[decision.claim] = added.article
    return _Facts({recorded.key: recorded.article for recorded in articles}, claims)


def _check_references(node: Node, decision: Decision, facts: _Facts) -> None:
    own = facts.claims.get(decision.claim)
    if own is None:
        node["claim"].fail("there is no such claim in this file")
    payload = node["payload"]
    match decision.payload:
        case AddClaim() as added:
            _check_added(payload, added, facts)
        case LinkSource(sentences=chosen) | UnlinkSource(sentences=chosen):
            _check_sentences(payload, own, chosen, facts)
        case RecordAgreement() as recorded:
            _check_other(payload, own, recorded.article)
            _check_sentences(payload, recorded.article, recorded.sentences, facts)
        case MarkSilent(silent):
            for article in silent:
                _check_other(payload, own, article)
                _check_sentences(payload, article, (), facts)
        case _:
            pass


def _check_added(node: Node, added: AddClaim, facts: _Facts) -> None:
    _check_sentences(node, added.article, added.sentences, facts)
    text = facts.articles[added.article].text
    if not 0 <= added.start < added.end <= len(text) or text[added.start : added.end] != added.text:
        node["text"].fail("it does not stand at this place of the article")


def _check_other(node: Node, own: str, article: str) -> None:
    if article == own:
        node.fail("a relation is recorded for another article, not for the claim's own")


def _check_sentences(node: Node, article: str, chosen: tuple[int, ...], facts: _Facts) -> None:
    known = facts.articles.get(article)
    if known is None:
        node.fail("there is no such article in this file")
    if any(not 0 <= index < len(known.sentences) for index in chosen):
        node["sentences"].fail(f"the article has {len(known.sentences)} sentences")


def _check_ids(read: tuple[tuple[Node, Decision], ...]) -> None:
    by_id: dict[str, Decision] = {}
    for node, decision in read:
        if decision.id in by_id:
            node["id"].fail("another decision has this id")
        by_id[decision.id] = decision
    for node, decision in read:
        if (decision.undoes is not None) != (decision.kind is DecisionKind.UNDO):
            node["kind"].fail("an undo names the decision that it takes back, and no other decision does")
        if decision.undoes is not None and not _can_undo(decision, by_id.get(decision.undoes)):
            node["undoes"].fail("there is no earlier decision of this reviewer about this claim with this id")


def _can_undo(undo: Decision, target: Decision | None) -> bool:
    whose = (undo.reviewer, undo.claim)
    return target is not None and (target.reviewer, target.claim) == whose and target.at < undo.at


def _check_chains(read: tuple[tuple[Node, Decision], ...]) -> None:
    ends: dict[tuple[str, str], Decision] = {}
    for node, decision in sorted(read, key=lambda pair: pair[1].position):
        last = ends.get((decision.database, decision.reviewer))
        length, head = (last.position + 1, last.hash) if last else (0, CHAIN_START)
        if decision.position < length:
            node["position"].fail("another decision of this chain has this place")
        if decision.position > length:
            node["position"].fail(f"the decision at {length} of this chain is missing")
        if decision.previous != head:
            node["previous"].fail("it is not the hash of the decision before it in its chain")
        if last and decision.at <= last.at:
            node["at"].fail("it is not later than the decision before it in its chain")
        ends[decision.database, decision.reviewer] = decision
