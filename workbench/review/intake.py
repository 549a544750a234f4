"""Files into the database: read, extract, store; one file that cannot be read stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.articles import find_files, read_article, read_bytes
from workbench.claims import read_ledger
from workbench.errors import UnreadableArticleError
from workbench.review.model import DEFAULT_COLLECTION
from workbench.store import facts
from workbench.store.engine import Store


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be read, and the line that says why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of reading files.

    Attributes:
        added: keys of the articles that are new in the database.
        known: keys of those that were there already (they are in the collection now, too).
        claims: how many claims the new articles brought.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[Refused, ...]
    claims: int

    def joined(self, other: "Intake") -> "Intake":
        """Return what came of both readings."""
        return Intake(
            self.added + other.added, self.known + other.known, self.refused + other.refused, self.claims + other.claims
        )


Report = Callable[[str, int, int], bool]
"""Called before each file with its name, how many are done, and how many there are; False stops the reading."""


def add_files(
    store: Store,
    paths: Iterable[str | Path],
    collection: str = DEFAULT_COLLECTION,
    report: Report | None = None,
) -> Intake:
    """Read the files (folders and globs are expanded) into `collection`; what is there already is left as it is.

    Each file is a transaction of its own: what was read stays when the reading is stopped or fails later. A path
    that does not exist, or a folder with nothing readable, is among the refused.
    """
    files, refused = _expand(paths)
    added: list[str] = []
    known: list[str] = []
    claims = 0
    for done, path in enumerate(files):
        if report and not report(path.name, done, len(files)):
            break
        try:
            raw = read_bytes(path)
            key, is_new, found = add_bytes(store, raw, path.name, collection)
        except UnreadableArticleError as error:
            refused.append(Refused(path.name, str(error)))
            continue
        (added if is_new else known).append(key)
        claims += found if is_new else 0
    return Intake(tuple(added), tuple(known), tuple(refused), claims)


def _expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Refused]]:
    files: list[Path] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            files += find_files([path])
        except UnreadableArticleError as error:
            refused.append(Refused(str(path), str(error)))
    return list(dict.fromkeys(files)), refused


def add_bytes(store: Store, raw: bytes, name: str, collection: str) -> tuple[str, bool, int]:
    """Read one file's bytes into `collection`; return the article's key, whether it is new, and its claims.

    Raises:
        UnreadableArticleError: the bytes are not an article.
    """
    article = read_article(raw, name=name)
    ledger = read_ledger(article)
    with store.write() as connection:
        is_new = facts.add_article(connection, article, raw, ledger, collection, datetime.now(UTC))
    return article.sha256, is_new, len(ledger.claims)
