"""Claim ↔ sentence, claim ↔ passages of other articles, and what differs. Pure and offline."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.matching.alignment import shared_spans
    from workbench.matching.comparing import compare
    from workbench.matching.index import ClaimIndex
    from workbench.matching.model import Candidate, Comparison, Difference, SourceMatch
    from workbench.matching.prepared import PreparedArticle
    from workbench.matching.sources import find_sources
    from workbench.matching.weights import TermWeights

__all__ = [
    "Candidate",
    "ClaimIndex",
    "Comparison",
    "Difference",
    "PreparedArticle",
    "SourceMatch",
    "TermWeights",
    "compare",
    "find_sources",
    "shared_spans",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "Candidate": "model",
        "ClaimIndex": "index",
        "Comparison": "model",
        "Difference": "model",
        "PreparedArticle": "prepared",
        "SourceMatch": "model",
        "TermWeights": "weights",
        "compare": "comparing",
        "find_sources": "sources",
        "shared_spans": "alignment",
    },
)
