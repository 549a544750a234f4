"""Claim ↔ sentence, claim ↔ passages of other articles, what differs, shared origins. Pure and offline."""

from typing import TYPE_CHECKING

from workbench.lazy import lazy_exports

if TYPE_CHECKING:
    from workbench.matching.alignment import shared_spans
    from workbench.matching.anchors import Anchor, AnchoredArticle, carry_anchor
    from workbench.matching.comparing import compare
    from workbench.matching.embeddings import EmbeddingReranker, load_embeddings
    from workbench.matching.index import ClaimIndex
    from workbench.matching.mentions import Told
    from workbench.matching.model import (
        AlignedWord,
        Candidate,
        CarriedAnchor,
        CarriedClaim,
        CarriedSentence,
        Comparison,
        Difference,
        OriginGroup,
        QuoteVariant,
        SharedPassage,
        SourceMatch,
        VersionChange,
    )
    from workbench.matching.origin_hinting import OriginHint, origin_hints
    from workbench.matching.origins import shared_origins
    from workbench.matching.outlets import outlet_name
    from workbench.matching.prepared import PreparedArticle
    from workbench.matching.reranking import Reranker
    from workbench.matching.sources import find_sources
    from workbench.matching.supports import Support
    from workbench.matching.variants import quote_variants
    from workbench.matching.versions import carry_over
    from workbench.matching.weights import TermWeights

__all__ = [
    "AlignedWord",
    "Anchor",
    "AnchoredArticle",
    "Candidate",
    "CarriedAnchor",
    "CarriedClaim",
    "CarriedSentence",
    "ClaimIndex",
    "Comparison",
    "Difference",
    "EmbeddingReranker",
    "OriginGroup",
    "OriginHint",
    "PreparedArticle",
    "QuoteVariant",
    "Reranker",
    "SharedPassage",
    "SourceMatch",
    "Support",
    "TermWeights",
    "Told",
    "VersionChange",
    "carry_anchor",
    "carry_over",
    "compare",
    "find_sources",
    "load_embeddings",
    "origin_hints",
    "outlet_name",
    "quote_variants",
    "shared_origins",
    "shared_spans",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "AlignedWord": "model",
        "Anchor": "anchors",
        "AnchoredArticle": "anchors",
        "Candidate": "model",
        "CarriedAnchor": "model",
        "CarriedClaim": "model",
        "CarriedSentence": "model",
        "ClaimIndex": "index",
        "Comparison": "model",
        "Difference": "model",
        "EmbeddingReranker": "embeddings",
        "OriginGroup": "model",
        "OriginHint": "origin_hinting",
        "PreparedArticle": "prepared",
        "QuoteVariant": "model",
        "Reranker": "reranking",
        "SharedPassage": "model",
        "SourceMatch": "model",
        "Support": "supports",
        "TermWeights": "weights",
        "Told": "mentions",
        "VersionChange": "model",
        "carry_anchor": "anchors",
        "carry_over": "versions",
        "compare": "comparing",
        "find_sources": "sources",
        "load_embeddings": "embeddings",
        "origin_hints": "origin_hinting",
        "outlet_name": "outlets",
        "quote_variants": "variants",
        "shared_origins": "origins",
        "shared_spans": "alignment",
    },
)
