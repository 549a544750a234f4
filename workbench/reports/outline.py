"""What the readable reports say, in the order in which they say it; Markdown and HTML only lay it out.

Claims are numbered within their article (A-1, A-2, …, discarded ones too), articles have the labels that they
have on the screen. Everything is derived from a `Record`, nothing is looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.articles.model import Article, Sentence
from workbench.matching import compare
from workbench.matching.model import Difference
from workbench.reports.record import Record, RecordedArticle
from workbench.reports.wording import DISPUTED_GLYPH, NO_VERDICT, NOT_LOOKED_AT, VOTES_DIFFER
from workbench.review.describe import describe
from workbench.review.matrix import Matrix, build_matrix
from workbench.review.progress import Progress, measure_progress
from workbench.review.suggestions import joined_text
from workbench.store.decisions import Decision
from workbench.store.fold import Agreement, ClaimState, standing
from workbench.store.model import ArticleSummary
from workbench.vocabulary import (
    RELATION_TERMS,
    UNREVIEWED_GLYPH,
    VERDICT_TERMS,
    PassedOver,
    Relation,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of an article in its context: `before` + `words` + `after` is the text as it stands there.

    Attributes:
        start, end: the place of `words` in the article's text, in code points, half-open.
        sentences: indices of the sentences that `words` touches.
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentences of another article on which an agreement rests.

    Attributes:
        text: their words; an ellipsis stands where sentences between them are left out.
        differences: in what `text` (side `b`) differs from the claim (side `a`), as the program sees it.
    """

    sentences: tuple[int, ...]
    text: str
    start: int
    end: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one reviewer recorded about one other article."""

    article: ArticleSummary
    agreement: Agreement
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A decision in words; `counts` is false where it was undone, `takes_back` names what an undo undoes."""

    decision: Decision
    words: str
    counts: bool
    takes_back: str | None


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """All that a report tells of one claim.

    Attributes:
        opinions: what the other articles do with it, those that are silent excepted.
        silent: the other articles that were read and do not address it, with who says so.
        unread: the other articles about which nobody recorded anything yet.
    """

    number: str
    state: ClaimState
    quotation: Quotation
    sources: tuple[tuple[str, ...], ...]
    opinions: tuple[Opinion, ...]
    silent: tuple[Opinion, ...]
    unread: tuple[ArticleSummary, ...]
    history: tuple[HistoryEntry, ...]

    @property
    def key(self) -> str:
        """The claim's key."""
        return self.state.key


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence and what became of it: the claims made of it, or why it was passed over; or neither."""

    index: int
    sentence: Sentence
    claims: tuple[ClaimEntry, ...]
    passed_over: PassedOver | None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article, its claims and its ledger."""

    recorded: RecordedArticle
    claims: tuple[ClaimEntry, ...]
    sentences: tuple[SentenceEntry, ...]

    @property
    def summary(self) -> ArticleSummary:
        """The article's label and heading."""
        return self.recorded.summary

    @property
    def by_block(self) -> tuple[tuple[SentenceEntry, ...], ...]:
        """The sentences of every block."""
        blocks: list[list[SentenceEntry]] = [[] for _ in self.recorded.article.blocks]
        for entry in self.sentences:
            blocks[entry.sentence.block].append(entry)
        return tuple(tuple(entries) for entries in blocks)

    @property
    def in_claims(self) -> int:
        """How many sentences are part of a claim."""
        return sum(1 for entry in self.sentences if entry.claims)

    @property
    def passed_over(self) -> int:
        """How many sentences were passed over, with a reason."""
        return sum(1 for entry in self.sentences if entry.passed_over and not entry.claims)

    @property
    def skipped(self) -> int:
        """How many sentences the ledger says nothing about; none, if the ledger is whole."""
        return len(self.sentences) - self.in_claims - self.passed_over


@dataclass(frozen=True, slots=True)
class Share:
    """One part of a whole: how many claims or cells are of a kind; None is “nothing recorded”."""

    kind: Verdict | Relation | Literal["disputed"] | None
    label: str
    glyph: str
    number: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A readable report."""

    title: str
    record: Record
    progress: Progress
    matrix: Matrix
    articles: tuple[ArticleEntry, ...]
    numbers: dict[str, str]

    @property
    def claims(self) -> tuple[ClaimEntry, ...]:
        """The claims of all articles."""
        return tuple(claim for article in self.articles for claim in article.claims)

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Everybody who decided anything, by name."""
        return tuple(sorted({decision.reviewer for decision in self.record.decisions}))

    @property
    def dates(self) -> tuple[date, date] | None:
        """The first and the last day on which an article appeared."""
        known = [date(p.year, p.month, p.day) for a in self.articles if (p := a.recorded.article.published)]
        return (min(known), max(known)) if known else None

    @property
    def verdicts(self) -> tuple[Share, ...]:
        """How many kept claims have each verdict, votes that differ, or no vote yet; shares of 0 are left out."""
        kept = [row.claim for row in self.matrix.rows]
        counts = Counter(state.verdict for state in kept)
        disputed = sum(1 for state in kept if state.votes and state.verdict is None)
        shares = [Share(kind, VERDICT_TERMS[kind].label, VERDICT_TERMS[kind].glyph, counts[kind]) for kind in Verdict]
        shares += [Share("disputed", VOTES_DIFFER, DISPUTED_GLYPH, disputed)]
        shares += [Share(None, NO_VERDICT, UNREVIEWED_GLYPH, counts[None] - disputed)]
        return tuple(share for share in shares if share.number)

    @property
    def relations(self) -> tuple[Share, ...]:
        """How many cells hold each relation, or nothing yet; shares of 0 are left out.

        A cell about which reviewers differ counts once for each relation.
        """
        others = [cell for row in self.matrix.rows for cell in row.cells if not cell.own]
        counts = Counter(r for cell in others for r in {a.relation: None for a in cell.agreements} or (None,))
        shares = [Share(k, RELATION_TERMS[k].label, RELATION_TERMS[k].glyph, counts[k]) for k in Relation]
        shares += [Share(None, NOT_LOOKED_AT, UNREVIEWED_GLYPH, counts[None])]
        return tuple(share for share in shares if share.number)


