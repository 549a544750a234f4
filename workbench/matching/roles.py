"""The same words with the roles changed over: "A sued B" and "B sued A"."""

from itertools import combinations
from typing import Final

from workbench.matching.alignment import Alignment
from workbench.matching.model import Difference
from workbench.matching.tokens import Token, normal_form, stem
from workbench.matching.words import REPORTING_WORDS, word_set
from workbench.vocabulary import Facet

_MOST_WORDS: Final = 40  # of those that both sides have once; they are looked at in threes
_FEWEST_WORDS: Final = 2
_SUBJECT_REACH: Final = 3  # words from the first of the two to the word between, and from there to the second
_OBJECT_REACH: Final = 4
_NEARLY_ALL: Final = 0.85  # the share of the longer side's content words that both have, if no names show the roles
# Of these, who does it with whom makes no difference.
_MUTUAL: Final = frozenset(
    stem(normal_form(word))
    for word in word_set(
        "meet marry divorce talk speak negotiate play face join resemble equal versus border argue discuss agree"
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
    known = len(pairs) > _FEWEST_WORDS and _nearly_all_shared(alignment)
    for (a_first, b_first), (a_last, b_last) in combinations(pairs, 2):
        named = all(_is_name(alignment.a, here) for here in (a_first, a_last))
        if b_first < b_last or not (named or known):
            continue
        for here, there in pairs:
            if (
                _joins(alignment.a, a_first, here, a_last)
                and _joins(alignment.b, b_last, there, b_first)
                and _acts(alignment.a, a_last) == _acts(alignment.b, b_first)
            ):
                x, y = alignment.a[a_first], alignment.b[b_last]
                return [Difference(Facet.NAME, x.text, y.text, x.start, x.end, y.start, y.end)]
    return []


def _joins(words: tuple[Token, ...], first: int, place: int, last: int) -> bool:
    """Whether the word at `place` stands close between the two, and says what one does to the other."""
    word = words[place]
    close = 0 < place - first <= _SUBJECT_REACH and 0 < last - place <= _OBJECT_REACH
    is_verb_like = word.text[0].isalpha() and not word.text[0].isupper()  # no number, as in "April 25, 2019"
    says = is_verb_like and word.stem not in _MUTUAL and word.form not in REPORTING_WORDS
    return close and says and all(_is_participant(words, noun, place) for noun in (first, last))


def _is_participant(words: tuple[Token, ...], place: int, verb: int) -> bool:
    """Whether the word can be who does something or to whom it is done: a name, or a noun after its article."""
    if _is_name(words, place) and place:
        return True
    ends = place + 1 in (len(words), verb) or not words[place + 1].is_content
    return ends and (_is_name(words, place) or (place > 0 and words[place - 1].form in _ARTICLES))


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
