"""Where the words and the knowledge of an article come from (METER), and how far a source is trusted (Admiralty)."""

from enum import StrEnum
from typing import Final

from workbench.vocabulary.term import Term


class SharedOrigin(StrEnum):
    """What several articles have from one origin: their words (METER: text reuse), or only what they know."""

    WORDS = "words"
    AGENCY = "agency"
    QUOTATION = "quotation"
    ASSERTER = "asserter"


class OriginLayer(StrEnum):
    """What has an origin: how an article words a claim, or how anybody knows that it is so.

    Ten outlets that each heard one spokesman are ten origins of the words, and one of the knowledge.
    """

    WORDS = "words"
    KNOWLEDGE = "knowledge"


ORIGIN_LAYER_TERMS: Final[dict[OriginLayer, Term]] = {
    OriginLayer.WORDS: Term("words", "w", "❝", "Who wrote the sentence: an agency, another outlet, the outlet itself."),
    OriginLayer.KNOWLEDGE: Term("knowledge", "k", "◎", "Who knows it: a witness, an office, a reporter of the outlet."),
}


class OriginKind(StrEnum):
    """What an origin is."""

    WIRE = "wire"
    STATE_MEDIA = "state_media"
    OFFICIAL_STATEMENT = "official_statement"
    OTHER_OUTLET = "other_outlet"
    SOCIAL_POST = "social_post"
    DOCUMENT = "document"
    EYEWITNESS = "eyewitness"
    OWN_REPORTER = "own_reporter"


ORIGIN_KIND_TERMS: Final[dict[OriginKind, Term]] = {
    OriginKind.WIRE: Term("news agency", "w", "W", "An agency whose text or report was taken over."),
    OriginKind.STATE_MEDIA: Term("state media", "s", "S", "A medium that speaks for a state."),
    OriginKind.OFFICIAL_STATEMENT: Term("official statement", "o", "O", "A person or body that speaks for itself."),
    OriginKind.OTHER_OUTLET: Term("other outlet", "u", "U", "Another newspaper, broadcaster or site."),
    OriginKind.SOCIAL_POST: Term("social post", "p", "P", "A post on a social network."),
    OriginKind.DOCUMENT: Term("document", "d", "D", "A document, a recording, a data set."),
    OriginKind.EYEWITNESS: Term("eyewitness", "e", "E", "Somebody who was there."),
    OriginKind.OWN_REPORTER: Term("own reporter", "r", "R", "The outlet's own reporter saw or found it out."),
}


class Derivation(StrEnum):
    """How the words of a sentence were made from another text (METER, on the level of phrases)."""

    VERBATIM = "verbatim"
    REWRITE = "rewrite"
    OWN_REPORTING = "own_reporting"
    SAME_ASSERTER = "same_asserter"
    UNKNOWN = "unknown"


DERIVATION_LABELS: Final[dict[Derivation, str]] = {
    Derivation.VERBATIM: "word for word",
    Derivation.REWRITE: "rewritten",
    Derivation.OWN_REPORTING: "own reporting",
    Derivation.SAME_ASSERTER: "the same asserter",
    Derivation.UNKNOWN: "unknown",
}


class Reliability(StrEnum):
    """How reliable a source has been (Admiralty code, A to F)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


RELIABILITY_LABELS: Final[dict[Reliability, str]] = {
    Reliability.A: "completely reliable",
    Reliability.B: "usually reliable",
    Reliability.C: "fairly reliable",
    Reliability.D: "not usually reliable",
    Reliability.E: "unreliable",
    Reliability.F: "cannot be judged",
}


class Credibility(StrEnum):
    """How credible a piece of information is in itself (Admiralty code, 1 to 6)."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


CREDIBILITY_LABELS: Final[dict[Credibility, str]] = {
    Credibility.CONFIRMED: "confirmed by other sources",
    Credibility.PROBABLE: "probably true",
    Credibility.POSSIBLE: "possibly true",
    Credibility.DOUBTFUL: "doubtful",
    Credibility.IMPROBABLE: "improbable",
    Credibility.UNKNOWN: "cannot be judged",
}