def build_outline(record: Record) -> Outline:
    """Return the readable report of `record`."""
    articles = tuple(recorded.summary for recorded in record.articles)
    numbers = _number_claims(record)
    return Outline(
        record.collection or "All articles",
        record,
        measure_progress(record.claims, len(articles)),
        build_matrix(articles, record.claims),
        tuple(_article_entries(record, numbers)),
        numbers,
    )


def _number_claims(record: Record) -> dict[str, str]:
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    seen: Counter[str] = Counter()
    numbers: dict[str, str] = {}
    for state in record.claims:
        seen[state.claim.article] += 1
        numbers[state.key] = f"{labels[state.claim.article]}-{seen[state.claim.article]}"
    return numbers


def _article_entries(record: Record, numbers: dict[str, str]) -> Iterable[ArticleEntry]:
    articles = {recorded.key: recorded for recorded in record.articles}
    histories = _histories(record)
    states: defaultdict[str, list[ClaimState]] = defaultdict(list)
    for state in record.claims:
        states[state.claim.article].append(state)
    for recorded in record.articles:
        claims = tuple(
            _claim_entry(state, numbers[state.key], articles, histories.get(state.key, ()))
            for state in states[recorded.key]
        )
        yield ArticleEntry(recorded, claims, _sentence_entries(recorded, claims))


def _claim_entry(
    state: ClaimState, number: str, articles: dict[str, RecordedArticle], history: tuple[HistoryEntry, ...]
) -> ClaimEntry:
    own = articles[state.claim.article].article
    opinions = tuple(_opinion(state, a, articles[a.article]) for a in _in_order(state.agreements, articles))
    known = {opinion.article.key for opinion in opinions}
    return ClaimEntry(
        number,
        state,
        quote(own, state.claim.start, state.claim.end, state.claim.sentences),
        tuple(tuple(own.sentences[index].text for index in link.sentences) for link in state.sources),
        tuple(o for o in opinions if o.agreement.relation is not Relation.NOT_ADDRESSED),
        tuple(o for o in opinions if o.agreement.relation is Relation.NOT_ADDRESSED),
        tuple(a.summary for key, a in articles.items() if key not in known and key != own.sha256),
        history,
    )


def _in_order(agreements: Iterable[Agreement], articles: dict[str, RecordedArticle]) -> list[Agreement]:
    """Agreements about articles of this record (a claim's article may be in two collections), as labelled."""
    order = {key: position for position, key in enumerate(articles)}
    return sorted((a for a in agreements if a.article in order), key=lambda a: order[a.article])


def _opinion(state: ClaimState, agreement: Agreement, recorded: RecordedArticle) -> Opinion:
    if not agreement.sentences:
        return Opinion(recorded.summary, agreement, None)
    article = recorded.article
    text = joined_text(article, agreement.sentences)
    first, last = (article.sentences[agreement.sentences[place]] for place in (0, -1))
    differences = compare(state.text, text).differences
    evidence = Evidence(agreement.sentences, text, first.start, last.end, differences)
    return Opinion(recorded.summary, agreement, evidence)


def quote(article: Article, start: int, end: int, sentences: tuple[int, ...]) -> Quotation:
    """Return `article.text[start:end]` with the rest of its sentences and one sentence more on either side."""
    first, last = _context(article, sentences) if sentences else (start, end)
    before, after = article.text[min(first, start) : start], article.text[end : max(last, end)]
    return Quotation(before, article.text[start:end], after, start, end, sentences)


def _context(article: Article, sentences: tuple[int, ...]) -> tuple[int, int]:
    """From the sentence before to the sentence after, within the same block."""
    first, last = article.sentences[sentences[0]], article.sentences[sentences[-1]]
    earlier = article.sentences[max(0, sentences[0] - 1)]
    later = article.sentences[min(len(article.sentences) - 1, sentences[-1] + 1)]
    start = earlier.start if earlier.block == first.block else first.start
    end = later.end if later.block == last.block else last.end
    return start, end


def _sentence_entries(recorded: RecordedArticle, claims: tuple[ClaimEntry, ...]) -> tuple[SentenceEntry, ...]:
    made: dict[int, list[ClaimEntry]] = {}
    for claim in claims:
        for index in claim.state.claim.sentences:
            made.setdefault(index, []).append(claim)
    passed = {entry.sentence: entry.reason for entry in recorded.passed}
    return tuple(
        SentenceEntry(index, sentence, tuple(made.get(index, ())), passed.get(index))
        for index, sentence in enumerate(recorded.article.sentences)
    )


def _histories(record: Record) -> dict[str, tuple[HistoryEntry, ...]]:
    """The decisions about each claim, oldest first, in words."""
    labels = {recorded.key: recorded.summary.label for recorded in record.articles}
    by_id = {decision.id: decision for decision in record.decisions}
    counting = {decision.id for decision in standing(record.decisions)}
    histories: dict[str, list[HistoryEntry]] = {}
    for decision in record.decisions:
        undone = by_id.get(decision.undoes or "")
        taken_back = describe(undone, labels) if undone else None
        entry = HistoryEntry(decision, describe(decision, labels), decision.id in counting, taken_back)
        histories.setdefault(decision.claim, []).append(entry)
    return {claim: tuple(entries) for claim, entries in histories.items()}
