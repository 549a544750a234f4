"""What was exported is read again into a fresh database of the same articles, and every claim stands where it stood."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.reports import ExportFormat, export_text
from workbench.reports.interchange.averitec import LABELS
from workbench.reports.interchange.exported import exported_claims
from workbench.reports.interchange.reading.claims_file import read_claims
from workbench.reports.interchange.reading.names import ClaimFormat
from workbench.reports.recording import load_record
from workbench.review.claim_intake import ClaimIntake, take_in_claims
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store.engine import Store, open_store
from workbench.store.fold import ClaimState
from workbench.store.payloads import MarkVerdict, RewordClaim
from workbench.vocabulary import AnchorState, Verdict

ARTICLES = {
    "a.txt": "🚢🚢 Harbour\n\n😀 The ferry 𝕸arigold sank 🌊 on Monday. 👩‍👩‍👧 Nobody was hurt, and the mayor wept. "
    "Nobody was seen. Was it late?\n\nNobody was seen. It was late, the captain of the ferry 🦊 said.\n",
    "b.txt": "Courier 📰\n\n🇳🇴 On Monday 𝟚𝟙𝟜 people left the ferry 𝕸arigold 🌊. The mayor of the town said so.\n",
}
ADDED = ("the mayor wept", "𝟚𝟙𝟜 people left the ferry 𝕸arigold 🌊", "the ferry 🦊")


def filled(store: Store) -> Store:
    for name, text in ARTICLES.items():
        add_bytes(store, text.encode(), name, "Ferry")
    return store


@pytest.fixture
def source(store: Store) -> Store:
    """A reviewed database with claims that a reviewer added between emoji, beside those of the rules."""
    review = Review(filled(store), "Ada", "Ferry")
    for words in ADDED:
        article = next(key for key, text in review.context.texts.items() if words in text.text)
        start = review.article_text(article).text.index(words)
        review.record(review.draft_claim_part(article, start, start + len(words)))
    for row in review.queue():
        review.decide(row.key, MarkVerdict(Verdict.SUPPORTED))
    return store


@pytest.fixture
def fresh(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Iterator[Review]:
    """A review of the same articles in which nothing was decided."""
    with open_store(new_sqlite(tmp_path / "fresh.db")) as opened:
        yield Review(filled(opened), "Ben", "Ferry")


def taken_in(source: Store, fresh: Review, wanted: ExportFormat, path: Path) -> ClaimIntake:
    text = export_text(source, wanted, "Ferry", "claims" if wanted is ExportFormat.CSV else None)
    path.write_bytes(text.encode())
    return take_in_claims(fresh.context, read_claims(ClaimFormat(wanted.value), path), with_verdicts=True)


def exported(source: Store, moment: Any) -> dict[str, ClaimState]:
    return {state.key: state for state, _ in exported_claims(load_record(source, "Ferry", moment))}


@pytest.mark.parametrize("wanted", [ExportFormat.CSV, ExportFormat.LABEL_STUDIO, ExportFormat.DOCCANO])
def test_every_claim_is_exact_at_the_same_offsets_with_its_verdict(
    source: Store, fresh: Review, wanted: ExportFormat, tmp_path: Path, moment: Any
) -> None:
    intake = taken_in(source, fresh, wanted, tmp_path / "claims")
    before = exported(source, moment)
    assert {found.claim: found.state for found in intake.claims} == dict.fromkeys(before, AnchorState.EXACT)
    assert len(intake.added) == len(ADDED)
    for found in intake.claims:
        there = before[found.claim or ""].claim
        assert (found.start, found.end) == (there.start, there.end)
        state = fresh.context.state(found.claim or "")
        assert (state.text, state.verdict) == (there.text, Verdict.SUPPORTED)
    fresh.record(*fresh.draft_undo())
    assert not any(state.votes for state in fresh.states())


def test_averitec_anchors_what_stands_once_by_its_words_alone(
    source: Store, fresh: Review, tmp_path: Path, moment: Any
) -> None:
    intake = taken_in(source, fresh, ExportFormat.AVERITEC, tmp_path / "claims")
    before = [state for state in exported(source, moment).values() if state.verdict in LABELS]
    assert len(intake.claims) == len(before)
    for found, state in zip(intake.claims, before, strict=True):
        if sum(text.count(state.text) for text in ARTICLES.values()) == 1:
            assert (found.state, found.claim) == (AnchorState.EXACT, state.key)
        else:
            assert (found.state, found.claim) == (AnchorState.AMBIGUOUS, None)
            assert found.reason


def test_nothing_changes_when_a_file_is_taken_in_again(source: Store, fresh: Review, tmp_path: Path) -> None:
    taken_in(source, fresh, ExportFormat.LABEL_STUDIO, tmp_path / "claims")
    states = fresh.states()
    again = taken_in(source, fresh, ExportFormat.LABEL_STUDIO, tmp_path / "claims")
    assert again.drafts == ()
    assert len(again.known) == len(again.claims)
    assert fresh.states() == states


def test_a_reworded_claim_that_is_new_keeps_its_wording(source: Store, fresh: Review, tmp_path: Path) -> None:
    review = Review(source, "Ada", "Ferry")
    key = next(row.key for row in review.queue() if row.text == ADDED[0])
    review.decide(key, RewordClaim("The mayor of the town wept."))
    for wanted in (ExportFormat.LABEL_STUDIO, ExportFormat.CSV):
        taken_in(source, fresh, wanted, tmp_path / "claims")
        assert fresh.context.state(key).text == "The mayor of the town wept."
        fresh.record(*fresh.draft_undo())
