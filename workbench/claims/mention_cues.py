"""What an article says in passing of what somebody claims, wants, is said to be: “his promise to …”, “is accused of …”.

Such a mention is shown with the claim, but the sentence stays the article's own.
"""

from workbench.claims import cues, mention_words
from workbench.claims.phrases import left_source, people_like, right_source, skip_adverbs_back
from workbench.claims.reading import SentenceView, Token
from workbench.claims.reported import CueKind, ReportingAct, content_between, span_of
from workbench.claims.spans import Span

_ENDS_CLAUSE = frozenset({",", ";", ":", ".", "—", "–", "(", ")", "?", "!"})
_LONGEST_CONTENT = 40
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
_MOST_ADJECTIVES = 3
_AGENT_WITHIN = 12


def by_mention(view: SentenceView, at: int) -> ReportingAct | None:
    """Return what the word at `at` mentions, if it is used so."""
    tokens = view.tokens
    word = tokens[at].lower
    if word in mention_words.HEARSAY:
        return _beside(view, at, at, None)
    if word in mention_words.PASSIVE and _is_passive(tokens, at):
        return _passive(view, at)
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in mention_words.NOUNS and following in mention_words.OPENING and not tokens[at + 1].quoted:
        return _noun(view, at)
    if word in mention_words.ATTITUDES or word in mention_words.PARTICIPLES:
        return _attitude(view, at)
    return None


def _is_passive(tokens: tuple[Token, ...], at: int) -> bool:
    before = at - 1
    while before >= 0 and (tokens[before].lower.endswith("ly") or tokens[before].lower in cues.SKIPPED_BEFORE_VERB):
        before -= 1
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return before > 0 and tokens[before].lower in cues.COPULAS and following in mention_words.AFTER_PASSIVE


def _passive(view: SentenceView, at: int) -> ReportingAct | None:
    tokens = view.tokens
    first = at
    while first > 0 and (
        tokens[first - 1].lower in cues.AUXILIARIES | cues.SKIPPED_BEFORE_VERB or tokens[first - 1].lower.endswith("ly")
    ):
        first -= 1
    agent = next((i for i in range(at + 1, min(at + _AGENT_WITHIN, len(tokens))) if tokens[i].lower == "by"), None)
    source = None if agent is None else right_source(tokens, agent + 1)
    if source is not None and not people_like(tokens[source.start : source.stop]):
        source = None
    return _beside(view, first, at, source)


def _beside(view: SentenceView, first: int, last: int, source: range | None) -> ReportingAct | None:
    """The rest of the clause around the cue is what is said."""
    tokens = view.tokens
    start = first
    while start > 0 and first - start < _LONGEST_CONTENT and tokens[start - 1].text not in _ENDS_CLAUSE:
        start -= 1
    stop = _clause_end(tokens, last + 1)
    spans = (content_between(view, start, first), content_between(view, last + 1, stop))
    contents = tuple(span for span in spans if span is not None)
    return _mention(view, range(first, last + 1), source, contents)


def _noun(view: SentenceView, at: int) -> ReportingAct | None:
    """“the mayor’s promise to …”, “allegations that …”."""
    tokens = view.tokens
    owner = at - 1
    while owner >= 0 and at - owner <= _MOST_ADJECTIVES and _is_adjective(tokens[owner]):
        owner -= 1
    if owner > 0 and tokens[owner].lower in {"a", "an"} and tokens[owner - 1].lower in {"in", "through", "via"}:
        return None  # “said in a statement that …” is one act of reporting
    source = None
    if owner >= 0 and tokens[owner].lower in _POSSESSIVES:
        source = range(owner, owner + 1)
    elif owner >= 0 and tokens[owner].is_possessive:
        source = left_source(tokens, owner)
    content = content_between(view, at + 1, _clause_end(tokens, at + 1))
    return _mention(view, range(at, at + 1), source, () if content is None else (content,))


def _is_adjective(token: Token) -> bool:
    plain = token.is_word and not token.quoted and not token.is_capitalised and not token.is_possessive
    return plain and token.lower not in cues.DETERMINERS | cues.PREPOSITIONS | cues.FINITE


def _attitude(view: SentenceView, at: int) -> ReportingAct | None:
    tokens = view.tokens
    if tokens[at].lower in mention_words.PARTICIPLES and at and tokens[at - 1].lower in cues.PREPOSITIONS:
        return None  # “in supporting”, “for refusing”: whose it is stands somewhere else
    source = left_source(tokens, skip_adverbs_back(tokens, at - 1)) if at else None
    if source is None or not people_like(tokens[source.start : source.stop]):
        return None
    content = content_between(view, at + 1, _clause_end(tokens, at + 1))
    return _mention(view, range(at, at + 1), source, () if content is None else (content,))


def _clause_end(tokens: tuple[Token, ...], at: int) -> int:
    stop = at
    while stop < len(tokens) and stop - at < _LONGEST_CONTENT and tokens[stop].text not in _ENDS_CLAUSE:
        stop += 1
    return stop


def _mention(view: SentenceView, cue: range, source: range | None, contents: tuple[Span, ...]) -> ReportingAct | None:
    if not contents:
        return None
    words = span_of(view.tokens, cue)
    return ReportingAct(None if source is None else span_of(view.tokens, source), words, contents, CueKind.MENTION)
