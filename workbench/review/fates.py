"""What became of every sentence of an article, as one reviewer sees it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workbench.articles.model import Article
from workbench.claims.model import Ledger
from workbench.review.model import ClaimState, Fate, SentenceFate, SentenceReading
from workbench.vocabulary import PassedOver, Verdict


def sentence_fates(
    article: Article,
    states: Iterable[ClaimState],
    ledger: Ledger,
    reviewer: str,
    readings: Mapping[int, SentenceReading],
) -> tuple[SentenceFate, ...]:
    """Return each sentence of `article` with what became of it: the claims among `states`, a reading, or neither."""
    passed = {entry.sentence: entry.reason for entry in ledger.passed}
    claims: defaultdict[int, list[ClaimState]] = defaultdict(list)
    for claim in sorted(states, key=lambda state: state.discarded_by is not None):
        for index in claim.claim.sentences:
            claims[index].append(claim)
    return tuple(
        SentenceFate(index, sentence, _fate(claims[index], passed.get(index), reviewer, readings.get(index)))
        for index, sentence in enumerate(article.sentences)
    )


def _fate(claims: list[ClaimState], reason: PassedOver | None, reviewer: str, reading: SentenceReading | None) -> Fate:
    verdicts = [_verdict(claim, reviewer) for claim in claims if claim.discarded_by is None]
    verdict = verdicts[-1] if verdicts and None not in verdicts else None
    return Fate(tuple(claims), reason, verdict, reading)


def _verdict(claim: ClaimState, reviewer: str) -> Verdict | None:
    """Return the reviewer's own verdict, or else the one that was settled."""
    if vote := claim.vote_of(reviewer):
        return vote.verdict
    return claim.adjudication.verdict if claim.adjudication else None
