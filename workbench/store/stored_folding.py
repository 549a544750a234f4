"""Claims folded from what a database holds."""

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from workbench.claims.model import Claim
from workbench.store.claim_rows import extracted_claims
from workbench.store.decision_rows import read_decisions
from workbench.store.decisions import Decision
from workbench.store.folding import Folding
from workbench.store.stored_lineage import StoredLineage
from workbench.store.tables import claims, decisions


def stored_folding(
    connection: Connection,
    extracted: Mapping[str, Claim | None] | None = None,
    history: Mapping[str, Sequence[Decision]] | None = None,
    keep: Callable[[Sequence[Decision]], Sequence[Decision]] | None = None,
) -> Folding:
    """Return a folding of a database's claims at this moment; what is given is not looked up.

    With `keep`, only those decisions count that it leaves of the ones about each claim.
    """

    def claim_of(key: str) -> Claim | None:
        if extracted is not None and key in extracted:
            return extracted[key]
        return next(iter(extracted_claims(connection, claims.c.key == key)), None)

    def history_of(key: str) -> Sequence[Decision]:
        if history is not None and key in history:
            found = history[key]
        else:
            found = read_decisions(connection, decisions.c.claim == key)
        return keep(found) if keep else found

    return Folding(claim_of, history_of, StoredLineage(connection))
