"""Where a collection is reviewed blind, nobody learns what others decided about a claim before having voted on it.

Random reviews by three people are looked at through everything that a person can look at. Two laws are tested:
nothing that another said about a claim shows anywhere, and all that is shown is what would be shown if nobody had
decided what is hidden.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from workbench.cli import main
from workbench.errors import DecisionError, ReportError
from workbench.reports.exporting import export_bytes
from workbench.reports.formats import FORMAT_TERMS, RENDERERS, ExportFormat, Scope
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store import log, state
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store, open_store
from workbench.store.fold import ClaimState
from workbench.store.payloads import (
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
    RecordAgreement,
    Reopen,
    RestoreClaim,
    ResumeClaim,
    RewordClaim,
    SignOff,
    UnassignClaim,
    UnlinkSource,
    WaiveWarning,
)
from workbench.vocabulary import (
    DecisionKind,
    OriginKind,
    OriginLayer,
    Relation,
    Settlement,
    Verdict,
    WarningKind,
    WorkflowState,
)

LEDGER = "Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board. Nobody was hurt, police said.\n"
LATER = "Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board. Two people were hurt.\n"
POST = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday. The ferry was towed to Northholm.\n"

REVIEWERS = ("Annika", "Benedikt", "Cyprian")
STRANGER = "Dorothea"
ADJUDICATOR = "Evelyn"
EVERYBODY = (*REVIEWERS, STRANGER, ADJUDICATOR)

SHARED = {
    DecisionKind.ADD_CLAIM,
    DecisionKind.REWORD_CLAIM,
    DecisionKind.DISCARD_CLAIM,
    DecisionKind.RESTORE_CLAIM,
    DecisionKind.READ_SENTENCES,
    DecisionKind.SET_POLICY,
}
"""What a claim is, which everybody may know; written out here so that the program's own list is tested, too."""


# --- random reviews


@dataclass(frozen=True)
class Step:
    """Somebody decides something about a claim; the numbers choose which claim and what exactly."""

    who: str
    what: str
    claim: int
    choice: int


OPINIONS = (
    *("vote", "vote", "vote", "relate", "relate", "silence", "note", "link", "unlink", "evidence", "origin", "waive"),
    *("park", "resume", "sign", "reopen", "assign", "unassign", "settle", "settle_cell"),
)
STEPS = st.builds(
    Step,
    st.sampled_from(REVIEWERS) | st.just(ADJUDICATOR),
    st.sampled_from((*OPINIONS, "reword", "discard", "restore", "add", "undo", "redo")),
    st.integers(0, 6),
    st.integers(0, 8),
)
REVIEWS = st.lists(STEPS, min_size=4, max_size=25)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory, new_sqlite: Callable[[Path], Path]) -> Path:
    """A database of three articles, one of them the newer version of another, reviewed blind."""
    path = new_sqlite(tmp_path_factory.mktemp("blind") / "articles.db")
    with open_store(path) as store:
        for name, text in (("ledger.txt", LEDGER), ("post.txt", POST), ("ledger.txt", LATER)):
            add_bytes(store, text.encode(), name, "ferry")
        eve = Review(store, ADJUDICATOR)
        eve.record(eve.team.draft_policy(votes=2, blind=True, adjudicators=[ADJUDICATOR]))
    return path


