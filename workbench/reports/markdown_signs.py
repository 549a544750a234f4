"""What recurs in the Markdown report: links to claims, who said something when, the verdict that holds."""

from datetime import datetime
from typing import Protocol

from workbench.reports.claim_outline import ClaimReference
from workbench.reports.markdown_text import escape
from workbench.reports.wording import DISPUTED_GLYPH, NO_VERDICT, SETTLED_GLYPH, VOTES_DIFFER, minute
from workbench.store.fold import ClaimState
from workbench.vocabulary import RELATION_TERMS, VERDICT_TERMS, Relation


class Said(Protocol):
    """What somebody said."""

    @property
    def reviewer(self) -> str:
        """Who said it."""

    @property
    def at(self) -> datetime:
        """When."""


def by(said: Said) -> str:
    """Return who said something, and when."""
    return f"{escape(said.reviewer)}, {minute(said.at)}"


def claim_anchor(key: str) -> str:
    """Return the name by which a claim is linked to."""
    return f"claim-{key}"


def claim_link(key: str, number: str) -> str:
    """Return a link to a claim."""
    return f"[{number}](#{claim_anchor(key)})"


def linked(claim: ClaimReference) -> str:
    """Return a link to a claim that another one names."""
    return claim_link(claim.key, claim.number)


def relation_words(relation: Relation) -> str:
    """Return a relation with its glyph."""
    return f"{RELATION_TERMS[relation].glyph} {RELATION_TERMS[relation].label}"


def verdict_words(state: ClaimState) -> str:
    """Return the verdict that holds for a claim, marked where it was settled."""
    if state.verdict:
        settled = f" {SETTLED_GLYPH}" if state.adjudication else ""
        return f"{VERDICT_TERMS[state.verdict].glyph} {VERDICT_TERMS[state.verdict].label}{settled}"
    return f"{DISPUTED_GLYPH} {VOTES_DIFFER}" if state.votes else NO_VERDICT
