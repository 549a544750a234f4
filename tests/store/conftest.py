"""Articles and claims made up for tests of the store, and the child processes that are killed."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import Connection

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Claim, Ledger, Passed, claim_key
from workbench.errors import DecisionError
from workbench.store import facts, log
from workbench.store.decisions import Decision, Draft, as_one_action
from workbench.store.engine import Store
from workbench.store.payloads import (
    AddClaim,
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DiscardClaim,
    LinkSource,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    Payload,
    ReadSentences,
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SetPolicy,
    SignOff,
    UnassignClaim,
    Undo,
    UnlinkSource,
    WaiveWarning,
)
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import (
    BlockKind,
    OriginKind,
    OriginLayer,
    PassedOver,
    Reading,
    Relation,
    Settlement,
    Verdict,
    WarningKind,
)

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


# --- reviewers at work, for laws that hold whatever they do

VERDICTS, RELATIONS = list(Verdict), list(Relation)
SAYINGS: dict[str, Callable[[int, str, str], Payload]] = {
    "verdict": lambda said, who, other: MarkVerdict(VERDICTS[said]),
    "relation": lambda said, who, other: RecordAgreement(other, RELATIONS[said]),
    "silent": lambda said, who, other: MarkSilent((other,)),
    "discard": lambda said, who, other: DiscardClaim(f"why {said}"),
    "restore": lambda said, who, other: RestoreClaim(),
    "reword": lambda said, who, other: RewordClaim(f"in other words {said}"),
    "park": lambda said, who, other: ParkClaim(),
    "resume": lambda said, who, other: ResumeClaim(),
    "sign off": lambda said, who, other: SignOff(),
    "reopen": lambda said, who, other: Reopen(),
    "note": lambda said, who, other: AddNote(f"note {said}"),
    "link": lambda said, who, other: LinkSource((said % 3,)),
    "unlink": lambda said, who, other: UnlinkSource((said % 3,)),
    "evidence": lambda said, who, other: AttachEvidence(citation=f"register {said}"),
    "origin": lambda said, who, other: ConfirmOrigin(
        OriginLayer.KNOWLEDGE, OriginKind.WIRE, f"agency {said}", (other,)
    ),
    "waive": lambda said, who, other: WaiveWarning(WarningKind.AGREEMENT_DIFFERS, "it is so", other),
    "settle": lambda said, who, other: Adjudicate(Settlement.ADJUDICATED, VERDICTS[said]),
    "settle cell": lambda said, who, other: AdjudicateCell(other, Settlement.ADJUDICATED, RELATIONS[said]),
    "assign": lambda said, who, other: AssignClaim(who),
    "unassign": lambda said, who, other: UnassignClaim(who),
}
OFTEN = ("undo", "redo", "undo", "redo", "verdict", "add", "relation", "verdicts", "cells", "read", "policy")


@dataclass(frozen=True)
class Step:
    """Something that a reviewer does; the numbers choose what it is about and what is said."""

    who: str
    what: str
    article: int
    claim: int
    said: int


class Desk:
    """Reviewers at one database. What the log refuses is left undone, as on the screen."""

    def __init__(self, store: Store, *samples: Sample) -> None:
        self.store, self.samples = store, samples

    def play(self, steps: Sequence[Step]) -> None:
        """Do one step after the other."""
        with self.store.write() as connection:
            for step in steps:
                self.do(connection, step)

    def take(self, step: Step) -> bool:
        """Do one step; return whether the log took it."""
        with self.store.write() as connection:
            return bool(self.do(connection, step))

    def undo(self, who: str) -> bool:
        """Take back the latest action; return whether there was one."""
        return self.take(Step(who, "undo", 0, 0, 0))

    def redo(self, who: str) -> bool:
        """Bring back the latest action that was taken back; return whether there was one."""
        return self.take(Step(who, "redo", 0, 0, 0))

    def do(self, connection: Connection, step: Step) -> tuple[Decision, ...]:
        """Do one step; return what was decided, nothing if the log refuses it."""
        try:
            with connection.begin_nested():
                return log.append_all(connection, as_one_action(list(self._drafts(connection, step))))
        except DecisionError:
            return ()

    def _drafts(self, connection: Connection, step: Step) -> Iterator[Draft]:
        sample, other = (self.samples[(step.article + more) % len(self.samples)] for more in (0, 1))
        key, added = addition(sample)
        match step.what:
            case "undo" | "redo":
                find = log.undo_targets if step.what == "undo" else log.redo_targets
                for target in find(connection, step.who, self.store.database_id):
                    yield Draft(step.who, target.claim, Undo(), undoes=target.id)
            case "verdicts":
                for claim in sample.ledger.claims:
                    yield Draft(step.who, claim.key, MarkVerdict(VERDICTS[step.said]))
            case "cells":
                for one, two in ((sample, other), (other, sample)):
                    agreed = RecordAgreement(two.article.sha256, Relation.CORROBORATES, (0,), two.claim.key)
                    yield Draft(step.who, one.claim.key, agreed)
            case "add":
                yield Draft(step.who, key, added)
            case "read":
                read = ReadSentences(sample.article.sha256, (step.said % 3,), list(Reading)[step.said % 3])
                yield Draft(step.who, article_subject(sample.article.sha256), read)
            case "policy":
                yield Draft(
                    step.who, collection_subject("Ovstad"), SetPolicy("Ovstad", 1 + step.said, bool(step.claim))
                )
            case what:
                keys = [*(claim.key for claim in sample.ledger.claims), key]
                yield Draft(step.who, keys[step.claim], SAYINGS[what](step.said, step.who, other.article.sha256))


def addition(of: Sample) -> tuple[str, AddClaim]:
    """Return a claim that a reviewer may add, and its key: the last sentence, of which the rules made none."""
    sentence, number = of.article.sentences[-1], len(of.article.sentences) - 1
    added = AddClaim(of.article.sha256, sentence.start, sentence.end, sentence.text, (number,))
    return claim_key(added.article, added.start, added.end, added.text), added


@pytest.fixture(scope="session")
def desk_at() -> type[Desk]:
    """Return what makes a desk of a database and the samples that are in it."""
    return Desk


@pytest.fixture(scope="session")
def steps_of() -> Callable[..., st.SearchStrategy[list[Step]]]:
    """Return a function for anything that these reviewers may do, one thing after the other."""

    def steps(*reviewers: str, most: int) -> st.SearchStrategy[list[Step]]:
        what = st.sampled_from([*SAYINGS, *OFTEN])
        step = st.builds(
            Step, st.sampled_from(reviewers), what, st.integers(0, 2), st.integers(0, 2), st.integers(0, 5)
        )
        return st.lists(step, max_size=most)

    return steps
