"""Any stretch of an article that somebody chooses is read like a claim of the rules."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.model import Article
from workbench.claims import Claim, Span, claims_at, extract_claims
from workbench.vocabulary import ClaimType

TEXT = """Harbour closed

Mayor Anna Lind said the bridge was closed on Friday. It cost 40 million crowns. Nobody was hurt, she said.

Was it safe? The ferry carries 400 people.
"""
ARTICLE = read_article(TEXT.encode(), name="harbour.txt")


def whole(claim: Claim) -> Span:
    return Span(claim.start, claim.end)


def test_the_place_of_a_claim_of_the_rules_gives_that_claim(article: Callable[..., Article]) -> None:
    said = ("Mayor Anna Lind said the bridge was closed.", "It cost 40 million crowns.", "Nobody was hurt, she said.")
    read = article(*said)
    made = extract_claims(read)
    assert claims_at(read, map(whole, made)) == made


def test_a_part_has_its_own_words_type_and_sentences() -> None:
    start = TEXT.index("The ferry carries")
    (claim,) = claims_at(ARTICLE, [Span(start, start + len("The ferry carries 400 people"))])
    assert claim.text == "The ferry carries 400 people"
    assert claim.type is ClaimType.NUMERICAL
    assert [ARTICLE.sentences[index].text for index in claim.sentences] == ["The ferry carries 400 people."]
    assert claim.checkable is not None


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=4))
def test_any_stretch_inside_the_sentences_is_read(ends: list[tuple[int, int]]) -> None:
    inside = range(ARTICLE.sentences[0].start, ARTICLE.sentences[-1].end + 1)
    spans = [Span(min(pair), max(pair)) for pair in ends if min(pair) in inside and max(pair) in inside]
    spans = [span for span in spans if span.length]
    for span, claim in zip(spans, claims_at(ARTICLE, spans), strict=True):
        assert (claim.start, claim.end) == (span.start, span.end)
        assert claim.text == ARTICLE.text[span.start : span.end]
        assert claim.sentences == tuple(sorted(claim.sentences))
        assert all(0 <= index < len(ARTICLE.sentences) for index in claim.sentences)


def test_what_no_rule_reads_has_no_scores() -> None:
    title, german = Span(0, len("Harbour closed")), "Der Hafen wurde am Montag geschlossen, sagte die Stadt. " * 8
    (in_title,) = claims_at(ARTICLE, [title])
    other = read_article(f"Hafen zu\n\n{german}\n".encode(), name="hafen.txt")
    (in_german,) = claims_at(other, [Span(other.sentences[1].start, other.sentences[1].end)])
    for claim in (in_title, in_german):
        assert (claim.asserter, claim.checkable, claim.reasons, claim.attributions) == (None, None, (), ())
