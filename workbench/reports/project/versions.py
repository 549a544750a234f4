"""The newer versions of articles in a JSON project, checked against the articles that it holds."""

from collections.abc import Mapping

from workbench.articles.model import Article
from workbench.claims.model import claim_key
from workbench.matching.model import CarriedClaim, CarriedSentence, VersionChange
from workbench.reports.project.node import Node
from workbench.reports.record import RecordedArticle
from workbench.vocabulary import AnchorState, Facet


def read_versions(root: Node, articles: tuple[RecordedArticle, ...]) -> tuple[VersionChange, ...]:
    """Return the changes from older to newer versions, in the order of the file; a file may have none.

    Raises:
        InterchangeError: an article, a place or a sentence is not there, or an article is an older version of itself.
    """
    known = {recorded.key: recorded.article for recorded in articles}
    found: dict[str, VersionChange] = {}
    listed = root.find("versions")
    for node in listed.items() if listed else ():
        change = _read_version(node, known)
        if change.newer in found:
            node["newer"].fail("it is the newer version of another article already")
        found[change.newer] = change
        line = change.older
        while line in found and line != change.newer:
            line = found[line].older
        if line == change.newer:
            node["older"].fail("an article cannot be an older version of itself")
    return tuple(found.values())


def _read_version(node: Node, articles: Mapping[str, Article]) -> VersionChange:
    newer, older = (_article(node[key], articles) for key in ("newer", "older"))
    claims = node["claims"].each(lambda item: _read_claim(item, newer))
    for key in ("older", "newer"):
        keys = [getattr(claim, key) for claim in claims if getattr(claim, key)]
        if len(set(keys)) < len(keys):
            node["claims"].fail(f"there are two claims with the same “{key}”")
    sentences = node["sentences"].each(lambda item: _read_sentence(item, newer))
    if [sentence.older for sentence in sentences] != list(range(len(older.sentences))):
        node["sentences"].fail("it does not say of each sentence of the older version where it stands")
    return VersionChange(newer.sha256, older.sha256, node["new_sentences"].integer(), claims, sentences)


def _read_claim(node: Node, newer: Article) -> CarriedClaim:
    claim = CarriedClaim(
        node["older"].uuid(),
        node["state"].term(AnchorState),
        node.maybe("newer", Node.uuid),
        node.maybe("start", Node.integer),
        node.maybe("end", Node.integer),
        node.maybe("text", Node.text),
        _sentences(node["sentences"], newer),
        node["candidates"].each(lambda item: _span(item, newer)),
        node["differs"].each(lambda item: item.term(Facet)),
    )
    placed = (claim.newer, claim.start, claim.end, claim.text)
    if any(value is None for value in placed) and any(value is not None for value in placed):
        node.fail("a claim has a key, a start, an end and a text in the newer version, or none of them")
    if claim.start is not None and claim.end is not None and claim.text is not None:
        if not claim.start < claim.end or newer.text[claim.start : claim.end] != claim.text:
            node["text"].fail("it does not stand at this place of the newer version")
        if claim.newer != claim_key(newer.sha256, claim.start, claim.end, claim.text):
            node["newer"].fail("it is not the key of this article, place and text")
    if (claim.newer is not None) != (claim.state in (AnchorState.EXACT, AnchorState.RELOCATED)):
        node["state"].fail("a claim has a place if it is exact or relocated, and else none")
    return claim


def _read_sentence(node: Node, newer: Article) -> CarriedSentence:
    return CarriedSentence(
        node["older"].integer(),
        node["state"].term(AnchorState),
        _sentences(node["newer"], newer),
        node["differs"].each(lambda item: item.term(Facet)),
    )


def _sentences(node: Node, article: Article) -> tuple[int, ...]:
    numbers = node.each(Node.integer)
    if any(number >= len(article.sentences) for number in numbers):
        node.fail(f"the article has {len(article.sentences)} sentences")
    return numbers


def _span(node: Node, article: Article) -> tuple[int, int]:
    span = node.each(Node.integer)
    if len(span) != 2 or not span[0] < span[1] <= len(article.text):
        node.fail("a start and an end within the newer version are expected")
    return span[0], span[1]


def _article(node: Node, articles: Mapping[str, Article]) -> Article:
    return articles.get(node.sha256()) or node.fail("there is no such article in this file")