@pytest.fixture
def new_store(articles: Path, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Return a function that opens another copy of these articles."""
    numbers, opened = count(), list[Store]()

    def new() -> Store:
        opened.append(open_store(shutil.copyfile(articles, tmp_path / f"blind-{next(numbers)}.db")))
        return opened[-1]

    yield new
    for store in opened:
        store.close()


def marker(number: int, who: str) -> str:
    """Words that stand nowhere else."""
    return f"secret{number}of{who}"


def do(store: Store, reviews: dict[str, Review], number: int, step: Step) -> None:
    """Decide it, unless the log refuses."""
    review = reviews[step.who]
    claims = states_of(store)
    chosen = claims[step.claim % len(claims)]
    with suppress(DecisionError):
        if step.what in ("undo", "redo"):
            drafts = review.draft_undo() if step.what == "undo" else review.draft_redo()
        elif step.what == "add":
            article = review.articles[step.claim % len(review.articles)].key
            sentences = review.article_text(article).sentences
            drafts = (review.draft_claim(article, [step.choice % len(sentences)]),)
        else:
            drafts = (review.draft(chosen.key, payload(step, marker(number, step.who), chosen, claims)),)
        if drafts:
            review.record(*drafts)


def payload(step: Step, said: str, chosen: ClaimState, claims: Sequence[ClaimState]) -> Payload:
    others = sorted({claim.claim.article for claim in claims} - {chosen.claim.article})
    other = others[step.choice % len(others)]
    there = [claim.key for claim in claims if claim.claim.article == other]
    somebody = REVIEWERS[step.choice % len(REVIEWERS)]
    verdict = list(Verdict)[step.choice % len(Verdict)]
    relation = list(Relation)[step.choice % 3]
    sentence = (step.choice % 2,)
    match step.what:
        case "vote":
            return MarkVerdict(verdict, unsupported=said)
        case "relate":
            twin = there[step.choice % len(there)] if step.choice % 2 else None
            return RecordAgreement(other, relation, sentence, twin, (), said)
        case "silence":
            return MarkSilent((other,))
        case "note":
            return AddNote(said)
        case "link":
            return LinkSource(chosen.claim.sentences if step.choice % 2 else sentence)
        case "unlink":
            return UnlinkSource(chosen.claim.sentences)
        case "evidence":
            return AttachEvidence(quote=said)
        case "origin":
            return ConfirmOrigin(OriginLayer.KNOWLEDGE, OriginKind.EYEWITNESS, said, (other,))
        case "waive":
            return WaiveWarning(list(WarningKind)[step.choice], said)
        case "park":
            return ParkClaim()
        case "resume":
            return ResumeClaim()
        case "sign":
            return SignOff()
        case "reopen":
            return Reopen()
        case "assign":
            return AssignClaim(somebody)
        case "unassign":
            return UnassignClaim(somebody)
        case "settle":
            return Adjudicate(Settlement.ADJUDICATED, verdict, note=said)
        case "settle_cell":
            return AdjudicateCell(other, Settlement.ADJUDICATED, relation, note=said)
        case "reword":
            return RewordClaim(f"Wording {step.choice}")
        case "discard":
            return DiscardClaim(f"dull {step.choice}")
        case _:
            return RestoreClaim()


def review_all(store: Store, steps: Sequence[Step]) -> None:
    """Let everybody decide; only the adjudicator settles."""
    reviews = {who: Review(store, who) for who in EVERYBODY}
    for number, step in enumerate(steps):
        who = ADJUDICATOR if step.what in ("settle", "settle_cell") else step.who
        if who != ADJUDICATOR or step.what not in ("undo", "redo"):  # they would undo that it is reviewed blind
            do(store, reviews, number, replace(step, who=who))


# --- what may be known


def states_of(store: Store) -> tuple[ClaimState, ...]:
    with store.read() as connection:
        return state.claim_states(connection)


def decisions_of(store: Store) -> tuple[Decision, ...]:
    with store.read() as connection:
        return log.list_decisions(connection)


class Knowledge:
    """What one reviewer may know at the end of a review, worked out from the record without the program's own rule."""

    def __init__(self, store: Store, viewer: str) -> None:
        claims = states_of(store)
        self.viewer = viewer
        self.decisions = decisions_of(store)
        self.hidden = {claim.key for claim in claims if claim.vote_of(viewer) is None}
        carried = {claim.carried.older: claim.key for claim in claims if claim.carried}
        standing = {claim.key for claim in claims}
        taken_back = {d.claim for d in self.decisions if d.kind in SHARED} - standing
        closed = self.hidden | taken_back if self.hidden else set[str]()
        self.closed = {key for key in closed if key not in carried or carried[key] in self.hidden}
        self._by_id = {decision.id: decision for decision in self.decisions}

    def may_know(self, decision: Decision) -> bool:
        """Whether a decision is about a claim that was voted on, one's own, or about what a claim is."""
        meant = decision
        while meant.undoes:
            meant = self._by_id[meant.undoes]
        to_me = isinstance(meant.payload, AssignClaim | UnassignClaim) and meant.payload.reviewer == self.viewer
        return decision.claim not in self.closed or decision.reviewer == self.viewer or meant.kind in SHARED or to_me

    @property
    def secrets(self) -> set[str]:
        """The words that must not be seen."""
        hidden = " ".join(repr(d.payload) for d in self.decisions if not self.may_know(d))
        known = " ".join(repr(d.payload) for d in self.decisions if self.may_know(d))
        return set(re.findall(r"secret\d+of[A-Z][a-z]+", hidden)) - set(re.findall(r"secret\d+of[A-Z][a-z]+", known))


# --- everything that can be looked at


def seen_in_review(store: Store, viewer: str) -> dict[str, str]:
    """Return what the review layer shows, by where."""
    review = Review(store, viewer)
    seen = {
        "queue": repr(review.queue()),
        "states": repr(review.states()),
        "matrix": repr(review.matrix()),
        "progress": repr(review.progress()),
        "history": repr([(d.id, d.reviewer, d.kind, d.claim, d.payload, d.undoes) for d in review.history()]),
        "short history": repr([(d.id, d.kind, d.payload) for d in review.history(limit=3)]),
        "versions": repr(review.versions()),
        "disputes": repr(review.team.disputes()),
        "agreement": repr(review.team.agreements()),
        "classes": repr(review.graph.classes()),
        "origins": repr(review.graph.known_origins()),
        "warnings": repr(review.graph.warnings()),
        "falls": repr([review.graph.falls_with(known.name) for known in review.graph.known_origins()]),
        "ledger": repr(review.ledger.completeness()),
    }
    for row in review.queue():
        view = review.claim(row.key)
        history = [(d.id, d.reviewer, d.payload) for d in review.history(row.key)]
        told = (review.graph.standing(row.key), review.graph.origin_hints(row.key))
        seen[f"claim {row.key}"] = repr((view.state, view.cells, view.version, history, told))
    for article in review.articles:
        seen[f"article {article.name}"] = repr(review.article(article.key))
    return seen


def seen_outside(store: Store, viewer: str) -> dict[str, str]:
    """Return what the commands print and what exports hold, by which."""
    commands = ("claims", "history", "status", "disputes", "versions")
    seen = {name: printed(store, viewer, name, "--json") for name in commands}
    seen |= {f"{name} as text": printed(store, viewer, name) for name in commands}
    for form in ExportFormat:
        if FORMAT_TERMS[form].scope is not Scope.EVERYTHING:
            for part in RENDERERS[form]:
                content = export_bytes(store, form, "ferry", part, reviewer=viewer)
                seen[f"{form} {part}"] = unpacked(content)
    return seen


def unpacked(content: bytes) -> str:
    """Return the text of a file, or of all files in it."""
    if content.startswith(b"%PDF"):
        pages = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        # Lines and pages break by the widths of times: only which words there are can be compared.
        return " ".join(sorted(set(comparable(" ".join(pages.split())).split())))
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode(errors="replace") for name in sorted(archive.namelist()))


