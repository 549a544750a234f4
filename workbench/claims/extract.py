"""From an article to its claims and its ledger: every sentence is a claim or is passed over with a reason."""

from workbench.articles.model import Article
from workbench.articles.plain_reading import reads_plainly
from workbench.claims.assertion import passed_reason
from workbench.claims.model import Claim, Ledger, Passed
from workbench.claims.plain import plain_ledger
from workbench.claims.reading import SentenceView, read_sentences
from workbench.claims.scoring import checkworthiness, claim_type, signals
from workbench.claims.voice import Voice
from workbench.claims.voices import read_voices


def read_ledger(article: Article) -> Ledger:
    """Return what becomes of each sentence of `article`; claims and passed-over sentences stand in its order."""
    if reads_plainly(article.language):
        return plain_ledger(article)
    views = read_sentences(article)
    claims: list[Claim] = []
    passed: list[Passed] = []
    for view, voice in zip(views, read_voices(views, article.publisher), strict=True):
        reason = passed_reason(view, attributed=voice.source is not None)
        if reason is None:
            claims.append(_claim(article, view, voice, position=len(claims)))
        else:
            passed.append(Passed(view.index, reason))
    return Ledger(tuple(claims), tuple(passed))


def extract_claims(article: Article) -> tuple[Claim, ...]:
    """Return the claims of `article`, each a sentence of its body or captions, in its order."""
    return read_ledger(article).claims


def _claim(article: Article, view: SentenceView, voice: Voice, *, position: int) -> Claim:
    found = voice.attributions
    quoted = _is_quote(view, voice)
    return Claim(
        article=article.sha256,
        start=view.start,
        end=view.end,
        text=view.text,
        sentences=(view.index,),
        asserter=voice.asserter,
        cue=voice.cue,
        is_quote=quoted,
        type=claim_type(view, found, quoted=quoted),
        checkworthiness=checkworthiness(signals(view, found, position=position, quoted=quoted)),
        attributions=voice.reported,
    )


def _is_quote(view: SentenceView, voice: Voice) -> bool:
    """Whether quotation marks hold somebody's words, not a title or a word used with distance."""
    return view.quoted_words >= (2 if voice.asserter else 4)
