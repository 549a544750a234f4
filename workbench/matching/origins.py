"""Which articles go back to one origin, and so are not so many independent witnesses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from workbench.articles.model import Article
from workbench.claims.model import Claim
from workbench.matching.agency_credits import agency_credits
from workbench.matching.asserters import shared_asserters
from workbench.matching.fingerprints import Wording
from workbench.matching.linking import components, same_places
from workbench.matching.model import OriginGroup
from workbench.matching.passages import Overlap, overlap
from workbench.vocabulary import SharedOrigin

_FEWEST_FINGERPRINTS: Final = 2  # shared by two articles that are laid side by side
_MOST_PARTNERS: Final = 32  # of one article for one fingerprint; the next in line link the others to it
_FEWEST_OWN_WORDS: Final = 48  # outside quotations that make a copy: more than an outlet's standing note (PolNeAR: 38)
_SHARE_OF_SHORT: Final = 0.25  # of the shorter article, from which fewer own words will do
_FEWEST_OF_SHORT: Final = 24  # more than a copyright line
_WHOLLY: Final = 0.8  # of the shorter article, from which it is called wholly derived (METER's term)


def shared_origins(articles: Iterable[Article], claims: Iterable[Claim] = ()) -> tuple[OriginGroup, ...]:
    """Return the groups of articles that share an origin, with reasons, in an order that the input's does not change.

    Articles share the origin of their words if near-verbatim passages stand in both (kind `words`: one is a copy of
    the other or both are of a third, wholly or partially), or if both credit one agency (`agency`). They share the
    origin of what they know if they quote the same words of somebody (`quotation`), or report what the same
    asserter says (`asserter`; `claims` are the articles' claims). An article can stand in several groups.

    A shared headline, quotation, copyright line or stock phrase makes no copy. The `words` groups are closed: what
    shares words with a member is a member. Takes time linear in the length of the articles that share words with
    few others, and for each article at most 32 comparisons for each text that many share.
    """
    ordered = sorted({article.sha256: article for article in sorted(articles, key=_order)}.values(), key=_order)
    overlaps = list(find_overlaps(ordered))
    copies = [each for each in overlaps if is_copy(each)]
    others = [each for each in overlaps if not is_copy(each)]
    known = {article.sha256 for article in ordered}
    return (
        *_word_groups(copies),
        *_agency_groups(ordered),
        *_quotation_groups(others),
        *_asserter_groups([claim for claim in claims if claim.article in known]),
    )


def find_overlaps(articles: Sequence[Article]) -> Iterator[Overlap]:
    """Yield what each two of the articles (of different keys) have in common, if it is a passage."""
    wordings = [Wording.of(article) for article in articles]
    for a, b in _likely_pairs(wordings):
        found = overlap(articles[a].sha256, wordings[a], articles[b].sha256, wordings[b])
        if found.passages:
            yield found


def is_copy(found: Overlap) -> bool:
    """Whether two articles share so many words, mostly outside quotations, that these come from one hand."""
    if found.own_words >= _FEWEST_OWN_WORDS:
        return True
    return found.likeness >= _SHARE_OF_SHORT and found.weight >= _FEWEST_OF_SHORT


def _order(article: Article) -> tuple[str, str, str]:
    return article.sha256, article.text, article.name


def _likely_pairs(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """Return the pairs of articles that share fingerprints, ascending."""
    bearers: dict[int, list[int]] = {}
    for number, wording in enumerate(wordings):
        for fingerprint in wording.fingerprints:
            bearers.setdefault(fingerprint, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in bearers.values():
        if len(numbers) <= _MOST_PARTNERS:
            shared.update(combinations(numbers, 2))
            continue
        for place, number in enumerate(numbers):
            shared.update((number, other) for other in numbers[place + 1 : place + 1 + _MOST_PARTNERS])
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_FINGERPRINTS)


def _word_groups(copies: Sequence[Overlap]) -> Iterator[OriginGroup]:
    pairs = [(each.passages[0].a_article, each.passages[0].b_article) for each in copies]
    for members in components(pairs):
        inside = [each for each, (a, _) in zip(copies, pairs, strict=True) if a in members]
        passages = tuple(passage for each in inside for passage in each.passages)
        yield OriginGroup(tuple(sorted(members)), SharedOrigin.WORDS, _words_reason(inside), passages=passages)


def _words_reason(copies: Sequence[Overlap]) -> str:
    shares = sorted(each.containment for each in copies)
    least, most = f"{shares[0]:.0%}", f"{shares[-1]:.0%}"
    degree = "wholly derived" if shares[0] >= _WHOLLY else "partially derived"
    share = least if least == most else f"{least} to {most}"
    return f"The same words stand in them: {share} of the shorter article ({degree})."


def _agency_groups(articles: Sequence[Article]) -> Iterator[OriginGroup]:
    names: dict[str, list[str]] = {}
    members: dict[str, list[str]] = {}
    for article, credited in agency_credits(articles).items():
        for credit in credited:
            names.setdefault(credit.key, []).append(credit.name)
            members.setdefault(credit.key, []).append(article)
    for key in sorted(key for key, found in members.items() if len(found) > 1):
        name = min(names[key])
        reason = f"They credit the same agency: {name}."
        yield OriginGroup(tuple(members[key]), SharedOrigin.AGENCY, reason, name)


def _quotation_groups(overlaps: Sequence[Overlap]) -> Iterator[OriginGroup]:
    for passages in same_places([passage for each in overlaps for passage in each.quotations]):
        members = {article for passage in passages for article in (passage.a_article, passage.b_article)}
        reason = "They quote the same words."
        yield OriginGroup(tuple(sorted(members)), SharedOrigin.QUOTATION, reason, passages=tuple(passages))


def _asserter_groups(claims: Sequence[Claim]) -> Iterator[OriginGroup]:
    for name, members in shared_asserters(claims).items():
        yield OriginGroup(members, SharedOrigin.ASSERTER, f"They report what {name} says.", name)
