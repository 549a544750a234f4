"""Files into the database: read, extract, store; one file that cannot be read stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workbench.articles import find_files, read_article, read_bytes
from workbench.claims import read_ledger
from workbench.errors import UnreadableArticleError
from workbench.review.model import DEFAULT_COLLECTION
from workbench.review.versions import link_older_version
from workbench.store import facts
from workbench.store.engine import Store
from workbench.store.version_search import is_in_collection


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
        versions: keys of those articles that were found to be newer versions of others of the collection.
    """

    added: tuple[str, ...]
    known: tuple[str, ...]
    refused: tuple[Refused, ...]
    claims: int
    versions: tuple[str, ...] = ()

    def joined(self, other: "Intake") -> "Intake":
        """Return what came of both readings."""
        return Intake(
            self.added + other.added,
            self.known + other.known,
            self.refused + other.refused,
            self.claims + other.claims,
            self.versions + other.versions,
        )


Report = Callable[[str, int, int], bool]
"""Called before each file with its name, how many are done, and how many there are; False stops the reading."""


def add_files(
    store: Store,
    paths: Iterable[str | Path],
    collection: str = DEFAULT_COLLECTION,
    report: Report | None = None,
    *,
    separate: bool = False,
) -> Intake:
    """Read the files (folders and globs are expanded) into `collection`; what is there already is left as it is.

    An article that is the newer version of another of the collection is linked to it, unless all are to be `separate`.
    Each file is a transaction of its own: what was read stays when the reading is stopped or fails later. A path
    that does not exist, or a folder with nothing readable, is among the refused.
    """
    files, refused = _expand(paths)
    added: list[str] = []
    known: list[str] = []
    versions: list[str] = []
    claims = 0
    for done, path in enumerate(files):
        if report and not report(path.name, done, len(files)):
            break
        try:
            raw = read_bytes(path)
            key, is_new, found, is_version = add_bytes(store, raw, path.name, collection, separate=separate)
        except UnreadableArticleError as error:
            refused.append(Refused(path.name, str(error)))
            continue
        (added if is_new else known).append(key)
        versions += [key] if is_version else []
        claims += found if is_new else 0
    return Intake(tuple(added), tuple(known), tuple(refused), claims, tuple(versions))


def _expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Refused]]:
    files: list[Path] = []
    refused: list[Refused] = []
    for path in paths:
        try:
            files += find_files([path])
        except UnreadableArticleError as error:
            refused.append(Refused(str(path), str(error)))
    return list(dict.fromkeys(files)), refused


def add_bytes(
    store: Store, raw: bytes, name: str, collection: str, *, separate: bool = False
) -> tuple[str, bool, int, bool]:
    """Read one file's bytes into `collection`.

    Returns the article's key, whether it is new, how many claims it has, and whether it was found to be the newer
    version of another article of the collection; with `separate` that is not looked for.

    Raises:
        UnreadableArticleError: the bytes are not an article.
    """
    article = read_article(raw, name=name)
    ledger = read_ledger(article)
    with store.write() as connection:
        stood_here = is_in_collection(connection, article.sha256, collection)
        is_new = facts.add_article(connection, article, raw, ledger, collection, datetime.now(UTC))
        change = None if stood_here or separate else link_older_version(connection, article, collection)
    return article.sha256, is_new, len(ledger.claims), change is not None
