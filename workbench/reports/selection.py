"""What a report tells of: which claims, and which of its parts. What is left out is counted, and said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workbench.errors import ReportError
from workbench.reports.sections import Section
from workbench.reports.statuses import Status
from workbench.store.claim_state import ClaimState
from workbench.visible import one_line

EVERY_SECTION: Final = tuple(Section)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which claims a report tells of, and which parts it has; what is empty leaves nothing out.

    Attributes:
        statuses: claims that stand in one of these ways.
        decided_by: claims about which one of these reviewers decided anything, undone or not.
        articles: claims of these articles: short names, file names, or keys and their beginnings.
        since: claims about which something was decided at this time (with a time zone) or later, undone or not.
        sections: the parts of a readable report.
    """

    statuses: tuple[Status, ...] = ()
    decided_by: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    since: datetime | None = None
    sections: tuple[Section, ...] = EVERY_SECTION

    @property
    def chooses_claims(self) -> bool:
        """Whether it leaves any claim out."""
        return bool(self.statuses or self.decided_by or self.articles or self.since)

    @property
    def chooses_sections(self) -> bool:
        """Whether it leaves any part out."""
        return set(self.sections) != set(Section)

    def told(self) -> str:
        """Return in words which claims it chooses: “claims that are disputed or final, of article A”."""
        return "claims " + ", ".join(self._conditions()) if self.chooses_claims else "all claims"

    def _conditions(self) -> Iterator[str]:
        if self.statuses:
            yield f"that are {_either(status.label for status in self.statuses)}"
        if self.articles:
            yield f"of {'article' if len(self.articles) == 1 else 'articles'} {_either(self.articles)}"
        if self.decided_by:
            yield f"that {_either(self.decided_by)} decided about"
        if self.since:
            yield f"about which something was decided since {self.since:%Y-%m-%d %H:%M %Z}".rstrip()


EVERYTHING: Final = Selection()
"""Every claim, and every part."""


def article_keys(wanted: Iterable[str], names: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Return the keys of the articles that are `wanted`; `names` holds the short name and the file name by key.

    Raises:
        ReportError: there is no such article.
    """
    return frozenset(key for each in wanted for key in _article_keys(each, names))


def chooses_standing(selection: Selection, state: ClaimState, asked: int, articles: frozenset[str]) -> bool:
    """Return whether `selection` has a claim in it as far as where it stands, and how, tells.

    Args:
        asked: how many votes a claim needs.
        articles: the keys of the articles in `selection`.
    """
    if selection.statuses and status_of(state, asked) not in selection.statuses:
        return False
    return not selection.articles or state.claim.article in articles


def status_of(state: ClaimState, asked: int) -> Status:
    """Return how a claim stands, where so many votes are asked for."""
    return Status.DISCARDED if state.discarded_by else Status(state.state_for(asked).value)


_SHORTEST_KEY: Final = 6


def _article_keys(wanted: str, names: Mapping[str, tuple[str, str]]) -> list[str]:
    exact = [key for key, (label, name) in names.items() if wanted in (key, label, name)]
    found = exact or [key for key in names if len(wanted) >= _SHORTEST_KEY and key.startswith(wanted.lower())]
    if not found:
        raise ReportError(f"There is no article “{one_line(wanted)}” here: workbench articles lists them.")
    return found


def _either(words: Iterable[str]) -> str:
    parts = tuple(words)
    return " or ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)
