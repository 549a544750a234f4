"""A JSON project into a database: all of it, or nothing."""

from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.claims.model import Ledger
from workbench.errors import InterchangeError
from workbench.reports.project.reader import read_project
from workbench.reports.record import RecordedArticle
from workbench.store import extractions, facts, log, versions
from workbench.store.engine import Store
from workbench.visible import one_line


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
    """Take in the project that `text` holds; what is in the database already stays as it is.

    Raises:
        InterchangeError: it is no project, something in it is wrong, or an article is here with another text.
        DecisionError: a chain of decisions was continued differently here.
        StoreError: the database cannot be written. In every case nothing has changed.
    """
    record = read_project(text)
    collections = {
        recorded.key: [found.name for found in record.collections if recorded.key in found.articles]
        for recorded in record.articles
    }
    with store.write() as connection:
        new_articles = sum(_add(connection, recorded, collections[recorded.key]) for recorded in record.articles)
        for change in record.versions:
            versions.add_version(connection, change)
        new_decisions = log.insert_decisions(connection, record.decisions)
    return Imported(new_articles, len(record.articles), new_decisions, len(record.decisions))


def _add(connection: Connection, recorded: RecordedArticle, collections: list[str]) -> bool:
    ledger = Ledger(recorded.extracted, recorded.passed)
    added_at = recorded.summary.added_at
    outcomes = [
        facts.add_article(connection, recorded.article, recorded.raw, ledger, name, added_at) for name in collections
    ]
    if not any(outcomes):
        _check_read_alike(connection, recorded)
    for extraction in recorded.extractions:
        extractions.add_extraction(connection, extraction)
    return any(outcomes)


def _check_read_alike(connection: Connection, recorded: RecordedArticle) -> None:
    """Decisions point at sentences and claims; so the article must have the same ones here."""
    here = facts.load_article(connection, recorded.key)
    claims = {claim.key for claim in facts.load_ledger(connection, recorded.key).claims}
    same_text = (here.text, here.sentences) == (recorded.article.text, recorded.article.sentences)
    if not same_text or claims != {claim.key for claim in recorded.extracted}:
        raise InterchangeError(
            f"The article “{one_line(recorded.article.name)}” is in this database already, but was read differently "
            "there (by another version of the program): import the project into a database of its own."
        )
