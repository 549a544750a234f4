"""A JSON project into a database: all of it, or nothing."""

from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.claims.model import Ledger
from workbench.reports.project.reader import read_project
from workbench.reports.record import RecordedArticle
from workbench.store import extractions, log
from workbench.store.engine import Store
from workbench.store.transfer import ReadArticle, take_in_article
from workbench.store.version_joining import join_versions


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: how many articles and decisions were new, of how many in the file."""

    new_articles: int
    articles: int
    new_decisions: int
    decisions: int

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"Taken in: {self.new_articles} of {self.articles} articles and {self.new_decisions} of "
            f"{self.decisions} decisions were new."
        )


def import_project(store: Store, text: str) -> Imported:
    """Take in the project that `text` holds; what is in the database already is not taken twice.

    Raises:
        InterchangeError: it is no project, or something in it is wrong.
        DecisionError: a chain of decisions was continued differently here.
        StoreError: an article was read differently here, or the database cannot be written. In every case nothing has
            changed.
    """
    record = read_project(text)
    decisions = tuple(record.decisions)
    collections = {
        recorded.key: [found.name for found in record.collections if recorded.key in found.articles]
        for recorded in record.articles
    }
    with store.write() as connection:
        new_articles = sum(_add(connection, recorded, collections[recorded.key]) for recorded in record.articles)
        join_versions(connection, record.versions, {decision.claim for decision in decisions})
        new_decisions = log.insert_decisions(connection, decisions)
    return Imported(new_articles, len(record.summaries), new_decisions, len(decisions))


def _add(connection: Connection, recorded: RecordedArticle, collections: list[str]) -> bool:
    ledger = Ledger(recorded.extracted, recorded.passed)
    read = ReadArticle(recorded.article, recorded.raw, ledger, recorded.summary.added_at)
    is_new = take_in_article(connection, read, collections)
    extractions.add_extractions(connection, recorded.key, recorded.extractions)
    return is_new
