"""What readers share an article by: social networks, messengers and the like, as buttons name them."""

from typing import Final

from workbench.articles.phrases import one_of

NETWORK: Final = one_of(r"""
    # networks and messengers
    facebook
    twitter
    x
    whats ?app
    telegram
    linked ?in
    reddit
    instagram
    youtube
    tik ?tok
    threads
    bluesky
    google news
    mastodon
    pinterest
    flipboard
    pocket
    messenger
    # buttons beside them
    e-?mail
    print
    share
    tweet
    copy link
    save
""")
"""A pattern for one name, to be matched without regard to case."""
