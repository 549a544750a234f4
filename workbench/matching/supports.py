"""An article that supports a claim: its sentences, and what the article itself claims there."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.articles.model import Article, Sentence
from workbench.claims.model import Claim


@dataclass(frozen=True, slots=True)
class Support:
    """One article that supports a claim.

    Attributes:
        article: the article.
        sentences: the numbers of its sentences that support the claim.
        claims: the claims of the article itself, all of them: who asserts what there.
    """

    article: Article
    sentences: tuple[int, ...]
    claims: tuple[Claim, ...]

    @property
    def stated(self) -> tuple[Sentence, ...]:
        """The supporting sentences."""
        return tuple(self.article.sentences[number] for number in self.sentences)

    @property
    def assertions(self) -> tuple[Claim, ...]:
        """The article's claims that stand in the supporting sentences."""
        wanted = set(self.sentences)
        return tuple(claim for claim in self.claims if not wanted.isdisjoint(claim.sentences))


def one_for_each_article(supports: Iterable[Support]) -> tuple[Support, ...]:
    """Return the supports by the keys of their articles, ascending; those of one article joined."""
    joined: dict[str, list[Support]] = {}
    for support in supports:
        joined.setdefault(support.article.sha256, []).append(support)
    return tuple(_joined(joined[key]) for key in sorted(joined))


def _joined(supports: list[Support]) -> Support:
    sentences = sorted({number for support in supports for number in support.sentences})
    claims = dict.fromkeys(claim for support in supports for claim in support.claims)
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.text, claim.asserter or ""))
    return Support(supports[0].article, tuple(sentences), tuple(ordered))