def printed(store: Store, viewer: str, *arguments: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(out), pytest.raises(SystemExit) as leaving:
        main([*arguments, "--db", str(store.path), "--reviewer", viewer])
    assert leaving.value.code == 0, out.getvalue()
    return out.getvalue()


def comparable(text: str) -> str:
    """Return a text without its times, hashes and what is made of them, which are others in every review.

    A term is its identifier.
    """
    text = re.sub(r"urn:uuid:[0-9a-f-]{36}", "ID", text)
    text = re.sub(r"by=<ClaimOrigin\.\w+: ('\w+')>", r"by=\1", text)
    text = re.sub(r"datetime\.datetime\([^()]*\)", "TIME", text)
    text = re.sub(r"(?<=<v>)\d{5}\.\d+(?=</v>)", "TIME", text)  # in a workbook: days since 1900
    text = re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z| UTC)?", "TIME", text)
    return re.sub(r"\b[0-9a-f]{64}\b|(?<![-0-9a-f])[0-9a-f]{12}\b", "HASH", text)


def replayed(store: Store, known: Knowledge) -> Store:
    """Let what the viewer may know be decided anew, and nothing else."""
    for decision in known.decisions:
        if known.may_know(decision) and decision.kind is not DecisionKind.SET_POLICY:
            draft = Draft(
                decision.reviewer, decision.claim, decision.payload, decision.undoes, decision.id, decision.action
            )
            with store.write() as connection:
                log.append(connection, draft)
    return store


