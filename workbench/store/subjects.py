"""What a decision can be about besides a claim: an article or a collection. Each has a key, the same everywhere.

A decision names what it is about in `claim`. For the few kinds that are not about a claim, that is a UUIDv5 of the
article's key or of the collection's name.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID, uuid5

from workbench.store.decisions import Decision
from workbench.vocabulary import ARTICLE_KINDS, COLLECTION_KINDS, DecisionKind

_NAMESPACE: Final = UUID("3a0e7f0a-6d0b-5b0e-9d3c-2f6f9c1a7e55")
OTHER_KINDS: Final = ARTICLE_KINDS | COLLECTION_KINDS
"""The kinds of decisions that are about no claim."""


def article_subject(article: str) -> str:
    """Return the key of an article (named by its sha256) as something that decisions are about."""
    return str(uuid5(_NAMESPACE, f"article:{article}"))


def collection_subject(name: str) -> str:
    """Return the key of a collection as something that decisions are about."""
    return str(uuid5(_NAMESPACE, f"collection:{name}"))


def is_kind_about_claim(kind: DecisionKind) -> bool:
    """Whether decisions of this kind are about a claim; an undo is about what it takes back."""
    return kind not in OTHER_KINDS


def are_about_claim(history: Iterable[Decision]) -> bool:
    """Whether the decisions about one subject are about a claim; undos among them do not tell."""
    return all(is_kind_about_claim(decision.kind) for decision in history)
