"""The decisions of a JSON project: each says something that can be meant, and their chains are whole."""

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.matching.model import VersionChange
from workbench.reports.project.node import Node
from workbench.reports.project.references import Known, check_references
from workbench.reports.record import RecordedArticle, RecordedCollection
from workbench.store.decisions import CHAIN_START, Decision, decision_hash
from workbench.store.fold import decision_order
from workbench.store.forms import check_form
from workbench.store.payloads import AddClaim, Payload, payload_from_json
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import DecisionKind


def read_decisions(
    root: Node,
    articles: tuple[RecordedArticle, ...],
    collections: tuple[RecordedCollection, ...],
    versions: tuple[VersionChange, ...] = (),
) -> tuple[Decision, ...]:
    """Return the decisions in the order of the fold.

    Raises:
        InterchangeError: a decision refers to something that is not in the file, its hash is not its hash, or a chain
            has a gap.
    """
    read = tuple((node, read_decision(node)) for node in root["decisions"].items())
    known = _known(read, articles, collections, versions)
    for node, decision in read:
        check_references(node, decision, known)
    _check_ids(read)
    _check_chains(read)
    return tuple(sorted((decision for _, decision in read), key=decision_order))


def read_decision(node: Node) -> Decision:
    """Return one decision, its form and its hash checked.

    Raises:
        InterchangeError: a value is missing or of the wrong kind, it says what cannot be meant, or the hash is not that
            of the decision.
    """
    decision = Decision(
        node["id"].uuid(),
        node["database"].uuid(),
        node["reviewer"].name(),
        node["at"].time(),
        node["claim"].uuid(),
        _read_payload(node),
        node.maybe("undoes", Node.uuid),
        node["position"].integer(),
        node["previous"].sha256(),
        node["hash"].sha256(),
        node.maybe("action", Node.uuid),
    )
    _check_form(node, decision)
    true_hash = decision_hash(decision.draft, decision.database, decision.at, decision.position, decision.previous)
    if decision.hash != true_hash:
        node["hash"].fail("it is not the hash of this decision: the decision was changed")
    return decision


def _check_form(node: Node, decision: Decision) -> None:
    try:
        check_form(decision.draft)
    except DecisionError as error:
        node.fail(str(error).removesuffix("."))


def _read_payload(node: Node) -> Payload:
    place = node["payload"]
    if not isinstance(place.value, dict):
        place.fail("an object is expected")
    place.check_storable()
    try:
        return payload_from_json(node["kind"].term(DecisionKind), place.value)
    except DecisionError as error:
        place.fail(str(error).removesuffix("."))


def _known(
    read: tuple[tuple[Node, Decision], ...],
    articles: tuple[RecordedArticle, ...],
    collections: tuple[RecordedCollection, ...],
    versions: tuple[VersionChange, ...],
) -> Known:
    claims = {claim.newer: change.newer for change in versions for claim in change.claims if claim.newer}
    claims |= {claim.key: claim.article for recorded in articles for claim in (*recorded.extracted, *recorded.proposed)}
    for node, decision in read:
        if isinstance(decision.payload, AddClaim):
            added = decision.payload
            if decision.claim != claim_key(added.article, added.start, added.end, added.text):
                node["claim"].fail("it is not the key of the added claim")
            claims[decision.claim] = added.article
    names = frozenset(found.name for found in collections)
    return Known(
        {recorded.key: recorded.article for recorded in articles},
        claims,
        frozenset({*(article_subject(found.key) for found in articles), *map(collection_subject, names)}),
        names,
        frozenset(decision.id for _, decision in read if decision.kind is DecisionKind.ATTACH_EVIDENCE),
    )


def _check_ids(read: tuple[tuple[Node, Decision], ...]) -> None:
    by_id: dict[str, Decision] = {}
    for node, decision in read:
        if decision.id in by_id:
            node["id"].fail("another decision has this id")
        by_id[decision.id] = decision
    for node, decision in read:
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
