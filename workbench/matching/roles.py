"""The same words with the roles changed over: "A sued B" and "B sued A"."""

from itertools import combinations
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.tokens import Token, normal_form, stem
from workbench.matching.words import word_set
from workbench.vocabulary import Facet

_MOST_WORDS: Final = 40  # of those that both sides have once; they are looked at in threes
_SUBJECT_REACH: Final = 3  # words from the first of the two to the word between, and from there to the second
_OBJECT_REACH: Final = 4
_NEARLY_ALL: Final = 0.85  # the share of the longer side's content words that both have, if no names show the roles
# Of these, who does it with whom makes no difference.
_MUTUAL: Final = frozenset(
    stem(normal_form(word))
    for word in word_set(
        "meet marry divorce talk speak negotiate play face join resemble equal and with versus border argue discuss agree"
    )
)
_AGENT: Final = frozenset({"by", "of", "from"})
_ARTICLES: Final = word_set("a an the his her its their our my your this that these those some")
_REACH: Final = 3  # words before a name among which "by" makes it the one who acts


def role_differences(alignment: Alignment) -> list[Difference]:
    """Return the two who changed places around a word that both passages share; empty if none did.

    Both, and the word between them, stand once on either side, and in the opposite order: then one passage says of the
    second what the other says of the first, unless "by" turns one of them round again.
    """
    pairs = _single_shared(alignment)
    names = {here for here, _ in pairs if _is_name(alignment.a, here)}
    if not names and not _nearly_all_shared(alignment):
        return []
    for (a_first, b_first), (a_last, b_last) in combinations(pairs, 2):
        if b_first < b_last or not _are_participants(alignment, (a_first, b_first), (a_last, b_last), names):
            continue
        between = (pair for pair in pairs if a_first < pair[0] < a_last and b_last < pair[1] < b_first)
        if any(
            _joins(alignment.a, a_first, here, a_last) and _joins(alignment.b, b_last, there, b_first)
            for here, there in between
        ) and _acts(alignment.a, a_last) == _acts(alignment.b, b_first):
            x, y = alignment.a[a_first], alignment.b[b_last]
            return [Difference(Facet.NAME, x.text, y.text, x.start, x.end, y.start, y.end)]
    return []


def _are_participants(alignment: Alignment, first: tuple[int, int], last: tuple[int, int], names: set[int]) -> bool:
    """Whether both words can be who does something or to whom it is done: names, or nouns with an article."""
    if names:
        return {first[0], last[0]} <= names
    return all(_is_noun(alignment.a, here) and _is_noun(alignment.b, there) for here, there in (first, last))


def _is_noun(words: tuple[Token, ...], place: int) -> bool:
    led = place > 0 and words[place - 1].form in _ARTICLES
    return led and (place + 1 == len(words) or not words[place + 1].is_content)


def _joins(words: tuple[Token, ...], first: int, place: int, last: int) -> bool:
    """Whether the word at `place` stands close between the two, and says what one does to the other."""
    word = words[place]
    close = place - first <= _SUBJECT_REACH and last - place <= _OBJECT_REACH
    return close and word.stem not in _MUTUAL and not word.text[0].isupper()


def _acts(words: tuple[Token, ...], place: int) -> bool:
    return any(word.form in _AGENT for word in words[max(0, place - _REACH) : place])


def _single_shared(alignment: Alignment) -> list[tuple[int, int]]:
    """Return the places of the content words that both sides have once, in the order of `a`."""
    pairs = sorted(alignment.single_places().items())
    return [(here, there) for here, there in pairs if alignment.a[here].is_content][:_MOST_WORDS]


def _is_name(words: tuple[Token, ...], place: int) -> bool:
    return words[place].text[0].isupper()


def _nearly_all_shared(alignment: Alignment) -> bool:
    a, b = ({word.stem for word in words if word.is_content} for words in (alignment.a, alignment.b))
    return len(a & b) >= _NEARLY_ALL * max(len(a), len(b), 1)
