"""What is asserted in an article, and by whom."""

from dataclasses import dataclass
from hashlib import sha1
from typing import Final
from uuid import UUID

from workbench.claims.spans import Span
from workbench.vocabulary import AsserterNaming, ClaimOrigin, ClaimType, PassedOver, ScoreReason

_CLAIM_NAMESPACE: Final = UUID("6f9c8c9e-1b1f-5a39-9c55-0c1a4b3f7d21").bytes


def claim_key(article: str, start: int, end: int, text: str) -> str:
    """Return the key that a claim has in every database: a UUIDv5 of its article, its span and its text."""
    # RFC 9562, 5.5, as uuid.uuid5 does it, but a fifth of its time: every claim that is read needs its key thrice.
    named = f"{article}\x1f{start}\x1f{end}\x1f{text}".encode()
    digest = bytearray(sha1(_CLAIM_NAMESPACE + named, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    key = digest.hex()
    return f"{key[:8]}-{key[8:12]}-{key[12:16]}-{key[16:20]}-{key[20:]}"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is reported to say what: the article's own words for it, after PolNeAR's source, cue and content.

    Attributes:
        contents: the stretches of the article that are attributed; more than one where the cue stands between them.
        cue: the words that attribute it, if there are any.
        source: the words that name who says it; they may stand in another sentence, or nowhere.
        asserter: who says it, by the fullest name that the article gives.
        antecedent: the words by which a pronoun or a bare title in `source` was understood.
        naming: how the article names them.
        denies: whether they deny the content (“KCNA denied that …”).
    """

    contents: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    asserter: str | None = None
    antecedent: Span | None = None
    naming: AsserterNaming = AsserterNaming.NAMED
    denies: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """All the article's words that it rests on."""
        others = (self.cue, self.source, self.antecedent)
        return (*self.contents, *(span for span in others if span is not None))


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion as it stands in an article: `article.text[start:end] == text` when it was extracted.

    Attributes:
        article: the key (sha256) of the article.
        start, end: the span in the article's text, in code points, half-open.
        sentences: indices of the article's sentences that the span touches.
        asserter: who asserts it, with the fullest name the article gives; None for the outlet itself.
        cue: the words that attribute it ("said", "according to"), if any.
        is_quote: whether the claim's content is (partly) a quotation.
        checkworthiness: how much it deserves checking, 0 to 1; orders, never decides.
        checkable: how surely it is a statement of fact, 0 to 1; None where nobody scored it.
        reasons: what made the two scores, what weighs most first.
        attributions: who is reported to say it, as a chain: in “KCNA reported that Kim said” first KCNA, then Kim;
            speakers side by side stand in the order of the text.
        extractor: the language model that proposed it, where its origin is one.
    """

    article: str
    start: int
    end: int
    text: str
    sentences: tuple[int, ...]
    asserter: str | None = None
    cue: str | None = None
    is_quote: bool = False
    type: ClaimType = ClaimType.EVENT_PROPERTY
    checkworthiness: float = 0.5
    origin: ClaimOrigin = ClaimOrigin.RULES
    checkable: float | None = None
    reasons: tuple[ScoreReason, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    extractor: str | None = None

    @property
    def key(self) -> str:
        """The claim's key in every database."""
        return claim_key(self.article, self.start, self.end, self.text)


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence that was not taken as a claim, and why."""

    sentence: int
    reason: PassedOver


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of every sentence of an article: in a claim or passed over, none skipped."""

    claims: tuple[Claim, ...]
    passed: tuple[Passed, ...]