def assert_blind(store: Store, anew: Store, viewer: str, look: Callable[[Store, str], dict[str, str]]) -> None:
    known = Knowledge(store, viewer)
    seen, expected = look(store, viewer), look(replayed(anew, known), viewer)
    for secret in known.secrets:
        assert [where for where, text in seen.items() if secret in text] == [], secret
    for where, text in seen.items():
        assert comparable(text) == comparable(expected[where]), where


@pytest.mark.slow
@pytest.mark.timeout(400)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REVIEWS, st.sampled_from((*REVIEWERS, STRANGER)))
def test_the_review_shows_nothing_of_what_others_decided_before_one_has_voted(
    new_store: Callable[[], Store], steps: list[Step], viewer: str
) -> None:
    store = new_store()
    review_all(store, steps)
    assert_blind(store, new_store(), viewer, seen_in_review)


@pytest.mark.slow
@pytest.mark.timeout(400)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REVIEWS, st.sampled_from((*REVIEWERS, STRANGER)))
def test_lists_and_exports_show_nothing_of_what_others_decided_before_one_has_voted(
    new_store: Callable[[], Store], steps: list[Step], viewer: str
) -> None:
    store = new_store()
    review_all(store, steps)
    assert_blind(store, new_store(), viewer, seen_outside)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REVIEWS, st.sampled_from((*REVIEWERS, STRANGER)))
def test_of_a_claim_one_has_not_voted_on_only_ones_own_word_is_there(
    new_store: Callable[[], Store], steps: list[Step], viewer: str
) -> None:
    store = new_store()
    review_all(store, steps)
    hidden = Knowledge(store, viewer).hidden
    review = Review(store, viewer)
    for claim in (claim for claim in review.states() if claim.key in hidden):
        for said in (claim.agreements, claim.notes, claim.evidence, claim.origins, claim.waivers):
            assert {each.reviewer for each in said} <= {viewer}
        assert claim.votes == ()
        assert claim.signed_off_by in (None, viewer)
        assert (claim.adjudication, claim.settled_cells) == (None, ())
        assert all(viewer in (given.reviewer, given.by) for given in claim.assignments)
    quiet = {WorkflowState.UNREVIEWED, WorkflowState.IN_REVIEW, WorkflowState.PARKED}
    assert {row.state for row in review.queue() if row.key in hidden} <= quiet


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REVIEWS, st.sampled_from(REVIEWERS))
def test_what_one_has_voted_on_is_seen_whole_and_whoever_settles_sees_all(
    new_store: Callable[[], Store], steps: list[Step], viewer: str
) -> None:
    store = new_store()
    review_all(store, steps)
    everything = {claim.key: claim for claim in states_of(store)}
    hidden = Knowledge(store, viewer).hidden
    for who, open_to in ((viewer, everything.keys() - hidden), (ADJUDICATOR, everything.keys())):
        review = Review(store, who)
        assert all(review.context.state(key) == everything[key] for key in open_to)
    assert {d.id for d in Review(store, ADJUDICATOR).history()} == {d.id for d in decisions_of(store)}
    assert all(claim.vote_of(ADJUDICATOR) is None for claim in everything.values())


