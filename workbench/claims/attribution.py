"""Who says what within one sentence: source, cue and content, found by the order of words.

No parser is at hand, so the rules read clauses by their signs: a cue verb outside quotation marks, the noun
phrase before it (or, inverted, after it), and what stands on the other side. The scheme of source, cue and
content is PolNeAR's (Newell, Margolin and Ruths 2018).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workbench.claims import cues
from workbench.claims.phrases import (
    is_noun_reading,
    left_source,
    people_like,
    right_source,
    skip_adverbs_back,
    skip_circumstances,
)
from workbench.claims.quotations import Span
from workbench.claims.reading import SentenceView, Token

_CONDITIONS = frozenset({"if", "when", "unless", "whether", "until", "because", "while", "how", "what", "why"})
_NO_INVERTED_SPEAKER = cues.CLAUSE_BREAKS | cues.PREPOSITIONS | cues.TIME_WORDS | cues.FINITE


class CueKind(StrEnum):
    """How strongly a cue binds content to a source."""

    REPORT = "report"
    PARTICIPLE = "participle"
    STANCE = "stance"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of reporting in a sentence; all spans are the article's.

    Attributes:
        source: the words that name who speaks, None if the sentence does not say.
        contents: what is attributed, within this sentence; empty when it stands in the next one.
    """

    source: Span | None
    cue: Span
    contents: tuple[Span, ...]
    kind: CueKind


