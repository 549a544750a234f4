"""Claim ↔ sentence, claim ↔ passages of other articles, and what differs. Pure and offline."""

from workbench.matching.alignment import shared_spans
from workbench.matching.compare import compare
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
