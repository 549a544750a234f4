"""Claims from elsewhere: each stands at its true place in an article, or is listed with the reason why not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.review.claim_intake import ClaimIntake, ImportedClaim, anchor_claims, take_in_claims
from workbench.review.intake import add_bytes
from workbench.review.session import Review
from workbench.store import log
from workbench.store.decisions import Draft
from workbench.store.engine import Store
from workbench.store.payloads import AddClaim, DiscardClaim, MarkVerdict, SetPolicy
from workbench.store.subjects import collection_subject
from workbench.vocabulary import AnchorState, Verdict

QUAY = """At the quay

The ferry 🚢 left at noon, and the harbour master closed the gate behind it. Is it true? The ferry was late.

The ferry was late. “Nobody was hurt — nobody,” the captain said on Monday.
"""
SUPPORTED = MarkVerdict(Verdict.SUPPORTED)


@pytest.fixture
def review(filled: Store) -> Review:
    add_bytes(filled, QUAY.encode(), "quay.txt", "ferry")
    return Review(filled, "mira", "ferry")


def take(review: Review, *rows: ImportedClaim, with_verdicts: bool = False) -> ClaimIntake:
    return take_in_claims(review.context, rows, with_verdicts=with_verdicts)


def quay(review: Review) -> str:
    return next(summary.key for summary in review.articles if summary.name == "quay.txt")


def test_a_part_of_a_sentence_becomes_a_claim_in_the_words_of_the_article(review: Review) -> None:
    found = take(review, ImportedClaim("the harbour master closed the gate behind it")).claims[0]
    text = review.article_text(quay(review)).text
    assert (found.state, found.known, found.reason) == (AnchorState.EXACT, False, "")
    assert found.claim is not None
    state = review.context.state(found.claim)
    assert (state.claim.start, state.claim.end) == (found.start, found.end)
    assert state.text == text[found.start : found.end] == "the harbour master closed the gate behind it"


def test_a_claim_that_is_there_is_known_and_nothing_is_added(review: Review) -> None:
    row = next(row for row in review.queue() if row.text.startswith("Nobody was hurt"))
    found = take(review, ImportedClaim("Nobody was hurt, police said", "ledger.txt"))
    assert [(each.claim, each.known) for each in found.claims] == [(row.key, True)]
    assert found.drafts == ()
    assert review.history() == ()


def test_edited_words_are_relocated_and_keep_the_imported_wording(review: Review) -> None:
    wording = "the harbor master closed the gates behind it"
    found = take(review, ImportedClaim(wording)).claims[0]
    assert found.state is AnchorState.RELOCATED
    assert found.claim is not None
    state = review.context.state(found.claim)
    assert state.text == wording
    assert state.claim.text in review.article_text(quay(review)).text


def test_what_stands_twice_is_ambiguous_unless_its_offsets_tell(review: Review) -> None:
    text = review.article_text(quay(review)).text
    second = text.rindex("The ferry was late.")
    words = "The ferry was late."
    unclear, clear = take(
        review, ImportedClaim(words, "quay.txt"), ImportedClaim(words, "quay.txt", start=second, end=second + 19)
    ).claims
    assert (unclear.state, unclear.claim) == (AnchorState.AMBIGUOUS, None)
    assert "several places" in unclear.reason
    assert (clear.state, clear.start, clear.end) == (AnchorState.EXACT, second, second + 19)


def test_offsets_at_which_other_words_stand_do_not_move_a_claim(review: Review) -> None:
    found = take(review, ImportedClaim("Nobody was hurt, police said.", "ledger.txt", start=0, end=5)).claims[0]
    article = review.article_text(found.article or "")
    assert article.text[found.start : found.end] == "Nobody was hurt, police said."


def test_another_number_is_another_claim(review: Review) -> None:
    found = take(review, ImportedClaim("The ferry ran aground on Monday with 99 people on board.")).claims[0]
    assert (found.state, found.claim) == (AnchorState.ORPHANED, None)
    assert found.reason


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (ImportedClaim("Nobody was hurt.", "nowhere.txt"), AnchorState.ORPHANED),
        (ImportedClaim("The moon is made of green cheese."), AnchorState.ORPHANED),
        (ImportedClaim(""), AnchorState.ORPHANED),
        (ImportedClaim("…—"), AnchorState.ORPHANED),
        (ImportedClaim("The ferry was late. “Nobody was hurt", "ledger.txt"), AnchorState.ORPHANED),
    ],
)
def test_what_cannot_be_anchored_is_listed_with_the_reason(
    review: Review, row: ImportedClaim, state: AnchorState
) -> None:
    found = take(review, row)
    assert [each.state for each in found.left_out] == [state]
    assert all(each.reason for each in found.left_out)
    assert found.drafts == ()


def test_words_of_several_articles_are_ambiguous_until_one_is_named(review: Review) -> None:
    add_bytes(review.store, b"Copy\n\nStrong winds kept boats in port on Sunday.\n", "copy.txt", "ferry")
    both = Review(review.store, "mira", "ferry")
    words = "Strong winds kept boats in port on Sunday."
    unclear, clear = anchor_claims(both.context, [ImportedClaim(words), ImportedClaim(words, "tide.txt")]).claims
    assert unclear.state is AnchorState.AMBIGUOUS
    assert "2 articles" in unclear.reason
    assert clear.state is AnchorState.EXACT


def test_an_article_is_named_by_key_urn_name_label_or_title(review: Review) -> None:
    key = quay(review)
    label = review.labels[key]
    rows = [ImportedClaim("the captain said", name) for name in (key, f"urn:sha256:{key}", "quay.txt", label)]
    assert {found.article for found in anchor_claims(review.context, rows).claims} == {key}


def test_an_unknown_address_leaves_the_search_open(review: Review) -> None:
    row = ImportedClaim("Nobody was hurt, police said.", addresses=("https://example.org/a",))
    assert anchor_claims(review.context, [row]).claims[0].state is AnchorState.EXACT


def test_everything_is_one_action_and_one_undo(review: Review) -> None:
    before = review.states()
    rows = [
        ImportedClaim("the harbor master closed the gates behind it", verdict=SUPPORTED),
        ImportedClaim("Nobody was hurt, police said.", verdict=SUPPORTED),
    ]
    found = take(review, *rows, with_verdicts=True)
    assert len(found.drafts) == 4
    assert [state.verdict for state in review.states() if state.votes] == [Verdict.SUPPORTED] * 2
    review.record(*review.draft_undo())
    assert review.states() == before


def test_a_verdict_is_a_vote_only_if_it_is_wanted_and_never_in_place_of_ones_own(review: Review) -> None:
    row = ImportedClaim("Nobody was hurt, police said.", verdict=SUPPORTED)
    assert take(review, row).drafts == ()
    key = take(review, row, with_verdicts=True).claims[0].claim or ""
    review.decide(key, MarkVerdict(Verdict.REFUTED))
    assert take(review, row, with_verdicts=True).drafts == ()
    assert review.context.state(key).verdict is Verdict.REFUTED


def test_a_discarded_claim_is_known_and_gets_no_vote(review: Review) -> None:
    row = ImportedClaim("Nobody was hurt, police said.", verdict=SUPPORTED)
    key = next(queued.key for queued in review.queue() if queued.text == row.text)
    Review(review.store, "noor", "ferry").decide(key, DiscardClaim())
    found = take(review, row, with_verdicts=True)
    assert [(each.claim, each.known) for each in found.claims] == [(key, True)]
    assert found.drafts == ()


def test_a_claim_that_another_added_unseen_does_not_stop_the_rest(review: Review) -> None:
    review.record(Draft("ada", collection_subject("ferry"), SetPolicy("ferry", 2, True, ("ada",))))
    rows = ImportedClaim("the harbour master closed the gate behind it"), ImportedClaim("the captain said")
    noor = Review(review.store, "noor", "ferry")
    take(noor, rows[0])
    assert [(each.claim is not None, each.known) for each in take(review, *rows).claims] == [
        (True, True),
        (True, False),
    ]


def test_a_claim_that_stands_twice_in_a_file_is_added_once(review: Review) -> None:
    row = ImportedClaim("the harbour master closed the gate behind it", verdict=SUPPORTED)
    first, second = take(review, row, row, with_verdicts=True).claims
    assert first.claim == second.claim
    assert (first.known, second.known) == (False, True)
    assert len(review.history()) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(data=st.data())
def test_any_stretch_with_its_offsets_is_anchored_there(review: Review, data: st.DataObject) -> None:
    key = quay(review)
    text = review.article_text(key).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor_claims(review.context, [ImportedClaim(text[start:end], key, start=start, end=end)])
    for each in found.claims:
        assert (each.claim is None) == bool(each.reason)
    for draft in found.drafts:
        if isinstance(draft.payload, AddClaim):
            assert start <= draft.payload.start < draft.payload.end <= end
            assert text[draft.payload.start : draft.payload.end] == draft.payload.text
    with review.store.write() as connection:
        log.append_all(connection, found.drafts)
