"""From an article to its claims and its ledger: every sentence is in a claim or is passed over with a reason."""

from collections.abc import Iterator

from workbench.articles.model import Article
from workbench.articles.plain_reading import reads_plainly
from workbench.claims.assertion import passed_reason
from workbench.claims.claim_types import claim_type
from workbench.claims.clauses import standing_parts
from workbench.claims.model import Claim, Ledger, Passed
from workbench.claims.noticing import notice
from workbench.claims.plain import plain_ledger
from workbench.claims.reading import SentenceView, read_sentences
from workbench.claims.scoring import score
from workbench.claims.topic import Topic
from workbench.claims.voice import Voice
from workbench.claims.voices import read_voices
from workbench.vocabulary import BlockKind


def read_ledger(article: Article) -> Ledger:
    """Return what becomes of each sentence of `article`; claims and passed-over sentences stand in its order."""
    if reads_plainly(article.language):
        return plain_ledger(article)
    views = read_sentences(article)
    topic = Topic(article.title or "", views)
    claims: list[Claim] = []
    passed: list[Passed] = []
    position = 0
    for view, voice in zip(views, read_voices(views, article.publisher), strict=True):
        reason = passed_reason(view, attributed=voice.source is not None)
        if reason is not None:
            passed.append(Passed(view.index, reason))
            continue
        in_body = view.kind is BlockKind.BODY
        claims.extend(_claims(article, view, voice, topic, position if in_body else None))
        position += in_body
    return Ledger(tuple(claims), tuple(passed))


def extract_claims(article: Article) -> tuple[Claim, ...]:
    """Return the claims of `article`, each a sentence of its body or captions or a part of one, in its order."""
    return read_ledger(article).claims


def _claims(article: Article, view: SentenceView, voice: Voice, topic: Topic, position: int | None) -> Iterator[Claim]:
    """Yield the claims of a sentence: one, or one for each part that can stand alone."""
    for number, (part, said) in enumerate(standing_parts(view, voice)):
        yield _claim(article, part, said, topic, None if position is None else position + number)


def _claim(article: Article, view: SentenceView, voice: Voice, topic: Topic, position: int | None) -> Claim:
    acts = voice.attributions
    quoted = _is_quote(view, voice)
    scores = score(notice(view, acts), view.words, topic.place(view, position))
    return Claim(
        article=article.sha256,
        start=view.start,
        end=view.end,
        text=view.text,
        sentences=(view.index,),
        asserter=voice.asserter,
        cue=voice.cue,
        is_quote=quoted,
        type=claim_type(view, acts, quoted=quoted, checkable=scores.checkable, reasons=scores.reasons),
        checkworthiness=scores.checkworthiness,
        checkable=scores.checkable,
        reasons=scores.reasons,
        attributions=voice.reported,
    )


def _is_quote(view: SentenceView, voice: Voice) -> bool:
    """Whether quotation marks hold somebody's words, not a title or a word used with distance."""
    return view.quoted_words >= (2 if voice.asserter else 4)
