"""The panel of a claim says who asserts it, through whom, and how a short name was understood."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from workbench.articles import read_article
from workbench.claims import extract_claims
from workbench.review.model import ClaimView
from workbench.store.fold import fold_claim
from workbench.store.model import ArticleSummary
from workbench.tui.claim_panel import claim_lines
from workbench.tui.ink import Ink

TEXT = """Mayor Anna Lind closed the harbour on Monday after 40 ships had left.

The agency NORA reported on Tuesday that Lind said the pier was broken.

She denied that anybody had been hurt on the pier.
"""


def shown(number: int, width: int = 100) -> tuple[Sequence[str], set[Ink]]:
    article = read_article(TEXT.encode(), name="harbour.txt")
    state = fold_claim(extract_claims(article)[number], ())
    assert state is not None
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    summary = ArticleSummary(article.sha256, "A", article.name, None, None, None, moment, 3, 3)
    lines = claim_lines(ClaimView(state, article, summary, ()), None, "mira", width)
    texts = ["".join(part.text for part in line.spans) for line in lines]
    inks = {ink for line in lines for part in line.spans if "by" in part.text for ink in part.inks}
    return texts, inks


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, ["asserted by the outlet itself"]),
        (1, ["asserted by agency NORA → Mayor Anna Lind (“said”)",
             "Lind → Mayor Anna Lind, “Mayor Anna Lind” in sentence 1"]),
        (2, ["denied by Mayor Anna Lind (“denied”)", "She → Mayor Anna Lind, “Lind” in sentence 2"]),
    ],
)  # fmt: skip
def test_who_asserts_it_stands_in_the_panel(number: int, words: list[str]) -> None:
    texts, _ = shown(number)
    for told in words:
        assert any(text.startswith(told) for text in texts), texts


def test_a_denial_stands_out() -> None:
    assert Ink.BAD in shown(2)[1]
    assert Ink.BAD not in shown(1)[1]


def test_no_line_is_wider_than_the_panel() -> None:
    assert max(len(text) for text in shown(1, 40)[0]) <= 40
