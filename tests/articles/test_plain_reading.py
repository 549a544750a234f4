"""Sentences of other languages than English end at their punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.articles import read_article
from workbench.articles.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, "de")]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Die Fähre lief am 3. Mai auf Grund.", "Dr. Meyer sagte: „Niemand wurde verletzt.“", "Das war z. B. 2019."],
        ["Um 12.30 Uhr kam Hilfe!", "Wer weiß?", "»Komm.«", "Er ging … und kam."],
        ["Il a dit : « Le port est fermé. »", "Puis il est parti…", "M. Petit a ri."],
        ["¿Qué pasó?", "¡Nada!", "El Sr. Pérez lo dijo en 2019.", "«Bueno.»", "Se fue."],
        ["В 2019 г. Москва росла.", "А. С. Пушкин писал.", "«Да?» — спросил он."],
        ["أغلق الميناء.", "هل سيفتح؟", "نعم، قال المسؤول."],
        ["तूफान के बाद बंदरगाह बंद है।", "कोई घायल नहीं हुआ।"],
    ],
)
def test_sentences_end_at_their_stops(sentences: list[str]) -> None:
    assert cut("  ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["官员说，港口周一关闭。", "“周五前不会开放。”", "他说。", "真的吗？", "是的！", "真的?", "是的。"],
        ["港は閉鎖された。", "「再開しない。」と述べた。", "その後、雨が降った。"],
    ],
)
def test_no_blank_is_needed_where_none_is_written(sentences: list[str]) -> None:
    assert cut("".join(sentences)) == sentences


def test_an_article_is_cut_by_the_rules_of_its_language() -> None:
    text = "Hafen gesperrt\n\nDie Fähre lief am 3. Mai auf Grund, und sie ist nicht mehr da. Das war der letzte Tag."
    article = read_article(text.encode(), name="a.txt")
    assert article.language == "de"
    assert [sentence.text for sentence in article.sentences][1:] == [
        "Die Fähre lief am 3. Mai auf Grund, und sie ist nicht mehr da.",
        "Das war der letzte Tag.",
    ]


@given(st.text(st.sampled_from("ab A1 .!?…。！？؟। “”«»„\"') \n\u3000と")))
def test_sentences_hold_every_visible_character_once(text: str) -> None:
    spans = sentence_spans(text, "de")
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert spans == sorted(spans)
