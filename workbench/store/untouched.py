"""The cache of claims that were just extracted: the database copies its own rows.

Nobody has decided anything about these claims, so the fold says the same of all of them, and most of what stands in the
cache stands in `claims` already. Copied there, it is not made, bound and sent a second time.
"""

from typing import Final

from sqlalchemy import Connection, bindparam, insert, select

from workbench.store.fold import ClaimState
from workbench.store.tables import claim_states, claims, source_links

_OF_CLAIM: Final = tuple(column for column in claims.c if column is not claims.c.id)
_OF_REVIEW: Final = ("state", "verdict", "discarded_by", "discard_reason", "parked", "signed_off_by")
_OF_LINK: Final = ("state", "score")

_ARTICLE: Final = claims.c.article_id == bindparam("article_id")
_COPY_CLAIMS: Final = insert(claim_states).from_select(
    [*(column.name for column in _OF_CLAIM), "wording", *_OF_REVIEW],
    select(*_OF_CLAIM, claims.c.text, *(bindparam(name, type_=claim_states.c[name].type) for name in _OF_REVIEW))
    .where(_ARTICLE)
    .order_by(claims.c.id),
)
_COPY_LINKS: Final = insert(source_links).from_select(
    ["claim", "sentences", "by", "number", *_OF_LINK],
    select(
        claims.c.key,
        claims.c.sentences,
        claims.c.origin,
        *(bindparam(name, type_=source_links.c[name].type) for name in ("number", *_OF_LINK)),
    )
    .where(_ARTICLE)
    .order_by(claims.c.id),
)


def insert_untouched(connection: Connection, article_id: int, state: ClaimState) -> None:
    """Write the state of all extracted claims of a new article; `state` is the fold of any one of them.

    A claim without decisions is linked to its own sentences by whoever extracted it, and is worded as it stands there.
    """
    review = {name: getattr(state, name) for name in _OF_REVIEW}
    connection.execute(_COPY_CLAIMS, {"article_id": article_id, **review})
    for number, link in enumerate(state.sources):
        values = {name: getattr(link, name) for name in _OF_LINK}
        connection.execute(_COPY_LINKS, {"article_id": article_id, "number": number, **values})
