"""What a reviewer relies on when sentences are suggested as the source of a claim."""

import pytest

from workbench.matching import PreparedArticle, TermWeights, find_sources
from workbench.vocabulary import AnchorState, BlockKind

QUAY = "The harbour authority closed the northern quay on Tuesday after cracks were found in two of its pillars."
FERRY = "Ferries to the outer islands left from the fishing port instead, the operator said."
MAYOR = "“We will not reopen it until every pillar has been X-rayed,” said mayor Ilse Brandt – “not before”."
COST = "Repairs could cost 4.2 million euros, according to a first estimate."
TRADE = "The Chamber of Commerce warned of losses for hotels on the islands."


@pytest.fixture
def harbour(make_article):
    return make_article(QUAY, FERRY, MAYOR, COST, TRADE)


@pytest.mark.parametrize("number", range(5))
def test_a_sentence_of_the_article_finds_itself_exactly(harbour, number):
    best = find_sources(harbour.sentences[number].text, harbour)[0]
    assert (best.sentences, best.state) == ((number,), AnchorState.EXACT)
    assert best.score == 100


@pytest.mark.parametrize(
    "text",
    [
        '"We will not reopen it until every pillar has been X-rayed," said mayor Ilse Brandt - "not before".',
        "«We will not reopen it until every\u00a0pillar has been X‑rayed,» said  mayor Ilse\nBrandt—«not before».",
        "every pillar has been X-rayed",
        "until every pil\u00adlar has been X-rayed,’ said mayor",
    ],
)
def test_quotes_dashes_spaces_and_invisible_characters_do_not_matter(harbour, text):
    best = find_sources(text, harbour)[0]
    assert (best.sentences, best.state) == ((2,), AnchorState.EXACT)


@pytest.mark.parametrize(
    "text",
    [
        "The harbor authority closed the northern quay on Tuesday after cracks were found in two of it's pillars.",
        "the harbour authority closed the nothern quay on Tuesday, after cracks were found in two pillars",
        "THE HARBOUR AUTHORITY CLOSED THE NORTHERN QUAY ON TUESDAY AFTER CRACKS WERE FOUND IN TWO OF ITS PILLARS",
    ],
)
def test_lightly_edited_words_are_relocated(harbour, text):
    best = find_sources(text, harbour)[0]
    assert (best.sentences, best.state) == ((0,), AnchorState.RELOCATED)
    assert 88 <= best.score < 100


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The harbour authority closed the northern quay … two of its pillars.", AnchorState.RELOCATED),
        ("“The harbour authority [...] closed the northern quay on Tuesday”", AnchorState.RELOCATED),
        ("The harbour authority closed the northern quay on Tuesday after cracks …", AnchorState.EXACT),
        ("… cracks were found in two of its pillars.", AnchorState.EXACT),
        (
            "The harbour authority closed the quay on Tuesday after cracks were found in its pillars",
            AnchorState.RELOCATED,
        ),
        ("The harbour authority closed the north-\nern quay on Tuesday after cracks were found", AnchorState.RELOCATED),
    ],
)
def test_words_left_out_or_broken_do_not_hide_the_rest(harbour, text, state):
    best = find_sources(text, harbour)[0]
    assert (best.sentences, best.state) == ((0,), state)


def test_words_that_a_text_leaves_out_over_two_sentences_are_found_in_both(make_article):
    article = make_article(COST, (BlockKind.BODY, [QUAY, FERRY]), TRADE)
    text = "closed the northern quay on Tuesday … Ferries to the outer islands left from the fishing port"
    best = find_sources(text, article)[0]
    assert (best.sentences, best.state) == ((1, 2), AnchorState.RELOCATED)


@pytest.mark.parametrize(
    "text",
    [
        "Repairs could cost 7.2 million euros, according to a first estimate.",
        "The Chamber of Geology warned of losses for hotels on the islands.",
    ],
)
def test_another_number_or_name_is_not_the_same_words(harbour, text):
    best = find_sources(text, harbour)[0]
    assert best.sentences in {(3,), (4,)}
    assert best.state is AnchorState.ORPHANED


