"""Every sentence is a claim or is passed over with a reason, for any article whatever."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles.model import Article, Block, Sentence
from workbench.claims import Claim, Passed, claim_key, extract_claims, read_ledger
from workbench.vocabulary import BlockKind, PassedOver

Build = Callable[..., Article]

_PIECES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["“", "”", "\"", "'", "’", "‘", "''", ",", ".", ":", "?", "—", "said", "told", "according", "to", "he",
             "they", "it", "who", "and", "adding", "as", "saying", "quoted", "Kim", "Mayor", "Anna", "the", "For",
             "spokesman", "claims", "12", ";", "but", "while", "(", ")",
             "the bridge was closed", "it had rained",
             "On", "Monday", "that", "was", "I", "\n", "\x00", "\u202e", "[b]"]
        ),
        max_size=25,
    ).map(" ".join),
)  # fmt: skip


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = ""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for kind, pieces in draw(
        st.lists(st.tuples(st.sampled_from(BlockKind), st.lists(_PIECES, max_size=4)), max_size=6)
    ):
        start = len(text)
        for piece in pieces:
            sentences.append(Sentence(len(text), len(text) + len(piece), len(blocks), piece))
            text += piece + " "
        blocks.append(Block(start, len(text), kind))
        text += "\n\n"
    return Article(text, tuple(blocks), tuple(sentences), "0" * 64, "any.txt")


@settings(max_examples=300)
@given(articles())
def test_each_sentence_is_in_claims_or_passed_over_and_never_both(article: Article) -> None:
    ledger = read_ledger(article)
    claimed = {number for claim in ledger.claims for number in claim.sentences}
    passed = [entry.sentence for entry in ledger.passed]
    assert sorted([*claimed, *passed]) == list(range(len(article.sentences)))


@settings(max_examples=300)
@given(articles())
def test_a_claim_is_a_sentence_or_a_part_of_one_to_the_character(article: Article) -> None:
    made: dict[int, list[Claim]] = {}
    for claim in extract_claims(article):
        (number,) = claim.sentences
        made.setdefault(number, []).append(claim)
        assert article.text[claim.start : claim.end] == claim.text
        assert claim.article == article.sha256
    for number, claims in made.items():
        sentence = article.sentences[number]
        assert (claims[0].start, claims[-1].end) == (sentence.start, sentence.end)
        assert all(before.end < after.start for before, after in pairwise(claims))


@settings(max_examples=300)
@given(articles())
def test_scores_lie_between_none_and_all_and_name_each_reason_once(article: Article) -> None:
    for claim in extract_claims(article):
        assert claim.checkable is not None
        assert 0.0 <= claim.checkable <= 1.0
        assert 0.0 <= claim.checkworthiness <= 1.0
        assert len(set(claim.reasons)) == len(claim.reasons)


@given(articles())
def test_reading_the_same_article_twice_gives_the_same_claims(article: Article) -> None:
    assert read_ledger(article) == read_ledger(article)


def test_only_body_and_captions_make_claims(article: Build) -> None:
    sentence = "The harbour bridge was closed on 4 May 2021."
    read = article(*((kind, sentence) for kind in BlockKind))
    kinds = {read.block_of(read.sentences[claim.sentences[0]]).kind for claim in extract_claims(read)}
    assert kinds == {BlockKind.BODY, BlockKind.CAPTION}
    reasons = {read.block_of(read.sentences[item.sentence]).kind: item.reason for item in read_ledger(read).passed}
    assert all(reason.value == kind.value for kind, reason in reasons.items())


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("What will the council do now?", PassedOver.QUESTION),
        ("“Why was the bridge closed at all?”", PassedOver.QUESTION),
        ("Anna Lind and Ola Berg in conversation", PassedOver.FRAGMENT),
        ("***", PassedOver.FRAGMENT),
        ("Same this time too.", PassedOver.NO_ASSERTION),
        ("Please enter your comment below.", PassedOver.NO_ASSERTION),
        ("That is disgraceful.", PassedOver.NO_ASSERTION),
        ("Norrland 4,300 4,500 4,700 12.1", PassedOver.FRAGMENT),
        ("Will the bridge be closed for good?", PassedOver.QUESTION),
    ],
)
def test_a_sentence_that_asserts_nothing_is_passed_over_with_its_reason(
    article: Build, sentence: str, reason: PassedOver
) -> None:
    assert read_ledger(article(sentence)).passed == (Passed(0, reason),)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council meets on Mondays.",
        "Two people died.",
        "The law forbids it.",
        "I saw the pillar break.",
        "The bridge was safe, wasn’t it?",
        "The bridge was safe, right?",
        "Anna Lind is the author of a book for children called What Is a Bridge?",
        "Isn’t it odd that the bridge was closed on a Sunday?",
        "The engineers had warned of the cracks, so why was the bridge open?",
        "The council will rebuild the bridge.",
        "The council should rebuild the bridge.",
        "Their plan is a disgraceful waste of money and time.",
        "asked the harbour master.",
        "The harbour bridge is safe, Mayor Anna Lind said on Monday",
        "The mayor hopes on Tuesday",
        "“Was it safe?” he asked the engineers.",
        "Nobody was told.",
        "It carries water.",
    ],
)
def test_short_plain_statements_are_claims(article: Build, sentence: str) -> None:
    assert [claim.text for claim in extract_claims(article(sentence))] == [sentence]


def test_an_empty_article_has_an_empty_ledger(article: Build) -> None:
    assert read_ledger(article()).claims == ()


def test_the_key_of_a_claim_is_that_of_its_article_span_and_text(article: Build) -> None:
    (claim,) = extract_claims(article("The bridge was closed in 2021."))
    assert claim.key == claim_key(claim.article, 0, 30, "The bridge was closed in 2021.")
