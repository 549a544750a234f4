"""From an address of the web to the documents that stand there; whether that is allowed was asked before."""

from collections.abc import Callable, Iterator

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Document, Part
from workbench.articles.containers.limits import HEAD
from workbench.articles.containers.registry import container_of
from workbench.articles.documents import documents_in
from workbench.articles.payload import is_article_type
from workbench.articles.readers.face import needs_extra
from workbench.articles.web.message import Fetched, pack_message
from workbench.articles.web.rules import RULES, Rules

Fetch = Callable[[str, Columns | None], Iterator[Part]]
"""What gives the documents at an address: `documents_at`, where fetching is allowed."""


def is_address(path: str) -> bool:
    """Whether what should be read is an address, of the web or of some other net, and not a path."""
    scheme, colon, _ = path.partition("://")
    return bool(colon) and scheme.replace("+", "").replace("-", "").isalnum()


def documents_at(address: str, columns: Columns | None = None, rules: Rules | None = None) -> Iterator[Part]:
    """Fetch what stands at `address`, and yield it: one page, or the entries of a feed and the like.

    Raises:
        UnreadableArticleError: it is not fetched, for one of the reasons in `fetching.fetch`; or the extra is missing.
    """
    try:
        from workbench.articles.web.fetching import fetch  # brings httpx2, an extra
    except ImportError:
        raise needs_extra(address, "web") from None
    fetched = fetch(address, rules or RULES)
    if _is_container(fetched):
        yield from documents_in(fetched.body, fetched.address, columns)
    else:
        yield Document(fetched.address, pack_message(fetched))


def _is_container(fetched: Fetched) -> bool:
    is_article = is_article_type(fetched.content_type)
    return not is_article and container_of(fetched.body[:HEAD], fetched.address) is not None
