"""Where the words and where the knowledge of a claim may come from, in the articles that support it.

The two are kept apart: ten outlets that quote one spokesman are ten origins of the words "he said it", and one
origin of the knowledge "it is so". All of it is a suggestion with its reason, for a person to confirm or not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.matching.hint_words import counted
from workbench.matching.knowledge_origins import Known, Way, knowledge
from workbench.matching.model import OriginGroup
from workbench.matching.supporting_words import shared_words, taken_over
from workbench.matching.supports import Support, one_for_each_article
from workbench.matching.word_credits import word_credits
from workbench.matching.word_origins import WordOrigin, word_origins
from workbench.vocabulary import Derivation, OriginKind, OriginLayer

_SURENESS: Final = (
    Derivation.VERBATIM,
    Derivation.REWRITE,
    Derivation.OWN_REPORTING,
    Derivation.SAME_ASSERTER,
    Derivation.UNKNOWN,
)
# With how many articles it is said of: one, or more.
_SAID: Final[dict[Way, tuple[str, str]]] = {
    Way.ASSERTER: ("names its source: {name}", "name the same source: {name}"),
    Way.OWN_REPORTER: ("says that {name} found it out: {note}", "say that {name} found it out: {note}"),
    Way.AGENCY_TEXT: ("has words of {name} and names no source", "have words of {name} and name no source"),
    Way.AGENCY_CREDIT: ("credits {name} and names no source", "credit {name} and name no source"),
    Way.THROUGH: ("has it through {name}", "have it through {name}"),
}
_UNNAMED: Final = " No person is named, so these may be different people."


@dataclass(frozen=True, slots=True)
class OriginHint:
    """Articles among those that support a claim that may share an origin.

    Attributes:
        layer: whether they share the origin of their words or that of what they know.
        kind: what the origin is, as far as words tell; a person or body of unknown kind speaks for itself.
        name: who it is, under one name however the articles call them; never empty.
        articles: their keys, ascending; one, where no other article has this origin.
        derivation: how the least sure of them depends on the origin.
        reason: why, for a person to read; never empty.
    """

    layer: OriginLayer
    kind: OriginKind
    name: str
    articles: tuple[str, ...]
    derivation: Derivation
    reason: str


def origin_hints(supports: Iterable[Support], groups: Sequence[OriginGroup]) -> tuple[OriginHint, ...]:
    """Return where the words and the knowledge of one claim may come from, in the articles that support it.

    Words come first, then knowledge, and within each the surest hint; so the first hint of a layer that has an
    article is the best guess for it. Several may compete for an article ("KCNA via Reuters"), never two of one name. An
    article without a hint shows no origin: that is unknown, and does not make it an independent one.

    The origin of the words is an agency that the article credits, or that another article credits which has the same
    words; or the outlet that had the same words first. The origin of the knowledge is whom the article names for it;
    or, where the outlet speaks itself, its reporter if it says so, or the agency whose words they are.

    `groups` are what `shared_origins` found in the whole collection: which articles are copies of one another, and
    which agencies and asserters they name. The order of neither changes anything. Takes time quadratic in the
    number of supports: a hundred take some tenths of a second.
    """
    each = one_for_each_article(supports)
    credited = word_credits(each, groups)
    taken = taken_over(each, groups, credited.elsewhere)
    words = word_origins(each, credited, shared_words(each, groups), taken)
    words.sort(key=lambda word: _rank(word.derived.values()))
    return (*_word_hints(words), *_knowledge_hints(knowledge(each, groups, credited, words)))


def _word_hints(words: Iterable[WordOrigin]) -> Iterator[OriginHint]:
    for word in words:
        articles = tuple(sorted(word.derived))
        name, kind = word.origin
        yield OriginHint(OriginLayer.WORDS, kind, name, articles, _least_sure(word.derived.values()), word.reason)


def _knowledge_hints(known: Iterable[Known]) -> Iterator[OriginHint]:
    by_name: dict[str, list[Known]] = {}
    for each in known:
        by_name.setdefault(each.knower.name, []).append(each)
    ranked = sorted(by_name, key=lambda name: (min(each.way for each in by_name[name]), -_count(by_name[name])))
    for name in ranked:
        best = _best_of_each(by_name[name])
        derivation = _least_sure(each.derivation for each in best)
        articles = tuple(each.article for each in best)
        yield OriginHint(OriginLayer.KNOWLEDGE, _kind(by_name[name]), name, articles, derivation, _reason(name, best))


def _rank(derivations: Iterable[Derivation]) -> tuple[int, int]:
    """Return what puts the surest hint of the most articles first."""
    found = [_SURENESS.index(each) for each in derivations]
    return min(found), -len(found)


def _count(known: Iterable[Known]) -> int:
    return len({each.article for each in known})


def _best_of_each(known: Iterable[Known]) -> list[Known]:
    """Return for each article, by their keys, the surest way in which it has something from somebody."""
    best: dict[str, Known] = {}
    for each in sorted(known, key=lambda each: (each.article, each.way, each.unnamed, each.note)):
        best.setdefault(each.article, each)
    return list(best.values())


def _least_sure(derivations: Iterable[Derivation]) -> Derivation:
    return max(derivations, key=_SURENESS.index)


def _kind(known: Iterable[Known]) -> OriginKind:
    """Return the kind of a knower: an outlet's reporter for itself alone, and the outlet for others that name it."""
    kinds = {each.knower.kind for each in known if each.knower.kind is not None}
    return min(kinds - {OriginKind.OWN_REPORTER} or kinds, default=OriginKind.OFFICIAL_STATEMENT)


def _reason(name: str, known: Sequence[Known]) -> str:
    return " ".join(_told(name, way, known) for way in Way if any(each.way is way for each in known))


def _told(name: str, way: Way, known: Sequence[Known]) -> str:
    """Return a sentence that says how many of the articles have it so."""
    these = [each for each in known if each.way is way]
    note = ", ".join(f"“{note}”" for note in sorted({each.note for each in these if each.note}))
    one, many = (said.format(name=name, note=note) for said in _SAID[way])
    doubt = _UNNAMED if len(these) > 1 and all(each.unnamed for each in these) else ""
    return f"{counted(len(these), len(known), one, many)}.{doubt}"
