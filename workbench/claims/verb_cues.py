"""“X said …”, “…, said X”, “X, who … , told Y that …”: reports and stances by a finite verb."""

from workbench.claims import cues
from workbench.claims.phrases import (
    is_noun_reading,
    is_time,
    left_source,
    people_like,
    right_source,
    skip_adverbs_back,
    skip_circumstances,
)
from workbench.claims.reading import SentenceView, Token, positions
from workbench.claims.reported import CueKind, ReportingAct, content_between, has_clause, main_subject, span_of
from workbench.claims.spans import Span

_CONDITIONS = frozenset({"if", "when", "unless", "whether", "until", "because", "while", "how", "what", "why"})
_LONGEST_APPOSITION = 6
_DASHES_AND_COMMA = frozenset({",", "-", "–", "—"})
# After the comma that follows “X said” these tell of X or of when, not of what was said.
_ADDS_CIRCUMSTANCE = frozenset(
    {"who", "which", "while", "when", "after", "before", "as", "during", "in", "at", "citing"}
)
_NO_INVERTED_SPEAKER = cues.CLAUSE_BREAKS | cues.PREPOSITIONS | cues.TIME_WORDS | cues.FINITE


def by_verb(view: SentenceView, at: int, found: list[ReportingAct]) -> ReportingAct | None:
    """“X said …”, “…, X said”, “…, said X”, “X, who … , told Y that …”."""
    tokens = view.tokens
    word = tokens[at].lower
    if is_noun_reading(tokens, at):
        return None
    if word == "asked" and at + 1 < len(tokens) and tokens[at + 1].lower == "not":
        return None  # “who asked not to be named” tells how the source is named
    kind = CueKind.REPORT if word in cues.REPORTING else CueKind.STANCE
    before = skip_adverbs_back(tokens, at - 1)
    if before >= 0 and tokens[before].lower == "to":
        return None
    if word.endswith("ed") and any(tokens[i].lower in cues.COPULAS for i in range(before + 1, at)):
        return None  # the passive: what stands before it does not speak
    first = before + 1
    while first < at and is_time(tokens, first):
        first += 1
    source = _inverted(tokens, at) if kind is CueKind.REPORT else None
    if source is not None:
        return _attribution(view, source, source, range(at, at + 1), kind)
    source = _subject(view, before, found)
    if source is None or source.start >= at:
        return None
    if kind is CueKind.STANCE and not people_like(tokens[source.start : source.stop]):
        return None
    words_follow = at + 1 < len(tokens) and tokens[at + 1].quoted
    conditional = source.start > 0 and tokens[source.start - 1].lower in _CONDITIONS
    if kind is CueKind.STANCE and conditional and not words_follow:
        return None  # “if they want a deal” does not say that they do
    return _attribution(view, source, range(source.start, at + 1), range(first, at + 1), kind)


def _subject(view: SentenceView, last: int, found: list[ReportingAct]) -> range | None:
    """Return the phrase before the verb, or, after “and” or “but”, the subject of the verb before."""
    tokens = view.tokens
    if last >= 0 and tokens[last].lower in {"and", "but", "then"}:
        if found and found[-1].source is not None:
            return positions(tokens, found[-1].source)
        return main_subject(tokens, last)
    source = left_source(tokens, last)
    return None if source is not None and tokens[source.start].lower == "there" else source


def _inverted(tokens: tuple[Token, ...], at: int) -> range | None:
    """“…,” said X: the verb follows a quotation or a comma, and a speaker stands between it and the next sign."""
    if at == 0 or not (tokens[at - 1].quoted or tokens[at - 1].text in {",", "–", "—"}) or at + 1 >= len(tokens):
        return None
    first = tokens[at + 1]
    if first.quoted or not first.is_word or first.lower in _NO_INVERTED_SPEAKER:
        return None
    if tokens[at].lower in {"told", "tells"} or _closes_apposition(tokens, at - 1):
        return None
    source = right_source(tokens, at + 1)
    if source is None or not (_ends_quotation(tokens, at - 1) or people_like(tokens[source.start : source.stop])):
        return None
    after = skip_circumstances(tokens, source.stop)
    if after < len(tokens) and tokens[after].is_word and not tokens[after].quoted:
        return source if _begins_content(tokens, after) else None
    return source


def _ends_quotation(tokens: tuple[Token, ...], at: int) -> bool:
    """After “…,” whatever is said to say it says it: “said the woman”, “said the plaque”."""
    return tokens[at].quoted and at > 0 and any(token.text in {",", "!", "?"} for token in tokens[at - 1 : at + 1])


