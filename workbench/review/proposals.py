"""Asking a language model about the articles of a collection, and storing what can be anchored."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.llm import Chat, propose_claims
from workbench.review.intake import Report
from workbench.store import extractions, facts, state
from workbench.store.engine import Store
from workbench.store.model import Extraction


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking: of the `proposed`, some are `added`, some were `known`, others `dropped` by reason."""

    articles: int = 0
    proposed: int = 0
    added: int = 0
    known: int = 0
    dropped: Mapping[str, int] | None = None

    def joined(self, found: Extraction) -> "Asked":
        """Return this and what was found in one more article."""
        return Asked(
            self.articles + 1,
            self.proposed + found.proposed,
            self.added + len(found.claims),
            self.known + found.known,
            dict(Counter(self.dropped or {}) + Counter(found.dropped)),
        )


def ask_about(store: Store, chat: Chat, articles: Iterable[str], report: Report | None = None) -> Asked:
    """Ask a model about these articles (keys), one after the other; each is stored before the next is asked about.

    Raises:
        EndpointError: the model cannot be asked; what was stored stays.
        StoreError: the database cannot be read or written.
    """
    asked = Asked()
    keys = tuple(articles)
    for done, key in enumerate(keys):
        with store.read() as connection:
            article = facts.load_article(connection, key)
            known = [found.claim for found in state.claim_states(connection, article=key)]
        if report and not report(article.heading, done, len(keys)):
            break
        model = chat.endpoint.model
        found = propose_claims(article, known, chat.ask, model)
        dropped = {reason.value: count for reason, count in sorted(found.dropped.items())}
        extraction = Extraction(key, model, datetime.now(UTC), found.claims, found.proposed, found.known, dropped)
        with store.write() as connection:
            extractions.add_extraction(connection, extraction)
        asked = asked.joined(extraction)
    return asked
