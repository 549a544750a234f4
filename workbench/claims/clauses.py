"""Compound sentences cut where both halves stand verbatim and can stand alone.

Three cuts are made, each only where a clause with a subject and a verb of its own stands on both sides: at a
semicolon (“A; B.”), at a comma with “and”, “but”, “while”, “whereas” or “yet” (“X said A, while Y said B”), and
before a second verb of reporting of the same speaker (“The ministry said that A and added that B”). No cut is made
inside quotation marks or brackets, after a condition, in a list, or inside what somebody is reported to say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workbench.claims import cues
from workbench.claims import opinion_words as opinion
from workbench.claims.reading import SentenceView, Token, forms_of
from workbench.claims.reported import CueKind, ReportingAct
from workbench.claims.spans import Span
from workbench.claims.voice import Voice
from workbench.claims.voices import voice_of_part

_JOINING: Final = frozenset({"and", "but", "while", "whereas", "yet"})
_CONDITIONS: Final = frozenset({"if", "unless", "whether", "when", "whenever", "although", "though", "even"})
_NOT_SUBJECTS: Final = (
    cues.PREPOSITIONS
    | cues.CLAUSE_BREAKS
    | cues.FINITE
    | opinion.PAST_FORMS
    | {"not", "then", "to", "also", "instead", "only", "none", "what", "now"}
) - cues.SUBJECT_PRONOUNS
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "we", "i", "there", "this", "that", "these", "those"})
_NOT_WITHIN_SUBJECT: Final = frozenset({"and", "or", "who", "which", "that", "if", "when", "to"})
_NOT_BEFORE_VERB: Final = cues.DETERMINERS | {"to"}
_NOT_BEFORE_PAST: Final = cues.COPULAS | cues.PREPOSITIONS
_LONGEST_SUBJECT: Final = 8
_LEAST_WORDS: Final = 4
_RELATIVES: Final = frozenset({"which", "who", "that", "whose"})
_MOST_WORDS: Final = 120  # what is longer is a listing
_OPENING: Final = frozenset("([{")
_CLOSING: Final = frozenset(")]}")
_LOOKED_AT: Final = _OPENING | _CLOSING | {";", ",", "and", "but"}


def standing_parts(view: SentenceView, voice: Voice) -> Iterator[tuple[SentenceView, Voice]]:
    """Yield the parts of a sentence that can stand alone, each with its voice; the whole sentence if it has none."""
    cuts = _cuts(view, voice.attributions)
    if not cuts:
        yield view, voice
        return
    starts = [0, *(after for _, after in cuts)]
    stops = [*(before for before, _ in cuts), len(view.tokens)]
    for number, (first, stop) in enumerate(zip(starts, stops, strict=True)):
        start = view.start if number == 0 else view.tokens[first].start
        end = view.end if stop == len(view.tokens) else view.tokens[stop - 1].end
        part = part_of(view, Span(start, end))
        yield part, voice_of_part(voice, part)


def part_of(view: SentenceView, span: Span) -> SentenceView:
    """Return what `view` would be if its sentence were only `span`, which lies in it."""
    tokens = tuple(token for token in view.tokens if span.start <= token.start and token.end <= span.end)
    inside = [
        (quote, number)
        for quote, number in zip(view.quotes, view.quote_ids, strict=True)
        if span.start <= quote.start and quote.end <= span.end
    ]
    words = tuple(token for token in tokens if token.is_word)
    return replace(
        view,
        start=span.start,
        end=span.end,
        text=view.text[span.start - view.start : span.end - view.start],
        tokens=tokens,
        words=words,
        forms=forms_of(words),
        quotes=tuple(quote for quote, _ in inside),
        quote_ids=tuple(number for _, number in inside),
    )


def _cuts(view: SentenceView, acts: Sequence[ReportingAct]) -> list[tuple[int, int]]:
    """Return for each cut where the part before it stops and the part after it begins, as places among the tokens."""
    tokens = view.tokens
    found: list[tuple[int, int]] = []
    if not 2 * _LEAST_WORDS <= len(view.words) <= _MOST_WORDS or tokens[-1].text == "?":
        return found
    depth = 0
    begin = 0
    for at, token in enumerate(tokens):
        if token.text not in _LOOKED_AT:
            continue
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if token.quoted or depth > 0:
            continue
        after = _after_joint(tokens, at)
        if after is None or not _stands_before(tokens[begin:at]):
            continue
        if _is_free(tokens, at, after, acts) or _reports_again(tokens, after, acts, begin):
            found.append((at, after))
            begin = after
    return found


def _after_joint(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the clause after a joint at `at` begins: after “;”, after “, and”, or after an “and”."""
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if token.text == ";":
        return at + 2 if following in {"and", "but"} else at + 1
    if token.text == ",":
        return at + 2 if following in _JOINING else None
    before = tokens[at - 1].text if at else ","
    return at + 1 if token.lower in {"and", "but"} and before not in {",", ";"} else None


