"""Files into the database: read, extract, store; one file that cannot be read stops no other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from workbench.articles import find_files, read_article
from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Document, Part, Unread
from workbench.articles.documents import documents_in, documents_of
from workbench.articles.web.documents import Fetch, is_address
from workbench.claims import read_ledger
from workbench.errors import UnreadableArticleError
from workbench.review.model import DEFAULT_COLLECTION
from workbench.review.versions import link_older_version
from workbench.store import facts
from workbench.store.engine import Store
from workbench.store.version_search import is_in_collection
from workbench.visible import one_line


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
"""Called before each document with its name, how many files are done, and how many there are; False stops it."""


def add_files(
    store: Store,
    paths: Iterable[str | Path],
    collection: str = DEFAULT_COLLECTION,
    report: Report | None = None,
    columns: Columns | None = None,
    fetch: Fetch | None = None,
    *,
    separate: bool = False,
) -> Intake:
    """Read the files (folders and globs are expanded) into `collection`; what is there already is left as it is.

    A file that holds many articles is read one by one, its columns (if it has any) as `columns` says. Each article is
    a transaction of its own: what was read stays when the reading is stopped or fails later. A path that does not
    exist, or a folder with nothing readable, is among the refused; so is an address of the web, unless `fetch`
    (`articles.web.documents.documents_at`) is given.

    An article that is the newer version of another of the collection is linked to it, unless all are to be `separate`.
    """
    sources, refused = _expand(paths)
    intake = _Growing(store, collection, refused, separate=separate)
    for done, source in enumerate(sources):
        name = source.name if isinstance(source, Path) else source
        parts = intake.noting_failure(partial(_documents, source, columns, fetch), name)
        if not intake.add_all(parts, partial(_goes_on, report, done, len(sources))):
            break
    return intake.so_far()


def add_stream(
    store: Store, raw: bytes, name: str, collection: str, columns: Columns | None = None, *, separate: bool = False
) -> Intake:
    """Read what came without a file, one article or many, as above."""
    intake = _Growing(store, collection, [], separate=separate)
    intake.add_all(intake.noting_failure(partial(documents_in, raw, name, columns), name), lambda _: True)
    return intake.so_far()


class _Growing:
    """An intake under way."""

    def __init__(self, store: Store, collection: str, refused: list[Refused], *, separate: bool) -> None:
        self._store = store
        self._collection = collection
        self._refused = refused
        self._separate = separate
        self._added: list[str] = []
        self._known: list[str] = []
        self._claims = 0
        self._versions: list[str] = []

    def so_far(self) -> Intake:
        """Return what came of it."""
        return Intake(tuple(self._added), tuple(self._known), tuple(self._refused), self._claims, tuple(self._versions))

    def noting_failure(self, parts: Callable[[], Iterator[Part]], name: str) -> Iterator[Part]:
        """Yield the parts of a file as far as it can be read, and then, as a part, why no further."""
        try:
            yield from parts()
        except UnreadableArticleError as error:
            yield Unread(name, str(error))

    def add_all(self, parts: Iterator[Part], goes_on: Callable[[str], bool]) -> bool:
        """Add each part as long as `goes_on`, asked with its name, says so; return whether all were."""
        for part in parts:
            if not goes_on(part.name):
                return False
            if isinstance(part, Unread):
                self._refused.append(Refused(part.name, part.reason))
            else:
                self._add(part)
        return True

    def _add(self, document: Document) -> None:
        try:
            key, is_new, claims, is_version = add_bytes(
                self._store, document.raw, document.name, self._collection, separate=self._separate
            )
        except UnreadableArticleError as error:
            self._refused.append(Refused(document.name, str(error)))
            return
        (self._added if is_new else self._known).append(key)
        self._claims += claims if is_new else 0
        self._versions += [key] if is_version else []


def _goes_on(report: Report | None, done: int, of: int, name: str) -> bool:
    return report is None or report(name, done, of)


def _documents(source: Path | str, columns: Columns | None, fetch: Fetch | None) -> Iterator[Part]:
    """Return the documents in a file, or at an address.

    Raises:
        UnreadableArticleError: it is an address, and fetching is not allowed.
    """
    if isinstance(source, Path):
        return documents_of(source, columns)
    if fetch is None:
        shown = one_line(source)
        raise UnreadableArticleError(
            f"“{shown}” is on the web, where nothing is fetched unless you allow it: workbench add --fetch ADDRESS."
        )
    return fetch(source, columns)


def _expand(paths: Iterable[str | Path]) -> tuple[list[Path | str], list[Refused]]:
    """Return the files that are meant, and the addresses as they are, each once."""
    sources: list[Path | str] = []
    refused: list[Refused] = []
    for path in paths:
        if isinstance(path, str) and is_address(path):
            sources.append(path)
            continue
        try:
            sources += find_files([path])
        except UnreadableArticleError as error:
            refused.append(Refused(str(path), str(error)))
    return list(dict.fromkeys(sources)), refused


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
