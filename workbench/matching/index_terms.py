"""The terms that an index finds a text by, and how much more or less each of them says in a query."""

from typing import Final

from workbench.matching.concepts import amounts, concepts, is_concept
from workbench.matching.tokens import content_stems, tokenize, written_words

LONGEST_TEXT: Final = 600  # words of a text that are indexed

# A number or a name tells more of a claim than another word as rare; that a country is spoken of, less.
_NUMBER_FACTOR: Final = 1.3
_CAPITAL_FACTOR: Final = 1.2
_CONCEPT_FACTOR: Final = 0.5


def index_terms(text: str) -> set[str]:
    """Return the stems of the content words and what they speak of; if there are none, all words, or the text."""
    words = written_words(text, LONGEST_TEXT)
    terms = content_stems(words)
    terms.update(concepts(text, words))
    return terms or {word.stem for word in tokenize(text, LONGEST_TEXT)} or {text}


def query_terms(text: str) -> list[tuple[str, float]]:
    """Return the terms of a query in a fixed order, each with the factor of its weight."""
    capitals = {word.stem for word in tokenize(text, LONGEST_TEXT) if word.text[0].isupper()}
    figures = set(map(str, amounts(text)))

    def factor(term: str) -> float:
        if term in figures or term[:1].isdigit():
            return _NUMBER_FACTOR
        if term in capitals:
            return _CAPITAL_FACTOR
        return _CONCEPT_FACTOR if is_concept(term) else 1.0

    return [(term, factor(term)) for term in sorted(index_terms(text))]
