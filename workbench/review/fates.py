"""What became of every sentence of an article, as one reviewer sees it."""

from collections.abc import Iterable

from workbench.articles.model import Article
from workbench.claims.model import Ledger
from workbench.review.model import ClaimState, Fate, SentenceFate
from workbench.vocabulary import PassedOver


def sentence_fates(
    article: Article, states: Iterable[ClaimState], ledger: Ledger, reviewer: str
) -> tuple[SentenceFate, ...]:
    """Return each sentence of `article` with the claims made of it (`states`), or why it was passed over."""
    passed = {entry.sentence: entry.reason for entry in ledger.passed}
    claims: dict[int, list[ClaimState]] = {}
    for claim in states:
        for index in claim.claim.sentences:
            claims.setdefault(index, []).append(claim)
    return tuple(
        SentenceFate(index, sentence, _fate(claims.get(index, []), passed.get(index), reviewer))
        for index, sentence in enumerate(article.sentences)
    )


def _fate(claims: list[ClaimState], reason: PassedOver | None, reviewer: str) -> Fate:
    votes = [vote for claim in claims if (vote := claim.vote_of(reviewer))]
    verdict = votes[-1].verdict if votes else None
    return Fate(tuple(claims), None if claims else reason, verdict)
