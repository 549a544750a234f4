"""Who asserts a claim, as a reviewer is told: the chain of those who report it, and how a short name was understood."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.articles.model import Article
from workbench.claims.model import Attribution, Claim
from workbench.claims.spans import Span
from workbench.vocabulary import AsserterNaming


@dataclass(frozen=True, slots=True)
class AssertedBy:
    """Who asserts a claim.

    Attributes:
        chain: their names, outermost reporter first; empty when the outlet itself asserts it.
        denies: whether the last of them denies it.
        naming: how the article names the last of them.
        understood: how a short name was understood: “he → Jon Vale, “Vale” in sentence 4”; "" if there was no need.
    """

    chain: tuple[str, ...] = ()
    denies: bool = False
    naming: AsserterNaming = AsserterNaming.OUTLET_VOICE
    understood: str = ""

    @property
    def words(self) -> str:
        """“asserted by KCNA → Kim Jong Un”, “denied by Mayor Lind”, “asserted by city officials, not named”."""
        said = "denied" if self.denies else "asserted"
        if not self.chain:
            unnamed = self.naming is AsserterNaming.UNNAMED
            return f"{said} by somebody the article does not name" if unnamed else f"{said} by the outlet itself"
        return f"{said} by {' → '.join(self.chain)}" + (", not named" if self.naming is AsserterNaming.UNNAMED else "")


def asserted_by(claim: Claim, article: Article) -> AssertedBy:
    """Return who asserts `claim`, which was extracted from `article`."""
    main = main_attribution(claim, article)
    if main is None:
        return AssertedBy((claim.asserter,), naming=AsserterNaming.NAMED) if claim.asserter else AssertedBy()
    chain = tuple(item.asserter for item in chain_to(claim.attributions, main) if item.asserter is not None)
    return AssertedBy(chain, main.denies, main.naming, _understood(main, article))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether what `outer` reports is that `inner` reports, or both pass on the same words of another sentence."""
    if inner.cue is not None and any(span.overlaps(inner.cue) for span in outer.contents):
        return True
    return outer.contents == inner.contents


def chain_to(attributions: Sequence[Attribution], last: Attribution) -> tuple[Attribution, ...]:
    """Return those who pass on what `last` says, outermost first, and `last`; each speaker once."""
    through: list[Attribution] = []
    speakers = {last.asserter}
    for attribution in attributions[: attributions.index(last)]:
        if attribution.asserter not in speakers and _holds(attribution, last):
            through.append(attribution)
            speakers.add(attribution.asserter)
    return (*through, last)


def main_attribution(claim: Claim, article: Article) -> Attribution | None:
    """Return that attribution of `claim` which gives it its asserter; None if nobody or a reviewer gave it."""
    fitting = (item for item in claim.attributions if item.asserter == claim.asserter and item.cue is not None)
    return next((item for item in fitting if _words(article, item.cue) == claim.cue), None)


def _understood(main: Attribution, article: Article) -> str:
    if main.antecedent is None or main.source is None or main.asserter is None:
        return ""
    sentence = bisect_right(article.sentences, main.antecedent.start, key=lambda known: known.start)
    said, known_by = _words(article, main.source), _words(article, main.antecedent)
    return f"{said} → {main.asserter}, “{known_by}” in sentence {sentence}"


def _words(article: Article, span: Span | None) -> str:
    return "" if span is None else " ".join(article.text[span.start : span.end].split())
