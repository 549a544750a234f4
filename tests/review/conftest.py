"""Three short articles about one event in a database of either kind, and made-up ones without a database."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim
from workbench.review.intake import add_bytes
from workbench.store.decisions import CHAIN_START, Decision
from workbench.store.engine import Store
from workbench.store.fold import ClaimState, fold_claim
from workbench.store.model import ArticleSummary
from workbench.store.payloads import Payload, RecordAgreement
from workbench.vocabulary import BlockKind, Relation

START = datetime(2026, 11, 21, 12, tzinfo=UTC)

LEDGER = "Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board. Nobody was hurt, police said.\n"
POST = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday.\n"
TIDE = "Winds\n\nStrong winds kept boats in port on Sunday.\n"


@pytest.fixture
def filled(store: Store) -> Store:
    """A database of either kind, with three articles."""
    for name, text in (("ledger.txt", LEDGER), ("post.txt", POST), ("tide.txt", TIDE)):
        add_bytes(store, text.encode(), name, "ferry")
    return store


class Sketch:
    """Made-up articles whose every sentence is a claim, and what reviewers decide about them; without a database.

    `texts` are the articles by key, `summaries` their list entries.
    """

    def __init__(self) -> None:
        self.texts: dict[str, Article] = {}
        self.summaries: dict[str, ArticleSummary] = {}
        self._claims: dict[str, Claim] = {}
        self._log: list[Decision] = []

    def article(self, *sentences: str, asserter: str | None = None, **metadata: Any) -> tuple[str, ...]:
        """Add an article; return the keys of its claims."""
        label = chr(ord("A") + len(self.texts))
        text, key = " ".join(sentences), sha256(label.encode()).hexdigest()
        starts = [sum(len(words) + 1 for words in sentences[:number]) for number in range(len(sentences))]
        placed = tuple(
            Sentence(start, start + len(words), 0, words) for start, words in zip(starts, sentences, strict=True)
        )
        blocks = (Block(0, len(text), BlockKind.BODY),)
        self.texts[key] = Article(text, blocks, placed, key, f"{label}.txt", **metadata)
        counts = (len(sentences), len(sentences))
        self.summaries[key] = ArticleSummary(key, label, f"{label}.txt", None, None, None, START, *counts)
        claims = [Claim(key, s.start, s.end, s.text, (number,), asserter) for number, s in enumerate(placed)]
        self._claims |= {claim.key: claim for claim in claims}
        return tuple(claim.key for claim in claims)

    def of(self, claim: str) -> str:
        """Return the key of a claim's article."""
        return self._claims[claim].article

    def decide(self, reviewer: str, claim: str, payload: Payload) -> None:
        """Take a decision into the log, a minute after the last."""
        number = len(self._log)
        at = START + timedelta(minutes=number)
        decision = Decision(str(UUID(int=number)), "db", reviewer, at, claim, payload, None, number, CHAIN_START, "")
        self._log.append(decision)

    def relate(self, reviewer: str, claim: str, other: str, relation: Relation, **more: Any) -> None:
        """Record what the article of another claim does with a claim, naming that other claim."""
        sentences = self._claims[other].sentences
        self.decide(reviewer, claim, RecordAgreement(self.of(other), relation, sentences, other, **more))

    def states(self) -> tuple[ClaimState, ...]:
        """Return where all claims stand, in reading order."""
        return tuple(self.state(key) for key in self._claims)

    def state(self, claim: str) -> ClaimState:
        """Return where one claim stands."""
        state = fold_claim(self._claims[claim], [decision for decision in self._log if decision.claim == claim])
        assert state is not None
        return state


@pytest.fixture
def sketch() -> Sketch:
    return Sketch()


@pytest.fixture(scope="session")
def new_sketch() -> type[Sketch]:
    """Return what makes sketches, for tests that need a new one for each example."""
    return Sketch
