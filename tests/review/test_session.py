"""A reviewer's session: what is suggested, what is kept apart, and that the queue agrees with the claims."""

import sys
from types import ModuleType

import pytest

from workbench.errors import DecisionError
from workbench.review.intake import add_bytes
from workbench.review.model import AddNote, MarkSilent, MarkVerdict, RecordAgreement, RewordClaim
from workbench.review.session import SEARCHED_ARTICLES, Review
from workbench.store.engine import Store
from workbench.store.payloads import DiscardClaim
from workbench.vocabulary import PassedOver, Relation, Verdict


@pytest.fixture
def review(filled: Store) -> Review:
    return Review(filled, "mira")


def first(review: Review) -> str:
    return next(row.key for row in review.queue() if "41 people" in row.text)


def test_a_claim_comes_with_the_best_passages_of_every_other_article(review: Review) -> None:
    view = review.claim(first(review))
    assert [cell.article.name for cell in view.cells] == ["post.txt", "tide.txt"]
    best = view.cells[0].passages[0]
    post = review.article_text(view.cells[0].article.key)
    assert best.text == " ".join(post.sentences[index].text for index in best.sentences)
    assert all(best.text[start:end].strip() for start, end in best.shared)


def test_an_embedding_model_has_a_say_in_the_passages(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that finds nothing alike lowers what only comes near."""

    class Vector(tuple[float, ...]):
        def __matmul__(self, other: "Vector") -> float:
            return sum(x * y for x, y in zip(self, other, strict=True))

    class Stranger:
        def __init__(self, model: str, **_: object) -> None:
            assert model == "my-model"

        def encode(self, texts: list[str], **_: object) -> list[Vector]:
            return [Vector(float(text == other) for other in texts) for text in texts]

    library = ModuleType("sentence_transformers")
    monkeypatch.setattr(library, "SentenceTransformer", Stranger, raising=False)
    monkeypatch.setitem(sys.modules, "sentence_transformers", library)
    plain, asked = Review(filled, "mira"), Review(filled, "mira", embeddings="my-model")
    key = first(plain)
    before, after = (review.claim(key).cells[0].passages[0] for review in (plain, asked))
    assert before.sentences == after.sentences
    assert after.score < before.score


def test_a_sentence_that_was_not_taken_for_a_claim_is_offered_too(store: Store) -> None:
    """What the extractor passes over in another article may still speak to a claim, in a large collection too."""
    ledger = "Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board.\n"
    add_bytes(store, ledger.encode(), "ledger.txt", "ferry")
    question = "Letters\n\nWhy did the ferry with 41 people on board run aground on Monday?\n"
    add_bytes(store, question.encode(), "letters.txt", "ferry")
    for number in range(SEARCHED_ARTICLES + 1):
        add_bytes(store, f"Markets\n\nShares of firm {number} rose on Friday.\n".encode(), f"{number}.txt", "ferry")
    review = Review(store, "mira")
    assert not any("Why did" in row.text for row in review.queue())
    cells = {cell.article.name: cell for cell in review.claim(first(review)).cells}
    assert cells["letters.txt"].passages[0].text.startswith("Why did the ferry")


def test_rows_agree_with_the_claims_after_every_kind_of_decision(review: Review) -> None:
    key = first(review)
    other = review.claim(key).cells[0].article.key
    for payload in (
        MarkVerdict(Verdict.REFUTED),
        RecordAgreement(other, Relation.CONTRADICTS, (1,)),
        MarkSilent((other,)),
        AddNote("ask"),
        RewordClaim("41 aboard"),
        DiscardClaim(),
    ):
        review.decide(key, payload)
        rows = {row.key: row for row in review.queue()}
        assert rows[key] == review.row(review.claim(key).state)


def test_a_draft_that_is_recorded_twice_is_recorded_once(review: Review) -> None:
    draft = review.draft(first(review), MarkVerdict(Verdict.SUPPORTED))
    assert review.record(draft) == review.record(draft)
    assert len(review.history()) == 1


def test_undo_and_redo_say_what_they_did(review: Review) -> None:
    key = first(review)
    review.decide(key, MarkVerdict(Verdict.SUPPORTED))
    assert review.record(*review.draft_undo()).message == "undone: verdict: supported"
    assert review.record(*review.draft_redo()).message == "redone: verdict: supported"
    assert review.claim(key).state.verdict is Verdict.SUPPORTED
    assert review.draft_redo() == ()


def test_one_reviewer_does_not_undo_the_other(filled: Store) -> None:
    mira, noor = Review(filled, "mira"), Review(filled, "noor")
    key = first(mira)
    mira.decide(key, MarkVerdict(Verdict.SUPPORTED))
    noor.decide(key, MarkVerdict(Verdict.REFUTED))
    mira.record(*mira.draft_undo())
    assert [vote.reviewer for vote in mira.claim(key).state.votes] == ["noor"]


def test_the_queue_of_one_reviewer_does_not_tell_the_others_verdict(filled: Store) -> None:
    Review(filled, "noor").decide(first(Review(filled, "mira")), MarkVerdict(Verdict.REFUTED))
    mira = Review(filled, "mira")
    row = next(row for row in mira.queue() if row.key == first(mira))
    assert row.own_verdict is None


def test_passages_follow_the_wording(review: Review) -> None:
    key = first(review)
    review.decide(key, RewordClaim("Strong winds kept boats in port."))
    assert review.claim(key).cells[0].article.name == "tide.txt"


def test_chosen_evidence_stays_the_first_passage(review: Review) -> None:
    key = first(review)
    cell = review.claim(key).cells[1]
    review.decide(key, RecordAgreement(cell.article.key, Relation.UNCLEAR, (0, 1)))
    again = next(c for c in review.claim(key).cells if c.article.key == cell.article.key)
    assert again.passages[0].sentences == (0, 1)
    assert again.agreement is not None


def test_every_sentence_of_an_article_has_a_fate(review: Review) -> None:
    key = first(review)
    review.decide(key, MarkVerdict(Verdict.REFUTED))
    article = review.article(review.claim(key).summary.key)
    fates = [fate.fate for fate in article.sentences]
    assert fates[0].passed_over is PassedOver.TITLE
    assert fates[1].verdict is Verdict.REFUTED
    assert all(fate.claims or fate.passed_over for fate in fates)


def test_the_matrix_leaves_out_discarded_claims_and_keeps_silence_apart_from_not_looked_at(review: Review) -> None:
    key = first(review)
    silent = review.claim(key).cells[1].article.key
    review.decide(key, MarkSilent((silent,)))
    review.decide(review.queue()[-1].key, DiscardClaim())
    matrix = review.matrix()
    assert len(matrix.rows) == len(review.queue()) - 1
    row = next(row for row in matrix.rows if row.claim.key == key)
    cells = {cell.article: cell for cell in row.cells}
    assert cells[silent].unanimous is not None
    assert [cell.own for cell in row.cells].count(True) == 1
    assert sum(1 for cell in row.cells if not cell.own and not cell.agreements) == 1


def test_progress_counts_claims_and_cells(review: Review) -> None:
    key = first(review)
    review.decide(key, MarkVerdict(Verdict.REFUTED))
    review.decide(key, MarkSilent(review.claim(key).undecided))
    progress = review.progress()
    claims = len(review.queue())
    assert (progress.claims, progress.decided, progress.cells, progress.cells_recorded) == (claims, 1, 2 * claims, 2)
    assert not review.ledger.completeness().complete


def test_a_collection_that_is_not_there_is_refused(filled: Store) -> None:
    with pytest.raises(DecisionError, match="elsewhere"):
        Review(filled, "mira", "elsewhere")


def test_a_claim_that_is_not_there_is_refused(review: Review) -> None:
    with pytest.raises(DecisionError, match="no claim"):
        review.claim("nothing")


def test_in_a_large_collection_the_likely_articles_come_first_and_the_others_when_chosen(filled: Store) -> None:
    for number in range(20):
        text = f"Story {number}\n\nThe council of Ashby bought {number + 100} chairs for its library.\n"
        add_bytes(filled, text.encode(), f"other-{number}.txt", "ferry")
    review = Review(filled, "mira")
    view = review.claim(first(review))
    assert view.cells[0].article.name == "post.txt"
    assert len(view.cells) == 22
    last = len(view.cells) - 1
    assert not view.cells[last].searched
    assert view.cells[last].passages == ()
    chosen = review.search(view, last)
    assert chosen.cells[last].searched
    assert chosen.cells[:last] == view.cells[:last]
