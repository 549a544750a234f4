"""Whole sentences that no article says: rights, cookies, consent, forms for comments, appeals for money."""

import re
from typing import Final

from workbench.articles.networks import NETWORK
from workbench.articles.phrases import compile_phrases, one_of

_WHAT_IS_ASKED: Final = one_of(r"""
    become an? (?:member|subscriber|supporter|patron)
    donate
    subscribe
    make a (?:donation|contribution)
""")
_ADVERTISED: Final = one_of(r"""
    references to products
    affiliate links?
    sponsored
""")
_NOTICES: Final = compile_phrases(
    r"""
    # rights
    (?:copyright\b.{0,20}|©.{0,60}|\(c\) ?)(?:19|20)\d\d.{0,160}
    .{0,120}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).{0,120}
    # cookies and consent
    (?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? cookies.{0,220}
    by (?:continuing|using|browsing|clicking) .{0,80}you (?:agree|accept|consent).{0,150}
    by (?:signing up|subscribing|submitting|providing) .{0,80}you (?:agree|accept|consent).{0,150}
    # rights in the text
    this (?:material|article|story|content) may not be (?:published|reproduced).{0,200}
    this (?:material|article|content|website|site) is (?:protected by|subject to) .{0,200}
    our standards:.{0,100}
    no (?:part|portion) of this (?:publication|article|site|website|material|story) .{0,200}
    # what the browser lacks
    (?:please )?enable javascript.{0,100}
    javascript (?:is )?(?:required|disabled).{0,60}
    your browser (?:does not|doesn.t) support.{0,100}
    this (?:video|feature|browser) (?:is not|isn.t|cannot be|can.t be) (?:available|supported|displayed|played).{0,100}
    # forms for comments
    save my name\b.{0,60}\b(?:e-?mail|browser|next time)\b.{0,80}
    your e-?mail address will not be published.{0,80}
    required fields are marked.{0,10}
    you have entered an incorrect e-?mail.{0,20}
    (?:please )?(?:log|sign) in to (?:leave|post|add|comment|reply).{0,40}
    are you sure you want to (?:delete|mark|report|remove)\b.{0,80}
    we (?:welcome|ask that|encourage) (?:reader |your )?comments\b.{0,250}
    please (?:understand|note) that comments\b.{0,250}
    please (?:do not|don.t) (?:write in block capitals|use the comments)\b.{0,250}
    # what the site answers for
    [^“”]{2,60} (?:is|are) not responsible for (?:the )?(?:opinions|contents?|statements|views|comments)\b.{0,240}
    (?:(?:advertis(?:ing|er)|affiliate|editorial) )?(?:disclaimer|disclosure)\s?[:(].{0,300}
    you have already (?:subscribed|signed up)\b.{0,40}
    (?:corrections?|errors?): ?(?:if you|to report|please|we)\b.{0,250}
    (?:media|audio|video) playback is (?:unsupported|not supported)\b.{0,60}
    # newsletters and networks
    subscribe to .{2,80}\b(?:via rss|rss|feeds?|podcast|channel)\b.{0,80}
    (?:never miss|don.t miss|stay on top of|keep up with)\b.{0,120}\b(?:newsletters?|inbox|alerts?)\b.{0,60}
    (?:simply )?(?:pop|enter|type|leave) your e-?mail\b.{0,160}
    you (?:can|may) (?:unsubscribe|opt out)\b.{0,40}\b(?:any ?time|at any point|whenever)\b.{0,140}
    (?:every|each) (?:day|morning|evening|week)\b.{0,60}\bsend you\b.{0,60}\be-?mails?\b.{0,160}
    follow .{2,80} on NETWORK\b.{0,200}
    (?:download|get|try) (?:our|the) .{0,60}\bapps?\b(?: (?:for|on|from|to)\b.{0,80})?
    for (?:the latest|more|breaking)\b[^“”]{0,80}\b(?:download|subscribe|sign up|follow us|visit us|join)\b[^“”]{0,80}
    get the latest .{2,60} (?:straight|direct(?:ly)?|delivered) to your\b.{0,100}
    (?:do you )?want (?:to be informed|to know more|to stay|more)\b.{2,100}\? ?(?:sign up|subscribe|join|click)\b.{0,80}
    (?:you are|you.re) now subscribed.{0,20}
    # subscriptions
    subscribe (?:now )?to (?:our|the)\b[^“”]{0,60}\b(?:edition|paper|full story|channel|podcast|feed)\b[^“”]{0,60}
    to (?:view|read|see|continue reading) (?:the|this|our) (?:full |whole |rest of the )?(?:story|article)\b.{0,160}
    (?:if you are |if you.re )?(?:already|not yet) (?:a |an )?(?:subscriber|member)\b.{0,120}
    if you.re seeing this message\b.{0,200}
    # letters, feedback, shopping
    (?:submit|send) (?:us )?(?:your|a) letters?(?: to the editor)?\b.{0,160}
    (?:we want|we.d (?:like|love)) to hear (?:from you|what you think|your)\b.{0,200}
    (?:this (?:post|article|story|page)|our articles?) (?:may )?contains? ADVERTISED\b.{0,200}
    (?:we|the site) (?:may )?(?:earn|receive|get) (?:a |an )?(?:small )?(?:affiliate )?commissions?\b.{0,160}
    (?:(?:if|when) you (?:buy|click)|buying|purchases?)\b.{0,100}\b(?:earn|receive)\b.{0,20}\bcommission.{0,99}
    thank(?:s| you) for (?:signing up|subscribing|registering|reading our|your (?:subscription|registration)).{0,80}
    (?:please )?(?:sign up|subscribe|register)\b.{0,100}\b(?:newsletters?|inbox|alerts?|push notifications?)\b.{0,100}
    (?:get|receive|stay|want)\b.{0,160}\b(?:newsletters?|inbox|e-?mail alerts?|push notifications?)\b.{0,100}
    (?:follow|like|join|find) us on .{0,100}
    # appeals for money; a comma or a quotation mark makes them a sentence of an article
    (?:please )?(?:support|help|fund) .{3,100}[:.!–—-] ?(?:please )?WHAT_IS_ASKED\b[^“”",]{0,80}
    (?:please )?WHAT_IS_ASKED (?:today|now)\b[^“”",]{0,80}
    """,
    WHAT_IS_ASKED=_WHAT_IS_ASKED,
    NETWORK=NETWORK,
    ADVERTISED=_ADVERTISED,
)
# Sites speak for themselves; what somebody is said to have said is an article's.
_TELLING: Final = re.compile(r"\b(?:said|says|told|according to)\b", re.IGNORECASE)


def is_notice(line: str) -> bool:
    """Whether a line, without the marks around it, is such a sentence."""
    return _NOTICES.fullmatch(line) is not None and _TELLING.search(line) is None
