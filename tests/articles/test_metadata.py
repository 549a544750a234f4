"""What a plain text states about itself, and dates as people write them."""

from datetime import UTC, date, datetime

import pytest

from workbench.articles import Article, read_article
from workbench.articles.dates import find_date, is_date_line, read_iso

BODY = (
    "The tunnel under the old harbour opened to traffic on Tuesday, two years later than it was planned.",
    "It is the first of its kind in the country, and the mayor was there with her family.",
)


def read(*head: str) -> Article:
    """Read an article with this head."""
    return read_article("\n\n".join(("Harbour tunnel opens two years late", *head, *BODY)).encode(), name="a.txt")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ines Marlow", "Ines Marlow"),
        ("By INES MARLOW and Tomas de Rind, Reuters Correspondent", "INES MARLOW and Tomas de Rind"),
        ("Von Petra Sommer, Berlin", "Petra Sommer"),
        ("Written by: Ines Marlow", "Ines Marlow"),
        ("By Ines Marlow | Published 13 September 2023", "Ines Marlow"),
        ("Author: Ines Marlow", "Ines Marlow"),
        ("By our port correspondent | Monday 4 March 2022", "our port correspondent"),
        ("By Ines Marlow and the foreign staff", "Ines Marlow and the foreign staff"),
    ],
)
def test_the_byline_gives_the_names(line: str, names: str) -> None:
    """Without job and place."""
    assert read(line).byline == names


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (("Published: 4 March 2022 at 09:30",), datetime(2022, 3, 4, 9, 30)),  # noqa: DTZ001
        (("Updated 14:05, 13 September 2023",), datetime(2023, 9, 13, 14, 5)),  # noqa: DTZ001
        (("Updated 14 September 2023", "Published 13 September 2023"), date(2023, 9, 13)),
        (("Wednesday, May 22, 2024",), date(2024, 5, 22)),
        (("By Ines Marlow | Published 13 September 2023",), date(2023, 9, 13)),
        (("Date: 2021-07-09",), date(2021, 7, 9)),
        (("By our port correspondent | Monday 4 March 2022",), date(2022, 3, 4)),
        (("Ships & Ports · 4 March 2022 · 3 min read",), date(2022, 3, 4)),
        (("Published 4 March 2022 – Last updated 16:40",), date(2022, 3, 4)),
        (
            ("MOSCOW, September 13, 2023 (AFP) - The tunnel opened to traffic, two years late, officials said.",),
            date(2023, 9, 13),
        ),
        (("PORT SELM, Sept 13 (Reuters) - The tunnel opened to traffic, two years late, officials said.",), None),
        ((), None),
    ],
)
def test_the_date_is_the_one_the_article_states(head: tuple[str, ...], published: date | None) -> None:
    """As precisely as it is stated, and none where it is not."""
    assert read(*head).published == published


def test_the_publisher_is_taken_only_where_it_is_stated() -> None:
    """An agency's credit is not the publisher."""
    assert read("PORT SELM (Reuters) - The tunnel opened to traffic on Tuesday, officials said.").publisher is None
    assert read("Publisher: The Daily Example").publisher == "The Daily Example"
    copyright_line = "© 2023 The Daily Example. All rights reserved."
    assert read_article("\n\n".join((*BODY, copyright_line)).encode()).publisher == "The Daily Example"
    titled = read_article("\n\n".join(("Harbour tunnel opens late | The Daily Example", *BODY)).encode())
    assert (titled.title, titled.publisher) == ("Harbour tunnel opens late", "The Daily Example")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("THE SELM GAZETTE", "The Selm Gazette"),
        ("The Selm Gazette · 4 March 2022", "The Selm Gazette"),
        ("THE LONG READ", None),
        ("Ships & Ports · 4 March 2022", None),
        ("Ines Marlow · 4 March 2022", None),
    ],
)
def test_a_name_at_the_head_is_the_publisher_only_if_it_can_be_nothing_else(line: str, publisher: str | None) -> None:
    """Authors and sections stand in the same place."""
    assert read(line).publisher == publisher


def test_a_name_that_stands_in_a_credit_too_is_no_section() -> None:
    """Pictures come from the outlet's archive, not from a section."""
    lines = ("Ships & Ports · 4 March 2022", "The old ferry at the quay", "Ships & Ports | Archive")
    assert read(*lines).publisher == "Ships & Ports"


def test_fields_at_the_head_are_read() -> None:
    """Scrapers write such heads."""
    head = "Title: Dam passes test\nURL: https://example.org/dam\nSource: The Example Post\nDate: 2021-07-09"
    article = read_article("\n\n".join((head, *BODY)).encode())
    assert (article.title, article.url, article.publisher) == (
        "Dam passes test",
        "https://example.org/dam",
        "The Example Post",
    )


def test_a_headline_that_names_its_source_is_no_field() -> None:
    """What stands behind the colon is too long to be a paper's name."""
    headline = "Newspaper: Minister used a private address for years"
    article = read_article("\n\n".join((headline, *BODY)).encode(), name="a.txt")
    assert (article.title, article.publisher) == (headline, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (" ".join(BODY), "en"),
        (
            "Der Stausee ist zum ersten Mal wieder voll, sagte der Betreiber am Montag. Das war nicht so geplant.",
            "de",
        ),
        (
            "Le pont est fermé pour les trains, a dit le maire de la ville, et il ne sera pas ouvert en mai.",
            "fr",
        ),
        ("Xyzzy plugh.", None),
    ],
)
def test_the_language_is_told_by_common_words(text: str, language: str | None) -> None:
    """And not guessed where they are missing."""
    assert read_article(text.encode(), name="a.txt").language == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13 September 2023", date(2023, 9, 13)),
        ("Sept. 13, 2023", date(2023, 9, 13)),
        ("Wed 13th September, 2023", date(2023, 9, 13)),
        ("13. März 2023", date(2023, 3, 13)),
        ("13 de septiembre de 2023", date(2023, 9, 13)),
        ("2023-09-13", date(2023, 9, 13)),
        ("13.09.2023, 14:05 Uhr", datetime(2023, 9, 13, 14, 5)),  # noqa: DTZ001
        ("1:05 PM EDT, Tue September 12, 2023", datetime(2023, 9, 12, 13, 5)),  # noqa: DTZ001
        ("13/09/2023", date(2023, 9, 13)),
        ("09/13/2023", date(2023, 9, 13)),
        ("12/09/2023", None),
        ("31 February 2023", None),
        ("May 2023", None),
    ],
)
def test_dates_are_read_and_never_guessed(text: str, expected: date | None) -> None:
    """A date that can be read in two ways is none."""
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "text", ["Wednesday, May 22, 2024", "12/09/2023", "Last updated: 1:05 PM EDT, Tue Sept 12, 2023"]
)
def test_a_line_of_a_date_and_nothing_more_is_a_date_line(text: str) -> None:
    """Ambiguous dates are dates, too."""
    assert is_date_line(text)


@pytest.mark.parametrize("text", ["On May 22, 2024 he left", "May 2024", "22", "Kim and Putin, 25 April 2019"])
def test_other_lines_are_no_date_lines(text: str) -> None:
    """A line that says more is not only a date."""
    assert not is_date_line(text)


def test_machine_written_dates_keep_their_zone() -> None:
    """As JSON-LD has them."""
    assert read_iso("2023-09-13T10:00:00Z") == datetime(2023, 9, 13, 10, tzinfo=UTC)
    assert read_iso("nonsense") is None
