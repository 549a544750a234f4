"""Who is meant: “Peskov”, “he” and “the analysts” resolved to the fullest name that the article gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from workbench.claims import cues
from workbench.claims.names import NameRegister, name_runs, name_text, subject_name
from workbench.claims.reading import SentenceView, Token
from workbench.claims.spans import Span


class SpeakerKind(Enum):
    """What kind of speaker a pronoun can mean."""

    PERSON = auto()
    GROUP = auto()
    INSTITUTION = auto()
    NAME = auto()  # a lone capitalised name: a person or an institution


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who asserts: the name to show, the kind, and the words by which a later mention can mean them."""

    name: str
    kind: SpeakerKind
    words: frozenset[str]


_FITTING = {
    "he": frozenset({SpeakerKind.PERSON, SpeakerKind.NAME}),
    "she": frozenset({SpeakerKind.PERSON, SpeakerKind.NAME}),
    "it": frozenset({SpeakerKind.INSTITUTION, SpeakerKind.NAME}),
    "they": frozenset({SpeakerKind.GROUP, SpeakerKind.INSTITUTION}),
}
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
# The subject of a sentence seldom begins after this many words.
_SUBJECT_WITHIN = 12
_LONGEST_SHOWN = 22


class SpeakerMemory:
    """Resolves sources in the order of the article, remembering who spoke before."""

    def __init__(self, names: NameRegister) -> None:
        self._names = names
        self._recent: list[Speaker] = []

    def resolve(self, view: SentenceView, source: Span) -> Speaker | None:
        """Return who `source` means, and remember them; None for a pronoun that nobody fits."""
        inside = [at for at, token in enumerate(view.tokens) if source.start <= token.start < source.end]
        if not inside:
            return None
        phrase = range(inside[0], inside[-1] + 1)
        words = view.tokens[phrase.start : phrase.stop]
        pronoun = _OBJECTS.get(words[0].lower, words[0].lower)
        if len(words) == 1 and pronoun in cues.SUBJECT_PRONOUNS:
            if pronoun != words[0].lower:
                self.note_mention(view)  # “according to him” may mean somebody named in its own sentence
            speaker = self._of_pronoun(pronoun)
        else:
            speaker = self._meant(words) or self._named(view, phrase)
        if speaker is not None:
            self._recent.append(speaker)
        return speaker

    def note_mention(self, view: SentenceView) -> None:
        """Remember the person a sentence is about, so that “he said” in the next one finds them."""
        for run in name_runs(view.tokens[:_SUBJECT_WITHIN]):
            last = view.tokens[run.stop - 1]
            person = self._names.find(name_text(view.tokens, run).split())
            if person is not None and (person.role or person.apposition) and not (last.quoted or last.is_possessive):
                self._recent.append(Speaker(person.described, SpeakerKind.PERSON, frozenset()))
                return

    def _of_pronoun(self, pronoun: str) -> Speaker | None:
        fitting = _FITTING.get(pronoun, frozenset())
        return next((speaker for speaker in reversed(self._recent) if speaker.kind in fitting), None)

    def _meant(self, words: Sequence[Token]) -> Speaker | None:
        """“the analysts”, “the spokesman”: somebody who spoke before under that word."""
        if words[0].lower != "the" or len(words) > 2 or any(word.is_capitalised for word in words[1:]):
            return None
        noun = words[-1].lower
        kin = _SYNONYMS.get(noun, frozenset({noun}))
        return next((speaker for speaker in reversed(self._recent) if speaker.words & kin), None)

    def _named(self, view: SentenceView, phrase: range) -> Speaker:
        tokens = view.tokens
        shown = _shown(view, phrase)
        words = frozenset(tokens[at].lower for at in phrase)
        if _is_group(tokens, phrase):
            return Speaker(shown, SpeakerKind.GROUP, words)
        name = subject_name(tokens, phrase)
        if name is None or not _ends_with_name(tokens, phrase, name):
            return Speaker(shown, _kind_without_name(tokens, phrase), words)
        person = self._names.find(name_text(tokens, name).split())
        if person is None:
            kind = SpeakerKind.PERSON if words & cues.ROLES or len(name) > 1 else _kind_of_lone_name(words)
            return Speaker(shown, kind, words)
        full = person.described
        apposed = any(tokens[at].text == "," for at in phrase)
        fullest = full if person.role or not apposed or len(full) >= len(shown) else shown
        return Speaker(fullest, SpeakerKind.PERSON, words | {word.casefold() for word in full.split()})


_SYNONYMS = {
    "analysts": frozenset({"analysts", "advisors", "advisers", "experts", "researchers", "strategists"}),
    "experts": frozenset({"experts", "analysts", "researchers"}),
    "spokesman": frozenset({"spokesman", "spokesperson"}),
    "spokeswoman": frozenset({"spokeswoman", "spokesperson"}),
    "agency": frozenset({"agency"}),
    "ministry": frozenset({"ministry"}),
}


def _shown(view: SentenceView, phrase: range) -> str:
    """Return the phrase as the article has it, on one line, without the article before a titled name."""
    tokens = view.tokens
    start = phrase.start
    first = tokens[start]
    if first.lower in {"the", "a", "an"} and phrase.stop - start > 2 and tokens[phrase.stop - 1].is_capitalised:
        start += 1 if _has_role(tokens, phrase) else 0
    stop = tokens[_shown_stop(tokens, phrase) - 1].end
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
        return not tokens[name.stop - 1].is_possessive
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