def test_edited_words_beside_a_look_alike_are_never_chosen_unseen(make_article):
    article = make_article(COST, QUAY.replace("two", "nine"), TRADE, QUAY)
    first, second = find_sources(QUAY.replace("harbour", "harbor"), article)[:2]
    assert [first.sentences, second.sentences] == [(3,), (1,)]
    assert {first.state, second.state} == {AnchorState.AMBIGUOUS}
    verbatim = find_sources(QUAY, article)[0]
    assert (verbatim.sentences, verbatim.state) == ((3,), AnchorState.EXACT)


def test_of_verbatim_places_the_one_that_says_little_else_comes_first(make_article):
    article = make_article(f"Asked again, he said that nobody knew and that {FERRY}", COST, FERRY)
    first, second = find_sources(FERRY, article)[:2]
    assert [first.sentences, second.sentences] == [(2,), (0,)]


def test_what_was_said_two_sentences_before_helps_a_pronoun(make_article):
    article = make_article(
        "He was dismissed by the board.",
        COST,
        TRADE,
        "Oskar Lund led the ferry line.",
        "It owns nine boats.",
        "He was dismissed by the board.",
    )
    best = find_sources("Lund was dismissed in autumn by the whole board", article)[0]
    assert 5 in best.sentences
    assert 0 not in best.sentences


@pytest.mark.parametrize("text", ["." * 5_000, "… " * 2_000, "a" * 5_000, "[...]" * 900, "1.2bn " * 800])
def test_text_without_sense_or_end_is_answered_all_the_same(harbour, text):
    assert isinstance(find_sources(text, harbour), list)


def test_words_over_two_sentences_are_found_as_a_set(make_article):
    article = make_article((BlockKind.BODY, [QUAY, FERRY]), COST)
    best = find_sources(f"{QUAY} {FERRY}", article)[0]
    assert (best.sentences, best.state) == ((0, 1), AnchorState.EXACT)


def test_edited_words_over_two_sentences_are_found_as_a_set(make_article):
    article = make_article((BlockKind.BODY, [QUAY, FERRY]), COST)
    best = find_sources(f"{QUAY} {FERRY}".replace("harbour", "harbor").replace("islands", "isles"), article)[0]
    assert (best.sentences, best.state) == ((0, 1), AnchorState.RELOCATED)


def test_words_that_stand_twice_are_ambiguous_and_both_places_are_named(make_article):
    article = make_article(QUAY, COST, QUAY)
    first, second = find_sources(QUAY, article)[:2]
    assert {first.sentences, second.sentences} == {(0,), (2,)}
    assert {first.state, second.state} == {AnchorState.AMBIGUOUS}


def test_edited_words_with_two_equal_look_alikes_are_ambiguous(make_article):
    article = make_article("Eleven ships left the port at dawn.", COST, "Eleven ships left the fort at dawn.")
    first, second = find_sources("Eleven ships left the sort at dawn.", article)[:2]
    assert {first.sentences, second.sentences} == {(0,), (2,)}
    assert {first.state, second.state} == {AnchorState.AMBIGUOUS}


def test_a_part_of_a_word_is_not_the_word(make_article):
    article = make_article("Portugal won.", "The port is closed.")
    assert [match.sentences for match in find_sources("port", article)] == [(1,)]


def test_a_paraphrase_is_found_but_its_words_are_orphaned(harbour):
    best = find_sources("Cracked pillars made the authority shut the quay in the north", harbour)[0]
    assert (best.sentences, best.state) == ((0,), AnchorState.ORPHANED)
    assert best.score < 100


def test_another_translation_of_a_quotation_is_found(make_article):
    article = make_article(
        "The minister did not take questions about the pipeline.",
        "“What counts for us in dealing with our neighbours is the good of our citizens, and not the complaints of "
        "Vienna,” the agency quoted him as saying.",
        "Vienna had complained about the pipeline to its neighbours before.",
        "The neighbours of the plant want to go to court.",
    )
    claim = "“The good of our citizens counts for us, not complaints from Vienna,” he said."
    assert find_sources(claim, article)[0].sentences == (1,)


