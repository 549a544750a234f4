"""How the lists of phrases that the block rules know are written: one phrase a line, so that they can be read."""

import re


def one_of(phrases: str, **named: str) -> str:
    """Return one regular expression that matches any of the phrases.

    Args:
        phrases: a pattern a line; a line that begins with "# " is a comment.
        named: patterns that stand in `phrases` under their names, which are in capitals.
    """
    lines = (line.strip() for line in phrases.splitlines())
    form = "(?:" + "|".join(line for line in lines if line and not line.startswith("# ")) + ")"
    for name, pattern in named.items():
        form = form.replace(name, pattern)
    return form


def compile_phrases(phrases: str, **named: str) -> re.Pattern[str]:
    """Compile what `one_of` returns, without regard to case."""
    return re.compile(one_of(phrases, **named), re.IGNORECASE)


def words_of(words: str) -> frozenset[str]:
    """Return the words that stand in `words` with white space between them."""
    return frozenset(words.split())
