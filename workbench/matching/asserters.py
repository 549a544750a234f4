"""Whose assertions several articles report: the origin of what they know, whoever wrote the words."""

from collections.abc import Iterable
from typing import NamedTuple

from workbench.claims.model import Claim
from workbench.matching.names import find_names
from workbench.matching.tokens import tokenize

_Forms = tuple[str, ...]


class _Asserter(NamedTuple):
    """The normal forms of a name, and the name as it is written; `certain` unless its capital may be a sentence's."""

    forms: _Forms
    writing: str
    certain: bool


def shared_asserters(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return for the name of each asserter the articles (keys, ascending) that report their assertions, two or more.

    Asserters are known by their names without role or title; a surname alone is the one person in the claims who
    bears it. Who has no name ("officials", "he") or only that of a country is nobody in particular.
    """
    named = [(who, claim.article) for claim in claims if claim.asserter and (who := _asserter(claim.asserter))]
    bearers: dict[str, set[_Forms]] = {}
    for who, _ in named:
        if len(who.forms) > 1:
            bearers.setdefault(who.forms[-1], set()).add(who.forms)
    writings: dict[_Forms, set[str]] = {}
    articles: dict[_Forms, set[str]] = {}
    for who, article in named:
        forms = _full_forms(who, bearers)
        if forms:
            writings.setdefault(forms, set()).add(who.writing)
            articles.setdefault(forms, set()).add(article)
    return {
        min(writings[forms], key=lambda writing: (-len(writing), writing)): tuple(sorted(articles[forms]))
        for forms in sorted(articles)
        if len(articles[forms]) > 1
    }


def _full_forms(who: _Asserter, bearers: dict[str, set[_Forms]]) -> _Forms | None:
    """Return the full name that a surname stands for; None if several people bear it, or if it may be no name."""
    if len(who.forms) > 1:
        return who.forms
    full = bearers.get(who.forms[0], set())
    if len(full) == 1:
        return next(iter(full))
    return who.forms if who.certain and not full else None


def _asserter(text: str) -> _Asserter | None:
    """Return the name in a description ("Kremlin spokesman Dmitry Peskov"; "Ann Lee, head of the bank"), if any."""
    description = text.split(",")[0]
    words = tokenize(description)
    names = [name for name in find_names(description, words) if not name.country]
    if names:
        return _Asserter(names[-1].forms, description[names[-1].start : names[-1].end], certain=True)
    if len(words) == 1:
        return _Asserter((words[0].form,), words[0].text, certain=len(words[0].text) > 1 and words[0].text.isupper())
    return None
