"""From an article to its claims and its ledger: every sentence is in a claim or is passed over with a reason."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.articles.model import Article
from workbench.articles.plain_reading import reads_plainly
from workbench.claims.assertion import passed_reason
from workbench.claims.claim_types import claim_type
from workbench.claims.clauses import part_of, standing_parts
from workbench.claims.model import Claim, Ledger, Passed
from workbench.claims.noticing import notice
from workbench.claims.plain import plain_ledger
from workbench.claims.reading import SPEAKING_KINDS, SentenceView, read_sentences
from workbench.claims.scoring import score
from workbench.claims.spans import Span
from workbench.claims.topic import Topic
from workbench.claims.voice import Voice
from workbench.claims.voices import read_voices, voice_of_part
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


def claims_at(article: Article, spans: Iterable[Span]) -> tuple[Claim, ...]:
    """Return a claim for each stretch of `article`, whoever chose it, with all that the rules read of it.

    A stretch of several sentences is read by its first one. What no rule reads (another language, a block that does not
    speak) is a claim without an asserter and without scores.
    """
    views = () if reads_plainly(article.language) else read_sentences(article)
    voices = read_voices(views, article.publisher)
    topic = Topic(article.title or "", views)
    ends = [sentence.end for sentence in article.sentences]
    made = []
    for span in spans:
        first, last = bisect_right(ends, span.start), bisect_right(ends, span.end - 1)
        whole = tuple(range(first, min(last, len(ends) - 1) + 1))
        claim = Claim(article.sha256, span.start, span.end, article.text[span.start : span.end], whole)
        if views and views[first].kind in SPEAKING_KINDS:
            part = part_of(views[first], Span(span.start, min(span.end, views[first].end)))
            position = sum(view.kind is BlockKind.BODY for view in views[:first])
            read = _claim(article, part, voice_of_part(voices[first], part), topic, position) if part.words else claim
            claim = replace(read, start=claim.start, end=claim.end, text=claim.text, sentences=whole)
        made.append(claim)
    return tuple(made)


def _claims(article: Article, view: SentenceView, voice: Voice, topic: Topic, position: int | None) -> Iterator[Claim]:
    """Yield the claims of a sentence: one, or one for each part that can stand alone."""
    for number, (part, said) in enumerate(standing_parts(view, voice)):
        yield _claim(article, part, said, topic, None if position is None else position + number)


def _claim(article: Article, view: SentenceView, voice: Voice, topic: Topic, position: int | None) -> Claim:
    acts = voice.attributions
    quoted = _is_quote(view, voice)
    scores = score(notice(view, acts), view, topic.place(view, position))
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
