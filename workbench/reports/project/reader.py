"""A JSON project back into a record; nothing is believed that can be checked.

Facts are checked against the bytes (SHA-256, offsets, keys), decisions against their chains, and everything that
follows from them (states, votes, agreements, readings, …) is derived once more and compared. So a file that was
edited by hand either says something consistent or is refused, with the path of what is wrong.
"""

import json
from datetime import UTC, datetime
from typing import Any, Final

from workbench.matching.model import VersionChange
from workbench.reports.project.decided import read_decisions
from workbench.reports.project.facts import read_articles, read_collections
from workbench.reports.project.node import Node, parse
from workbench.reports.project.versions import read_versions
from workbench.reports.project.writer import FORMAT, project_tree
from workbench.reports.record import (
    ArticleList,
    Record,
    RecordedArticle,
    policies_by_collection,
    readings_by_article,
)
from workbench.store.cache import by_subject
from workbench.store.decisions import Decision
from workbench.store.fold import ClaimState
from workbench.store.folding import fold_all
from workbench.store.model import ChainHead

_FOLLOWING: Final = ("votes", "agreements", "notes", "readings", "policies", "chains")
_LATER: Final[dict[str, dict[str, Any]]] = {"votes": {"unsupported_at": []}}
"""What a file of an older version does not say of each, and means."""


def read_project(text: str) -> Record:
    """Return the whole database that a JSON project holds; its labels are empty, as they belong to a collection.

    Raises:
        InterchangeError: it is no project, or something in it is wrong: the line says what and where.
    """
    root = parse(text)
    _check_format(root)
    articles = read_articles(root)
    _check_twice(root["articles"], "key")
    _check_twice(root["claims"], "key")
    collections = read_collections(root, articles)
    versions = read_versions(root, articles)
    decisions = read_decisions(root, articles, collections, versions)
    record = Record(
        None,
        collections,
        ArticleList(articles),
        _fold(articles, decisions, versions),
        decisions,
        _chain_ends(decisions),
        datetime.now(UTC),
        versions=versions,
        readings=readings_by_article((recorded.key for recorded in articles), decisions, versions),
        policies=policies_by_collection(collections, decisions),
    )
    _check_what_follows(root, project_tree(record))
    return record


def _check_format(root: Node) -> None:
    found = root["format"].text()
    if found != FORMAT:
        kind = "of another version" if found.startswith(FORMAT.split("/")[0] + "/") else "of another program"
        root["format"].fail(f"“{found[:40]}” is {kind}; this program reads “{FORMAT}”")
    if root.find("problems"):
        root["problems"].fail("the database that this was written from was damaged; restore it, then export again")


def _check_twice(nodes: Node, key: str) -> None:
    seen: set[str] = set()
    for node in nodes.items():
        if node[key].value in seen:
            node[key].fail("it is there twice")
        seen.add(node[key].value)


def _fold(
    articles: tuple[RecordedArticle, ...], decisions: tuple[Decision, ...], versions: tuple[VersionChange, ...]
) -> tuple[ClaimState, ...]:
    extracted = {claim.key: claim for recorded in articles for claim in (*recorded.extracted, *recorded.proposed)}
    places = {recorded.key: place for place, recorded in enumerate(articles)}
    states = fold_all(extracted, by_subject(decisions), versions)
    return tuple(sorted(states, key=lambda state: places[state.claim.article]))


def _chain_ends(decisions: tuple[Decision, ...]) -> tuple[ChainHead, ...]:
    ends: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.position):
        ends[decision.database, decision.reviewer] = decision
    return tuple(ChainHead(last.database, last.reviewer, last.position + 1, last.hash) for last in ends.values())


def _check_what_follows(root: Node, tree: dict[str, Any]) -> None:
    """Whatever the file says beyond facts and decisions must follow from them; it may say less."""
    claims = {claim["key"]: claim for claim in tree["claims"]}
    for node in root["claims"].items():
        true_claim = claims.get(node["key"].value)
        if true_claim is None:
            node.fail("no decision adds this claim, or it was taken back")
        for name, value in true_claim.items():
            if name in node.value and node.value[name] != value:
                Node(None, f"{node.path}.{name}").fail(f"the decisions in this file give {_shown(value)}")
    for key in _FOLLOWING:
        if found := root.find(key):
            _check_same(found, tree[key], _LATER.get(key, {}))


def _check_same(found: Node, expected: list[Any], unsaid: dict[str, Any]) -> None:
    rest = [json.dumps(item, sort_keys=True) for item in expected]
    left = set(rest)
    for node in found.items():
        said = unsaid | node.value if isinstance(node.value, dict) else node.value
        told = json.dumps(said, sort_keys=True)
        if told not in left:
            node.fail("it does not follow from the decisions in this file")
        left.discard(told)
    if left:
        missing = expected[next(index for index, item in enumerate(rest) if item in left)]
        found.fail(f"it lacks {_shown(missing)}, which follows from the decisions in this file")


def _shown(value: Any) -> str:
    text = json.dumps(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
