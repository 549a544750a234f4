"""Mailboxes: a message an article."""

from typing import Any

import pytest

from workbench.articles.containers.face import Unread
from workbench.errors import UnreadableArticleError

BOX = b"""From ann@post.example Mon May  3 10:00:00 2021
From: Ann Lee <ann.lee@post.example>
Subject: Ferry aground
Date: Mon, 3 May 2021 10:00:00 +0000
MIME-Version: 1.0

The ferry ran aground.
>From there it was towed.

From 3 to 5 May 2021 nothing happened, but this line follows a blank one.
From bo@post.example Tue May  4 10:00:00 2021
"""


def test_messages_are_read_as_emails(read: Any) -> None:
    first, second = read(
        "box.mbox",
        BOX.replace(b"From 3 to", b"Between 3 to").replace(b"one.\n", b"one.\n\n")
        + (b"Subject: Bridge\nMIME-Version: 1.0\n\nThe bridge reopened.\n"),
    )
    assert (first.title, first.byline, first.name) == ("Ferry aground", "Ann Lee", "box.mbox:1.eml")
    assert "\nFrom there it was towed." in first.text
    assert (second.title, second.text) == ("Bridge", "The bridge reopened.\n")


def test_a_message_without_end_is_named(split: Any) -> None:
    parts = split(
        "box.mbox", b"From a@b Mon May 3 2021\n" + b"x" * 79 * 260_000 + b"\n\nFrom a@b Mon May 3 2021\n\nHi\n"
    )
    assert [isinstance(part, Unread) for part in parts] == [True, False]


@pytest.mark.parametrize("content", [b"", b"Hello\n", b"\n\n"])
def test_what_is_no_mailbox_is_refused(split: Any, content: bytes) -> None:
    with pytest.raises(UnreadableArticleError):
        split("box.mbox", content)
