"""Which sentences people have read without making a claim of them, folded from the decisions about articles."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.fold import effective
from workbench.store.payloads import ReadSentences
from workbench.store.subjects import article_subject
from workbench.store.tables import decisions
from workbench.vocabulary import Reading

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
    """Return the readings of articles (keys) by article and sentence; an article that nobody read has none."""
    subjects = {article_subject(article): article for article in articles}
    keys = tuple(subjects)
    history: dict[str, list[Decision]] = defaultdict(list)
    for start in range(0, len(keys), _BATCH):
        for decision in read_decisions(connection, decisions.c.claim.in_(keys[start : start + _BATCH])):
            history[subjects[decision.claim]].append(decision)
    return {article: fold_readings(history.get(article, ())) for article in subjects.values()}
