"""Newer versions that were found in two databases, brought together: the same in either order.

One may know of claims that the other did not have when it found the version; then both are kept. An article is the
newer version of one only: where two databases name two, that counts about which people have decided, or else the later.
"""

from collections.abc import Iterable, Set
from dataclasses import replace
from datetime import datetime
from json import dumps

from sqlalchemy import Connection, select

from workbench.matching.model import CarriedClaim, VersionChange
from workbench.store import cache
from workbench.store.lock import lock_for_writing
from workbench.store.tables import articles, claims, decisions
from workbench.store.version_reading import read_versions
from workbench.store.version_rows import carried_claim_to_json, carried_sentence_to_json, change_digest
from workbench.store.versions import affected_claims, delete_version, insert_version
from workbench.vocabulary import AnchorState


def join_versions(connection: Connection, others: Iterable[VersionChange], decided: Set[str]) -> None:
    """Bring the changes of another database together with those here; all of their articles are here already.

    `decided` are the keys of claims about which decisions will follow that are not in the log yet.
    """
    lock_for_writing(connection)
    here = read_versions(connection)
    pairs = {(change.newer, change.older): change for change in here}
    for other in others:
        pair = (other.newer, other.older)
        pairs[pair] = _joined(pairs.get(pair, other), other)
    chosen = tuple(_one_each(_best_first(connection, pairs.values(), decided)))
    before, after = ({change_digest(change): change for change in changes} for changes in (here, chosen))
    gone = [change for digest, change in before.items() if digest not in after]
    come = [change for digest, change in after.items() if digest not in before]
    affected = [claim for change in (*gone, *come) for claim in affected_claims(connection, change)]
    for change in gone:
        delete_version(connection, change.newer)
    for change in come:
        insert_version(connection, change)
    cache.refresh_many(connection, affected)


def _joined(one: VersionChange, other: VersionChange) -> VersionChange:
    """Return what both say of one pair of articles."""
    if one == other:
        return one
    first = min(
        (one, other), key=lambda change: dumps([change.added, *map(carried_sentence_to_json, change.sentences)])
    )
    became: dict[str, CarriedClaim] = {}
    for claim in (*one.claims, *other.claims):
        became[claim.older] = min(became.get(claim.older, claim), claim, key=_placed_first)
    return replace(first, claims=tuple(_each_place_once(became[older] for older in sorted(became))))


def _placed_first(claim: CarriedClaim) -> tuple[bool, bool, str]:
    return (claim.newer is None, claim.state is not AnchorState.EXACT, dumps(carried_claim_to_json(claim)))


def _each_place_once(carried: Iterable[CarriedClaim]) -> Iterable[CarriedClaim]:
    """Let no two claims go to one place; the one that goes there keeps it, as people may have decided about it."""
    found = tuple(carried)
    kept: dict[str, CarriedClaim] = {}
    for claim in sorted(found, key=lambda claim: (claim.state is not AnchorState.EXACT, claim.older)):
        if claim.newer is not None:
            kept.setdefault(claim.newer, claim)
    for claim in found:
        if claim.newer is None or claim.start is None or claim.end is None or kept[claim.newer] is claim:
            yield claim
        else:
            yield CarriedClaim(claim.older, AnchorState.AMBIGUOUS, candidates=((claim.start, claim.end),))


def _best_first(connection: Connection, changes: Iterable[VersionChange], decided: Set[str]) -> list[VersionChange]:
    rows = connection.execute(select(articles.c.key, articles.c.added_at))
    added: dict[str, datetime] = {row.key: row.added_at for row in rows}

    def rank(change: VersionChange) -> tuple[bool, datetime, str, str]:
        rests = _decisions_rest_on(connection, change, decided)
        return (rests, added[change.older], change.older, change.newer)

    return sorted(changes, key=rank, reverse=True)


def _decisions_rest_on(connection: Connection, change: VersionChange, decided: Set[str]) -> bool:
    """Whether somebody decided about a claim that nobody found in the newer version: it only came from the older."""
    came = {claim.newer for claim in change.claims if claim.newer and claim.carries}
    came -= set(connection.execute(select(claims.c.key).where(claims.c.key.in_(came))).scalars())
    about = select(decisions.c.id).where(decisions.c.claim.in_(came)).limit(1)
    return not came.isdisjoint(decided) or connection.execute(about).first() is not None


def _one_each(best_first: Iterable[VersionChange]) -> Iterable[VersionChange]:
    """Yield changes so that every article is the newer version of one, and none of itself."""
    older: dict[str, str] = {}
    for change in best_first:
        line = [change.older]
        while line[-1] in older:
            line.append(older[line[-1]])
        if change.newer not in older and change.newer not in line:
            older[change.newer] = change.older
            yield change
