"""The articles, sentences and claims that decisions point to: whether they are there."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, func, select

from workbench.claims.model import claim_key
from workbench.errors import DecisionError
from workbench.store.article_rows import read_published
from workbench.store.payloads import (
    AddClaim,
    AdjudicateCell,
    ConfirmOrigin,
    LinkSource,
    MarkSilent,
    Payload,
    ReadSentences,
    RecordAgreement,
    SetPolicy,
    UnlinkSource,
    WaiveWarning,
)
from workbench.store.tables import articles, claim_states, collections, sentences
from workbench.visible import one_line
from workbench.vocabulary import Relation

_BATCH: Final = 500


class Places:
    """Checks what decisions point to; each article is looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._counts: dict[str, int] = {}

    def article_of(self, claim: str) -> str | None:
        """Return the key of the claim's article; None for a claim that was taken back."""
        query = select(articles.c.key).join(claim_states, claim_states.c.article_id == articles.c.id)
        return self._connection.execute(query.where(claim_states.c.key == claim)).scalar()

    def articles_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the keys of the articles of many claims; without those that were taken back."""
        keys = tuple(dict.fromkeys(claims))
        query = select(claim_states.c.key, articles.c.key).join(articles, articles.c.id == claim_states.c.article_id)
        found: dict[str, str] = {}
        for start in range(0, len(keys), _BATCH):
            some = query.where(claim_states.c.key.in_(keys[start : start + _BATCH]))
            found |= {row[0]: row[1] for row in self._connection.execute(some)}
        return found

    def check_added(self, claim: str, added: AddClaim) -> None:
        """Make sure that an added claim stands where it says.

        Raises:
            DecisionError: it does not, or its key is another's.
        """
        if claim != claim_key(added.article, added.start, added.end, added.text):
            raise DecisionError("The key of the added claim is not that of its article, place and text.")
        self.check_sentences(added.article, added.sentences)
        query = select(articles.c.text).where(articles.c.key == added.article)
        text = self._connection.execute(query).scalar_one()
        if not 0 <= added.start < added.end <= len(text) or text[added.start : added.end] != added.text:
            raise DecisionError("The added claim does not stand where it says in its article.")

    def check(self, payload: Payload, article: str | None) -> None:
        """Check the places of a decision about a claim of `article` (None for one that was taken back).

        Raises:
            DecisionError: an article or a sentence is not there, or cannot be meant.
        """
        match payload:
            case LinkSource(sentences=chosen) | UnlinkSource(sentences=chosen):
                if not chosen:
                    raise DecisionError("A source is at least one sentence.")
                if article is not None:
                    self.check_sentences(article, chosen)
            case RecordAgreement() | AdjudicateCell():
                self._check_cell(payload, article)
            case MarkSilent(silent):
                for other in silent:
                    self._check_other(article, other)
                    self.check_sentences(other, ())
            case ConfirmOrigin(articles=confirmed):
                for each in confirmed:
                    self.check_sentences(each, ())
            case WaiveWarning(article=waived):
                if waived is not None:
                    self.check_sentences(waived, ())
            case ReadSentences(read, chosen):
                self.check_sentences(read, chosen)
            case SetPolicy(collection):
                self._check_collection(collection)
            case _:
                pass

    def check_other_claim(self, recorded: RecordAgreement | AdjudicateCell) -> None:
        """Make sure that the other article's claim, if one is named, is one of it.

        Raises:
            DecisionError: it is not.
        """
        if recorded.other_claim is not None and self.article_of(recorded.other_claim) != recorded.article:
            raise DecisionError("The other claim is not one of that article, or was taken back: choose another.")

    def check_is_later(self, article: str, later: str) -> None:
        """Make sure that the article `later` did not appear before `article`, where both days are known.

        Raises:
            DecisionError: it did.
        """
        days = [self._day(key) for key in (article, later)]
        if days[0] and days[1] and days[1] < days[0]:
            raise DecisionError(
                f"An update comes later: that article appeared on {days[1]}, and the claim's on {days[0]}."
                " Record the update for the claim of the earlier article."
            )

    def check_sentences(self, article: str, chosen: tuple[int, ...]) -> None:
        """Make sure that an article is there and has these sentences.

        Raises:
            DecisionError: it is not, or has not.
        """
        count = self._count(article)
        if wrong := [number for number in chosen if not 0 <= number < count]:
            raise DecisionError(f"The article has {count} sentences, and no sentence {wrong[0]}.")

    def _check_cell(self, recorded: RecordAgreement | AdjudicateCell, article: str | None) -> None:
        self._check_other(article, recorded.article)
        self.check_sentences(recorded.article, recorded.sentences)
        if recorded.relation is Relation.NOT_ADDRESSED and recorded.sentences:
            raise DecisionError("“Not addressed” rests on no sentence.")

    def _check_other(self, article: str | None, other: str) -> None:
        if article == other:
            raise DecisionError("A relation is recorded for another article, not for the claim's own.")

    def _check_collection(self, name: str) -> None:
        if self._connection.execute(select(collections.c.id).where(collections.c.name == name)).scalar() is None:
            raise DecisionError(f"There is no collection “{one_line(name)}”: see workbench collections.")

    def _day(self, article: str) -> str | None:
        stored = self._connection.execute(select(articles.c.published).where(articles.c.key == article)).scalar()
        published = read_published(stored)
        return f"{published:%Y-%m-%d}" if published else None

    def _count(self, article: str) -> int:
        if article not in self._counts:
            query = (
                select(func.count(sentences.c.number))
                .select_from(articles)
                .outerjoin(sentences, sentences.c.article_id == articles.c.id)
                .where(articles.c.key == article)
                .group_by(articles.c.id)
            )
            count = self._connection.execute(query).scalar()
            if count is None:
                raise DecisionError(f"The article {one_line(article[:12])} is not in this database: add it first.")
            self._counts[article] = count
        return self._counts[article]
