"""Proof that a database is whole: the file, the facts, the chains, and the cache against the fold."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError

from workbench.articles.model import Article
from workbench.claims.model import Ledger
from workbench.errors import StoreError, WorkbenchError
from workbench.store import facts
from workbench.store.article_rows import facts_digest
from workbench.store.cache import cached_states, fold_everything
from workbench.store.chains import verify_chains
from workbench.store.engine import Store
from workbench.store.extractions import check_extractions
from workbench.store.failures import describe_failure
from workbench.store.model import Finding
from workbench.store.tables import articles, claim_states
from workbench.store.version_check import check_versions
from workbench.visible import one_line

_DERIVED: Final = select(claim_states.c.key, claim_states.c.state, claim_states.c.verdict)


def check(store: Store) -> tuple[Finding, ...]:
    """Return everything that is wrong with the database; nothing, if it is whole. Reads all of it."""
    findings: list[Finding] = []
    for part in (_check_file, _check_articles, check_versions, check_extractions, verify_chains, _check_cache):
        try:
            with store.read() as connection:
                findings += part(connection)
        except (WorkbenchError, SQLAlchemyError, LookupError, ValueError) as error:
            # A damaged database can fail at any place of reading; that, too, is something found.
            findings.append(Finding(store.location, _words_of(error, store)))
    return tuple(findings)


def _words_of(error: Exception, store: Store) -> str:
    if isinstance(error, SQLAlchemyError):
        return describe_failure(error, store.location, store.path)
    return one_line(str(error))


def _check_file(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (problem,) in connection.exec_driver_sql("PRAGMA integrity_check").all():
        if problem != "ok":
            yield Finding("the database file", one_line(problem))
    for table, row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Finding(f"table {table}, row {row}", f"points to a row of {parent} that is missing")


def _check_articles(connection: Connection) -> Iterator[Finding]:
    """One article at a time, as texts can be large."""
    for key, name, digest in connection.execute(select(articles.c.key, articles.c.name, articles.c.digest)).all():
        subject = f"article {one_line(name)}"
        try:
            article, ledger = facts.load_article(connection, key), facts.load_ledger(connection, key)
            raw = facts.load_raw(connection, key)
        except (StoreError, SQLAlchemyError, LookupError, ValueError) as error:
            # What cannot even be read back was damaged.
            yield Finding(subject, f"cannot be read: {one_line(str(error).splitlines()[0])}")
            continue
        if sha256(raw).hexdigest() != key:
            yield Finding(subject, "its bytes are not those that were read: they do not have its sha256")
        if facts_digest(article, ledger) != digest:
            yield Finding(subject, "its text, its sentences or its claims were changed after they were stored")
        for problem in _untrue_offsets(article, ledger):
            yield Finding(subject, problem)


def _untrue_offsets(article: Article, ledger: Ledger) -> Iterator[str]:
    for number, sentence in enumerate(article.sentences):
        block = article.blocks[sentence.block] if sentence.block < len(article.blocks) else None
        if block is None or not block.start <= sentence.start < sentence.end <= block.end <= len(article.text):
            yield f"sentence {number} does not stand inside its block"
    for claim in ledger.claims:
        if article.text[claim.start : claim.end] != claim.text:
            yield f"claim {claim.key} does not stand where it says"


def _check_cache(connection: Connection) -> Iterator[Finding]:
    cached = {state.key: state for state in cached_states(connection)}
    derived = {row.key: (row.state, row.verdict) for row in connection.execute(_DERIVED)}
    for state in fold_everything(connection):
        if cached.pop(state.key, None) != state or derived[state.key] != (state.state, state.verdict):
            yield Finding(f"claim {state.key}", "its stored state is not what its decisions add up to; rebuild it")
    for key in cached:
        yield Finding(f"claim {key}", "has a stored state, but no decision or article speaks of it; rebuild it")
