"""Which sentences people have read without making a claim of them, folded from the decisions about articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from workbench.matching.model import VersionChange
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import effective
from workbench.store.payloads import ReadSentences
from workbench.store.subjects import article_subject
from workbench.store.tables import decisions
from workbench.store.version_reading import newer_article, read_versions
from workbench.vocabulary import AnchorState, Reading

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What somebody found a sentence to be that makes no claim."""

    sentence: int
    reading: Reading
    reviewer: str
    at: datetime


def fold_readings(history: Iterable[Decision]) -> dict[int, SentenceReading]:
    """Return what the decisions about one article add up to, by sentence; of each sentence the latest word counts."""
    found: dict[int, SentenceReading] = {}
    for decision in effective(history):
        if isinstance(decision.payload, ReadSentences):
            for number in decision.payload.sentences:
                reading = SentenceReading(number, decision.payload.reading, decision.reviewer, decision.at)
                found[number] = reading
    return found


def load_readings(connection: Connection, articles: Iterable[str]) -> Mapping[str, dict[int, SentenceReading]]:
    """Return the readings of articles (keys) by article and sentence; an article that nobody read has none.

    What was found of an older version is among them, as `with_carried` says.
    """
    wanted = tuple(articles)
    changes = _changes_before(connection, wanted)
    own = _own_readings(connection, dict.fromkeys((*wanted, *(change.older for change in changes))))
    found = with_carried(own, changes)
    return {article: found[article] for article in wanted}


def with_carried(
    readings: Mapping[str, Mapping[int, SentenceReading]], changes: Iterable[VersionChange]
) -> dict[str, dict[int, SentenceReading]]:
    """Return readings by article with what older versions bring along: of the sentences that stand word for word.

    What was found of a newer version itself counts before that; `changes` lead to the newer versions. Nothing is
    copied, so an undo about the older version is seen here.
    """
    into = {change.newer: change for change in changes}
    found: dict[str, dict[int, SentenceReading]] = {}
    for article in dict.fromkeys((*readings, *into)):
        line = [article]
        while line[-1] in into and line[-1] not in found and len(line) <= len(into):
            line.append(into[line[-1]].older)
        for each in reversed(line):
            if each not in found:
                brought = _carried(found.get(into[each].older, {}), into[each]) if each in into else {}
                found[each] = brought | dict(readings.get(each, {}))
    return found


def _carried(readings: Mapping[int, SentenceReading], change: VersionChange) -> dict[int, SentenceReading]:
    """Return the readings of the older version at the places of their sentences in the newer one; the latest counts."""
    found: dict[int, SentenceReading] = {}
    for carried in change.sentences:
        reading = readings.get(carried.older)
        if reading is None or not carried.carries or carried.state is not AnchorState.EXACT:
            continue
        for number in carried.newer:
            if number not in found or found[number].at < reading.at:
                found[number] = replace(reading, sentence=number)
    return found


def _changes_before(connection: Connection, articles: Iterable[str]) -> tuple[VersionChange, ...]:
    """Return the changes that led to these articles, and those that led to their older versions."""
    found: dict[str, VersionChange] = {}
    waiting = list(dict.fromkeys(articles))
    while waiting:
        some, waiting = waiting[:_BATCH], waiting[_BATCH:]
        new = [each for each in read_versions(connection, newer_article.c.key.in_(some)) if each.newer not in found]
        found |= {change.newer: change for change in new}
        waiting += [change.older for change in new]
    return tuple(found.values())


def _own_readings(connection: Connection, articles: Iterable[str]) -> dict[str, dict[int, SentenceReading]]:
    subjects = {article_subject(article): article for article in articles}
    keys = tuple(subjects)
    history: dict[str, list[Decision]] = defaultdict(list)
    for start in range(0, len(keys), _BATCH):
        for decision in read_decisions(connection, decisions.c.claim.in_(keys[start : start + _BATCH])):
            history[subjects[decision.claim]].append(decision)
    return {article: fold_readings(history.get(article, ())) for article in subjects.values()}
