"""Of which sentences claims were made, without reading the claims."""

from collections import defaultdict

from sqlalchemy import Connection, select

from workbench.store.scope import within
from workbench.store.tables import articles, claim_states


def claimed_sentences(connection: Connection, collection: str) -> dict[str, set[int]]:
    """Return the sentences (indices) of which claims were made, discarded ones too, by article."""
    query = select(articles.c.key, claim_states.c.sentences).join(
        claim_states, claim_states.c.article_id == articles.c.id
    )
    found: defaultdict[str, set[int]] = defaultdict(set)
    for article, sentences in connection.execute(within(query, collection)):
        found[article].update(sentences)
    return dict(found)
