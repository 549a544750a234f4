"""Claim ↔ sentence, claim ↔ passages of other articles, what differs, shared origins. Pure and offline."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.matching.alignment import shared_spans
    from workbench.matching.anchors import Anchor, AnchoredArticle, carry_anchor
    from workbench.matching.comparing import compare
    from workbench.matching.index import ClaimIndex
    from workbench.matching.model import (
        Candidate,
        CarriedAnchor,
        CarriedClaim,
        CarriedSentence,
        Comparison,
        Difference,
        OriginGroup,
        SharedPassage,
        SourceMatch,
        VersionChange,
    )
    from workbench.matching.origins import shared_origins
    from workbench.matching.prepared import PreparedArticle
    from workbench.matching.sources import find_sources
    from workbench.matching.versions import carry_over
    from workbench.matching.weights import TermWeights

__all__ = [
    "Anchor",
    "AnchoredArticle",
    "Candidate",
    "CarriedAnchor",
    "CarriedClaim",
    "CarriedSentence",
    "ClaimIndex",
    "Comparison",
    "Difference",
    "OriginGroup",
    "PreparedArticle",
    "SharedPassage",
    "SourceMatch",
    "TermWeights",
    "VersionChange",
    "carry_anchor",
    "carry_over",
    "compare",
    "find_sources",
    "shared_origins",
    "shared_spans",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "Anchor": "anchors",
        "AnchoredArticle": "anchors",
        "Candidate": "model",
        "CarriedAnchor": "model",
        "CarriedClaim": "model",
        "CarriedSentence": "model",
        "ClaimIndex": "index",
        "Comparison": "model",
        "Difference": "model",
        "OriginGroup": "model",
        "PreparedArticle": "prepared",
        "SharedPassage": "model",
        "SourceMatch": "model",
        "TermWeights": "weights",
        "VersionChange": "model",
        "carry_anchor": "anchors",
        "carry_over": "versions",
        "compare": "comparing",
        "find_sources": "sources",
        "shared_origins": "origins",
        "shared_spans": "alignment",
    },
)