# --- some of it by example


@pytest.fixture
def blind(new_store: Callable[[], Store]) -> Store:
    return new_store()


def first(review: Review) -> str:
    return review.queue()[0].key


def test_what_holds_everything_is_not_exported_by_who_may_not_see_all(blind: Store) -> None:
    for form in ExportFormat:
        if FORMAT_TERMS[form].scope is Scope.EVERYTHING:
            with pytest.raises(ReportError, match="hidden from Annika: vote on them first"):
                export_bytes(blind, form, reviewer="Annika")
            assert export_bytes(blind, form, reviewer=ADJUDICATOR)


def test_whoever_settles_disputes_does_not_vote(blind: Store) -> None:
    eve = Review(blind, ADJUDICATOR)
    for said in (MarkVerdict(Verdict.SUPPORTED), MarkSilent((eve.articles[1].key,))):
        with pytest.raises(DecisionError, match="does not vote"):
            eve.decide(first(eve), said)


def test_a_confirmed_link_and_a_missing_one_do_not_show_that_somebody_was_there(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    before = ben.claim(key)
    ann.decide(key, LinkSource(before.state.claim.sentences))
    assert ben.claim(key) == before
    ann.decide(key, UnlinkSource(before.state.claim.sentences))
    assert ben.claim(key) == before


def test_ones_own_doings_are_seen_also_where_others_have_undone_their_effect(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    ben.decide(key, ParkClaim())
    ann.decide(key, ResumeClaim())
    assert next(row.state for row in ben.queue() if row.key == key) is WorkflowState.PARKED
    assert ben.claim(key).state.parked


def test_an_undo_of_what_everybody_may_know_is_seen(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    ann.decide(key, DiscardClaim())
    ann.record(*ann.draft_undo())
    ann.decide(key, AddNote("hm"))
    ann.record(*ann.draft_undo())
    kinds = [decision.kind for decision in ben.history(key)]
    assert kinds == [DecisionKind.UNDO, DecisionKind.DISCARD_CLAIM]
    assert not ben.claim(key).state.discarded_by


def test_who_has_built_on_a_wording_is_not_named_to_who_may_not_know(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    ben.decide(key, RewordClaim("In other words."))
    ann.decide(key, MarkVerdict(Verdict.SUPPORTED))
    with pytest.raises(DecisionError, match=r"^Another reviewer has built on this since: it stays") as refused:
        ben.record(*ben.draft_undo())
    assert "Annika" not in str(refused.value)
    assert "verdict" not in str(refused.value)


def test_a_claim_that_was_taken_back_hides_what_was_said_of_it(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    added = ann.draft_claim(ann.articles[0].key, [0])
    ann.record(added)
    ann.decide(added.claim, AddNote("it may come back"))
    for _ in range(2):
        ann.record(*ann.draft_undo())
    assert "come back" not in repr(ben.history())


def test_who_is_asked_to_vote_sees_that_and_nothing_else_of_it(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    ann.record(*ann.team.draft_assign([key], "Benedikt"))
    ann.record(*ann.team.draft_assign([key], "Cyprian"))
    assert [given.reviewer for given in ben.claim(key).state.assignments] == ["Benedikt"]
    assert [given.reviewer for given in ann.claim(key).state.assignments] == ["Benedikt", "Cyprian"]
    assert len(ben.history(key)) == 1


def test_where_it_is_not_blind_everything_is_seen(blind: Store) -> None:
    ann, ben = Review(blind, "Annika"), Review(blind, "Benedikt")
    key = first(ben)
    ann.decide(key, MarkVerdict(Verdict.SUPPORTED))
    assert ben.claim(key).state.votes == ()
    ann.record(ann.team.draft_policy(votes=2))
    assert len(ben.claim(key).state.votes) == 1
    assert UUID(key)
