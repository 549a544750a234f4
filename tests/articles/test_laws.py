"""What holds for every article, whatever the bytes were."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.articles import Article, read_article
from workbench.articles.readers.registry import readable_suffixes
from workbench.articles.sentences import sentence_spans
from workbench.errors import UnreadableArticleError

WORDS = st.sampled_from(
    re.split(
        r" (?! )",
        "The minister said on Monday that 14 trains had left for Łódź . “We will see,” she added ( … ) "
        "Brig. Gen. U.S. p.m. Photo: AP | Reuters (Photo: dpa) Read more: Source link Related Articles By Jane Doe "
        "13 September 2023 \n \n\n \r\n \t é ü ’ – 😀 \u202e \x1b[31m \x00 \u2028 \x0c",
    )
)
SCRAPED = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
SIGNS = "abIXY.!?…\"'“”’)([],;:-–—•*1290 \n\t\xa0\u2028é中😀𝔸"
MARKS = re.split(
    r"[|]",
    ". . .| [...] |U.S.|p.m.|No. |Mr. |Inc. |[1]|1) A|2) B|The |Image: A|(AP) — | By Anna Lind | Monday, May 4, 2015 ",
)
STOPS = st.lists(st.sampled_from([*SIGNS, *MARKS]), max_size=60).map("".join)
NEWSY = st.lists(
    st.sampled_from(
        [
            "The café in Zürich reopened on Monday, its owner said.",
            "“We had waited for years,” Mr. Müller said. He smiled.",
            "Señor Peña came at 5 p.m. and left at once.",
            "What now?",
            "(Photo: dpa)",
            "Read also: The long way home",
            "It costs 20 € – or 22 £.",
            "By Jane Doe",
            "Share this",
        ]
    ),
    min_size=2,
    max_size=8,
).map("\n\n".join)


def assert_lawful(article: Article) -> None:
    """Blocks and sentences are ordered, disjoint, true to the text, and hold every visible character."""
    assert not re.search("[\r\x00\ud800-\udfff]", article.text)
    end = 0
    for block in article.blocks:
        assert end <= block.start < block.end <= len(article.text)
        assert not article.text[end : block.start].strip()
        end = block.end
    assert not article.text[end:].strip()
    covered = 0
    for sentence in article.sentences:
        block = article.block_of(sentence)
        assert max(covered, block.start) <= sentence.start < sentence.end <= block.end
        assert article.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip()
        assert not article.text[covered : sentence.start].strip()
        covered = sentence.end
    assert not article.text[covered:].strip()
    assert [s.block for s in article.sentences] == sorted(s.block for s in article.sentences)
    assert {s.block for s in article.sentences} == set(range(len(article.blocks)))


def read_or_refuse(raw: bytes, name: str | None) -> None:
    """Read `raw`: what comes is a lawful article or one clear line."""
    try:
        article = read_article(raw, name=name)
    except UnreadableArticleError as refusal:
        line = str(refusal)
    else:
        return assert_lawful(article)
    assert line
    assert "\n" not in line
    return None


@given(st.binary(max_size=300), st.sampled_from([None, "a.txt", "a.html"]))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_any_bytes_are_an_article_or_refused(raw: bytes, name: str | None) -> None:
    """No bytes end in any other error."""
    read_or_refuse(raw, name)


STARTS = st.sampled_from([b"", b"%PDF-1.4\n1 0 obj\n", b"PK\x03\x04word/document.xml", b"From: a@b.c\nSubject: x\n\n"])


@given(STARTS, st.binary(max_size=300), st.sampled_from(sorted(readable_suffixes())))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_any_bytes_of_any_format_are_an_article_or_refused(start: bytes, raw: bytes, suffix: str) -> None:
    """No reader lets an error of its library out."""
    read_or_refuse(start + raw, f"a{suffix}")


@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_any_text_is_an_article_or_refused(text: str, encoding: str) -> None:
    """Every Unicode text can be read, in every Unicode encoding."""
    read_or_refuse(text.encode(encoding, errors="ignore"), "a.txt")


@given(SCRAPED)
@settings(max_examples=300, deadline=None)
def test_scraped_text_keeps_the_laws(text: str) -> None:
    """Offsets stay true through datelines, credits, control characters and newlines of any kind."""
    read_or_refuse(text.encode(), "a.txt")


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<h1>",
                "<li>",
                "<figure>",
                "<figcaption>",
                "<br>",
                "<table><tr><td>",
                "</figure>",
                "<!--",
                "-->",
                "<script>",
                "<article>",
                "&#0;",
                "&#xD800;",
                "&amp;",
                "<",
                ">",
                "One was there. ",
                "The second came later, she said.",
                "Photo: AP",
                "<html lang=x>",
                "<title>",
                "\x00",
                "<meta charset=nothing>",
                '<script type="application/ld+json">{"@type":"NewsArticle","author":[null,[]],"headline":3}</script>',
                "</div>" * 9,
                "<div>" * 99,
            ]
        ),
        max_size=40,
    ).map("".join)
)
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_any_markup_is_an_article_or_refused(markup: str) -> None:
    """Broken pages are read as far as they go."""
    read_or_refuse(markup.encode(), "a.html")


@given(SCRAPED.filter(lambda text: "\x00" not in text))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_a_utf8_unix_text_is_kept_whole(text: str) -> None:
    """What a plain text holds is typed, never dropped or changed."""
    text = text.replace("\r", "")
    if text.strip():
        assert read_article(text.encode(), name="a.txt").text == text


def parts(raw: bytes) -> tuple[object, ...]:
    """What must not depend on how a text was written down."""
    article = read_article(raw, name="a.txt")
    return article.text, article.blocks, article.sentences, article.title, article.published, article.language


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@given(NEWSY)
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_the_encoding_does_not_matter(encoding: str, text: str) -> None:
    """The same text gives the same article in every encoding that can hold it."""
    assert parts(text.encode(encoding)) == parts(text.encode())


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@given(SCRAPED.filter(lambda text: not set("\r\x00") & set(text) and text.strip()))
@settings(deadline=None)  # the first call imports what later calls find loaded
def test_the_newline_does_not_matter(newline: str, text: str) -> None:
    """The same text gives the same article with the newlines of every system."""
    assert parts(text.replace("\n", newline).encode()) == parts(text.encode())


@given(st.one_of(st.text(max_size=200), STOPS, SCRAPED))
@settings(max_examples=300, deadline=None)
def test_sentences_hold_every_visible_character_in_order(text: str) -> None:
    """Spans are ordered, disjoint and tight, and nothing but space lies between them, whatever the text."""
    end = 0
    for start, stop in sentence_spans(text):
        assert end <= start < stop <= len(text)
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


@given(STOPS)
@settings(max_examples=300, deadline=None)
def test_a_soft_newline_counts_as_a_blank(text: str) -> None:
    """Where lines were wrapped changes no sentence."""
    assert sentence_spans(text.replace(" ", "\n")) == sentence_spans(text.replace("\n", " "))


@given(STOPS)
@settings(max_examples=300, deadline=None)
def test_what_stands_before_a_sentence_does_not_change_it(text: str) -> None:
    """Each place is decided from what is near it, so that the work grows with the length of the text alone."""
    before = "It rained all day in the harbour. " * 9
    alone = f"Then {text}"
    spans = sentence_spans(before + alone)
    shifted = [(start - len(before), end - len(before)) for start, end in spans]
    assert [span for span in shifted if span[0] >= 0] == sentence_spans(alone)
