"""How the lists of phrases that the block rules know are written: one pattern a line, so that they can be read."""

import re


def one_of(phrases: str) -> str:
    """Return one regular expression that matches any of the patterns, which stand in `phrases` one a line."""
    lines = (line.strip() for line in phrases.splitlines())
    return "(?:" + "|".join(line for line in lines if line) + ")"


def compile_phrases(phrases: str) -> re.Pattern[str]:
    """Compile `phrases`, one pattern a line, without regard to case."""
    return re.compile(one_of(phrases), re.IGNORECASE)


def words_of(words: str) -> frozenset[str]:
    """Return the words that stand in `words` with white space between them."""
    return frozenset(words.split())
