"""Where the noun phrase that names a speaker begins and ends, by signs and small words alone.

Phrases are ranges of token positions. Every walk is bounded, so that a sentence costs time in proportion to its
length.
"""

from collections.abc import Sequence

from workbench.claims import cues
from workbench.claims.reading import Token

_LONGEST_PHRASE = 30
_LONGEST_PARENTHESIS = 10
_LONGEST_ADDRESS = 6
_MOST_APPOSITIONS = 5
_SPEAKER_NOUNS = cues.ROLES | cues.PLURAL_SPEAKERS | cues.SPEAKING_THINGS
_TIME_PHRASE = cues.TIME_WORDS | cues.DETERMINERS
_PLURAL_SUBJECTS = frozenset({"many", "some", "few", "both", "most", "all", "several"})
_WITHIN_NAMES = frozenset({"&", "/", "-"})
_AFTER_SPEAKER = cues.CLAUSE_BREAKS | {"who", "told", "saying", "adding", "noting"}


def skip_adverbs_back(tokens: Sequence[Token], at: int) -> int:
    """Return the last position at or before `at` that is no auxiliary and no adverb of the verb after it."""
    while at >= 0 and (
        tokens[at].lower in cues.SKIPPED_BEFORE_VERB
        or (tokens[at].lower.endswith("ly") and not tokens[at].is_capitalised)
        or tokens[at].lower in {"is", "are", "was", "were"}
        or is_time(tokens, at)
    ):
        at -= 1
    return at


