"""Where sentences end in news prose."""

import pytest

from workbench.articles.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Press secretary Brig. Gen. Pat Holm spoke on Monday.", "He left at noon."],
        ["He thanked Sen. J. R. Marlow and Dr. Obi.", "Both were absent."],
        ["The minister was not interested in warnings from the U.S.", "The talks went on."],
        ["The U.S. Navy sent a ship.", "It left the U.K. on Friday."],
        ["It opened at 5 p.m.", "The last guest left at 11 p.m. on Sunday."],
        ["“We will see,” he said.", "“It is done.”", "She nodded."],
        ["“Is it over?” Marta Lind asked.", "Nobody knew."],
        ["“Go!” said the captain.", "They went."],
        ["“The visit (…) is a clear sign,” the agency said.", "It gave no date."],
        ["He spoke of “a sign [...] of trust” and left.", "She stayed."],
        ["They waited... and waited.", "Then it rained."],
        ["Profits rose in May.", "Investors cheered."],
        ["It cost $3.5 bn.", "No. 5 on the list was cheaper."],
        ["On Jan. 5 it snowed.", "By Feb. 7 it had thawed."],
        ["The company, Harbour Works Inc., built it.", "It was paid by St. Olav's Bank."],
        ["Sweden took the lead.", "Norway drew level."],
        ["Officials from Washington, D.C., came along."],
        ["The tram stopped.[1]", "It was late.[2][3]"],
        ["(It was the third attempt.)", "The fourth worked."],
        ["A wreck lies below.", "Image: Jane Roe"],
        ["What next?", "Nobody knows!", "They wait."],
        ["He left Harbour Works Corp.", "Mr. Lind had founded it."],
        ["He left Harbour Works Inc.", "Selm Foods said it would hire him."],
        ["A spokesman for Harbour Works Inc. Chairman Rolf Lind agreed."],
        ["It is based in Stamford, Conn.", "The plant is elsewhere."],
        ["SELM, Conn. – The plant has closed."],
        ["The senator, Rep. Anna Lind (D., Mass.), left.", "Sen. Roe (R-Ky.), who stayed, spoke."],
        ["It starts at 9 p.m. Eastern time on Monday."],
        ["It starts at 9 p.m. E.T. on Monday."],
        ["It starts at 9 p.m.", "Doors open at 8 a.m. Monday."],
        ["She said no.", "Nobody was surprised."],
        ["World War I.", "The harbour was new then."],
        ["They chose Plan B.", "Rolf J. Lind had drawn it."],
        ["A Ph.D. from Selm is rare.", "She has one."],
        ["She is the daughter of Gen. Lind and GEN. ROE.", "He is not."],
        ["He joined the Sea Org.", "Lind had left it."],
        ["It was founded in Selm (c. 1890) by Lind (b. March 1850)."],
        ["“Who pays?” Mr. Lind asked.", "“We all do!” Anna Roe cried."],
        ["“Who pays …” Lind said, and sat down."],
        ["“Who pays?”", "Lind had no answer."],
        ["“Nobody will forget that day.” – Anna Lind"],
        ["The fee is high. [2] [3]", "It was low once.¹", "It may fall."],
        ["The plot thickened.2", "The end was near."],
        ["The fee is high. 8", "However, it may fall."],
        ["It ended well. [...]"],
        ["He paid for it … and left."],
        ["“Better yields [...]", "Ozone is what we know,” she said."],
        ["Figure 1. The harbour in winter."],
        ["It was late, etc.", "Lind went home."],
        ["He wrote to the SEC.", "Rolf Lind did not."],
        ["It was shown on CNN.", "Kyle saw it."],
        ["HARBOUR WORKS INC. Chairman Rolf Lind agreed."],
        ["Der Tunnel wurde am 3. Mai eröffnet.", "Es war der 2. Versuch, z.B. in Selm."],
        ["He called it a win!", "... There was none."],
    ],
)
def test_a_paragraph_is_cut_where_its_sentences_end(parts: list[str]) -> None:
    """Abbreviations, initials, quotes, ellipses and footnotes of news prose."""
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Profits rose in May.", "Investors cheered the news."],
        ["Who pays?", "The city does."],
        ["“It is done.”", "“Is it?”"],
        ["It has ended…", "The rest is known."],
    ],
)
def test_glued_sentences_are_cut(parts: list[str]) -> None:
    """Scraping swallows blanks between sentences."""
    assert sentences("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Туннель открыли в понедельник. ", "Он стоит дорого. ", "В Сельме рады."],
        ["Tunel otwarto w maju. ", "Łódź czekała. ", "Świetnie!"],
        ["隧道星期一开通。", "市长很高兴！", "“谁来付钱？”", "没人知道。"],
        ["सुरंग सोमवार को खुली। ", "सब खुश हैं।"],
        ["فتح النفق يوم الاثنين. ", "من يدفع؟ ", "لا أحد يعرف."],
    ],
)
def test_other_scripts_are_cut_at_their_stops(parts: list[str]) -> None:
    """A letter without case can open a sentence, and some scripts put no blank behind a stop."""
    assert sentences("".join(parts)) == [part.strip() for part in parts]


def test_addresses_are_not_cut() -> None:
    """A stop inside a web address or a number ends nothing."""
    text = (
        "Write to press@harbour.example or see www.Harbour.Example/news, Booking.Com and so on, it cost 3.5 per cent."
    )
    assert sentences(text) == [text]


def test_a_soft_newline_does_not_end_a_sentence() -> None:
    """Hard-wrapped text keeps its newlines inside sentences."""
    text = "The tunnel opened on\nTuesday. It was\nlate."
    assert sentences(text) == ["The tunnel opened on\nTuesday.", "It was\nlate."]


@pytest.mark.parametrize(
    "text", ["." * 5_000, "“" * 5_000, "A. " * 3_000, "a." * 5_000, "(…) " * 2_000, "x" * 20_000, "!" * 50_000]
)
def test_strange_text_is_cut_whole(text: str) -> None:
    """No text is lost, whatever it is made of."""
    spans = sentence_spans(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
