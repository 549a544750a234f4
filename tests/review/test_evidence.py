"""Evidence from outside: what was typed becomes a decision, or is refused with one line that says why."""

from hashlib import sha256
from pathlib import Path

import pytest

from workbench.errors import DecisionError
from workbench.review.evidence import TypedEvidence, attached, evidence_words
from workbench.review.model import MarkVerdict
from workbench.review.session import Review
from workbench.store.engine import Store
from workbench.store.payloads import AttachEvidence, ConfirmOrigin, DetachEvidence, DiscardClaim
from workbench.vocabulary import Credibility, OriginKind, OriginLayer, Relation, Reliability, Verdict


@pytest.mark.parametrize(
    ("typed", "reliability", "credibility"),
    [
        ("", None, None),
        ("b2", Reliability.B, Credibility.PROBABLE),
        (" F6 ", Reliability.F, Credibility.UNKNOWN),
        ("C", Reliability.C, None),
        ("4", None, Credibility.DOUBTFUL),
    ],
)
def test_a_grade_is_a_letter_a_digit_or_both(
    typed: str, reliability: Reliability | None, credibility: Credibility | None
) -> None:
    decision = attached(TypedEvidence(url="https://example.org", grade=typed))
    assert (decision.reliability, decision.credibility) == (reliability, credibility)


@pytest.mark.parametrize("typed", ["G2", "B7", "2B", "BB2", "B 2", "é", "12"])
def test_another_grade_is_refused(typed: str) -> None:
    with pytest.raises(DecisionError, match="A grade is a letter"):
        attached(TypedEvidence(url="https://example.org", grade=typed))


def test_the_digit_says_what_it_does_with_the_claim() -> None:
    assert attached(TypedEvidence(citation="the log", relation="3")).relation is Relation.CONTRADICTS
    with pytest.raises(DecisionError, match="“7” is the digit of no relation"):
        attached(TypedEvidence(citation="the log", relation="7"))


def test_of_a_file_its_name_and_hash_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "timetable.pdf"
    file.write_bytes(b"06:00 Alma")
    decision = attached(TypedEvidence(file=str(file)))
    assert decision == AttachEvidence(file="timetable.pdf", file_sha256=sha256(b"06:00 Alma").hexdigest())


@pytest.mark.parametrize("name", ["nowhere.pdf", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(DecisionError, match=f"{name} cannot be read"):
        attached(TypedEvidence(file=str(tmp_path / name)))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (TypedEvidence(note="only a note"), "needs an address, a citation, a file or a quotation"),
        (TypedEvidence(url="javascript:alert(1)"), "is no web address"),
        (TypedEvidence(url="ftp://example.org/x"), "is no web address"),
        (TypedEvidence(url="https://example.org/\u202ecod"), "is no web address"),
        (TypedEvidence(url="https://example.org", grade="A1"), "first confirm two independent origins"),
    ],
)
def test_the_log_refuses_what_is_no_evidence(filled: Store, typed: TypedEvidence, why: str) -> None:
    mira = Review(filled, "mira")
    with pytest.raises(DecisionError, match=why):
        mira.decide(mira.queue()[0].key, attached(typed))
    assert mira.history() == ()


def test_credibility_1_needs_two_confirmed_origins(filled: Store) -> None:
    mira = Review(filled, "mira")
    claim = mira.queue()[0]
    other = next(article.key for article in mira.articles if article.key != claim.article)
    knowledge, kind = OriginLayer.KNOWLEDGE, OriginKind.EYEWITNESS
    mira.decide(claim.key, ConfirmOrigin(knowledge, kind, "the mate", (claim.article,)))
    mira.decide(claim.key, ConfirmOrigin(knowledge, kind, "a passenger", (other,)))
    mira.decide(claim.key, attached(TypedEvidence(url="https://example.org", grade="A1")))
    (evidence,) = mira.claim(claim.key).state.evidence
    assert evidence.grade == "A1"


def test_evidence_is_detached_by_its_own_name_and_comes_back_with_undo(filled: Store) -> None:
    mira = Review(filled, "mira")
    key = mira.queue()[0].key
    mira.decide(key, attached(TypedEvidence(citation="Port log, page 3", quote="aground 06:10", grade="B2")))
    (evidence,) = mira.claim(key).state.evidence
    assert evidence_words(evidence) == "B2 · Port log, page 3 · “aground 06:10”"
    mira.decide(key, DetachEvidence(evidence.id))
    assert mira.claim(key).state.evidence == ()
    with pytest.raises(DecisionError, match="is not attached"):
        mira.decide(key, DetachEvidence(evidence.id))
    mira.record(*mira.draft_undo())
    assert mira.claim(key).state.evidence == (evidence,)


def test_a_claim_that_another_has_just_discarded_takes_no_decision(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    key = mira.queue()[0].key
    noor.decide(key, DiscardClaim("twice"))
    before = mira.history()
    with pytest.raises(DecisionError, match="noor has discarded this claim"):
        mira.decide(key, MarkVerdict(Verdict.SUPPORTED))
    assert mira.history() == before
