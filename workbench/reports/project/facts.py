"""Articles, extracted claims and collections out of a JSON project, checked against the bytes of the articles."""

import hashlib
from base64 import b64decode
from collections import defaultdict
from datetime import datetime

from workbench.articles.model import Article, Block, Sentence
from workbench.claims.model import Attribution, Claim, Passed
from workbench.claims.spans import Span
from workbench.reports.project.extractions import PlacedClaim, read_extractions
from workbench.reports.project.node import Node
from workbench.reports.record import RecordedArticle, RecordedCollection
from workbench.store.model import ArticleSummary, Extraction
from workbench.vocabulary import AsserterNaming, BlockKind, ClaimOrigin, ClaimType, PassedOver, ScoreReason

UNLABELLED = ""


def read_articles(root: Node) -> tuple[RecordedArticle, ...]:
    """Return the articles with the claims that were extracted from them, in the order of the file.

    Raises:
        InterchangeError: a key, an offset or a reference is wrong.
    """
    extracted: dict[str, list[PlacedClaim]] = defaultdict(list)
    proposed: dict[str, PlacedClaim] = {}
    for node in root["claims"].items():
        claim = read_claim(node)
        if claim.origin is ClaimOrigin.RULES and _was_extracted(node):
            extracted[claim.article].append((node, claim))
        elif claim.origin is ClaimOrigin.LLM and _was_extracted(node):
            proposed[claim.key] = (node, claim)
    extractions = read_extractions(root, proposed)

    def read(node: Node) -> RecordedArticle:
        key = node["key"].sha256()
        return _read_article(node, extracted.pop(key, []), extractions.pop(key, []))

    articles = root["articles"].each(read)
    for orphans in extracted.values():
        orphans[0][0]["article"].fail("there is no such article in this file")
    for unplaced in extractions.values():
        unplaced[0][0]["article"].fail("there is no such article in this file")
    return articles


def _was_extracted(node: Node) -> bool:
    """Whether the claim was found in its article, and does not only come from an older version of it."""
    carried = node.find("carried")
    return carried is None or carried["extracted"].flag()


def read_collections(root: Node, articles: tuple[RecordedArticle, ...]) -> tuple[RecordedCollection, ...]:
    """Return the collections; every article is in one.

    Raises:
        InterchangeError: a collection names an unknown article, or an article is in no collection.
    """
    known = {recorded.key for recorded in articles}
    names: set[str] = set()
    placed: set[str] = set()
    collections = []
    for node in root["collections"].items():
        name = node["name"].name()
        if name in names:
            node["name"].fail("there are two collections of this name")
        keys = node["articles"].each(lambda item: _known(item, known))
        names.add(name)
        placed.update(keys)
        collections.append(RecordedCollection(name, keys))
    for node in root["articles"].items():
        if node["key"].value not in placed:
            node.fail("the article is in no collection")
    return tuple(collections)


def read_claim(node: Node) -> Claim:
    """Return a claim as it was made, whatever was decided about it since.

    Raises:
        InterchangeError: a value is missing or of the wrong kind, or the key is not that of the claim.
    """
    claim = Claim(
        node["article"].sha256(),
        node["start"].integer(),
        node["end"].integer(),
        node["text"].text(),
        node["sentences"].each(Node.integer),
        node.maybe("asserter", Node.text),
        node.maybe("cue", Node.text),
        node["is_quote"].flag(),
        node["type"].term(ClaimType),
        node["checkworthiness"].number(1),
        node["origin"].term(ClaimOrigin),
        node.maybe("checkable", lambda found: found.number(1)),
        node.maybe("reasons", lambda found: found.each(lambda item: item.term(ScoreReason))) or (),
        node.maybe("attributions", lambda found: found.each(_read_attribution)) or (),
        node.maybe("extractor", Node.text),
    )
    if node["key"].uuid() != claim.key:
        node["key"].fail("it is not the key of this article, place and text")
    return claim


def _read_attribution(node: Node) -> Attribution:
    return Attribution(
        node["contents"].each(_read_span),
        node.maybe("cue", _read_span),
        node.maybe("source", _read_span),
        node.maybe("asserter", Node.text),
        node.maybe("antecedent", _read_span),
        node["naming"].term(AsserterNaming),
        node["denies"].flag(),
    )


