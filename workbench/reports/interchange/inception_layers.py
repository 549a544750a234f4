"""The layers of INCEpTION that a record has, as a UIMA type system."""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, Final

from workbench.errors import ReportError

SENTENCE: Final = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
METADATA: Final = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
CLAIM: Final = "webanno.custom.Claim"
SOURCE: Final = "webanno.custom.Source"
PASSAGE: Final = "webanno.custom.Passage"

_ANNOTATION: Final = "uima.tcas.Annotation"
_DOCUMENT: Final = "uima.tcas.DocumentAnnotation"
_STRING, _BOOLEAN = "uima.cas.String", "uima.cas.Boolean"
_INTEGER, _FLOAT = "uima.cas.Integer", "uima.cas.Float"


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a layer: its name, what its values are, and what it means."""

    name: str
    values: str = _STRING
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer: the name of its type, what it marks, and its features."""

    name: str
    meaning: str | None
    features: tuple[Feature, ...]
    parent: str = _ANNOTATION


# INCEpTION reserves some names of features (“type”, “begin”, “view”, …): none of these is among them.
LAYERS: Final = (
    # These two as DKPro Core has them: the type systems of a project and of a document are merged.
    Layer(SENTENCE, None, (Feature("id"),)),
    Layer(
        METADATA,
        None,
        (
            *map(Feature, ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri")),
            Feature("isLastSegment", _BOOLEAN),
        ),
        _DOCUMENT,
    ),
    Layer(
        CLAIM,
        "What an article asserts, at the words that it was made of.",
        (
            Feature("key", meaning="The claim's key, the same in every database."),
            Feature("wording", meaning="How the claim is worded now."),
            Feature("verdict", meaning="The verdict that was settled, or that all votes share."),
            Feature("state", meaning="How far its review is."),
            Feature("asserter", meaning="Who asserts it; nothing for the outlet itself."),
            Feature("kind", meaning="What type of claim it is."),
            Feature("quote", _BOOLEAN, "Whether it is a quotation, or partly one."),
            Feature("checkworthiness", _FLOAT, "How much it deserves checking, 0 to 1."),
        ),
    ),
    Layer(
        SOURCE,
        "A sentence of the article that states one of its claims.",
        (
            Feature("claim", meaning="The key of the claim."),
            Feature("alternative", _INTEGER, "Sentences with the same number are enough together."),
        ),
    ),
    Layer(
        PASSAGE,
        "What an article says to a claim of another article.",
        (
            Feature("claim", meaning="The key of the claim."),
            Feature("wording", meaning="How the claim is worded now."),
            Feature("article", meaning="What the claim's article is called."),
            Feature("relation", meaning="The relation that was settled, or that all reviewers share."),
            Feature("facets", meaning="In what it differs from the claim."),
        ),
    ),
)


def uima() -> ModuleType:
    """Return dkpro-cassis, imported now.

    Raises:
        ReportError: it is not there.
    """
    try:
        return import_module("cassis")
    except ImportError:
        raise ReportError("INCEpTION's files need dkpro-cassis: pip install 'claim-workbench[uima]'") from None


def declared_layers() -> Any:
    """Return the layers as a new type system of dkpro-cassis.

    Raises:
        ReportError: it is not there.
    """
    system = uima().TypeSystem()
    for layer in LAYERS:
        made = system.create_type(layer.name, layer.parent, layer.meaning)
        for feature in layer.features:
            system.create_feature(made, feature.name, feature.values, description=feature.meaning)
    return system