def _stands_before(tokens: Sequence[Token]) -> bool:
    """Whether a clause with its own subject and verb, and no condition, stands in `tokens`."""
    words = [token for token in tokens if token.is_word]
    if len(words) < _LEAST_WORDS or any(word.lower in _CONDITIONS for word in words if not word.quoted):
        return False
    verb = next((at for at in range(1, len(tokens)) if _is_verb(tokens, at) and not tokens[at].quoted), None)
    return verb is not None and not any(token.lower in _RELATIVES for token in tokens[:verb])


def _is_free(tokens: Sequence[Token], at: int, after: int, acts: Sequence[ReportingAct]) -> bool:
    """Whether a clause of its own begins at `after`, and nobody is reported to say both sides of the joint."""
    if tokens[at].is_word or not _stands_alone(tokens, after):
        return False
    place = tokens[at].start
    across = [act for act in acts if any(span.start < place < span.end for span in act.contents)]
    if any(act.cue.start > place for act in across) or any(_closes(act, tokens, at - 1) for act in acts):
        return False  # “A, and B, she said” and “A, she said, and B”: both are hers
    own = (act.source is not None and act.source.start >= tokens[after].start for act in acts)
    return not across or any(own)


def _closes(act: ReportingAct, tokens: Sequence[Token], last: int) -> bool:
    """Whether “she said” stands right before a joint, after words of hers that are no quotation."""
    ends = tokens[last].end
    if act.cue.end != ends and (act.source is None or act.source.end != ends):
        return False
    return not any(token.quoted for token in tokens[:last])


def _reports_again(tokens: Sequence[Token], after: int, acts: Sequence[ReportingAct], begin: int) -> bool:
    """“The ministry said that A and added that B”: B has a subject of its own, and both have the same speaker."""
    skipped = after
    while skipped < len(tokens) and tokens[skipped].lower in {"also", "later", "then", "further"}:
        skipped += 1
    if skipped >= len(tokens) or tokens[skipped].lower not in cues.REPORTING:
        return False
    verb = tokens[skipped]
    content = skipped + 1
    if content < len(tokens) and tokens[content].lower == "that":
        content += 1
    again = any(act.cue.start <= verb.start < act.cue.end and act.source is not None and act.contents for act in acts)
    first = tokens[begin].start
    before = any(act.kind is CueKind.REPORT and first <= act.cue.start < tokens[after].start for act in acts)
    return again and before and (_stands_alone(tokens, content) or (content < len(tokens) and tokens[content].quoted))


def _stands_alone(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a clause begins at `begin`: a subject of few words, and then a finite verb; four words in all."""
    clause = tokens[begin : begin + _LONGEST_SUBJECT + _LEAST_WORDS]
    if sum(token.is_word for token in clause) < _LEAST_WORDS or not _can_be_subject(clause[0]):
        return False
    for at in range(1, min(len(clause), _LONGEST_SUBJECT + 1)):
        if clause[at].quoted or not clause[at].is_word or clause[at].lower in _NOT_WITHIN_SUBJECT:
            return False
        if _is_verb(clause, at):
            return True
    return False


def _can_be_subject(token: Token) -> bool:
    word = token.lower
    if token.quoted or not token.is_word or word in _NOT_SUBJECTS:
        return False
    return token.is_capitalised or word in _PRONOUNS or not word.endswith(("ing", "ly", "ed"))


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word can only be the verb of its clause: not after an article, and no participle."""
    word, before = tokens[at], tokens[at - 1]
    if not word.is_word or word.is_capitalised:
        return False
    if word.lower in cues.AUXILIARIES:
        return before.lower != "to"
    if before.lower in _NOT_BEFORE_VERB or not before.is_word:
        return False  # “the industry, led by hospitals”
    if word.lower in cues.FINITE or word.lower in opinion.PAST_FORMS:
        return True
    return word.lower.endswith("ed") and len(word.lower) > _LEAST_WORDS and before.lower not in _NOT_BEFORE_PAST
