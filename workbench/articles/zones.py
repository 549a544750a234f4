"""What an element of a page says about its content: by its tag, its role, and the names that its makers gave it."""

import re
from enum import StrEnum
from typing import Any, Final

from workbench.articles.phrases import one_of


class Zone(StrEnum):
    """A part of a page that is special: what goes with a picture, or what is not the article's."""

    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DECK = "deck"
    COMMENTS = "comments"
    RELATED = "related"
    SITE = "site"
    NAVIGATION = "navigation"
    HIDDEN = "hidden"


FOREIGN_ZONES: Final = frozenset({Zone.HIDDEN, Zone.NAVIGATION, Zone.COMMENTS, Zone.RELATED, Zone.SITE})
"""The parts of a page that are not its article's."""
_BY_TAG: Final = {
    "figure": Zone.CAPTION,
    "figcaption": Zone.CAPTION,
    "nav": Zone.NAVIGATION,
    "footer": Zone.SITE,
    "form": Zone.SITE,
    "aside": Zone.RELATED,
}
_BY_ROLE: Final = {
    "navigation": Zone.NAVIGATION,
    "menu": Zone.NAVIGATION,
    "complementary": Zone.RELATED,
    "contentinfo": Zone.SITE,
    "dialog": Zone.SITE,
    "form": Zone.SITE,
    "search": Zone.SITE,
}
# A name is split into lower-case words with "-" between them; a form matches whole words of it.
_NAMED: Final = (
    (
        Zone.CREDIT,
        one_of(r"""
            credits?
            (?:photo|image|picture|media)-(?:source|author|by|copyright)
            photographer
        """),
    ),
    (
        Zone.CAPTION,
        one_of(r"""
            captions?
            wp-caption
        """),
    ),
    (
        Zone.COMMENTS,
        one_of(r"""
            comments?
            commentlist
            disqus
            livefyre
            respond
            replies
        """),
    ),
    (
        Zone.RELATED,
        one_of(r"""
            relateds?
            (?:recommend|suggest)(?:ed|ations?|ions?)?
            (?:more|latest|recent|other|top|featured)-(?:stories|news|articles?|posts?|headlines|from|on|like|reads?)
            (?:read|see|you)-(?:more|also|next|may)
            also-(?:like|read)
            most-(?:read|popular|viewed)
            popular
            trending
            teasers?
            promos?
            up-?next
            (?:next|prev|previous)-(?:article|story|post|up)
            outbrain
            taboola
            zergnet
            revcontent
            sidebar
            pull-?quotes?
            in-?read
        """),
    ),
    (
        Zone.NAVIGATION,
        one_of(r"""
            bread-?crumbs?
            nav
            navigation
            menu
            pagination
            skip-links?
            toc
        """),
    ),
    (
        Zone.SITE,
        one_of(r"""
            share
            sharing
            share-?(?:daddy|bar|tools?|buttons?|links?)
            social
            add-?this
            ads?
            adverts?
            advertis(?:ing|ements?|er)
            sponsor(?:ed|s)?
            affiliate
            disclaimer
            disclosure
            newsletters?
            sign-?up
            subscribe
            subscription
            paywall
            cookies?
            consent
            copyright
            (?:author|writer)-(?:bio|box|info|card|description|about)
            about-(?:the-)?author
            bio
            post-tags
            tags?
            tag-?(?:list|cloud)
            topics?
            keywords
            filed-under
            modal
            popup
            masthead
        """),
    ),
    (
        Zone.DECK,
        one_of(r"""
            decks?
            deks?
            stand-?first
            sub-?(?:titles?|head(?:ing|line|er)?|lines?|decks?)
            (?:article|post|entry|story)-(?:summary|description|excerpt|intro)
        """),
    ),
    (
        Zone.BYLINE,
        one_of(r"""
            by-?lines?
            authors?
            post-meta
            entry-meta
            article-meta
            publish(?:ed)?-date
            date-?line
            time-?stamp
        """),
    ),
)
_FORMS: Final = tuple((zone, re.compile(rf"(?:^|[-\s]){form}(?=[-\s]|$)")) for zone, form in _NAMED)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_WORD: Final = re.compile(r"[^a-z0-9\s]+")
_UNSEEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_READERS: Final = re.compile(r"(?:^|[-\s])(?:sr-only|screen-?reader(?:-text)?|visually-?hidden)(?=[-\s]|$)")
_LONGEST: Final = 400


def zone_of(element: Any) -> Zone | None:
    """Return what part of a page an element is, None if nothing tells."""
    names = _names(element)
    if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or "") or _FOR_READERS.search(names):
        return Zone.HIDDEN
    zone = _BY_TAG.get(element.tag) or _BY_ROLE.get(element.get("role") or "")
    if zone is not None and zone is not Zone.CAPTION:
        return zone
    return next((named for named, form in _FORMS if form.search(names)), zone) if names else zone


def _names(element: Any) -> str:
    given = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:_LONGEST]
    return _NO_WORD.sub("-", _CAMEL.sub("-", given).lower()).strip() if given.strip() else ""