def attributions(view: SentenceView) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence in their order."""
    found: list[Attribution] = []
    for attribution in _candidates(view, found):
        found.append(attribution)
    return tuple(sorted(found, key=lambda item: item.cue.start))


def _candidates(view: SentenceView, found: list[Attribution]) -> Iterator[Attribution]:
    tokens = view.tokens
    for at, token in enumerate(tokens):
        if token.quoted or not (token.is_word or token.text == ":") or _is_in_name(tokens, at):
            continue
        word = token.lower
        attribution = None
        if word in {"according", "per"} or word in cues.CITING:
            attribution = _by_phrase(view, at)
        elif token.text == ":":
            attribution = _by_colon(view, at)
        elif word in cues.ING_CUES:
            attribution = _by_participle(view, at, found)
        elif word in cues.REPORTING or word in cues.STANCE:
            attribution = _by_verb(view, at, found)
        if attribution is not None:
            yield attribution
    if not found:
        attribution = _by_for(view) or _by_quotation(view)
        if attribution is not None:
            yield attribution


def _is_in_name(tokens: tuple[Token, ...], at: int) -> bool:
    """“States”, “Post”, “Notes” inside a sentence are parts of names."""
    return tokens[at].is_capitalised and at > 0 and tokens[at - 1].is_word


def _by_phrase(view: SentenceView, at: int) -> Attribution | None:
    """“According to X, …”, “…, according to X”, “…, citing X”."""
    tokens = view.tokens
    word = tokens[at].lower
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
    before = _content(view, 0, at)
    after = _content(view, source.stop, len(tokens))
    if before is not None and after is not None and not _has_clause(tokens, source.stop):
        after = None
    contents = tuple(span for span in (before, after) if span is not None)
    return Attribution(_span(tokens, source), Span(tokens[at].start, tokens[last].end), contents, CueKind.PHRASE)


def _by_for(view: SentenceView) -> Attribution | None:
    """“For Sidney Seiler, … such an alliance would be …”: only with a name of two words or more."""
    tokens = view.tokens
    source = right_source(tokens, 1) if tokens and tokens[0].lower == "for" else None
    if source is None or source.stop >= len(tokens) or tokens[source.stop].text != ",":
        return None
    words = tokens[source.start : source.stop]
    if sum(word.is_capitalised for word in words[:3]) < 2 or any(word.lower in cues.TIME_WORDS for word in words):
        return None
    content = _content(view, source.stop, len(tokens))
    contents = () if content is None else (content,)
    return Attribution(_span(tokens, source), Span(tokens[0].start, tokens[0].end), contents, CueKind.PHRASE)


def _by_quotation(view: SentenceView) -> Attribution | None:
    """“…,” scoffed X; “…,” X shot back: after a quotation that ends with a comma, any verb reports."""
    tokens = view.tokens
    for at in range(2, len(tokens) - 1):
        ends = tokens[at - 1].quoted and not tokens[at].quoted and tokens[at].is_word
        if not ends or not any(token.text in {",", "!", "?"} for token in tokens[at - 3 : at] if token.quoted):
            continue
        content = _content(view, 0, at)
        verb = next((i for i in range(at, min(at + 10, len(tokens))) if _is_any_verb(tokens[i])), None)
        if verb is None or content is None:
            return None
        source = right_source(tokens, verb + 1) if verb == at else left_source(tokens, verb - 1, floor=at)
        if source is None or not people_like(tokens[source.start : source.stop]):
            return None
        cue = Span(tokens[verb].start, tokens[verb].end)
        return Attribution(_span(tokens, source), cue, (content,), CueKind.REPORT)
    return None


def _is_any_verb(token: Token) -> bool:
    return not token.is_capitalised and (token.lower.endswith("ed") or token.lower in cues.FINITE - cues.AUXILIARIES)


def _by_colon(view: SentenceView, at: int) -> Attribution | None:
    """“X: “…”” and “The reason for X is: “…””: a colon straight before a quotation."""
    tokens = view.tokens
    if at + 1 >= len(tokens) or not tokens[at + 1].quoted or at == 0:
        return None
    before = tokens[:at]
    if any(not token.quoted and _is_cue(token) for token in before):
        return None
    source = _named_after_for(tokens, at - 1) if tokens[at - 1].lower in cues.COPULAS else left_source(tokens, at - 1)
    if source is None or not people_like(tokens[source.start : source.stop]):
        return None
    content = _content(view, at + 1, len(tokens))
    if content is None:
        return None
    return Attribution(_span(tokens, source), Span(tokens[at].start, tokens[at].end), (content,), CueKind.PHRASE)


def _named_after_for(tokens: tuple[Token, ...], copula: int) -> range | None:
    """“The real reason for X is: …”: X."""
    preposition = next((at for at in range(copula - 1, -1, -1) if tokens[at].lower in {"for", "from", "by"}), None)
    return None if preposition is None else left_source(tokens, copula - 1, floor=preposition + 1)


def _by_participle(view: SentenceView, at: int, found: list[Attribution]) -> Attribution | None:
    """“…, adding that …”: its source is the one of the clause before."""
    tokens = view.tokens
    previous = tokens[at - 1].lower if at else ""
    content = _content(view, at + 1, len(tokens))
    cue = Span(tokens[at].start, tokens[at].end)
    if previous == "as":
        return _quoted_as(view, at, content)
    if content is None or previous in cues.DETERMINERS:
        return None
    if previous in cues.COPULAS:
        source = left_source(tokens, skip_adverbs_back(tokens, at - 1))
        return Attribution(_span(tokens, source), cue, (content,), CueKind.REPORT) if source else None
    if at and previous not in {",", "and", "but", "by", "then"} and tokens[at - 1].is_word:
        source = _subject_of_participle(tokens, at)
        return Attribution(_span(tokens, source), cue, (content,), CueKind.PARTICIPLE) if source else None
    if found:
        return Attribution(found[-1].source, cue, (content,), CueKind.PARTICIPLE)
    if at and tokens[at - 1].text != ",":
        return None
    source = _main_subject(tokens, at)
    return Attribution(_span(tokens, source), cue, (content,), CueKind.REPORT) if source else None


def _subject_of_participle(tokens: tuple[Token, ...], at: int) -> range | None:
    """“…, with experts noting that …”: the phrase between “with” and the participle."""
    opening = next((i for i in range(at - 1, max(-1, at - 10), -1) if tokens[i].lower == "with"), None)
    source = None if opening is None else left_source(tokens, at - 1, floor=opening + 1)
    return source if source is not None and people_like(tokens[source.start : source.stop]) else None


def _quoted_as(view: SentenceView, at: int, content: Span | None) -> Attribution | None:
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
    return Attribution(_span(tokens, source), Span(tokens[quoting].start, tokens[quoting].end), spans, CueKind.REPORT)


def _by_verb(view: SentenceView, at: int, found: list[Attribution]) -> Attribution | None:
    """“X said …”, “…, X said”, “…, said X”, “X, who … , told Y that …”."""
    tokens = view.tokens
    word = tokens[at].lower
    if is_noun_reading(tokens, at):
        return None
    kind = CueKind.REPORT if word in cues.REPORTING else CueKind.STANCE
    before = skip_adverbs_back(tokens, at - 1)
    if before >= 0 and tokens[before].lower == "to":
        return None
    if word.endswith("ed") and any(tokens[i].lower in cues.COPULAS for i in range(before + 1, at)):
        return None  # the passive: what stands before it does not speak
    source = _inverted(tokens, at) if kind is CueKind.REPORT else None
    if source is not None:
        return _attribution(view, source, source, range(at, at + 1), kind)
    source = _subject(view, before, found)
    if source is None or source.start >= at:
        return None
    if kind is CueKind.STANCE and not people_like(tokens[source.start : source.stop]):
        return None
    if kind is CueKind.STANCE and source.start > 0 and tokens[source.start - 1].lower in _CONDITIONS:
        return None  # “if they want a deal” does not say that they do
    return _attribution(view, source, range(source.start, at + 1), range(before + 1, at + 1), kind)


def _subject(view: SentenceView, last: int, found: list[Attribution]) -> range | None:
    """Return the phrase before the verb, or, after “and” or “but”, the subject of the verb before."""
    tokens = view.tokens
    if last >= 0 and tokens[last].lower in {"and", "but", "then"}:
        if found and found[-1].source is not None:
            return _positions(tokens, found[-1].source)
        return _main_subject(tokens, last)
    source = left_source(tokens, last)
    return None if source is not None and tokens[source.start].lower == "there" else source


def _inverted(tokens: tuple[Token, ...], at: int) -> range | None:
    """“…,” said X: the verb follows a quotation or a comma, and a speaker stands between it and the next sign."""
    if at == 0 or not (tokens[at - 1].quoted or tokens[at - 1].text in {",", "–", "—"}) or at + 1 >= len(tokens):
        return None
    first = tokens[at + 1]
    if first.quoted or not first.is_word or first.lower in _NO_INVERTED_SPEAKER:
        return None
    if tokens[at].lower in {"told", "tells"}:
        return None
    source = right_source(tokens, at + 1)
    if source is None or not people_like(tokens[source.start : source.stop]):
        return None
    after = skip_circumstances(tokens, source.stop)
    if after < len(tokens) and tokens[after].is_word and not tokens[after].quoted:
        return source if _begins_content(tokens, after) else None
    return source


def _begins_content(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower in cues.CLAUSE_BREAKS or tokens[at].lower in cues.ING_CUES or tokens[at].lower == "who"


def _attribution(view: SentenceView, source: range, clause: range, cue: range, kind: CueKind) -> Attribution | None:
    """Put together what stands before and after the attributing clause; None if nothing is attributed."""
    tokens = view.tokens
    first = min(clause.start, cue.start)
    last = max(clause.stop, cue.stop)
    at_verb = cue.stop - 1
    right = _right_content(view, last, tokens[at_verb].lower, kind)
    left = _left_content(view, first, has_right=right is not None) if kind is CueKind.REPORT else None
    contents = tuple(span for span in (left, right) if span is not None)
    words = [token for token in tokens[cue.start : cue.stop] if token.is_word and token.lower != "who"]
    announces = last < len(tokens) and tokens[-1].text == ":"
    if not words or not (contents or announces):
        return None
    return Attribution(_span(tokens, source), Span(words[0].start, words[-1].end), contents, kind)


def _right_content(view: SentenceView, at: int, verb: str, kind: CueKind) -> Span | None:
    tokens = view.tokens
    if kind is CueKind.STANCE:
        return _content(view, at, len(tokens))
    start = skip_circumstances(tokens, _after_addressee(tokens, at, verb))
    if start < len(tokens) and tokens[start].text == "," and not _goes_on(tokens, start + 1):
        return None
    if verb in cues.THAT_VERBS and not _announced(tokens, start):
        return None
    return _content(view, start, len(tokens))


def _announced(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what begins at `at` is clearly content: that …, : …, “…”, or a clause of its own."""
    return at < len(tokens) and (
        tokens[at].quoted
        or tokens[at].text in {":", ","}
        or tokens[at].lower in cues.CLAUSE_BREAKS
        or _has_clause(tokens, at)
    )


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether content follows a comma after the cue: a quotation or a “that”."""
    return any(token.quoted or token.lower == "that" for token in tokens[at : at + 25]) and not (
        at < len(tokens) and tokens[at].lower in cues.ING_CUES
    )


def _after_addressee(tokens: tuple[Token, ...], at: int, verb: str) -> int:
    """“told CNBC that …”: skip who was told."""
    if verb not in {"told", "tells", "tell", "informed", "assured", "advised", "asked", "warned", "reminded"}:
        return at
    end = at
    while end < len(tokens) and end - at < 14 and not _ends_addressee(tokens, end):
        end += 1
    if end < len(tokens) and verb == "warned" and tokens[end].lower != "that":
        return at
    return end


def _ends_addressee(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    return (
        token.quoted
        or token.text in {",", ":", "."}
        or token.lower in cues.CLAUSE_BREAKS
        or (at > 0 and token.lower in cues.SUBJECT_PRONOUNS)
    )


def _left_content(view: SentenceView, end: int, *, has_right: bool) -> Span | None:
    """Return what stands before the attributing clause, if it is more than a circumstance (“On Tuesday, …”)."""
    tokens = view.tokens
    last = end - 1
    while last >= 0 and not tokens[last].is_word and not tokens[last].quoted:
        last -= 1
    if last < 0:
        return None
    quoted = tokens[last].quoted
    if not quoted and (has_right or last == end - 1):
        return None
    if quoted and has_right and not any(token.is_word for token in tokens[: last + 1]):
        return None
    return _content(view, 0, last + 1)


def _main_subject(tokens: tuple[Token, ...], before: int) -> range | None:
    """Return the noun phrase that a sentence begins with: up to its first finite verb."""
    for at in range(1, before):
        if tokens[at].quoted:
            return None
        if tokens[at].lower in cues.FINITE or _is_cue(tokens[at]) or tokens[at].lower.endswith("ed"):
            source = left_source(tokens, skip_adverbs_back(tokens, at - 1))
            return source if source and people_like(tokens[source.start : source.stop]) else None
    return None


def _is_cue(token: Token) -> bool:
    return token.lower in cues.REPORTING


def _has_clause(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a finite verb stands at or after `at`, before the next comma."""
    stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == ","), len(tokens))
    return any(token.lower in cues.FINITE or token.lower.endswith("ed") for token in tokens[at:stop])


def _content(view: SentenceView, first: int, stop: int) -> Span | None:
    """Return the span of the tokens `first` to `stop` without signs at its edges; None if no word is left."""
    tokens = view.tokens
    while first < stop and not tokens[first].is_word and not tokens[first].quoted:
        first += 1
    while first < stop and not tokens[stop - 1].is_word and not tokens[stop - 1].quoted:
        stop -= 1
    if not any(token.is_word for token in tokens[first:stop]):
        return None
    return Span(tokens[first].start, tokens[stop - 1].end)


def _positions(tokens: tuple[Token, ...], span: Span) -> range:
    inside = [at for at, token in enumerate(tokens) if span.start <= token.start < span.end]
    return range(inside[0], inside[-1] + 1)


def _span(tokens: tuple[Token, ...], phrase: range) -> Span:
    return Span(tokens[phrase.start].start, tokens[phrase.stop - 1].end)
