"""A small review made for these tests: three invented articles, two reviewers, every kind of decision."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.reports import ExportFormat, export_text
from workbench.reports.record import Record
from workbench.reports.recording import load_record
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.claim_state import ClaimState, Vote
from workbench.store.decisions import Draft, as_one_action
from workbench.store.engine import Store, open_store
from workbench.store.payloads import (
    AddNote,
    Adjudicate,
    AdjudicateCell,
    AssignClaim,
    AttachEvidence,
    ConfirmOrigin,
    DetachEvidence,
    DiscardClaim,
    MarkSilent,
    MarkVerdict,
    ParkClaim,
    ReadSentences,
    RecordAgreement,
    RewordClaim,
    SetPolicy,
    SignOff,
    UnassignClaim,
    WaiveWarning,
)
from workbench.store.policy import Policy
from workbench.store.settled import Adjudication, Assignment, CellAdjudication, ConfirmedOrigin, Evidence, Waiver
from workbench.store.subjects import article_subject, collection_subject
from workbench.vocabulary import (
    Confidence,
    Credibility,
    Derivation,
    DisagreementReason,
    Facet,
    NotCheckableReason,
    OriginKind,
    OriginLayer,
    Reading,
    Relation,
    Reliability,
    Settlement,
    Verdict,
    WarningKind,
)

HARBOUR = """Ferry runs aground off Tern Island

By Ada Quill

The ferry Marigold ran aground off Tern Island on Monday, coastguard chief Rosa Lindqvist said. \
All 214 passengers were taken ashore by noon. Is the ferry insured?

“Nobody was hurt,” Lindqvist told reporters.

Sign up for our newsletter
"""
COURIER = """Passengers safe after grounding

The Marigold struck a sandbank near Tern Island on Monday. All 241 passengers were taken ashore by noon. \
The operator promised a review.
"""
GAZETTE = """Summer fair opens

The fair opened on Monday with forty stalls. Mayor Tom Ashby cut the ribbon.
"""
MOMENT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture
def moment() -> datetime:
    """The time that reports print."""
    return MOMENT


@pytest.fixture
def store(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Iterator[Store]:
    """An empty database."""
    with open_store(new_sqlite(tmp_path / "review.db")) as opened:
        yield opened


@pytest.fixture
def other_store(tmp_path: Path) -> Iterator[Store]:
    """Another empty database, with an id of its own."""
    with open_store(tmp_path / "other.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def reviewed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the articles in two collections, and a review of them."""
    path = tmp_path_factory.mktemp("reviewed") / "reviewed.db"
    with open_store(path) as store:
        add_bytes(store, HARBOUR.encode(), "harbour.txt", "Ferry")
        add_bytes(store, COURIER.encode("utf-16"), "courier.txt", "Ferry")
        add_bytes(store, GAZETTE.encode(), "gazette.txt", "Fair & more")
        add_bytes(store, HARBOUR.encode(), "harbour.txt", "Fair & more")
        decide(store)
    return path