def is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word tells when it was said: “Lind on Monday said”, “the council last week announced”."""
    word = tokens[at].lower
    if word in cues.WEEKDAYS or word in {"today", "yesterday"}:
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in {"week", "month", "year", "fall", "spring", "summer", "winter"}:
        return at > 0 and tokens[at - 1].lower in {"last", "this"}
    return word in {"on", "last", "this"} and (after in cues.WEEKDAYS or after in {"week", "month", "year"})


def left_source(tokens: Sequence[Token], last: int, floor: int = 0) -> range | None:
    """Return the noun phrase that ends at position `last`, not reaching before `floor`; None if there is none."""
    if last < floor or last >= len(tokens):
        return None
    opening = _parenthesis(tokens, last, floor)
    if opening is not None:
        name = left_source(tokens, opening - 1, floor)
        return None if name is None else range(name.start, last + 1)
    if tokens[last].text in {",", "-", "–", "—", ")"}:
        return _with_apposition(tokens, last, floor)
    if tokens[last].quoted or not tokens[last].is_word:
        return None
    if tokens[last].lower == "who":
        return _antecedent(tokens, last, floor)
    return _trimmed(tokens, range(_phrase_start(tokens, last, floor), last + 1))


def _parenthesis(tokens: Sequence[Token], last: int, floor: int) -> int | None:
    """Return where the brackets open that close at `last`: “Ada Roy (D-N.Y.)”."""
    if tokens[last].text != ")":
        return None
    lowest = max(floor, last - _LONGEST_PARENTHESIS)
    opening = next((at for at in range(last - 1, lowest, -1) if tokens[at].text == "("), None)
    return None if opening is None or not tokens[opening - 1].is_word else opening


def _phrase_start(tokens: Sequence[Token], last: int, floor: int) -> int:
    start = last
    lowest = max(floor, last - _LONGEST_PHRASE)
    while start > lowest and _continues_left(tokens, start - 1):
        start -= 1
    return start


def _continues_left(tokens: Sequence[Token], at: int) -> bool:
    """Whether the phrase that begins after position `at` may go on over it to the left."""
    token, after = tokens[at], tokens[at + 1]
    if token.quoted:
        return False
    if not token.is_word:
        return token.text in _WITHIN_NAMES
    if token.lower == "and" or token.lower == "or":
        joins_names = tokens[at - 1].is_capitalised and after.is_capitalised
        return at > 0 and (joins_names or tokens[at - 1].lower in cues.PLURAL_SPEAKERS)
    if token.lower in cues.SUBJECT_PRONOUNS and not token.is_possessive:
        return False
    if token.lower in cues.AUXILIARIES or (token.lower in cues.PLAINLY_FINITE and not token.is_capitalised):
        return False
    return token.lower not in cues.CLAUSE_BREAKS and not (token.lower in _PLAIN_CUES and at > 0)


_PLAIN_CUES = frozenset({"said", "says", "told", "added", "noted", "warned"})


def _with_apposition(tokens: Sequence[Token], comma: int, floor: int) -> range | None:
    """“Edward Howell, lecturer in politics at Oxford University, [told]”: the phrase up to the closing comma."""
    end = comma
    for _ in range(_MOST_APPOSITIONS):
        start = end
        while (
            start > floor and tokens[start - 1].text not in {",", "-", "–", "—", "("} and not tokens[start - 1].quoted
        ):
            start -= 1
            if comma - start > _LONGEST_PHRASE + 10:
                return None
        if start >= end:
            return None
        if end < comma and _heads_speaker(tokens, range(start, end), comma):
            phrase = _trimmed(tokens, range(_phrase_start(tokens, end - 1, start), comma))
            if phrase is not None and (people_like(tokens[phrase.start : end]) or tokens[end + 1].is_capitalised):
                return phrase
        if start == floor or tokens[start - 1].quoted:
            return None
        end = start - 1
    return None


def _heads_speaker(tokens: Sequence[Token], segment: range, comma: int) -> bool:
    """Whether an apposition may belong to this: a name, a role, or anything that a name explains up to the comma."""
    head = tokens[segment.stop - 1]
    if head.lower in cues.TIME_WORDS:
        return False
    if head.is_capitalised or head.lower in _SPEAKER_NOUNS:
        return True
    explained = tokens[segment.stop + 1 : comma]
    plain = not any(word.lower in cues.FINITE for word in (*tokens[segment.start : segment.stop], *explained))
    return plain and sum(word.is_capitalised for word in explained[:2]) == 2


def _antecedent(tokens: Sequence[Token], who: int, floor: int) -> range | None:
    """“Brian, who [said]”: the phrase before the relative pronoun."""
    last = who - 1
    if last >= floor and tokens[last].text == ",":
        last -= 1
    if last < floor or tokens[last].quoted or not tokens[last].is_word:
        return None
    return _trimmed(tokens, range(_phrase_start(tokens, last, floor), last + 1))


def _trimmed(tokens: Sequence[Token], phrase: range) -> range | None:
    """Take time words and sentence adverbs off the beginning: “On Tuesday Peskov” is Peskov, “But he” is he."""
    start = phrase.start
    while start < phrase.stop:
        word = tokens[start].lower
        if word in cues.LEADING_ADVERBS or word in cues.TIME_WORDS or (word.isdigit() and start > phrase.start):
            start += 1
        elif word in cues.PREPOSITIONS and start + 1 < phrase.stop:
            start = _after_circumstance(tokens, start, phrase.stop)
        else:
            break
    return range(start, phrase.stop) if start < phrase.stop else None


def _after_circumstance(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return where the phrase goes on after a preposition and its time words; `stop` if it is all circumstance."""
    at = start + 1
    while at < stop and (tokens[at].lower in _TIME_PHRASE or tokens[at].text.isdigit()):
        at += 1
    while at > start + 1 and tokens[at - 1].lower in cues.DETERMINERS:
        at -= 1  # “On Monday the agency”: the article belongs to the speaker
    if at > start + 1:
        return at
    # “In an interview Peskov”: the speaker is the name that ends the phrase.
    name = stop
    while name > start + 1 and tokens[name - 1].is_capitalised:
        name -= 1
    return name if name < stop else stop


def right_source(tokens: Sequence[Token], first: int) -> range | None:
    """Return the noun phrase that begins at position `first`, with an apposition set off by commas; else None."""
    at = first
    limit = min(len(tokens), first + _LONGEST_PHRASE)
    if at < limit and tokens[at].lower in cues.SUBJECT_PRONOUNS and not tokens[at].quoted:
        return range(first, first + 1)
    while at < limit and _continues_right(tokens, at, first):
        at += 1
    if at == first:
        return None
    return range(first, at)


