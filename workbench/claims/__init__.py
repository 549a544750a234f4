"""What an article asserts, by whom, and how checkable it is: rules, offline, from an `Article` to its `Claim`s."""

from workbench.claims.extract import extract_claims, read_ledger
from workbench.claims.model import Claim, Ledger, Passed, claim_key

__all__ = ["Claim", "Ledger", "Passed", "claim_key", "extract_claims", "read_ledger"]
