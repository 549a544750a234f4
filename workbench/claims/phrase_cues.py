"""“According to X”, “For X”, “X: “…””, “…, adding that”: reports by anything but a finite reporting verb."""

from workbench.claims import cues
from workbench.claims.phrases import left_source, people_like, right_source, skip_adverbs_back
from workbench.claims.reading import SentenceView, Token, positions
from workbench.claims.reported import CueKind, ReportingAct, content_between, has_clause, is_cue, main_subject, span_of
from workbench.claims.spans import Span

_SHORTEST_LED_IN = 3
_LONGEST_SIGNATURE = 14
_DASHES = frozenset({"-", "–", "—", "―", "~"})
_VERBS = cues.FINITE - cues.AUXILIARIES


def by_phrase(view: SentenceView, at: int, found: list[ReportingAct]) -> ReportingAct | None:
    """“According to X, …”, “…, according to X”, “…, citing X”."""
    tokens = view.tokens
    word = tokens[at].lower
    if word in cues.CITING and found and found[-1].contents and found[-1].kind is CueKind.REPORT:
        return _cited(view, at, found[-1])
    last = at
    if word == "according":
        if at + 1 >= len(tokens) or tokens[at + 1].lower != "to":
            return None
        last = at + 1
    elif word == "per" and (at == 0 or tokens[at - 1].text != ","):
        return None
    source = right_source(tokens, last + 1)
    if source is None:
        return None
    before = content_between(view, 0, at)
    after = content_between(view, source.stop, len(tokens))
    if before is not None and after is not None and not has_clause(tokens, source.stop):
        after = None
    contents = tuple(span for span in (before, after) if span is not None)
    return ReportingAct(span_of(tokens, source), Span(tokens[at].start, tokens[last].end), contents, CueKind.PHRASE)


def _cited(view: SentenceView, at: int, report: ReportingAct) -> ReportingAct | None:
    """“X said …, citing Y”: what X said stands in Y."""
    tokens = view.tokens
    source = right_source(tokens, at + 1)
    before = tuple(span for span in report.contents if span.end <= tokens[at].start)
    within = [span for span in report.contents if span.start < tokens[at].start < span.end]
    stops = [content_between(view, positions(tokens, span).start, at) for span in within]
    contents = (*before, *(span for span in stops if span is not None))
    if source is None or not contents:
        return None
    return ReportingAct(span_of(tokens, source), Span(tokens[at].start, tokens[at].end), contents, CueKind.PHRASE)


def by_lead_in(view: SentenceView) -> ReportingAct | None:
    """“As X put it, “…””, “X posted a note: “…””: a clause with a subject leads in a whole quotation."""
    tokens = view.tokens
    for at in range(2, len(tokens) - _SHORTEST_LED_IN):
        opens = tokens[at].quoted and not tokens[at - 1].quoted and tokens[at - 1].text in {",", ":"}
        if not opens or not tokens[at + _SHORTEST_LED_IN].quoted:
            continue
        first = 1 if tokens[0].lower in {"as", "and", "but"} else 0
        verb = next((i for i in range(first + 1, at - 1) if _is_any_verb(tokens[i])), None)
        source = None if verb is None else left_source(tokens, skip_adverbs_back(tokens, verb - 1), floor=first)
        content = content_between(view, at, len(tokens))
        if verb is None or source is None or content is None or not people_like(tokens[source.start : source.stop]):
            return None
        cue = Span(tokens[verb].start, tokens[at - 2].end)
        return ReportingAct(span_of(tokens, source), cue, (content,), CueKind.REPORT)
    return None


def by_signature(view: SentenceView) -> ReportingAct | None:
    """““…” — Ida Moe, Norrland”: a quotation and its signature, or the signature alone after it."""
    tokens = view.tokens
    quoted = max(
        (at for at in range(max(0, len(tokens) - _LONGEST_SIGNATURE), len(tokens)) if tokens[at].quoted), default=-1
    )
    dash = quoted + 1
    if dash >= len(tokens) or tokens[dash].text not in _DASHES or not (quoted >= 0 or view.follows_quotation):
        return None
    first = next((at for at in range(dash, len(tokens)) if tokens[at].text not in _DASHES), len(tokens))
    name = [token for token in tokens[first:] if token.is_word]
    plain = name and all(token.is_capitalised for token in name[:2]) and len(tokens) - first <= _LONGEST_SIGNATURE
    if not plain or any(token.lower in cues.FINITE for token in name):
        return None
    stop = next(at for at in range(len(tokens), first, -1) if tokens[at - 1].is_word)
    content = content_between(view, 0, dash)
    cue = Span(tokens[dash].start, tokens[dash].end)
    contents = () if content is None else (content,)
    return ReportingAct(span_of(tokens, range(first, stop)), cue, contents, CueKind.PHRASE)


def by_for(view: SentenceView) -> ReportingAct | None:
    """“For Sidney Seiler, … such an alliance would be …”: only with a name of two words or more."""
    tokens = view.tokens
    source = right_source(tokens, 1) if tokens and tokens[0].lower == "for" else None
    if source is None or source.stop >= len(tokens) or tokens[source.stop].text != ",":
        return None
    words = tokens[source.start : source.stop]
    if sum(word.is_capitalised for word in words[:3]) < 2 or any(word.lower in cues.TIME_WORDS for word in words):
        return None
    content = content_between(view, source.stop, len(tokens))
    contents = () if content is None else (content,)
    return ReportingAct(span_of(tokens, source), Span(tokens[0].start, tokens[0].end), contents, CueKind.PHRASE)