@pytest.fixture
def reviewed(reviewed_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the reviewed database, free to be changed."""
    with open_store(shutil.copyfile(reviewed_file, tmp_path / "reviewed.db")) as store:
        yield store


@pytest.fixture(scope="session")
def project(reviewed_file: Path) -> str:
    """The reviewed database as a JSON project."""
    with open_store(reviewed_file, read_only=True) as store:
        return export_text(store, ExportFormat.JSON)


@pytest.fixture(scope="session")
def settled_file(reviewed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reviewed database with every kind of decision that settles something."""
    path = Path(shutil.copyfile(reviewed_file, tmp_path_factory.mktemp("settled") / "settled.db"))
    with open_store(path) as store:
        settle(store)
    return path


@pytest.fixture
def settled(settled_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the settled database, free to be changed."""
    with open_store(shutil.copyfile(settled_file, tmp_path / "settled.db")) as store:
        yield store


@pytest.fixture(scope="session")
def settled_project(settled_file: Path) -> str:
    """The settled database as a JSON project."""
    with open_store(settled_file, read_only=True) as store:
        return export_text(store, ExportFormat.JSON)


@pytest.fixture
def damaged_copy(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Copy a database file and change rows of the copy behind the program's back."""

    def damage(original: Path, statement: str) -> Path:
        path = tmp_path / "damaged.db"
        path.write_bytes(original.read_bytes())
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA ignore_check_constraints = 1")
            for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f'DROP TRIGGER "{trigger}"')
            assert connection.execute(statement).rowcount >= 1
        return path

    return damage


@pytest.fixture(scope="session")
def settled_record(settled_file: Path) -> Record:
    """The record of the collection “Ferry”, settled."""
    with open_store(settled_file, read_only=True) as store:
        return load_record(store, "Ferry", MOMENT)


def settle(store: Store) -> None:
    """Settle what two people do not agree on, as a third; read, confirm, attach, waive and assign what can be."""
    anna, ben, cleo = (Review(store, name, "Ferry") for name in ("Anna Berg", "Ben <b>Okafor</b>", "Cleo"))
    harbour = next(a.key for a in anna.articles if a.name == "harbour.txt")
    courier = next(a.key for a in anna.articles if a.name == "courier.txt")
    rows = {row.text: row.key for row in anna.queue()}
    passengers = rows["All 214 passengers were taken ashore by noon."]
    twin = rows["All 241 passengers were taken ashore by noon."]
    aground = next(key for text, key in rows.items() if text.startswith("The ferry Marigold"))
    review = rows["The ferry's operator promised a review."]
    same = RecordAgreement(courier, Relation.CORROBORATES, (2,), twin)
    ben.record(*as_one_action([ben.draft(passengers, same), ben.draft(passengers, AddNote("A slip of the pen."))]))
    anna.decide(review, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, None, "operator", ((12, 20),)))
    cleo.decide(passengers, Adjudicate(Settlement.ADJUDICATED, Verdict.REFUTED, DisagreementReason.EDGE_CASE))
    different = (courier, Settlement.ADJUDICATED, Relation.CONTRADICTS, (2,), twin, (Facet.NUMBER,))
    cleo.decide(passengers, AdjudicateCell(*different, DisagreementReason.REVIEWER_ERROR, note="=241"))
    graded = (Relation.CONTRADICTS, Reliability.B, Credibility.PROBABLE)
    anna.decide(
        passengers, AttachEvidence("https://example.org/log", "Log 7", "log.pdf", "0" * 64, "=214", "p. 3", *graded)
    )
    attached = anna.decide(passengers, AttachEvidence(quote="Heard on the quay."))
    anna.decide(passengers, DetachEvidence(attached.decisions[0].id))
    words = (OriginLayer.WORDS, OriginKind.WIRE, "Halyard News", (harbour, courier), Derivation.VERBATIM)
    anna.decide(aground, ConfirmOrigin(*words))
    ben.decide(aground, ConfirmOrigin(OriginLayer.KNOWLEDGE, OriginKind.EYEWITNESS, "@quay", (harbour,)))
    anna.decide(passengers, WaiveWarning(WarningKind.AGREEMENT_DIFFERS, "A misprint.", courier, twin))
    for name in ("Ben <b>Okafor</b>", "Dora"):
        cleo.decide(aground, AssignClaim(name))
    cleo.decide(aground, UnassignClaim("Dora"))
    anna.record(Draft("Anna Berg", article_subject(harbour), ReadSentences(harbour, (4, 0), Reading.NO_FACTUAL_CLAIM)))
    anna.record(Draft("Anna Berg", article_subject(harbour), ReadSentences(harbour, (1,), Reading.OPINION)))
    anna.record(*anna.draft_undo())
    ferry, fair = "Ferry", "Fair & more"
    cleo.record(Draft("Cleo", collection_subject(ferry), SetPolicy(ferry, 3, True, ("Cleo",))))
    cleo.record(Draft("Cleo", collection_subject(fair), SetPolicy(fair, 1)))
    cleo.record(*cleo.draft_undo())


def decide(store: Store) -> None:
    """Review the collection “Ferry” as two people who do not agree."""
    anna, ben = Review(store, "Anna Berg", "Ferry"), Review(store, "Ben <b>Okafor</b>", "Ferry")
    harbour = next(a.key for a in anna.articles if a.name == "harbour.txt")
    courier = next(a.key for a in anna.articles if a.name == "courier.txt")
    keys = {row.text: row.key for row in anna.queue()}
    passengers = keys["All 214 passengers were taken ashore by noon."]
    aground = next(key for text, key in keys.items() if text.startswith("The ferry Marigold"))
    review = keys["The operator promised a review."]
    anna.decide(passengers, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported="by noon"))
    ben.decide(passengers, MarkVerdict(Verdict.REFUTED))
    contradicts = RecordAgreement(courier, Relation.CONTRADICTS, (2,), None, (Facet.NUMBER,), "241 | 214")
    anna.decide(passengers, contradicts)
    anna.decide(aground, MarkVerdict(Verdict.SUPPORTED))
    anna.decide(aground, RecordAgreement(courier, Relation.CORROBORATES, (1,)))
    ben.decide(aground, RecordAgreement(courier, Relation.UNCLEAR))
    anna.decide(aground, AddNote("Ask the coastguard.\nSecond line."))
    anna.decide(aground, SignOff())
    anna.decide(review, MarkVerdict(Verdict.NOT_CHECKABLE, NotCheckableReason.SPECULATION))
    anna.decide(review, MarkSilent((harbour,)))
    anna.decide(review, RewordClaim("The ferry's operator promised a review."))
    ben.decide(review, ParkClaim())
    ben.record(*ben.draft_undo())
    ben.record(*ben.draft_redo())
    ben.decide(keys["All 241 passengers were taken ashore by noon."], DiscardClaim("the same again"))
    ben.record(ben.draft_claim(harbour, (3, 4)))
    anna.record(anna.draft_claim(courier, (1, 2)))
    anna.record(*anna.draft_undo())