def _read_span(node: Node) -> Span:
    ends = node.each(Node.integer)
    if len(ends) != 2 or ends[0] > ends[1]:
        node.fail("two offsets are expected, the start and the end")
    return Span(*ends)


def _read_article(
    node: Node, extracted: list[PlacedClaim], asked: list[tuple[Node, Extraction, list[PlacedClaim]]]
) -> RecordedArticle:
    text = node["text"].text()
    blocks = _read_blocks(node["blocks"], text)
    sentences, passed = _read_sentences(node["sentences"], blocks, text)
    article = Article(
        text,
        blocks,
        sentences,
        node["sha256"].sha256(),
        node["name"].text(),
        node.maybe("title", Node.text),
        node.maybe("publisher", Node.text),
        node.maybe("byline", Node.text),
        node.maybe("published", Node.day),
        node.maybe("url", Node.text),
        node.maybe("language", Node.text),
        node["encoding"].text(),
    )
    if node["key"].value != article.sha256:
        node["key"].fail("it is not the sha256 of the article")
    for place, claim in (*extracted, *(placed for _, _, claims in asked for placed in claims)):
        _check_claim(place, claim, article)
    claims = tuple(claim for _, claim in extracted)
    summary = _summary(article, node["added_at"].time(), len(claims))
    raw = _read_raw(node, text, article.sha256)
    return RecordedArticle(summary, article, raw, claims, passed, tuple(found for _, found, _ in asked))


def _read_raw(node: Node, text: str, key: str) -> bytes:
    encoded = node.find("raw")
    try:
        raw = text.encode() if encoded is None else b64decode(encoded.text(), validate=True)
    except ValueError:
        node["raw"].fail("it is not base64")
    if hashlib.sha256(raw).hexdigest() != key:
        node["sha256"].fail(f"it is not the sha256 of the {'text' if encoded is None else 'raw bytes'}")
    return raw


def _read_blocks(node: Node, text: str) -> tuple[Block, ...]:
    end = 0
    blocks = []
    for item in node.items():
        block = Block(item["start"].integer(), item["end"].integer(), item["kind"].term(BlockKind))
        if not end <= block.start <= block.end <= len(text):
            item.fail(f"it does not lie between the block before it and the end of the text, {len(text)}")
        end = block.end
        blocks.append(block)
    return tuple(blocks)


def _read_sentences(
    node: Node, blocks: tuple[Block, ...], text: str
) -> tuple[tuple[Sentence, ...], tuple[Passed, ...]]:
    end = 0
    sentences: list[Sentence] = []
    passed: list[Passed] = []
    for index, item in enumerate(node.items()):
        start, stop, number = (item[key].integer() for key in ("start", "end", "block"))
        if number >= len(blocks):
            item["block"].fail(f"there are {len(blocks)} blocks")
        block = blocks[number]
        if not max(end, block.start) <= start < stop <= block.end:
            item.fail("it does not lie within its block, after the sentence before it")
        reason = item.maybe("passed_over", lambda found: found.term(PassedOver))
        passed += [Passed(index, reason)] if reason else []
        sentences.append(Sentence(start, stop, number, text[start:stop]))
        end = stop
    return tuple(sentences), tuple(passed)


def _check_claim(node: Node, claim: Claim, article: Article) -> None:
    if article.text[claim.start : claim.end] != claim.text or claim.start >= claim.end:
        node["text"].fail("it does not stand at this place of the article")
    for number, attribution in enumerate(claim.attributions):
        if any(span.end > len(article.text) for span in attribution.spans):
            node["attributions"].fail(f"number {number} points beyond the end of the text, {len(article.text)}")
    if any(index >= len(article.sentences) for index in claim.sentences):
        node["sentences"].fail(f"the article has {len(article.sentences)} sentences")


def _summary(article: Article, added_at: datetime, claims: int) -> ArticleSummary:
    return ArticleSummary(
        article.sha256,
        UNLABELLED,
        article.name,
        article.title,
        article.publisher,
        article.published,
        added_at,
        len(article.sentences),
        claims,
        article.language,
    )


def _known(node: Node, known: set[str]) -> str:
    key = node.sha256()
    return key if key in known else node.fail("there is no such article in this file")
