"""Claim ↔ sentence, claim ↔ passages of other articles, what differs, shared origins. Pure and offline."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.matching.alignment import shared_spans
    from workbench.matching.comparing import compare
    from workbench.matching.index import ClaimIndex
    from workbench.matching.mentions import Told
    from workbench.matching.model import Candidate, Comparison, Difference, OriginGroup, SharedPassage, SourceMatch
    from workbench.matching.origins import shared_origins
    from workbench.matching.prepared import PreparedArticle
    from workbench.matching.sources import find_sources
    from workbench.matching.weights import TermWeights

__all__ = [
    "Candidate",
    "ClaimIndex",
    "Comparison",
    "Difference",
    "OriginGroup",
    "PreparedArticle",
    "SharedPassage",
    "SourceMatch",
    "TermWeights",
    "Told",
    "compare",
    "find_sources",
    "shared_origins",
    "shared_spans",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "Candidate": "model",
        "ClaimIndex": "index",
        "Comparison": "model",
        "Difference": "model",
        "OriginGroup": "model",
        "PreparedArticle": "prepared",
        "SharedPassage": "model",
        "SourceMatch": "model",
        "TermWeights": "weights",
        "Told": "mentions",
        "compare": "comparing",
        "find_sources": "sources",
        "shared_origins": "origins",
        "shared_spans": "alignment",
    },
)
