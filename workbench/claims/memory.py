"""Who has spoken so far in an article, so that “he”, “the spokesman” and “Peskov” find whom they mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.claims import cues
from workbench.claims.names import name_runs, name_text
from workbench.claims.people import NameRegister, Person
from workbench.claims.reading import SentenceView, Token, positions
from workbench.claims.spans import Span
from workbench.claims.speakers import Speaker, SpeakerKind, named_speaker
from workbench.vocabulary import AsserterNaming

_FITTING = {
    "he": frozenset({SpeakerKind.PERSON, SpeakerKind.NAME}),
    "she": frozenset({SpeakerKind.PERSON, SpeakerKind.NAME}),
    "it": frozenset({SpeakerKind.INSTITUTION, SpeakerKind.NAME}),
    "they": frozenset({SpeakerKind.GROUP, SpeakerKind.INSTITUTION}),
}
_OBJECTS = {"him": "he", "her": "she", "them": "they", "his": "he", "its": "it", "their": "they"}
# The subject of a sentence seldom begins after this many words.
_SUBJECT_WITHIN = 12
_LONGEST_POINTER = 4
_KIN = {
    "analysts": ("analysts", "advisors", "advisers", "experts", "researchers", "strategists"),
    "experts": ("experts", "analysts", "researchers"),
    "spokesman": ("spokesman", "spokesperson"),
    "spokeswoman": ("spokeswoman", "spokesperson"),
}


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom the words of a source mean, and the other words of the article by which that was understood, if any."""

    speaker: Speaker
    antecedent: Span | None = None


class SpeakerMemory:
    """Resolves sources in the order of the article, remembering who spoke before; each look takes the same time."""

    def __init__(self, names: NameRegister) -> None:
        self._names = names
        self._labels: dict[Span, Meant | None] = {}
        self._count = 0
        self._last_of_kind: dict[SpeakerKind, tuple[int, Speaker]] = {}
        self._last_with_word: dict[str, tuple[int, Speaker]] = {}

    def resolve(self, view: SentenceView, source: Span) -> Meant | None:
        """Return whom `source` means, and remember them; None for a pronoun that nobody fits."""
        phrase = positions(view.tokens, source)
        if not phrase:
            return None
        words = view.tokens[phrase.start : phrase.stop]
        pronoun = _OBJECTS.get(words[0].lower, words[0].lower)
        if len(words) == 1 and pronoun in cues.SUBJECT_PRONOUNS:
            if pronoun != words[0].lower:
                self.note_mention(view)  # “according to him” may mean somebody named in its own sentence
            speaker = self._of_pronoun(pronoun)
            meant = None if speaker is None else Meant(speaker, speaker.mention)
        else:
            speaker = self._pointed_at(words)
            meant = self._named(view, phrase) if speaker is None else Meant(speaker, speaker.mention)
        if meant is not None:
            self._remember(meant.speaker)
        return meant

    def speaker_at(self, view: SentenceView, label: Span) -> Meant | None:
        """Return whom the label of a turn in a transcript means, which may stand in an earlier sentence."""
        known = self._labels.get(label)
        if known is None and view.start <= label.start < view.end:
            person = self._names.find([view.tokens[at].lower for at in positions(view.tokens, label)])
            known = self.resolve(view, label) if person is None else Meant(_person_at(person, label), person.at)
            self._labels[label] = known
        if known is not None:
            self._remember(known.speaker)
        return known

    def note_mention(self, view: SentenceView) -> None:
        """Remember the person a sentence is about, so that “he said” in the next one finds them."""
        for run in name_runs(view.tokens[:_SUBJECT_WITHIN]):
            last = view.tokens[run.stop - 1]
            person = self._names.find(name_text(view.tokens, run).split())
            if person is not None and (person.role or person.apposition) and not (last.quoted or last.is_possessive):
                self._remember(_person_at(person, Span(view.tokens[run.start].start, last.end)))
                return

    def _remember(self, speaker: Speaker) -> None:
        self._count += 1
        entry = (self._count, speaker)
        self._last_of_kind[speaker.kind] = entry
        self._last_with_word.update(dict.fromkeys(speaker.words, entry))

    def _of_pronoun(self, pronoun: str) -> Speaker | None:
        fitting = [self._last_of_kind[kind] for kind in _FITTING.get(pronoun, ()) if kind in self._last_of_kind]
        return _latest(fitting)

    def _pointed_at(self, words: Sequence[Token]) -> Speaker | None:
        """“the analysts”, “the Kremlin spokesman”: somebody who spoke before under these words."""
        if words[0].lower != "the" or not 1 < len(words) <= _LONGEST_POINTER or words[-1].is_capitalised:
            return None
        noun, others = words[-1].lower, {word.lower for word in words[1:-1]}
        speaker = _latest([self._last_with_word[kin] for kin in _KIN.get(noun, (noun,)) if kin in self._last_with_word])
        return speaker if speaker is not None and others <= speaker.words else None

    def _named(self, view: SentenceView, phrase: range) -> Meant:
        speaker, person = named_speaker(view, phrase, self._names)
        if person is None or speaker.mention.overlaps(person.at) or speaker.name != person.described:
            return Meant(speaker)
        return Meant(replace(speaker, naming=AsserterNaming.NAMED), person.at)


def _person_at(person: Person, mention: Span) -> Speaker:
    """A person who was named, known from now on by their office too (“the mayor”)."""
    office = frozenset(word.casefold() for word in person.role.split())
    return Speaker(person.described, SpeakerKind.PERSON, office, mention)


def _latest(entries: Sequence[tuple[int, Speaker]]) -> Speaker | None:
    return max(entries, key=lambda entry: entry[0])[1] if entries else None
