"""The ledger of a collection: what became of every sentence, and what is missing until nothing is skipped."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workbench.errors import DecisionError
from workbench.review.completeness import Completeness, measure_completeness
from workbench.review.context import ReviewContext
from workbench.review.fates import sentence_fates
from workbench.review.linked_states import LinkedStates
from workbench.review.model import SentenceFate, SentenceReading
from workbench.review.sentence_states import unread_sentences
from workbench.store import facts
from workbench.store.claimed_sentences import claimed_sentences
from workbench.store.decisions import Draft, as_one_action
from workbench.store.payloads import ReadSentences
from workbench.store.readings import load_readings
from workbench.store.subjects import article_subject
from workbench.vocabulary import Reading, SentenceState

__all__ = ["Completeness", "LedgerBook"]


class LedgerBook:
    """What one reviewer sees of the ledger of a collection, and writes into it."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context

    def readings(self) -> Mapping[str, Mapping[int, SentenceReading]]:
        """Return what people found sentences to be that make no claim, by article (its key) and sentence."""
        with self._context.store.read() as connection:
            return load_readings(connection, self._context.summaries)

    def fates(self, article: str) -> tuple[SentenceFate, ...]:
        """Return what became of every sentence of an article (a key)."""
        context = self._context
        with context.store.read() as connection:
            ledger = facts.load_ledger(connection, article)
            readings = load_readings(connection, [article])[article]
        return sentence_fates(context.texts[article], context.states_of(article), ledger, context.reviewer, readings)

    def unread(self) -> Mapping[str, tuple[int, ...]]:
        """Return the sentences (indices) that nobody has read, by article; older versions are not to be read."""
        context = self._context
        counts = {summary.key: len(context.texts[summary.key].sentences) for summary in context.current}
        with context.store.read() as connection:
            claimed = claimed_sentences(connection, context.collection)
            readings = load_readings(connection, counts)
        return unread_sentences(counts, claimed, readings)

    def completeness(self) -> Completeness:
        """Return what is missing until the collection is complete, as far as the reviewer may see it."""
        states = LinkedStates(self._context).all().values()
        return measure_completeness(self._context.articles, self.unread(), states)

    def draft_read(self, article: str, sentences: Iterable[int], reading: Reading) -> Draft:
        """Return the decision that sentences of an article (a key) make no claim, and what they are instead.

        Raises:
            DecisionError: no sentence is given, one is not there, or a claim stands in it.
        """
        chosen, fates = tuple(sorted(set(sentences))), self.fates(article)
        if not chosen:
            raise DecisionError("Choose at least one sentence that was read.")
        for number in chosen:
            if not 0 <= number < len(fates):
                raise DecisionError(f"The article has {len(fates)} sentences, and no sentence {number}.")
            if fates[number].fate.state is SentenceState.CLAIM:
                raise DecisionError(f"Sentence {number + 1} is in a claim: discard the claim first, if it makes none.")
        return self._draft(article, chosen, reading)

    def draft_read_rest(self, article: str) -> tuple[Draft, ...]:
        """Return the decisions, as one action, that read the unread sentences of an article as the program suggests.

        Those for which it suggests nothing stay unread; none, if there are no others.
        """
        suggested: defaultdict[Reading, list[int]] = defaultdict(list)
        for each in self.fates(article):
            if each.fate.suggestion is not None:
                suggested[each.fate.suggestion].append(each.index)
        return as_one_action([self._draft(article, tuple(found), reading) for reading, found in suggested.items()])

    def _draft(self, article: str, sentences: tuple[int, ...], reading: Reading) -> Draft:
        return self._context.draft(article_subject(article), ReadSentences(article, sentences, reading))
