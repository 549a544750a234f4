"""A reviewer's session on one collection of one database: the way in for screens, commands and scripts."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.articles.model import Article
from workbench.errors import DecisionError
from workbench.matching import Told, load_embeddings
from workbench.review import actions
from workbench.review.blindness import visible_decisions
from workbench.review.context import ReviewContext
from workbench.review.describe import describe_saved
from workbench.review.desk import Desk
from workbench.review.graph import AgreementGraph
from workbench.review.ledger import LedgerBook
from workbench.review.matrix import Matrix, build_matrix
from workbench.review.model import (
    DEFAULT_COLLECTION,
    ArticleSummary,
    ArticleView,
    Cell,
    ClaimState,
    ClaimView,
    Collection,
    Decision,
    Draft,
    Implied,
    Outcome,
    Passage,
    Payload,
    QueueRow,
)
from workbench.review.progress import Progress, measure_progress
from workbench.review.queue import queue_row
from workbench.review.suggestions import SEARCHED_ARTICLES, Suggestions
from workbench.review.team import Team
from workbench.review.version_notes import VersionNotes
from workbench.review.versions import Version, load_versions
from workbench.store import facts, log, versions
from workbench.store.decisions import as_one_action
from workbench.store.engine import Store, open_store
from workbench.store.hidden import hidden_claims
from workbench.store.model import newest_of
from workbench.store.payloads import Undo

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from workbench.review.intake import Intake, Report


class Review:
    """What one reviewer sees and does in one collection. Every call is one short transaction.

    The articles of the collection are kept in memory, as they never change; everything that people decide is
    read from the database each time.

    Attributes:
        context: whose review it is, on which collection; what the parts of the review share.
        desk: where the reviewer left off, and the queues that they keep.
        graph: what follows from the recorded relations: implied cells, classes, origins, warnings.
        ledger: what became of every sentence, and what is missing until the collection is complete.
        team: how the collection is reviewed by several, who votes on what, and what they disagree on.
    """

    def __init__(
        self,
        store: Store,
        reviewer: str,
        collection: str | None = None,
        *,
        new: bool = False,
        embeddings: str | None = None,
    ) -> None:
        self.store = store
        self.reviewer = reviewer
        self._reranker = load_embeddings(embeddings) if embeddings else None
        if collection is None or new:
            self._choose(collection or self._fullest_collection())
        else:
            self.choose(collection)

    @classmethod
    def open(
        cls,
        location: str | Path,
        reviewer: str,
        collection: str | None = None,
        *,
        new: bool = False,
        embeddings: str | None = None,
    ) -> "Review":
        """Open the database at `location` (a path or URL) on a collection, or else on the largest.

        With `new`, the collection need not exist: it does as soon as articles are read into it.
        `embeddings` is a sentence-transformers model (folder or name) that has a say in which passages are suggested.

        Raises:
            StoreError: it cannot be opened.
            DecisionError: it has no such collection.
            MatchingError: the embedding model cannot be loaded.
        """
        store = open_store(location)
        try:
            return cls(store, reviewer, collection, new=new, embeddings=embeddings)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    # --- what is there

    def collections(self) -> tuple[Collection, ...]:
        """Return all collections of the database."""
        with self.store.read() as connection:
            return facts.list_collections(connection)

    def choose(self, collection: str) -> None:
        """Go on in another collection.

        Raises:
            DecisionError: there is no such collection.
        """
        if collection not in {known.name for known in self.collections()}:
            raise DecisionError(f"There is no collection “{collection}”: see workbench collections.")
        self._choose(collection)

    def add(self, paths: Iterable[str | Path], report: "Report | None" = None) -> "Intake":
        """Read files into this collection."""
        # The readers take long to import, and most sessions only go on with what was read before.
        from workbench.review.intake import add_files

        intake = add_files(self.store, paths, self.collection, report)
        self._choose(self.collection)
        return intake

    def queue(self) -> tuple[QueueRow, ...]:
        """Return a row for every claim that is to be reviewed, in reading order, discarded ones too."""
        rows = self.graph.counting_implied(self.context.queue_rows())
        return self._versions.told_in(rows, {claim.key for claim in self.states()}) if self._replaced else rows

    def row(self, claim: ClaimState) -> QueueRow:
        """Return the claim's row in the queue."""
        anchor = self._versions.anchor(claim.key, claim.carried.state if claim.carried else None)
        row = queue_row(claim, self.reviewer, self._replaced, anchor, self.context.policy().votes)
        return replace(row, relations=row.relations + self.graph.implied_count(claim))

    def claim(self, key: str) -> ClaimView:
        """Return everything that is needed to decide the claim.

        Raises:
            DecisionError: there is no such claim (any more).
        """
        current = self.context.state(key)
        own = current.claim.article
        likely = self._suggestions.likely_articles(current.text, own, SEARCHED_ARTICLES)
        newest, implied = newest_of(own, self._summaries), self.graph.implied_of(key)
        self.graph.refresh_twins(likely)
        cells = [
            self._cell(current, summary, implied.get(summary.key), search=summary.key in likely)
            for summary in self.current
            if summary.key not in (own, newest)
        ]
        cells.sort(key=lambda cell: (not cell.searched, -max((p.score for p in cell.passages), default=0.0)))
        note = self._versions.note(current)
        return ClaimView(current, self.article_text(own), self._summaries[own], tuple(cells), note)

    def search(self, view: ClaimView, cell: int) -> ClaimView:
        """Return the view with the passages of one article (an index into its cells) looked for."""
        before = view.cells[cell]
        self.graph.refresh_twins((before.article.key,))
        return view.with_cell(cell, self._cell(view.state, before.article, before.implied, search=True))

    def passage(self, claim: ClaimState, article: str, sentences: Iterable[int]) -> Passage:
        """Return these sentences of `article`, compared with the claim.

        Raises:
            DecisionError: no sentence is given.
        """
        chosen = tuple(sorted(set(sentences)))
        if not chosen:
            raise DecisionError("Choose at least one sentence.")
        passage = self._suggestions.passage(self._told(claim), self.article_text(article), chosen)
        return self._with_twin(passage, claim, article)

    def article_text(self, key: str) -> Article:
        """Return an article of the collection by its key."""
        return self._articles[key]

    def article(self, key: str) -> ArticleView:
        """Return an article with what became of every sentence."""
        return ArticleView(self._summaries[key], self.article_text(key), self.ledger.fates(key))

    def states(self) -> tuple[ClaimState, ...]:
        """Return the state of every claim of the collection that is to be reviewed, as the reviewer may see it."""
        return self.context.states()

    def matrix(self) -> Matrix:
        """Return claims × articles, the newest version of each."""
        return build_matrix(self.articles, self.graph.states())

    def progress(self) -> Progress:
        """Return how far the review of the collection has come."""
        votes, implied = self.context.policy().votes, self.graph.implied()
        return measure_progress(self.states(), len(self.current), votes, implied)

    def versions(self) -> tuple[Version, ...]:
        """Return which articles of the collection are newer versions, and what became of the claims of the older."""
        return load_versions(self.store, self.collection, self.reviewer)

    def history(self, claim: str | None = None, limit: int | None = None) -> tuple[Decision, ...]:
        """Return the decisions that the reviewer may see, newest first: about one claim, or in the whole database."""
        with self.store.read() as connection:
            hidden = hidden_claims(connection, self.reviewer)
            wanted = None if hidden else limit  # what is hidden must not take the place of what is shown
            found = log.list_decisions(connection, claim=claim, limit=wanted, newest_first=True)
        return visible_decisions(found, self.reviewer, hidden)[:limit]

    @property
    def current(self) -> tuple[ArticleSummary, ...]:
        """The articles without those that a newer version has replaced: what each claim is held against."""
        return self.context.current

    @property
    def others(self) -> int:
        """How many other articles each claim is held against."""
        return max(0, len(self.current) - 1)

    @property
    def labels(self) -> dict[str, str]:
        """The short names of the articles by key."""
        return self.context.labels

    # --- deciding

    def draft(self, claim: str, payload: Payload) -> Draft:
        """Return a decision about a claim, ready to be recorded; recording it twice is recording it once."""
        return self.context.draft(claim, payload)

    def drafts(self, claim: str, payloads: Iterable[Payload]) -> tuple[Draft, ...]:
        """Return several decisions about a claim as one action, so that one undo takes all of them back."""
        return as_one_action([self.draft(claim, payload) for payload in payloads])

    def record(self, *action: Draft) -> Outcome:
        """Record the decisions of one action; when this returns, all are saved.

        Raises:
            DecisionError: the log does not take one of them; none is saved.
            StoreError: the database does not take them; the same drafts can be recorded later.
        """
        if not action:
            raise DecisionError("There is nothing to record.")
        with self.store.write() as connection:
            decisions = log.append_all(connection, action)
            words = describe_saved(decisions, partial(log.load_decision, connection), self.labels)
        return Outcome(decisions[0].claim, decisions, words)

    def decide(self, claim: str, payload: Payload) -> Outcome:
        """Draft and record a decision about a claim; raises what `record` raises."""
        return self.record(self.draft(claim, payload))

    def draft_claim(self, article: str, sentences: Iterable[int]) -> Draft:
        """Return the decision to add a claim made of neighbouring sentences of an article.

        Raises:
            DecisionError: the sentences do not follow one another.
        """
        added = actions.add_claim(self.article_text(article), sentences)
        return self.draft(actions.key_of(added), added)

    def draft_claim_part(self, article: str, start: int, end: int) -> Draft:
        """Return the decision to add a claim made of a stretch of an article: offsets in its text, half-open.

        Raises:
            DecisionError: nothing stands there, it is of two blocks, or it is a claim already.
        """
        added = actions.add_claim_part(self.article_text(article), start, end)
        key = actions.key_of(added)
        if key in {state.key for state in self.context.states_of(article)}:
            raise DecisionError("These words are a claim already: choose others.")
        return self.draft(key, added)

    def draft_undo(self) -> tuple[Draft, ...]:
        """Return the decisions that take back this reviewer's latest action that counts; none without one."""
        return self._taking_back(log.undo_targets)

    def draft_redo(self) -> tuple[Draft, ...]:
        """Return the decisions that take back this reviewer's latest undo, unless something was decided since."""
        return self._taking_back(log.redo_targets)

    # --- within

    def _taking_back(self, find: "Callable[[Connection, str, str], tuple[Decision, ...]]") -> tuple[Draft, ...]:
        with self.store.read() as connection:
            targets = find(connection, self.reviewer, self.store.database_id)
        return as_one_action([Draft(self.reviewer, target.claim, Undo(), undoes=target.id) for target in targets])

    def _told(self, claim: ClaimState) -> Told:
        return Told(claim.text, self.article_text(claim.claim.article).published)

    def _cell(self, claim: ClaimState, summary: ArticleSummary, implied: Implied | None, *, search: bool) -> Cell:
        passages = self._suggestions.passages(self._told(claim), summary.key) if search else ()
        agreement = claim.agreement_of(self.reviewer, summary.key)
        if agreement and agreement.sentences and agreement.sentences not in {p.sentences for p in passages}:
            chosen = self._suggestions.passage(self._told(claim), self.article_text(summary.key), agreement.sentences)
            passages = (chosen, *passages)
        shown = tuple(self._with_twin(passage, claim, summary.key) for passage in passages)
        return Cell(summary, shown, agreement, search, implied)

    def _with_twin(self, passage: Passage, claim: ClaimState, article: str) -> Passage:
        """Say which claim a passage makes: the one that the reviewer named, or else the one that says as much."""
        given = claim.agreement_of(self.reviewer, article)
        if given is not None and given.sentences == passage.sentences:
            return passage.with_twin(given.other_claim)
        return passage.with_twin(self.graph.twin(article, passage.sentences, claim.text))

    def _choose(self, collection: str) -> None:
        self.collection = collection
        with self.store.read() as connection:
            self.articles: tuple[ArticleSummary, ...] = facts.list_articles(connection, collection)
            loaded = facts.load_articles(connection, collection)
            changes = versions.list_versions(connection, collection)
        self._summaries = {summary.key: summary for summary in self.articles}
        self._replaced = frozenset(summary.key for summary in self.articles if summary.newer)
        self._versions = VersionNotes(changes, self._summaries)
        self._articles = {article.sha256: article for article in loaded}
        self.context = ReviewContext(self.store, self.reviewer, collection, self.articles, self._articles)
        self.desk = Desk(self.context)
        self.graph = AgreementGraph(self.context)
        self.ledger = LedgerBook(self.context)
        self.team = Team(self.context)
        current = tuple(article for article in loaded if article.sha256 not in self._replaced)
        self._suggestions = Suggestions(current, self._reranker)

    def _fullest_collection(self) -> str:
        return max(self.collections(), key=lambda c: c.articles, default=Collection(DEFAULT_COLLECTION, 0, 0)).name
