"""What an article asserts, by whom, and how checkable it is: rules, offline, from an `Article` to its `Claim`s."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.claims.extract import claims_at, extract_claims, read_ledger
    from workbench.claims.model import Attribution, Claim, Ledger, Passed, claim_key
    from workbench.claims.spans import Span

__all__ = [
    "Attribution",
    "Claim",
    "Ledger",
    "Passed",
    "Span",
    "claim_key",
    "claims_at",
    "extract_claims",
    "read_ledger",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "Attribution": "model",
        "Claim": "model",
        "Ledger": "model",
        "Passed": "model",
        "Span": "spans",
        "claim_key": "model",
        "claims_at": "extract",
        "extract_claims": "extract",
        "read_ledger": "extract",
    },
)
