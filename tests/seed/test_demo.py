"""The demo can be walked through from the first claim to the last."""

from pathlib import Path

from workbench.review.demo import DEMO_COLLECTION, fill_demo
from workbench.review.session import Review
from workbench.store.check import check


def test_every_claim_and_article_of_the_demo_can_be_looked_at(tmp_path: Path) -> None:
    fill_demo(tmp_path / "demo.db")
    review = Review.open(tmp_path / "demo.db", "mira", DEMO_COLLECTION)
    try:
        rows = review.queue()
        found = 0
        for row in rows:
            view = review.claim(row.key)
            assert view.state.text == row.text
            assert len(view.cells) == len(review.articles) - 1
            found += sum(bool(cell.passages) for cell in view.cells)
        assert found > len(rows)  # on average more than one other article speaks to a claim
        for summary in review.articles:
            assert len(review.article(summary.key).sentences) == summary.sentences
        assert len(review.matrix().rows) == len(rows)
        assert check(review.store) == ()
    finally:
        review.close()
