"""E-mails and saved pages: their own text is the article, their headers say whose and when."""

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest

from workbench.articles import read_article
from workbench.errors import UnreadableArticleError

TEXT = "The café at Ferrow bridge reopened on Monday, the town council said.\n\nIt had been closed for two years.\n"
PAGE = (
    f"<html><head><title>Page</title></head><body><article><p>{'</p><p>'.join(TEXT.split(chr(10) * 2))}</p></article>"
)


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.pop("sender", "Jane Doe <jane.doe@ledger.example>")
    message["Subject"] = "Café at the bridge reopens"
    message["Date"] = "Mon, 04 May 2026 17:30:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    return message


def test_a_plain_mail_gives_its_text_and_headers() -> None:
    message = mail()
    message.set_content(TEXT, cte="quoted-printable")
    article = read_article(bytes(message), name="a.eml")
    assert article.text == TEXT
    assert article.title == "Café at the bridge reopens"
    assert (article.byline, article.publisher) == ("Jane Doe", None)
    assert article.published == datetime(2026, 5, 4, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "sender", ["Ferrow Town Council <press@ferrow.example>", "The Daily Ledger <ledger@example.org>"]
)
def test_a_sender_that_is_no_person_is_the_publisher(sender: str) -> None:
    message = mail(sender=sender)
    message.set_content(TEXT)
    article = read_article(bytes(message), name="a.eml")
    assert (article.byline, article.publisher) == (None, sender.partition(" <")[0])


def test_text_is_preferred_to_the_page_unless_it_is_a_stub() -> None:
    """“Read this in your browser” is no article."""
    whole, stub = mail(), mail()
    whole.set_content(TEXT)
    stub.set_content("Read this e-mail in your browser.")
    for message in (whole, stub):
        message.add_alternative(PAGE, subtype="html")
    assert read_article(bytes(whole), name="a.eml").text == TEXT
    article = read_article(bytes(stub), name="a.eml")
    assert "closed for two years." in article.text
    assert "browser" not in article.text
    assert article.title == "Café at the bridge reopens"


def test_attachments_are_no_article() -> None:
    message = mail()
    message.add_attachment(b"\x89PNG\r\n\x1a\n" + bytes(50), maintype="image", subtype="png", filename="a.png")
    with pytest.raises(UnreadableArticleError, match="only attachments"):
        read_article(bytes(message), name="a.eml")


def test_a_saved_page_keeps_its_address_and_not_the_browsers_date() -> None:
    """The sender is the browser, and the date is the day of saving."""
    message = mail(sender="<Saved by Blink>", Snapshot_Content_Location="https://ledger.example/cafe")
    message.set_content(PAGE.replace("<title>", '<meta name="date" content="2026-05-03"><title>'), subtype="html")
    message.add_related(b"\x89PNG\r\n\x1a\n" + bytes(50), maintype="image", subtype="png")
    article = read_article(bytes(message), name="a.mhtml")
    assert article.url == "https://ledger.example/cafe"
    assert (article.published, article.byline, article.publisher) == (date(2026, 5, 3), None, None)
    assert article.title == "Page"
    assert "closed for two years." in article.text


def test_charsets_of_parts_are_believed_where_they_can_be() -> None:
    """A declared charset is used; “us-ascii” over other bytes is not."""
    head = "From: A B <a@b.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={}\r\n\r\n"
    for charset in ("iso-8859-2", "us-ascii"):
        raw = (head.format(charset) + "Zażółć gęślą jaźń.").encode("utf-8" if charset == "us-ascii" else charset)
        assert read_article(raw, name="a.eml").text == "Zażółć gęślą jaźń."


def test_a_mail_is_known_by_its_headers() -> None:
    """From standard input there is no suffix."""
    message = mail()
    message.set_content(TEXT)
    assert read_article(bytes(message)).text == TEXT


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"just words", "no headers"),
        (b"\x00\xff\xfe" * 20, "no headers"),
        (b"Subject: x\n\n", "no text"),
        (b"Subject: x\n\n" + b"a\n" * 400_001, "400,000 lines"),
        (b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nx\n" * 20_001, "20,000 parts"),
    ],
)
def test_what_is_no_mail_is_refused_in_one_line(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableArticleError, match=reason) as refusal:
        read_article(raw, name="a.eml")
    assert "\n" not in str(refusal.value)
