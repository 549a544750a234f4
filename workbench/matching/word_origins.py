"""Where the words of supporting sentences come from: who is credited with them, and who has the same ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workbench.matching.hint_words import counted, listed
from workbench.matching.linking import components
from workbench.matching.media_names import Medium, medium_called
from workbench.matching.outlets import outlet_name, shown_outlet
from workbench.matching.supporting_words import SharedWords
from workbench.matching.supports import Support
from workbench.matching.word_credits import WordCredits
from workbench.vocabulary import Derivation, OriginKind

_SURENESS: Final = (Derivation.VERBATIM, Derivation.REWRITE, Derivation.UNKNOWN)
_MOST_NAMED: Final = 3  # outlets in the name of an origin that is one of them


@dataclass(frozen=True, slots=True)
class WordOrigin:
    """Who wrote the words of some supporting sentences.

    Attributes:
        origin: their name and kind.
        derived: how the sentences of each article (its key) were made from these words.
        reason: why, in plain words.
        is_agency: whether it is credited as an agency, and not only the outlet that may have had the words first.
    """

    origin: Medium
    derived: Mapping[str, Derivation]
    reason: str
    is_agency: bool


def word_origins(
    supports: Sequence[Support], credited: WordCredits, shared: Sequence[SharedWords], taken: Mapping[str, set[str]]
) -> list[WordOrigin]:
    """Return the origins of the words: the agencies credited, first named first, then outlets whose words others have.

    `taken` tells which articles, also such as are no supports, have the supporting sentences of each. Who has the
    words of an article that credits an agency, and credits nobody, has that agency's words.
    """
    clusters = components((each.a, each.b) for each in shared)
    copied = _copied(credited, taken)
    agencies = _in_order(credited, copied)
    known = {article for article, found in credited.of.items() if found}.union(*copied.values())
    uncredited = {article for cluster in clusters if cluster.isdisjoint(known) for article in cluster}
    by_outlet: dict[tuple[str, bool], list[Support]] = {}
    for cluster in clusters:
        members = [support for support in supports if support.article.sha256 in cluster & uncredited]
        if members:
            by_outlet.setdefault(_first_outlet(members), []).extend(members)
    return [
        *(_agency_origin(agency, credited, clusters, shared, copied.get(agency, set())) for agency in agencies),
        *(_outlet_origin(name, is_first, by_outlet[name, is_first], shared) for name, is_first in sorted(by_outlet)),
    ]


def _in_order(credited: WordCredits, copied: Iterable[Medium]) -> list[Medium]:
    """Return the agencies by the place at which any article names them: in "KCNA via Reuters" KCNA is the first."""
    order = dict.fromkeys(copied, len(credited.agencies))
    for place, credit in ((place, credit) for found in credited.of.values() for place, credit in enumerate(found)):
        order[credit.agency] = min(place, order.get(credit.agency, place))
    return sorted(order, key=lambda agency: (order[agency], agency))


def _copied(credited: WordCredits, taken: Mapping[str, set[str]]) -> dict[Medium, set[str]]:
    """Return for an agency the articles that credit no other, and have a sentence of one that credits it."""
    found: dict[Medium, set[str]] = {}
    for article, others in taken.items():
        own = {credit.agency for credit in credited.of[article]}
        for agency in {agency for other in others for agency in credited.elsewhere.get(other, ())}:
            if not own or agency in own:
                found.setdefault(agency, set()).add(article)
    return found


def _agency_origin(
    agency: Medium,
    credited: WordCredits,
    clusters: Iterable[set[str]],
    shared: Sequence[SharedWords],
    copied: set[str],
) -> WordOrigin:
    """Return the origin that an agency is; `copied` are those that have a sentence of an article that credits it."""
    places = {
        article: credit.place for article, found in credited.of.items() for credit in found if credit.agency == agency
    }
    sure = places.keys() | copied
    alike = {article for cluster in clusters if not cluster.isdisjoint(sure) for article in cluster}
    articles = sorted(sure | {article for article in alike if not credited.of[article]})
    derived = _derived(articles, shared)
    alone = sorted(article for article in copied if derived[article] is not Derivation.VERBATIM)
    derived |= dict.fromkeys(alone, Derivation.VERBATIM)
    reason = [*_credit(agency, places, len(articles)), *_shares(articles, shared)]
    if alone:
        has = counted(len(alone), len(articles), "has", "have")
        reason.append(f"{has} a sentence of another article that credits {agency.name}.")
    return WordOrigin(agency, derived, " ".join(reason), True)


def _credit(agency: Medium, places: Mapping[str, str], total: int) -> list[str]:
    if not places:
        return []
    verb = counted(len(places), total, "credits", "credit")
    return [f"{verb} {agency.name} ({listed(sorted(set(places.values())))})."]


def _outlet_origin(name: str, is_first: bool, supports: Sequence[Support], shared: Sequence[SharedWords]) -> WordOrigin:
    articles = sorted(support.article.sha256 for support in supports)
    when = f"{name} has the earliest date." if is_first else "Their dates do not say who had them first."
    medium = medium_called(name) or Medium(name, OriginKind.OTHER_OUTLET)
    return WordOrigin(medium, _derived(articles, shared), " ".join([*_shares(articles, shared), when]), False)


def _first_outlet(supports: Sequence[Support]) -> tuple[str, bool]:
    """Return the outlet that had words first, and True; or all that may be it, and False."""
    first = _earliest(supports)
    return (_one_of(supports), False) if first is None else (shown_outlet(first.article), True)


def _earliest(supports: Sequence[Support]) -> Support | None:
    """Return the support of the outlet that was first by its date; None if that cannot be told."""
    days = [_day(support) for support in supports]
    if any(day is None for day in days):
        return None
    first = min(day for day in days if day is not None)
    found = [support for support, day in zip(supports, days, strict=True) if day == first]
    return found[0] if len({outlet_name(support.article) for support in found}) == 1 else None


def _day(support: Support) -> date | None:
    """Return the day of the article; the hours of different places do not compare."""
    published = support.article.published
    return None if published is None else date(published.year, published.month, published.day)


def _one_of(supports: Sequence[Support]) -> str:
    outlets = {outlet_name(support.article): shown_outlet(support.article) for support in supports}
    names = [outlets[plain] for plain in sorted(outlets)]
    left = len(names) - _MOST_NAMED
    return " / ".join([*names[:_MOST_NAMED], *([f"{left} more"] if left > 0 else [])])


def _links(articles: Iterable[str], shared: Iterable[SharedWords]) -> Iterator[tuple[str, SharedWords]]:
    """Yield for each article what it shares with another one of them."""
    among = set(articles)
    for each in shared:
        if each.a in among and each.b in among:
            yield each.a, each
            yield each.b, each


def _derived(articles: Sequence[str], shared: Sequence[SharedWords]) -> dict[str, Derivation]:
    derived = dict.fromkeys(articles, Derivation.UNKNOWN)
    for article, each in _links(articles, shared):
        derived[article] = min(derived[article], each.derivation, key=_SURENESS.index)
    return derived


def _shares(articles: Sequence[str], shared: Sequence[SharedWords]) -> list[str]:
    """Return a sentence that says how much of the supporting sentences is shared; none if nothing is."""
    best: dict[str, SharedWords] = {}
    for article, each in _links(articles, shared):
        if article not in best or each.share > best[article].share:
            best[article] = each
    if not best:
        return []
    shares = sorted(each.share for each in best.values())
    share = " to ".join(dict.fromkeys((f"{shares[0]:.0%}", f"{shares[-1]:.0%}")))
    verbatim = all(each.derivation is Derivation.VERBATIM for each in best.values())
    how = "word for word" if verbatim else "with some words changed"
    return [f"{share} of the supporting sentence stands in another of them {how}."]
