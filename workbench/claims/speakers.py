"""What a noun phrase says of who speaks: the fullest name, the kind, and whether they are named at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from workbench.claims import cues
from workbench.claims.names import name_text, subject_name
from workbench.claims.people import NameRegister, Person
from workbench.claims.reading import SentenceView, Token, without_possessive
from workbench.claims.spans import Span
from workbench.vocabulary import AsserterNaming


class SpeakerKind(Enum):
    """What kind of speaker a pronoun can mean."""

    PERSON = auto()
    GROUP = auto()
    INSTITUTION = auto()
    NAME = auto()  # a lone capitalised name: a person or an institution


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who asserts.

    Attributes:
        name: the fullest name of the article, to show.
        words: the words by which a later mention can mean them.
        mention: where they were last named, not by a pronoun.
    """

    name: str
    kind: SpeakerKind
    words: frozenset[str]
    mention: Span
    naming: AsserterNaming = AsserterNaming.NAMED


_LONGEST_SHOWN = 22
_ENDS_HEAD = cues.PREPOSITIONS | {"who", "that", "which", "close", "familiar", "briefed"}
_CONCEALING = frozenset({"anonymous", "anonymously", "anonymity", "unnamed", "unidentified"})
_COLLECTIVES = frozenset({"police", "media", "reports", "studies", "authorities"})
_NAMELESS = (cues.ROLES | cues.PLURAL_SPEAKERS | cues.SUBJECT_PRONOUNS | {"source", "person"}) - _COLLECTIVES


def named_speaker(view: SentenceView, phrase: range, names: NameRegister) -> tuple[Speaker, Person | None]:
    """Return the speaker that a noun phrase names, and the person of the article that this is, if it is one."""
    tokens = view.tokens
    shown = _shown(view, phrase)
    words = frozenset(tokens[at].lower for at in phrase)
    mention = Span(tokens[phrase.start].start, tokens[phrase.stop - 1].end)
    naming = naming_of(tokens, phrase)
    if _is_group(tokens, phrase):
        return Speaker(shown, SpeakerKind.GROUP, words, mention, naming), None
    name = subject_name(tokens, phrase)
    if name is None or not _ends_with_name(tokens, phrase, name):
        return Speaker(shown, _kind_without_name(tokens, phrase), words, mention, naming), None
    person = names.find(name_text(tokens, name).split())
    if person is None:
        kind = SpeakerKind.PERSON if words & cues.ROLES or len(name) > 1 else _kind_of_lone_name(words)
        return Speaker(shown, kind, words, mention, naming), None
    full = person.described
    apposed = any(tokens[at].text == "," for at in phrase)
    fullest = full if person.role or not apposed or len(full) >= len(shown) else shown
    known_by = words | {word.casefold() for word in full.split()}
    return Speaker(fullest, SpeakerKind.PERSON, known_by, mention), person


def _shown(view: SentenceView, phrase: range) -> str:
    """Return the phrase as the article has it, on one line, without the article before a titled name."""
    tokens = view.tokens
    start = phrase.start
    first = tokens[start]
    if first.lower in {"the", "a", "an"} and phrase.stop - start > 2 and tokens[phrase.stop - 1].is_capitalised:
        start += 1 if _has_role(tokens, phrase) else 0
    last = tokens[_shown_stop(tokens, phrase) - 1]
    stop = last.start + len(without_possessive(last.text))
    text = " ".join(view.text[tokens[start].start - view.start : stop - view.start].split())
    return text[:1].upper() + text[1:] if tokens[start].lower in {"the", "a", "an"} else text


def _shown_stop(tokens: Sequence[Token], phrase: range) -> int:
    """A long apposition is left out: the name before it is enough to know who is meant."""
    if len(phrase) <= _LONGEST_SHOWN:
        return phrase.stop
    return next((at for at in phrase[1:] if tokens[at].text in {",", "—", "–", "("}), phrase.stop)


def _has_role(tokens: Sequence[Token], phrase: range) -> bool:
    if any(tokens[at].lower in cues.PREPOSITIONS for at in phrase):
        return False
    return any(not tokens[at].is_capitalised and tokens[at].lower in cues.ROLES | cues.SPEAKING_THINGS for at in phrase)


def _is_group(tokens: Sequence[Token], phrase: range) -> bool:
    """“the analysts”, “Victor Cha and Andrius Tursa”: more than one."""
    words = [tokens[at] for at in phrase if tokens[at].is_word]
    stop = next((number for number, word in enumerate(words) if word.lower in cues.PREPOSITIONS), len(words))
    head = words[:stop] or words
    if any(word.lower in {"and"} for word in head):
        return True
    last = head[-1].lower
    return (last in cues.PLURAL_SPEAKERS and last not in {"media", "police"}) or last in {"some", "many", "others"}


def _ends_with_name(tokens: Sequence[Token], phrase: range, name: range) -> bool:
    """Whether the phrase is about the named person: the name ends it, or a comma or a preposition follows."""
    if name.stop >= phrase.stop:
        return True
    after = tokens[name.stop]
    return not tokens[name.stop - 1].is_possessive and (after.text in {",", "("} or after.lower in cues.PREPOSITIONS)


def _kind_of_lone_name(words: frozenset[str]) -> SpeakerKind:
    known = words & (cues.METONYMS | cues.SPEAKING_THINGS | cues.INSTITUTIONS)
    return SpeakerKind.INSTITUTION if known else SpeakerKind.NAME


def _kind_without_name(tokens: Sequence[Token], phrase: range) -> SpeakerKind:
    lowered = [tokens[at].lower for at in phrase]
    if any(word in cues.ROLES for word in lowered):
        return SpeakerKind.PERSON
    return SpeakerKind.INSTITUTION


def naming_of(tokens: Sequence[Token], phrase: range) -> AsserterNaming:
    """Say whether a phrase names who speaks.

    “White House officials”, “a source close to Peskov” and “a spokesman for the city” do not: somebody speaks who has
    no name here. “The ministry”, “the report” and a name do.
    """
    words = [tokens[at] for at in phrase if tokens[at].is_word]
    if any(word.lower in _CONCEALING for word in words):
        return AsserterNaming.UNNAMED
    stop = next((at for at in phrase if tokens[at].text == "," or tokens[at].lower in _ENDS_HEAD), phrase.stop)
    apposed = any(tokens[at].text in {",", "(", "—", "–"} for at in range(stop, phrase.stop))
    if apposed and subject_name(tokens, range(stop + 1, phrase.stop)) is not None:
        return AsserterNaming.NAMED
    nameless = next((at for at in range(stop - 1, phrase.start - 1, -1) if tokens[at].lower in _NAMELESS), None)
    if nameless is None or (tokens[nameless].is_capitalised and nameless > 0):
        return AsserterNaming.NAMED
    named = any(tokens[at].is_capitalised for at in range(nameless + 1, stop))
    return AsserterNaming.NAMED if named else AsserterNaming.UNNAMED
