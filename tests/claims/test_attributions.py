"""What a claim tells of who says it: the spans, the chain, the denial, and how a short name was understood."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles.model import Article, Block, Sentence
from workbench.claims import Attribution, Claim, Span, extract_claims
from workbench.claims.asserted_by import asserted_by
from workbench.vocabulary import AsserterNaming, BlockKind

Build = Callable[..., Article]


def words(article: Article, span: Span | None) -> str | None:
    return None if span is None else article.text[span.start : span.end]


def contents(article: Article, attribution: Attribution) -> list[str]:
    return [article.text[span.start : span.end] for span in attribution.contents]


def last_claim(article: Article) -> Claim:
    return extract_claims(article)[-1]


def only(claim: Claim) -> Attribution:
    (attribution,) = claim.attributions
    return attribution


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "said"),
    [
        ("Mayor Anna Lind said the bridge was closed.", "Mayor Anna Lind", "said", ["the bridge was closed"]),
        ("“The bridge is closed,” said Mayor Anna Lind.", "Mayor Anna Lind", "said", ["“The bridge is closed,”"]),
        ("The bridge, Mayor Anna Lind said, was closed in May.", "Mayor Anna Lind", "said",
         ["The bridge", "was closed in May"]),
        ("As Mayor Anna Lind reported, the bridge was closed.", "Mayor Anna Lind", "reported",
         ["the bridge was closed"]),
        ("As Mayor Anna Lind put it, “The bridge was never safe.”", "Mayor Anna Lind", "put it",
         ["“The bridge was never safe.”"]),
        ("The bridge was closed, according to the city archive.", "the city archive", "according to",
         ["The bridge was closed"]),
        ("Mayor Anna Lind (D-Norrland) said the bridge was “never safe.”", "Mayor Anna Lind (D-Norrland)", "said",
         ["the bridge was “never safe.”"]),
        ("A report by the council found that 20 pillars were cracked.", "A report by the council", "found",
         ["that 20 pillars were cracked"]),
        ("“The bridge cannot be saved,” the ruling said.", "the ruling", "said", ["“The bridge cannot be saved,”"]),
        ("In a letter to the council, engineer Ola Berg wrote that it would fall.", "engineer Ola Berg", "wrote",
         ["that it would fall"]),
        ("Mayor Anna Lind on Monday said the bridge was closed.", "Mayor Anna Lind", "said", ["the bridge was closed"]),
        ("Two engineers interviewed in Norrland say the bridge will fall.", "Two engineers interviewed in Norrland",
         "say", ["the bridge will fall"]),
        ("Another builder, Ola Berg of Norrland, said it would hold.", "Another builder, Ola Berg of Norrland",
         "said", ["it would hold"]),
    ],
)  # fmt: skip
def test_content_cue_and_source_are_the_words_of_the_article(
    article: Build, sentence: str, source: str, cue: str, said: list[str]
) -> None:
    read = article(sentence)
    found = only(last_claim(read))
    assert (words(read, found.source), words(read, found.cue), contents(read, found)) == (source, cue, said)


@pytest.mark.parametrize(
    "sentence",
    [
        "State agency NORA reported that Mayor Anna Lind said the bridge was closed.",
        "Mayor Anna Lind said the bridge was closed, state agency NORA reported on Monday.",
        "According to state agency NORA, Mayor Anna Lind said the bridge was closed.",
        "“The bridge was closed,” Mayor Anna Lind said, state agency NORA reported.",
    ],
)
def test_who_passes_it_on_stands_before_who_says_it(article: Build, sentence: str) -> None:
    read = article(sentence)
    claim = last_claim(read)
    outer, inner = claim.attributions
    assert (outer.asserter, inner.asserter) in {
        ("State agency NORA", "Mayor Anna Lind"),
        ("state agency NORA", "Mayor Anna Lind"),
    }
    assert claim.asserter == "Mayor Anna Lind"
    assert [name.casefold() for name in asserted_by(claim, read).chain] == ["state agency nora", "mayor anna lind"]


def test_a_chain_is_carried_through_the_whole_quotation(article: Build) -> None:
    read = article("“The bridge is closed. It was old,” Anna Lind said, NORA reported. “It will be mended.”")
    assert [asserted_by(claim, read).chain for claim in extract_claims(read)] == [("NORA", "Anna Lind")] * 3
    assert contents(read, last_claim(read).attributions[-1]) == ["“It will be mended.”"]


def test_speakers_side_by_side_are_no_chain_and_have_their_own_words(article: Build) -> None:
    read = article("Mayor Anna Lind said the bridge was closed, but engineer Ola Berg said it was open.")
    said = [(asserted_by(claim, read).chain, contents(read, only(claim))) for claim in extract_claims(read)]
    assert said == [(("Mayor Anna Lind",), ["the bridge was closed"]), (("engineer Ola Berg",), ["it was open"])]


@pytest.mark.parametrize(
    ("text", "asserter"),
    [
        ("“The bridge was never safe at all.” — Ida Moe", "Ida Moe"),
        ("“The bridge was never safe at all”—Ida Moe, Norrland", "Ida Moe, Norrland"),
    ],
)
def test_a_quotation_may_be_signed(article: Build, text: str, asserter: str) -> None:
    assert [claim.asserter for claim in extract_claims(article(text))] == [asserter]


def test_a_signature_alone_is_no_claim() -> None:
    quoted, signed = "“The bridge was never safe at all.”", "— Ida Moe"
    text = f"{quoted} {signed}"
    sentences = (
        Sentence(0, len(quoted), 0, quoted),
        Sentence(len(quoted) + 1, len(text), 0, signed),
    )
    read = Article(text, (Block(0, len(text), BlockKind.BODY),), sentences, "0" * 64, "signed.txt")
    assert [(claim.text, claim.asserter) for claim in extract_claims(read)] == [(quoted, "Ida Moe")]


def test_what_the_same_speaker_adds_is_an_attribution_of_its_own(article: Build) -> None:
    read = article("Mayor Anna Lind said the bridge was closed, adding that the ferry ran.")
    claim = last_claim(read)
    assert [item.asserter for item in claim.attributions] == ["Mayor Anna Lind"] * 2
    assert [contents(read, item) for item in claim.attributions] == [["the bridge was closed"], ["that the ferry ran"]]


@pytest.mark.parametrize(
    ("sentence", "denies"),
    [
        ("Mayor Anna Lind denied that the bridge was closed.", True),
        ("Mayor Anna Lind rejected the report that the bridge was closed.", True),
        ("Mayor Anna Lind dismissed the story as false.", True),
        ("Mayor Anna Lind disputed that the bridge was closed.", True),
        ("Mayor Anna Lind did not deny that the bridge was closed.", False),
        ("Mayor Anna Lind rejected the plan of the council.", False),
        ("Mayor Anna Lind said the bridge was closed.", False),
    ],
)
def test_a_denial_is_known(article: Build, sentence: str, denies: bool) -> None:
    read = article(sentence)
    claim = last_claim(read)
    assert [item.denies for item in claim.attributions if item.asserter == "Mayor Anna Lind"] == [denies]
    assert asserted_by(claim, read).words.startswith("denied by" if denies else "asserted by")


@pytest.mark.parametrize(
    ("sentence", "naming"),
    [
        ("Mayor Anna Lind said the bridge was closed.", AsserterNaming.NAMED),
        ("The ministry said the bridge was closed.", AsserterNaming.NAMED),
        ("Harbour analysts Ida Moe and Per Dahl said the bridge was closed.", AsserterNaming.NAMED),
        ("A senior official, who asked not to be named, said the bridge was closed.", AsserterNaming.UNNAMED),
        ("Norrland officials said the bridge was closed.", AsserterNaming.UNNAMED),
        ("Officials quoted in the report said the bridge was closed.", AsserterNaming.UNNAMED),
        ("“The bridge is closed,” said a source close to the mayor.", AsserterNaming.UNNAMED),
        ("We have learned that the bridge was closed.", AsserterNaming.OUTLET_VOICE),
    ],
)
def test_it_is_known_how_the_asserter_is_named(article: Build, sentence: str, naming: AsserterNaming) -> None:
    assert only(last_claim(article(sentence))).naming is naming


def test_a_surname_is_understood_by_the_place_that_gives_the_full_name(article: Build) -> None:
    read = article("City spokesman Jon Vale arrived at noon.", "The bridge is safe, Vale said.")
    claim = last_claim(read)
    assert words(read, only(claim).antecedent) == "City spokesman Jon Vale"
    assert (
        asserted_by(claim, read).understood == "Vale → City spokesman Jon Vale, “City spokesman Jon Vale” in sentence 1"
    )


def test_a_pronoun_is_understood_by_the_last_words_that_named_the_speaker(article: Build) -> None:
    read = article("City spokesman Jon Vale arrived at noon.", "The bridge is safe, Vale said.", "It is old, he added.")
    claim = last_claim(read)
    assert asserted_by(claim, read).understood == "he → City spokesman Jon Vale, “Vale” in sentence 2"
    assert asserted_by(claim, read).words == "asserted by City spokesman Jon Vale"


def test_an_office_is_understood_as_who_holds_it(article: Build) -> None:
    read = article("City spokesman Jon Vale arrived at noon.", "The city spokesman said the bridge was safe.")
    assert last_claim(read).asserter == "City spokesman Jon Vale"
    assert words(read, only(last_claim(read)).antecedent) == "Jon Vale"


def test_a_full_name_needs_no_explanation(article: Build) -> None:
    read = article("Mayor Anna Lind said the bridge was closed.")
    assert asserted_by(last_claim(read), read).understood == ""


def test_in_a_transcript_everything_is_its_speakers(article: Build) -> None:
    read = article(
        "Host Ida Moe spoke with Governor Per Dahl on Sunday.",
        "MOE: The bridge was closed on Monday. It was old.",
        "DAHL: I never said that it was safe.",
        "MOE: You did say so in May.",
    )
    claims = extract_claims(read)[1:]
    assert [claim.asserter for claim in claims] == ["Host Ida Moe", "Host Ida Moe", "Governor Per Dahl", "Host Ida Moe"]
    assert contents(read, claims[1].attributions[0]) == ["It was old."]
    assert words(read, claims[2].attributions[0].antecedent) == "Governor Per Dahl"


def test_one_line_with_a_colon_is_no_transcript(article: Build) -> None:
    read = article("Norrland: The bridge was closed on Monday.", "It was built in 1931.")
    assert [claim.attributions for claim in extract_claims(read)] == [(), ()]


def test_a_quotation_cut_from_the_sentence_that_names_its_speaker_is_theirs(article: Build) -> None:
    read = article("“Was the bridge ever safe at all?” Mayor Anna Lind asked reporters.")
    assert [(claim.asserter, contents(read, only(claim))) for claim in extract_claims(read)] == [
        ("Mayor Anna Lind", ["“Was the bridge ever safe at all?”"])
    ] * 2


@pytest.mark.parametrize(
    ("sentence", "asserter", "cue"),
    [
        ("Mayor Anna Lind’s promise to mend the bridge came late.", "Mayor Anna Lind", "promise"),
        ("The driver was accused of fraud by two engineers in May.", "two engineers", "was accused"),
        ("Allegations that the bridge was unsafe appeared in 1931.", None, "Allegations"),
        ("The driver allegedly fled over the bridge.", None, "allegedly"),
    ],
)
def test_a_mention_in_passing_leaves_the_sentence_to_the_outlet(
    article: Build, sentence: str, asserter: str | None, cue: str
) -> None:
    read = article(sentence)
    claim = last_claim(read)
    assert (claim.asserter, asserted_by(claim, read).words) == (None, "asserted by the outlet itself")
    assert (only(claim).asserter, words(read, only(claim).cue)) == (asserter, cue)


@pytest.mark.parametrize(
    "sentence",
    ["The so-called “experts” were wrong in 1931.", "The “Harbour Days” festival was opened in May."],
)
def test_marks_of_distance_and_titles_are_no_quotations(article: Build, sentence: str) -> None:
    assert last_claim(article(sentence)).attributions == ()


_STARTS = ("Mayor Anna Lind", "NORA", "He", "The spokesman", "A senior official", "Lind", "“It fell,”", "Q:", "LIND:")
_MIDDLES = (
    *("said", "reported that", "denied", "according to", ", adding that", "told the Post", "was accused of", "quoted"),
    *("’s promise to", "as saying", "citing", ", who", ", but", "and", "“It was old.", "It held.”", ","),
)
_ENDS = ("the bridge was closed.", "“it was safe.”", "“We closed it", "two engineers.", "?", "it fell,”")


@st.composite
def told(draw: st.DrawFn) -> list[str]:
    sentence = st.builds(
        lambda start, middle, end: " ".join((start, *middle, end)),
        st.sampled_from(_STARTS),
        st.lists(st.sampled_from(_MIDDLES + _STARTS + _ENDS), max_size=8),
        st.sampled_from(_ENDS),
    )
    return draw(st.lists(st.lists(sentence, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5))


@settings(max_examples=200)
@given(told())
def test_all_spans_are_words_of_the_article_and_contents_lie_in_the_claim_or_its_quotation(
    article: Build, parts: list[str]
) -> None:
    read = article(*parts)
    for claim in extract_claims(read):
        block = read.blocks[read.sentences[claim.sentences[0]].block]
        for attribution in claim.attributions:
            assert all(0 <= span.start < span.end <= len(read.text) for span in attribution.spans)
            for span in attribution.contents:
                assert block.start <= span.start
                assert span.end <= block.end
                inside = claim.start <= span.start and span.end <= claim.end
                assert inside or span.start < claim.start  # the question that its own sentence was cut from


@settings(max_examples=200)
@given(told())
def test_who_reports_stands_before_whom_they_report(article: Build, parts: list[str]) -> None:
    for claim in extract_claims(article(*parts)):
        spans = [[span for span in (*item.contents, item.cue) if span] for item in claim.attributions]
        starts = [(min(span.start for span in own), -max(span.end for span in own)) for own in spans]
        carried = all(item.cue and not claim.start <= item.cue.start < claim.end for item in claim.attributions)
        assert carried or starts == sorted(starts)


@settings(max_examples=100)
@given(told())
def test_the_same_article_has_the_same_attributions(article: Build, parts: list[str]) -> None:
    assert extract_claims(article(*parts)) == extract_claims(article(*parts))