def by_quotation(view: SentenceView) -> ReportingAct | None:
    """“…,” scoffed X; “…,” X shot back: after a quotation that ends with a comma, any verb reports."""
    tokens = view.tokens
    for at in range(2, len(tokens) - 1):
        ends = tokens[at - 1].quoted and not tokens[at].quoted and tokens[at].is_word
        if not ends or not any(token.text in {",", "!", "?"} for token in tokens[at - 3 : at] if token.quoted):
            continue
        content = content_between(view, 0, at)
        verb = next((i for i in range(at, min(at + 10, len(tokens))) if _is_any_verb(tokens[i])), None)
        if verb is None or content is None:
            return None
        source = right_source(tokens, verb + 1) if verb == at else left_source(tokens, verb - 1, floor=at)
        if source is None or not people_like(tokens[source.start : source.stop]):
            return None
        cue = Span(tokens[verb].start, tokens[verb].end)
        return ReportingAct(span_of(tokens, source), cue, (content,), CueKind.REPORT)
    return None


def _is_any_verb(token: Token) -> bool:
    return not token.is_capitalised and (token.lower.endswith("ed") or token.lower in _VERBS)


def by_colon(view: SentenceView, at: int) -> ReportingAct | None:
    """“X: “…”” and “The reason for X is: “…””: a colon straight before a quotation."""
    tokens = view.tokens
    if at + 1 >= len(tokens) or not tokens[at + 1].quoted or at == 0:
        return None
    before = tokens[:at]
    if any(not token.quoted and is_cue(token) for token in before):
        return None
    source = _named_after_for(tokens, at - 1) if tokens[at - 1].lower in cues.COPULAS else left_source(tokens, at - 1)
    if source is None or not people_like(tokens[source.start : source.stop]):
        return None
    content = content_between(view, at + 1, len(tokens))
    if content is None:
        return None
    return ReportingAct(span_of(tokens, source), Span(tokens[at].start, tokens[at].end), (content,), CueKind.PHRASE)


def _named_after_for(tokens: tuple[Token, ...], copula: int) -> range | None:
    """“The real reason for X is: …”: X."""
    preposition = next((at for at in range(copula - 1, -1, -1) if tokens[at].lower in {"for", "from", "by"}), None)
    return None if preposition is None else left_source(tokens, copula - 1, floor=preposition + 1)


def by_participle(view: SentenceView, at: int, found: list[ReportingAct]) -> ReportingAct | None:
    """“…, adding that …”: its source is the one of the clause before."""
    tokens = view.tokens
    previous = tokens[at - 1].lower if at else ""
    content = content_between(view, at + 1, len(tokens))
    cue = Span(tokens[at].start, tokens[at].end)
    if previous == "as":
        return _quoted_as(view, at, content)
    if content is None or previous in cues.DETERMINERS:
        return None
    if previous in cues.COPULAS:
        source = left_source(tokens, skip_adverbs_back(tokens, at - 1))
        return ReportingAct(span_of(tokens, source), cue, (content,), CueKind.REPORT) if source else None
    if at and previous not in {",", "and", "but", "by", "then"} and tokens[at - 1].is_word:
        source = _subject_of_participle(tokens, at)
        return ReportingAct(span_of(tokens, source), cue, (content,), CueKind.PARTICIPLE) if source else None
    if found:
        return ReportingAct(found[-1].source, cue, (content,), CueKind.PARTICIPLE)
    if at and tokens[at - 1].text != ",":
        return None
    source = main_subject(tokens, at)
    return ReportingAct(span_of(tokens, source), cue, (content,), CueKind.REPORT) if source else None


def _subject_of_participle(tokens: tuple[Token, ...], at: int) -> range | None:
    """“…, with experts noting that …”: the phrase between “with” and the participle."""
    opening = next((i for i in range(at - 1, max(-1, at - 10), -1) if tokens[i].lower == "with"), None)
    source = None if opening is None else left_source(tokens, at - 1, floor=opening + 1)
    return source if source is not None and people_like(tokens[source.start : source.stop]) else None


def _quoted_as(view: SentenceView, at: int, content: Span | None) -> ReportingAct | None:
    """“Sputnik quoted Putin’s mouthpiece as saying”: the person quoted asserts it."""
    tokens = view.tokens
    quoting = next((i for i in range(at - 2, -1, -1) if tokens[i].lower in {"quoted", "cited", "quotes"}), None)
    if quoting is None:
        return None
    source = left_source(tokens, at - 2, floor=quoting + 1)
    if source is None:
        source = left_source(tokens, skip_adverbs_back(tokens, quoting - 1))
    if source is None:
        return None
    before = view.quotes[0] if view.quotes and view.quotes[0].end <= tokens[quoting].start else None
    spans = tuple(span for span in (before, content) if span is not None)
    if not spans:
        return None
    return ReportingAct(
        span_of(tokens, source), Span(tokens[quoting].start, tokens[quoting].end), spans, CueKind.REPORT
    )
