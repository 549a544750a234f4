"""Proof that what is stored of newer versions is what was stored, and points to what is there."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from workbench.matching.model import VersionChange
from workbench.store import facts
from workbench.store.model import Finding
from workbench.store.tables import versions
from workbench.store.version_reading import newer_article, of_both, read_versions
from workbench.store.version_rows import change_digest
from workbench.visible import one_line


def check_versions(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong with the changes from older to newer versions."""
    stored = of_both(select(newer_article.c.key, newer_article.c.name, versions.c.digest))
    changes = {change.newer: change for change in read_versions(connection)}
    for key, name, digest in connection.execute(stored).all():
        subject, change = f"newer version {one_line(name)}", changes[key]
        if change_digest(change) != digest:
            yield Finding(subject, "what became of the older claims and sentences was changed after it was stored")
        if problem := _untrue_places(connection, change):
            yield Finding(subject, problem)


def _untrue_places(connection: Connection, change: VersionChange) -> str | None:
    newer, older = facts.load_article(connection, change.newer), facts.load_article(connection, change.older)
    for claim in change.claims:
        if claim.newer and newer.text[claim.start : claim.end] != claim.text:
            return f"claim {claim.newer} does not stand where it says"
    named = [number for claim in change.claims for number in claim.sentences]
    named += [number for sentence in change.sentences for number in sentence.newer]
    if any(not 0 <= number < len(newer.sentences) for number in named):
        return "a sentence is named that is not there"
    if [sentence.older for sentence in change.sentences] != list(range(len(older.sentences))):
        return "it does not say of each older sentence where it stands"
    return None