@pytest.fixture(scope="session")
def record(reviewed_file: Path) -> Record:
    """The record of the collection “Ferry”."""
    with open_store(reviewed_file, read_only=True) as store:
        return load_record(store, "Ferry", MOMENT)


@pytest.fixture
def record_of(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Callable[..., Record]:
    """Make a record of articles with these texts, whose every claim was given a verdict, a note, and so on."""
    numbers = iter(range(1000))

    def make(*texts: str, reviewer: str = "Anna", note: str = "noted", name: str = "made.txt") -> Record:
        with open_store(new_sqlite(tmp_path / f"made{next(numbers)}.db")) as store:
            for text in texts:
                add_bytes(store, text.encode(), name, note or "made")
            review = Review(store, reviewer, note or "made")
            for row in review.queue():
                review.decide(row.key, MarkVerdict(Verdict.PARTIALLY_SUPPORTED, unsupported=note))
                review.decide(row.key, AddNote(note))
                review.decide(row.key, RewordClaim(note))
                if note.strip():
                    words = (OriginLayer.WORDS, OriginKind.WIRE, note, (row.article,))
                    review.decide(row.key, ConfirmOrigin(*words))
                    review.decide(row.key, AttachEvidence(citation=note, file=note, quote=note, note=note))
                for other in review.articles:
                    if other.key != row.article:
                        chosen = (other.sentences - 1,)
                        given = RecordAgreement(other.key, Relation.CONTRADICTS, chosen, None, (Facet.NAME,), note)
                        review.decide(row.key, given)
            return load_record(store, note or "made", MOMENT)

    return make


@pytest.fixture(scope="session")
def with_text_everywhere() -> Callable[[Record, str], Record]:
    """Put a text wherever people can write in what they settle, waive, attach or confirm; and into addresses."""

    def put(record: Record, text: str) -> Record:
        claims = tuple(_filled(state, text, record) for state in record.claims)
        policies = {record.collection or "": Policy(2, blind=True, adjudicators=(text,))}
        return replace(record, claims=claims, policies=policies)

    return put


def _filled(state: ClaimState, text: str, record: Record) -> ClaimState:
    at = record.generated_at
    why = (DisagreementReason.OTHER, Confidence.LOW, text)
    graded = (Relation.CONTRADICTS, Reliability.F, Credibility.UNKNOWN)
    addresses = (text, f"javascript:{text}", "javascript:alert(1)", f"https://[{text}", f"https://example.org/{text}")
    return replace(
        state,
        votes=(
            *(replace(vote, unsupported=text, unsupported_at=((0, 4),)) for vote in state.votes),
            Vote(f"Mallory {text}", Verdict.REFUTED, None, None, at),
        ),
        evidence=tuple(
            Evidence(str(number), url, text, text, text, text, text, *graded, text, at)
            for number, url in enumerate(addresses)
        ),
        origins=tuple(
            ConfirmedOrigin(layer, state.claim.article, OriginKind.WIRE, text, Derivation.REWRITE, text, at)
            for layer in OriginLayer
        ),
        waivers=(Waiver(WarningKind.NOT_CORROBORATED, None, None, text, text, at),),
        adjudication=Adjudication(Settlement.ADJUDICATED, Verdict.SUPPORTED, *why, None, text, text, at),
        settled_cells=tuple(
            CellAdjudication(
                given.article,
                Settlement.ADJUDICATED,
                Relation.CORROBORATES,
                given.sentences,
                next(other.key for other in record.claims if other.claim.article == given.article),
                given.facets,
                *why,
                text,
                at,
            )
            for given in state.agreements
        ),
        assignments=(Assignment(text, text, at),),
    )
