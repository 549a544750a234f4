"""Articles and claims made up for tests of the store, and the child processes that are killed."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim, Ledger, Passed
from workbench.store import facts
from workbench.store.engine import Store
from workbench.vocabulary import BlockKind, PassedOver

ADDED_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHILDREN = Path(__file__).parent / "children"


@dataclass(frozen=True)
class Sample:
    """An article made up of sentences, with its bytes and its ledger: every sentence but the last is a claim."""

    article: Article
    raw: bytes
    ledger: Ledger

    @property
    def claim(self) -> Claim:
        return self.ledger.claims[0]


def sample(
    name: str = "harbour.txt",
    sentences: Sequence[str] = ("Two ferries left Ovstad harbour on Monday.", "Nobody was hurt.", "By Ida Holm."),
    salt: object = None,
    **metadata: Any,
) -> Sample:
    """Make up an article of one block; another `salt` makes other bytes."""
    text = " ".join(sentences)
    raw = repr((name, text, metadata, salt)).encode()
    starts = [sum(len(s) + 1 for s in sentences[:number]) for number in range(len(sentences))]
    placed = tuple(
        Sentence(start, start + len(words), 0, words) for start, words in zip(starts, sentences, strict=True)
    )
    article = Article(
        text,
        (Block(0, len(text), BlockKind.BODY),),
        placed,
        sha256(raw).hexdigest(),
        name,
        **metadata,
    )
    claims = tuple(Claim(article.sha256, s.start, s.end, s.text, (n,)) for n, s in enumerate(placed[:-1]))
    return Sample(article, raw, Ledger(claims, (Passed(len(placed) - 1, PassedOver.NO_ASSERTION),)))


def add(store: Store, *samples: Sample, collection: str = "Ovstad") -> None:
    """Add articles to a collection."""
    for each in samples:
        with store.write() as connection:
            facts.add_article(connection, each.article, each.raw, each.ledger, collection, ADDED_AT)


@pytest.fixture
def harbour() -> Sample:
    return sample()


@pytest.fixture
def ferry() -> Sample:
    return sample("ferry.txt", ("Three ferries left Ovstad on Monday.", "The sea was calm.", "Read also: weather."))


@pytest.fixture
def reviewed(store: Store, harbour: Sample, ferry: Sample) -> Store:
    """A database with two articles in a collection."""
    add(store, harbour, ferry)
    return store


@pytest.fixture(scope="session")
def make_sample() -> Callable[..., Sample]:
    return sample


@pytest.fixture(scope="session")
def add_samples() -> Callable[..., None]:
    return add


@pytest.fixture(scope="session")
def start_child() -> Callable[..., subprocess.Popen[str]]:
    """Return a function that starts a script of `children/` with arguments, its output in a pipe."""

    def start(script: str, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        command = [sys.executable, str(CHILDREN / script), *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)

    return start
