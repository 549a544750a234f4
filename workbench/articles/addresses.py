"""Addresses of articles on the web: when two of them name one page."""

import re
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# What only says where a reader came from; the page is the same without (W3C and the trackers' own documentation).
_TRACKING: Final = re.compile(
    r"utm_\w+|[a-z]{0,4}clid|gbraid|wbraid|mc_[ce]id|_ga|igshid|at_\w+|ns_\w+|cmp(id)?|ref(_src|_url)?|smid|s?src|xtor|partner",
    re.IGNORECASE,
)
_SAME_SITE: Final = re.compile(r"^(www|m|mobile|amp)\.")
_SAME_PAGE: Final = re.compile(r"(/amp|/index\.(html?|php))?/*$", re.IGNORECASE)
_SAFE: Final = "/:@!$&'()*+,;=~-._"


def canonical_address(url: str | None) -> str | None:
    """Return the one form of the address of a page; None without one, and for the front page of a site.

    The scheme, the case of the host, a “www.” or mobile host, a final slash, the fragment and what trackers add do not
    make another page; everything else does.
    """
    try:
        parts = urlsplit((url or "").strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    path = quote(_SAME_PAGE.sub("", unquote(parts.path)), safe=_SAFE)
    named = sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k))
    if not path and not named:
        return None
    site = _SAME_SITE.sub("", host) + (f":{port}" if port not in (None, 80, 443) else "")
    return f"{site}{path}" + (f"?{urlencode(named)}" if named else "")