def _closes_apposition(tokens: tuple[Token, ...], comma: int) -> bool:
    """“The regional leader, Ada Roy, said some people …”: the comma before the verb closes a name, not a clause."""
    opening = next((i for i in range(comma - 1, max(-1, comma - _LONGEST_APPOSITION), -1) if tokens[i].text == ","), 0)
    named = [token for token in tokens[opening + 1 : comma] if token.is_word]
    before = tokens[:opening]
    if not named or not before or any(token.lower in cues.FINITE for token in before):
        return False
    return all(token.is_word and not token.quoted for token in before) and all(
        token.text[0].isupper() and not token.quoted for token in named
    )


def _begins_content(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].lower in cues.CLAUSE_BREAKS or tokens[at].lower in cues.ING_CUES or tokens[at].lower == "who"


def _attribution(view: SentenceView, source: range, clause: range, cue: range, kind: CueKind) -> ReportingAct | None:
    """Put together what stands before and after the attributing clause; None if nothing is attributed."""
    tokens = view.tokens
    first = min(clause.start, cue.start)
    last = max(clause.stop, cue.stop)
    at_verb = cue.stop - 1
    if first and tokens[first - 1].lower == "as" and not tokens[first - 1].quoted:
        first -= 1  # “As X reported, …”, “…, as X put it”
    right = _right_content(view, last, tokens[at_verb].lower, kind)
    after = skip_circumstances(tokens, last)
    goes_straight_on = right is not None and after < len(tokens) and tokens[after].text != ","
    left = _left_content(view, first, goes_straight_on=goes_straight_on) if kind is CueKind.REPORT else None
    if kind is CueKind.REPORT and right is None:
        right = _after_parenthesis(view, first, last)
    contents = tuple(span for span in (left, right) if span is not None)
    words = [token for token in tokens[cue.start : cue.stop] if token.is_word and token.lower != "who"]
    announces = (last < len(tokens) and tokens[-1].text == ":") or (view.follows_quotation and first <= 1)
    if not words or not (contents or announces):
        return None
    return ReportingAct(span_of(tokens, source), Span(words[0].start, words[-1].end), contents, kind)


def _right_content(view: SentenceView, at: int, verb: str, kind: CueKind) -> Span | None:
    tokens = view.tokens
    if kind is CueKind.STANCE:
        return content_between(view, at, len(tokens))
    start = skip_circumstances(tokens, _after_addressee(tokens, at, verb))
    if start < len(tokens) and tokens[start].text == "," and not _goes_on(tokens, start + 1):
        return None
    if verb in cues.THAT_VERBS and not _announced(tokens, start):
        return None
    return content_between(view, start, len(tokens))


def _after_parenthesis(view: SentenceView, first: int, last: int) -> Span | None:
    """“The museum, X said, celebrated …”; “As X reported, …”: what goes on after the comma that closes the clause."""
    tokens = view.tokens
    comma = skip_circumstances(tokens, last)
    if comma + 1 >= len(tokens) or tokens[comma].text not in _DASHES_AND_COMMA:
        return None
    opened = tokens[first].lower == "as" or (first > 0 and tokens[first - 1].text in _DASHES_AND_COMMA)
    following = tokens[comma + 1]
    if not opened or following.lower in _ADDS_CIRCUMSTANCE or following.lower.endswith("ing"):
        return None
    return content_between(view, comma + 1, len(tokens))


def _announced(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether what begins at `at` is clearly content: that …, : …, “…”, or a clause of its own."""
    return at < len(tokens) and (
        tokens[at].quoted
        or tokens[at].text in {":", ","}
        or tokens[at].lower in cues.CLAUSE_BREAKS
        or has_clause(tokens, at)
    )


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether content follows a comma after the cue: a quotation or a “that”."""
    if at >= len(tokens) or tokens[at].lower in cues.ING_CUES:
        return False
    return tokens[at].lower == "that" or any(token.quoted for token in tokens[at : at + 25])


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
        or token.lower == "to"
        or (at > 0 and token.lower in cues.SUBJECT_PRONOUNS)
    )


def _left_content(view: SentenceView, end: int, *, goes_straight_on: bool) -> Span | None:
    """Return what stands before the attributing clause, if it is more than a circumstance (“On Tuesday, …”)."""
    tokens = view.tokens
    last = end - 1
    while last >= 0 and not tokens[last].is_word and not tokens[last].quoted:
        last -= 1
    if last < 0:
        return None
    quoted = tokens[last].quoted
    if not quoted and (goes_straight_on or last == end - 1):
        return None
    if quoted and goes_straight_on and not any(token.is_word for token in tokens[: last + 1]):
        return None
    return content_between(view, 0, last + 1)
