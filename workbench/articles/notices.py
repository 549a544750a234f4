"""Whole sentences that no article says: rights, cookies, consent, forms for comments, appeals for money."""

from typing import Final

from workbench.articles.phrases import compile_phrases, one_of

_WHAT_IS_ASKED: Final = one_of(r"""
    become an? (?:member|subscriber|supporter|patron)
    donate
    subscribe
    make a (?:donation|contribution)
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
    # newsletters and networks
    thank(?:s| you) for (?:signing up|subscribing|registering|reading our|your (?:subscription|registration)).{0,80}
    (?:please )?(?:sign up|subscribe|register)\b.{0,100}\b(?:newsletters?|inbox|alerts?|push notifications?)\b.{0,100}
    (?:get|receive|stay|want)\b.{0,160}\b(?:newsletters?|inbox|e-?mail alerts?|push notifications?)\b.{0,100}
    (?:follow|like|join|find) us on .{0,100}
    # appeals for money; a comma or a quotation mark makes them a sentence of an article
    (?:please )?(?:support|help|fund) .{3,100}[:.!–—-] ?(?:please )?WHAT_IS_ASKED\b[^“”",]{0,80}
    (?:please )?WHAT_IS_ASKED (?:today|now)\b[^“”",]{0,80}
    """,
    WHAT_IS_ASKED=_WHAT_IS_ASKED,
)


def is_notice(line: str) -> bool:
    """Whether a line, without the marks around it, is such a sentence."""
    return _NOTICES.fullmatch(line) is not None