def test_indirect_speech_finds_the_words_it_reports(make_article):
    article = make_article(
        "Several resolutions of the assembly are in force.",
        "The foreign office said on Monday that any sale of the turbines would plainly breach several resolutions of "
        "the assembly and that it would answer at once.",
        "The sale of the turbines was agreed in spring.",
    )
    claim = "Selling turbines would “plainly breach several resolutions of the assembly,” said spokeswoman Ana Duarte."
    assert find_sources(claim, article)[0].sentences == (1,)


def test_a_caption_finds_the_caption_of_another_picture_of_the_event(make_article):
    article = make_article(
        "A meeting of President Oskar Lund with miners is planned for the autumn.",
        "President Lund needs the votes of the north.",
        (BlockKind.CAPTION, ["Lund and Tamm in 2018"]),
        (BlockKind.CAPTION, ["It was five years ago that the two heads of government last met – in Narvik as well."]),
        (BlockKind.CREDIT, ["(Photo: agency)"]),
        "Tamm, who leads the north’s largest party, has not commented.",
    )
    claim = (
        "Norwegian President Oskar Lund, left, and party leader Greta Tamm embrace before their meeting in Narvik, "
        "Norway, on Friday, June 8, 2018."
    )
    assert 3 in find_sources(claim, article)[0].sentences


def test_what_one_sentence_leaves_open_another_completes(make_article):
    article = make_article(
        TRADE,
        "The bridge over the Leda was opened in 1911 by the grand duke.",
        FERRY,
        "Its arches of red sandstone were blown up in the last week of the war.",
        COST,
    )
    claim = "The Leda bridge, opened in 1911, lost its red sandstone arches in the last week of the war"
    assert find_sources(claim, article)[0].sentences == (1, 3)


def test_only_text_that_speaks_for_the_article_answers_a_paraphrase(make_article):
    article = make_article(
        (BlockKind.PROMO, ["Read also: Cracks close the northern quay"]),
        (BlockKind.CREDIT, ["Photo of the northern quay: Cracks agency"]),
        TRADE,
        (BlockKind.BOILERPLATE, ["Sign up for news of the northern quay."]),
    )
    assert not find_sources("On the northern quay there are cracks", article)
    promo = find_sources("Cracks close the northern quay", article)[0]
    assert (promo.sentences, promo.state) == ((0,), AnchorState.EXACT)


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("President Zelenskyy spoke", "Selenskyj was heard in parliament."),
        ("North Korea fired a rocket", "Pyongyang launched something at dawn."),
        ("Vier firms were acquired", "The acquisition was approved."),
        ("Thirteen were missing", "Nobody knows where the 13 are."),
        ("A gap of 1.2bn", "They are 1,200 million behind."),
    ],
)
def test_other_spellings_names_inflections_and_figures_are_recognised(make_article, claim, sentence):
    article = make_article(TRADE, sentence, COST, MAYOR)
    assert find_sources(claim, article)[0].sentences == (1,)


@pytest.mark.parametrize("text", ["", " ", "…", "“”", "\u200b", "zyx"])
def test_text_that_says_nothing_finds_nothing(harbour, text):
    assert find_sources(text, harbour) == []


def test_an_article_without_sentences_answers_nothing(make_article):
    assert find_sources(QUAY, make_article()) == []


def test_limit_and_order(harbour):
    found = find_sources("The authority said the islands and the quay cost millions", harbour, limit=2)
    assert len(found) == 2
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)


def test_a_prepared_article_answers_like_the_article(harbour):
    claim = "Hotels fear losses on the islands"
    assert find_sources(claim, PreparedArticle(harbour)) == find_sources(claim, harbour)


def test_words_that_are_common_in_the_collection_weigh_less(make_article):
    article = make_article("The summit opened in the old mint.", "Delegates praised the soup.")
    others = [make_article(f"The summit is on day {number}.", name=str(number)) for number in range(20)]
    weights = TermWeights.from_articles([article, *others])
    assert PreparedArticle(article, weights).weight("summit") < PreparedArticle(article, weights).weight("soup")
    alone = PreparedArticle(article)
    assert alone.weight("summit") == alone.weight("soup")
