"""Whose assertions several articles report: the origin of what they know, whoever wrote the words."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from workbench.claims.cues import ROLES
from workbench.claims.model import Claim
from workbench.matching.names import JOINING, Name, find_names
from workbench.matching.place_frames import BODIES
from workbench.matching.tokens import tokenize

_JOINED: Final = re.compile(r"\b([A-Z]\w*-)([a-z])")  # "Kim Jong-un" is Kim Jong Un
_PREPOSITION: Final = r"(?:in|of|from|for|on|at|by|with|near|to|as|via|who|that|which)\b"
# Whom or where somebody is of ("police in Kharkiv", "spokesman for Tass"), and whom or what a word describes
# ("Putin's mouthpiece", "Teneo analysts"), is not who speaks; a news agency is ("Halyard news agency").
_OBJECT_OF: Final = re.compile(rf"\b{_PREPOSITION}\s+(?:the\s+)?$")
_DESCRIBES: Final = re.compile(
    rf"['’ʼ](?:s\b|(?!\w))|[.’'\s]+(?!{_PREPOSITION}|(?:state |news )*(?:agency|newspaper|paper|website)\b|and\b)[a-z]"
)

_REMEMBERED: Final = 8_192  # descriptions

_Forms = tuple[str, ...]


class _Asserter(NamedTuple):
    """The normal forms of a name, and the name as it is written; `certain` unless its capital may be a sentence's."""

    forms: _Forms
    writing: str
    certain: bool

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals: the UN is not Kim Jong Un."""
        return len(self.writing) > 1 and self.writing.replace(".", "").isupper()


class AsserterNames:
    """The one name under which each of some asserters is known, whatever they are called.

    Asserters are known by their names without role or title; a surname alone is the one person among them who bears
    it. Who has no name ("officials", "he") or only that of a country is nobody in particular.
    """

    def __init__(self, descriptions: Iterable[str]) -> None:
        """Read who is meant from all the `descriptions` ("Kremlin spokesman Dmitry Peskov", "Peskov")."""
        found = {text: who for text in descriptions if (who := _asserter(text))}
        bearers: dict[_Forms, set[_Forms]] = {}
        for who in found.values():
            for start in range(1, len(who.forms)):
                bearers.setdefault(who.forms[start:], set()).add(who.forms)
        self._forms = {text: forms for text, who in found.items() if (forms := _full_forms(who, bearers))}
        writings: dict[_Forms, set[str]] = {}
        for text, forms in self._forms.items():
            writings.setdefault(forms, set()).add(found[text].writing)
        self._writings = {forms: min(each, key=lambda name: (-len(name), name)) for forms, each in writings.items()}

    def name_of(self, description: str) -> str | None:
        """Return the fullest name of whom one of the descriptions means; None for nobody in particular."""
        forms = self._forms.get(description)
        return None if forms is None else self._writings[forms]


def shared_asserters(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return for the name of each asserter the articles (keys, ascending) that report their assertions, two or more."""
    said = [(claim.asserter, claim.article) for claim in claims if claim.asserter]
    names = AsserterNames(asserter for asserter, _ in said)
    articles: dict[str, set[str]] = {}
    for asserter, article in said:
        if name := names.name_of(asserter):
            articles.setdefault(name, set()).add(article)
    return {name: tuple(sorted(articles[name])) for name in sorted(articles) if len(articles[name]) > 1}


def _full_forms(who: _Asserter, bearers: dict[_Forms, set[_Forms]]) -> _Forms | None:
    """Return the full name that its end stands for; None for a surname of several, or if it may be no name."""
    if who.is_acronym:
        return who.forms
    known = bearers.get(who.forms, set())
    full = {forms for forms in known if forms not in bearers}
    if len(full) == 1:
        return next(iter(full))
    return who.forms if len(who.forms) > 1 or (who.certain and not full) else None


@lru_cache(maxsize=_REMEMBERED)
def _asserter(text: str) -> _Asserter | None:
    """Return the name in a description, if any: "spokesman Dmitry Peskov", "Ann Lee, head of the bank"."""
    first, *others = (part.strip() for part in text.split(","))
    if (named := _named(first)) is not None:
        return named
    words = tokenize(first)
    if len(words) == 1:
        lone = _Asserter((words[0].form,), words[0].text, certain=False)
        return lone._replace(certain=lone.is_acronym)
    # "a railwayman, Odo Brandt"; a single name behind a comma may be a place: "police in Paris, Texas".
    return next((named for part in others if (named := _named(part)) is not None and len(named.forms) > 1), None)


def _named(description: str) -> _Asserter | None:
    capitalised = _JOINED.sub(lambda name: name[1] + name[2].upper(), description)
    names = [name for name in find_names(capitalised, tokenize(capitalised)) if _may_speak(name, description)]
    if not names:
        return None
    writing = description[names[-1].start : names[-1].end]
    at = _roles_before(names[-1].forms)
    return _Asserter(names[-1].forms[at:], writing[tokenize(writing)[at].start :], certain=True)


def _roles_before(forms: _Forms) -> int:
    """Return how many words before a name say what somebody is: one of "Mayor Ilse Lind", none of "General Staff"."""
    roles = next((at for at, form in enumerate(forms) if form not in ROLES and form != "elect"), len(forms))
    return 0 if roles == len(forms) or forms[roles] in JOINING or BODIES & set(forms) else roles


def _may_speak(name: Name, description: str) -> bool:
    """Whether a name is of somebody who speaks, and not only near to who does."""
    if name.country or name.forms[0] in JOINING or (len(name.forms) == 1 and name.forms[0] in BODIES):
        return False
    return not _DESCRIBES.match(description, name.end) and not _OBJECT_OF.search(description[: name.start])
