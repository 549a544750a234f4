"""The history of a record as PROV-JSON (W3C submission of 2013): who did what to what, and what came of it.

Articles, claims and decisions are entities; reading, asking a language model and each action of a person are
activities; people, the program and language models are agents. An undo invalidates the decision that it takes back.
What PROV has no name for stands under `workbench:`; with it each decision is complete, its hash included.
"""

import json
from collections.abc import Iterator
from typing import Final

from workbench.claims.model import Claim
from workbench.reports.interchange.naming import derived_key, iso_day, web_address
from workbench.reports.interchange.prov_statements import Statements, by_sha256, by_uuid
from workbench.reports.record import Record, RecordedArticle, RecordedCollection
from workbench.review.describe import describe
from workbench.store.decisions import Decision, format_time
from workbench.store.payloads import AddClaim, payload_to_json
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import ClaimOrigin, DecisionKind

_PROGRAM: Final = "claim-workbench"
_SETTLING: Final = frozenset({DecisionKind.ADJUDICATE, DecisionKind.ADJUDICATE_CELL})


def prov_text(record: Record) -> Iterator[str]:
    """Yield the history as PROV-JSON, one statement a line."""
    with Statements() as said:
        for recorded in record.articles:
            _state_article(said, recorded, record)
        for collection in record.collections:
            _state_collection(said, collection, {summary.key for summary in record.summaries})
        for change in record.versions:
            said.relate("wasDerivedFrom", by_sha256(change.newer), by_sha256(change.older), kind="prov:Revision")
        for state in record.told:
            _state_claim(said, state.claim, state.text)
        history = _History(said, record)
        for decision in record.told_decisions:
            history.state(decision)
        yield from said.text()


def _state_article(said: Statements, recorded: RecordedArticle, record: Record) -> None:
    article, name = recorded.article, by_sha256(recorded.key)
    said.entity(
        name,
        "workbench:Article",
        label=article.heading,
        file=article.name,
        publisher=article.publisher,
        published=iso_day(article.published),
        url=web_address(article.url),
    )
    reading = _reading(recorded.key)
    said.activity(reading, "workbench:Import", None, format_time(recorded.summary.added_at))
    said.use(reading, name)
    said.relate("wasAssociatedWith", reading, said.agent("SoftwareAgent", _PROGRAM))
    for number, found in enumerate(recorded.extractions):
        asking = by_uuid(derived_key("extraction", recorded.key, str(number)))
        said.activity(asking, "workbench:Extraction", None, format_time(found.at))
        said.use(asking, name)
        said.relate("wasAssociatedWith", asking, said.agent("SoftwareAgent", found.extractor))
        for claim in found.claims:
            if record.tells_of(claim.key):
                said.generate(by_uuid(claim.key), asking)


def _state_collection(said: Statements, collection: RecordedCollection, known: set[str]) -> None:
    name = _collection(collection.name)
    said.entity(name, "prov:Collection", label=collection.name)
    for key in collection.articles:
        if key in known:
            said.relate("hadMember", name, by_sha256(key))


def _state_claim(said: Statements, claim: Claim, wording: str) -> None:
    name = by_uuid(claim.key)
    said.entity(
        name,
        "workbench:Claim",
        label=wording,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        asserter=claim.asserter,
    )
    said.relate("wasDerivedFrom", name, by_sha256(claim.article))
    if claim.origin is ClaimOrigin.RULES:
        said.generate(name, _reading(claim.article))


class _History:
    """States decisions one after the other, oldest first."""

    def __init__(self, said: Statements, record: Record) -> None:
        self._said = said
        self._record = record
        self._labels = dict(record.labels)
        self._subjects = {article_subject(summary.key): by_sha256(summary.key) for summary in record.summaries}
        self._subjects |= {collection_subject(found.name): _collection(found.name) for found in record.collections}
        self._ids = {decision.id for decision in record.told_decisions}
        self._latest: dict[tuple[str, str], tuple[int, str]] = {}

    def state(self, decision: Decision) -> None:
        """State a decision, the action that it is part of, what it is about, and what it takes back."""
        said, name, action, at = self._said, by_uuid(decision.id), _action(decision), format_time(decision.at)
        agent = said.agent("Person", decision.reviewer)
        said.entity(
            name,
            "workbench:Decision",
            label=describe(decision, self._labels),
            kind=decision.kind.value,
            payload=json.dumps(payload_to_json(decision.payload), sort_keys=True),
            database=decision.database,
            position=self._record.position_of(decision),
            previous=decision.previous,
            hash=decision.hash,
        )
        if said.activity(action, _kind(decision), at, at):
            said.relate("wasAssociatedWith", action, agent)
        said.generate(name, action, at)
        said.relate("wasAttributedTo", name, agent)
        self._state_subject(decision, action, at)
        self._state_order(decision, action)
        if decision.undoes in self._ids:
            said.relate("wasInvalidatedBy", by_uuid(decision.undoes or ""), action, at)

    def _state_subject(self, decision: Decision, action: str, at: str) -> None:
        subject = self._subjects.get(decision.claim, by_uuid(decision.claim))
        self._said.mention(subject)
        if isinstance(decision.payload, AddClaim):
            self._said.use(action, by_sha256(decision.payload.article), at)
            self._said.generate(subject, action, at)
        self._said.use(action, subject, at)

    def _state_order(self, decision: Decision, action: str) -> None:
        """State which action came before in the chain, if that is not left out."""
        chain, position = (decision.database, decision.reviewer), self._record.position_of(decision)
        if position is None:
            return
        latest, before = self._latest.get(chain, (-1, action))
        if latest == position - 1 and before != action:
            self._said.relate("wasInformedBy", action, before)
        self._latest[chain] = position, action


def _kind(decision: Decision) -> str:
    return "workbench:Adjudication" if decision.kind in _SETTLING else "workbench:Review"


def _action(decision: Decision) -> str:
    """The decisions of one action share its id; of one that stands alone, its own names both, so one is derived."""
    return by_uuid(decision.action or derived_key("action", decision.id))


def _reading(article: str) -> str:
    return by_uuid(derived_key("reading", article))


def _collection(name: str) -> str:
    return by_uuid(collection_subject(name))
