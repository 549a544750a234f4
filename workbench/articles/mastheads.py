"""Names of papers and sites on a line of their own, which scraping leaves over or under a title."""

import re
from typing import Final

from workbench.articles.paragraphs import ends_sentence
from workbench.articles.phrases import one_of

_NAME_WORDS: Final = 4
_SMALL_WORDS: Final = frozenset(["the", "of", "and", "in", "on", "for", "to", "at", "&", "|", "-", "/", ">", "»", "·"])
# What newspapers are called, without the words that name sections as often ("The Book Review").
_CALLED: Final = one_of(r"""
    advertiser
    chronicle
    courier
    daily
    dispatch
    enquirer
    examiner
    express
    gazette
    globe
    guardian
    herald
    independent
    inquirer
    journal
    ledger
    mail
    mercury
    messenger
    monitor
    observer
    post
    press
    register
    sentinel
    standard
    star
    sun
    telegram
    telegraph
    times
    tribune
    weekly
""")
_NAME_OF_PAPER: Final = re.compile(rf"the (?:[\w’'&-]+ ){{1,3}}{_CALLED}", re.IGNORECASE)


def is_name_of_site(words: str) -> bool:
    """Whether a line over a title is the name of the site or of a section: few words, each with a capital."""
    own = [word for word in words.split() if word.lower() not in _SMALL_WORDS]
    return (
        len(own) <= _NAME_WORDS
        and all(word[0].isupper() or word[0].isdigit() for word in own)
        and not ends_sentence(words)
    )


def is_name_of_paper(words: str) -> bool:
    """Whether a line is surely a newspaper's name: "The", and at its end a word that papers are called by."""
    return _NAME_OF_PAPER.fullmatch(words) is not None and is_name_of_site(words)


def is_masthead(words: str) -> bool:
    """Whether a line is a paper's name as it stands at the head of a page: in capitals."""
    return words.isupper() and is_name_of_paper(words)