def _continues_right(tokens: Sequence[Token], at: int, first: int) -> bool:
    token = tokens[at]
    if token.quoted:
        return False
    if not token.is_word:
        return token.text in _WITHIN_NAMES and at > first
    if at == first:
        return token.lower not in _AFTER_SPEAKER or token.lower in cues.SUBJECT_PRONOUNS
    if token.lower in {"and", "or"}:
        return at + 1 < len(tokens) and tokens[at - 1].is_capitalised and tokens[at + 1].is_capitalised
    if token.lower in cues.WEEKDAYS or token.lower in {"yesterday", "today", "earlier", "late", "last", "this"}:
        return False
    if token.lower in cues.PREPOSITIONS:
        # “a spokesman for the city”, “the head of the agency”, but “Peskov in a statement”.
        if token.lower == "to":
            return tokens[at - 1].lower in {"close", "adviser", "advisers", "advisor", "advisors", "aide", "aides"}
        return token.lower in {"of", "for", "from", "with", "at"} and tokens[at - 1].lower not in cues.SUBJECT_PRONOUNS
    return token.lower not in _AFTER_SPEAKER and token.lower not in cues.AUXILIARIES


def skip_circumstances(tokens: Sequence[Token], at: int) -> int:
    """Return the position after time and place phrases that begin at `at`: “Monday”, “in a statement”."""
    while at < len(tokens):
        token = tokens[at]
        if token.quoted:
            return at
        dated = token.text.isdigit() and at > 0 and tokens[at - 1].lower in cues.MONTHS
        if token.lower in cues.TIME_WORDS or dated or token.lower.endswith("ly"):
            at += 1
        elif token.lower == "to" and not _addresses(tokens, at):
            return at  # “vowed to close it”: what was vowed
        elif token.lower in cues.PREPOSITIONS:
            at += 1
            while at < len(tokens) and tokens[at].is_word and not _begins_clause(tokens, at):
                at += 1
        else:
            return at
    return at


def _addresses(tokens: Sequence[Token], at: int) -> bool:
    """Whether “to” names who was spoken to: “said to reporters that …”."""
    return any(token.quoted or token.lower == "that" for token in tokens[at + 1 : at + _LONGEST_ADDRESS])


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.quoted or token.lower in cues.CLAUSE_BREAKS or token.lower in cues.ING_CUES


def people_like(words: Sequence[Token]) -> bool:
    """Whether a phrase can name somebody who speaks: a pronoun, a role, an institution, or a name."""
    if not words:
        return False
    if any(word.lower in cues.SUBJECT_PRONOUNS for word in words[:1]):
        return True
    lowered = {word.lower for word in words}
    if lowered & (cues.ROLES | cues.PLURAL_SPEAKERS | cues.SPEAKING_THINGS):
        return True
    return any(word.is_capitalised and word.lower not in cues.TIME_WORDS | cues.DETERMINERS for word in words)


def is_noun_reading(tokens: Sequence[Token], at: int) -> bool:
    """Whether the cue word at `at` is a noun here (“the report”, “his claims”, “new plans”)."""
    word = tokens[at].lower
    if at == 0:
        return word in cues.NOUN_LIKE or word in cues.BARE_VERBS
    before = tokens[at - 1]
    if before.quoted or not before.is_word:
        return False
    if before.lower in cues.DETERMINERS:
        # “the report” is a noun; “many say”, “this shows”, “both said” are not.
        plural = before.lower in _PLURAL_SUBJECTS and (word in cues.BARE_VERBS or word not in cues.NOUN_LIKE)
        return not (plural or (before.lower in {"this", "that", "one"} and word not in cues.BARE_VERBS))
    if before.is_possessive and not before.text.endswith(("s’", "s'")):
        return True
    if before.lower in cues.PREPOSITIONS | {"and", "or"}:
        return word in cues.NOUN_LIKE or before.lower in cues.PREPOSITIONS
    if word in cues.BARE_VERBS:
        if before.lower in cues.BEFORE_BARE_VERB or word in cues.NEVER_NOUNS:
            return False  # “would say”, “did not deny”
        plural = before.lower in {
            "they",
            "we",
            "i",
            "who",
            "you",
            "also",
            "still",
            "some",
            "many",
            "people",
            "others",
            "police",
            "both",
        }
        return not (plural or before.lower.endswith(("s", "men", "ly")) or before.lower in cues.PLURAL_SPEAKERS)
    if word in cues.NOUN_LIKE:
        speaks = before.lower in cues.ROLES | cues.SUBJECT_PRONOUNS | cues.SPEAKING_THINGS | cues.SKIPPED_BEFORE_VERB
        return not (before.is_capitalised or speaks or before.lower.endswith("ly"))
    return False
