"""Lines that the site says to every reader: navigation, sharing, comment forms, advertising, legal notices.

A form matches a whole line. Labels ("Share this") are never whole sentences, so that no sentence of an article that
begins with such words is taken for one; notices ("We use cookies …") are, and say what no article says.
"""

import re
from typing import Final

_LONGEST: Final = 320
_WORDS_OF_LABEL: Final = 6
_FRAME: Final = " \t-–—*_•|[](){}<>»«›‹→←↑↓#.:!…·"

_LABELS: Final = (
    # where the text came from
    r"(?:original |via )?source(?: (?:link|site|url|article))?[\s\-–#:]*\d{0,6}",
    r"(?:view|see|read) (?:the )?(?:original|source)(?: (?:article|post|story))?(?: (?:here|on .{1,40}))?",
    r"(?:source|via|url|link|permalink|original(?: article)?)?\s*:?\s*(?:https?://|www\.)\S+",
    # advertising
    r"advert(?:isement|isements|ising|orial|s)?(?: -? ?(?:continue|scroll|story|article).{0,60})?|ads?|sponsored"
    r"(?: content| links?| post)?|promoted(?: content| links?)?|paid (?:content|post|partnership)|anzeige|werbung|"
    r"publicité|publicidad|pubblicità|remove ads|ads? by .{1,30}|report this ad|why this ad|close ad",
    r"(?:story|article|content|this (?:story|article))?\s*continues? (?:reading )?(?:after|below)"
    r"(?: (?:the |this )?(?:ad(?:vert(?:isement)?)?|promotion|newsletter|video))?",
    r"(?:scroll|swipe)(?: down)? (?:to|for) .{1,40}|(?:keep|continue) reading|skip (?:past|advertisement|ad|to).{0,60}",
    # sharing and following
    r"(?:share|teilen|partager|compartir|condividi)(?: (?:this|on|via|with|it|by|full|the)\b.{0,60})?",
    r"(?:tweet|pin(?: it)?|facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|instagram|youtube|tik ?tok|threads|"
    r"bluesky|mastodon|pinterest|flipboard|messenger|e-?mail|print|copy(?: link| url)?|link copied|save|bookmark|"
    r"rss|copy to clipboard|print(?: this)?(?: page| article)?|listen|gift(?: this)? article)"
    r"(?:[\s,|/·•]+(?:facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|instagram|youtube|e-?mail|print|share|"
    r"tweet|copy link|and|save|bookmark|pinterest))*",
    r"(?:follow|like|join|find|add) (?:us|me|our \w{1,20})\b.{0,100}|follow @\w{1,30}|(?:follow|like) .{2,60} on "
    r"(?:twitter|x|facebook|instagram|youtube|telegram|tik ?tok|linkedin|threads|bluesky|google news|whats ?app).{0,60}",
    # newsletters and accounts
    r"newsletters?(?: sign-?up)?|(?:log|sign) ?(?:in|out|up)(?: (?:now|here|to|with|for)\b.{0,80})?|register(?: now)?|"
    r"subscribe(?: (?:now|today|here|to|for)\b.{0,120})?|create (?:a |an |your )?(?:free )?account.{0,60}|my account|"
    r"already (?:a |have )(?:subscriber|member|an account).{0,60}|become a (?:member|subscriber|patron).{0,60}|"
    r"support (?:us|our (?:journalism|work)).{0,80}|donate(?: now)?|invalid e-?mail.{0,60}|thank(?:s| you) for "
    r"(?:signing up|subscribing|reading|registering|your (?:subscription|registration)).{0,80}",
    r"(?:enter|type) your (?:e-?mail|name).{0,80}|e-?mail address|your e-?mail(?: address)?",
    # comments
    r"please enter .{1,60}|leave (?:a|your) (?:reply|comment).{0,60}|post (?:a|your) (?:reply|comment).{0,60}|"
    r"cancel reply|reply|add (?:a|your) comment.{0,40}|(?:no|\d{1,5}|view|show|hide|load|all|join|read|more) (?:more )?"
    r"comments?|comments?(?: (?:are )?(?:closed|off|disabled).{0,30})?(?: \(?\d{1,5}\)?)?|(?:join|start) the "
    r"(?:conversation|discussion).{0,60}|report (?:a|this|an) "
    r"(?:comment|error|typo|problem|article).{0,40}|what do you think.{0,3}|was this (?:article|page) helpful.{0,20}|"
    r"website|name ?\*?|e-?mail ?\*?|comment ?\*?|submit|kommentare?|commentaires?|comentarios?|"
    r"be the first to comment.{0,30}",
    # navigation
    r"home(?:page)?|menu|search|close(?: menu)?|open menu|navigation|breadcrumbs?|skip to .{1,40}|back to (?:top|home|"
    r".{1,20})|next|previous|prev|next (?:article|story|post|page)|prev(?:ious)? (?:article|story|post|page)|load more"
    r".{0,20}|show (?:more|less|all)|see (?:more|all)|view (?:more|all)|read (?:full|the full|the whole) (?:story|article)|"
    r"expand|collapse|toggle .{1,30}|page \d{1,3}(?: of \d{1,3})?|\d{1,3} of \d{1,3}|about(?: us)?|contact(?: us)?|"
    r"advertise(?: with us)?|careers|sitemap|site index|help|faq|archives?|tags?|topics?|categories|category|"
    r"go to .{0,20}home ?page|(?:home|start) ?[>»/›|] ?.{1,100}",
    r"(?:tags?|topics?|filed under|categories|category|keywords|posted in|tagged(?: with)?|more on|in this (?:story|"
    r"article)|themen|schlagwörter|mots[- ]clés|etiquetas)\s*[:|].{0,200}",
    r"(?:latest|recent|related|popular|trending|top|more|other|featured|similar|recommended|must[- ]read|breaking) "
    r"(?:news|articles?|stories|posts?|headlines|topics?|content|links?|tags|videos?|reads?|coverage|now|today|searches)",
    r"(?:most|best) (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|in .{1,30}))?|"
    r"trending(?: now)?|just in|live updates?|up next|watch (?:live|now)|now playing|play(?: video)?|editor.?s.? picks?|"
    r"on the same (?:topic|subject)|you (?:may|might|could|will) (?:also )?(?:like|be interested in|have missed)|"
    r"recommended(?: for you| stories| by .{1,20})?|around the web|from the web|from our partners|in case you missed it",
    r"more (?:from|in|by) (?:this|the|our|author|[A-Z]).{0,50}|about the authors?|view (?:all )?(?:posts|author).{0,40}",
    r"\d{1,3}[\s-]min(?:ute)?s?(?: read| lesezeit| de lecture)?|reading time.{0,30}|estimated reading.{0,40}|"
    r"(?:listen|read) (?:to )?(?:this|the) (?:article|story)(?: aloud)?.{0,40}|post views.{0,12}|\d[\d.,]*k? "
    r"(?:views?|shares?|likes?|comments?|reads?)|views?:? ?\d{1,9}|font size.{0,20}|text size.{0,20}|translate.{0,30}|"
    r"(?:click|tap) (?:here|on the|to) .{0,80}|download (?:our|the) .{0,30}app.{0,60}|get the app.{0,40}",
)
_SENTENCES: Final = (
    # comment forms that speak in whole sentences
    r"save my name,? e-?mail.{0,100}|your e-?mail address will not be published.{0,80}|required fields are marked.{0,10}|"
    r"you have entered an incorrect email.{0,20}|thank(?:s| you) for (?:signing up|subscribing|registering|reading our|"
    r"your (?:subscription|registration)).{0,80}|(?:please )?(?:log|sign) in to (?:leave|post|add|comment|reply).{0,40}",
    # legal and technical
    r"(?:copyright\b.{0,20}|©.{0,60}|\(c\) ?)(?:19|20)\d\d.{0,160}|.{0,120}\ball rights reserved.{0,120}|alle rechte vorbehalten.{0,60}|"
    r"tous droits réservés.{0,60}|todos los derechos reservados.{0,60}",
    r"terms(?: (?:of|and|&) (?:use|service|conditions|sale).{0,80})?|privacy(?: (?:policy|notice|settings|statement).{0,60})?"
    r"|cookies?(?: (?:policy|settings|notice|preferences))?|impressum|datenschutz(?:erklärung)?|agb|kontakt|"
    r"do not sell.{0,60}|accessibility(?: statement)?|disclaimer|accept(?: all)?(?: cookies)?|(?:reject|decline) all"
    r".{0,10}|manage (?:cookies|preferences|consent|settings).{0,30}|i (?:agree|accept)",
    r"(?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? cookies.{0,220}|by (?:continuing"
    r"|using|browsing|clicking|signing up|subscribing|submitting|providing).{0,80}you (?:agree|accept|consent).{0,150}",
    r"this (?:material|article|story|content|website|site) (?:may not be (?:published|reproduced)|is (?:protected by|"
    r"subject to)).{0,200}|no (?:part|portion) of this .{0,200}|(?:please )?enable javascript.{0,100}|"
    r"your browser (?:does not|doesn.t) support.{0,100}|javascript (?:is )?(?:required|disabled).{0,60}|"
    r"this (?:video|content|feature|browser) (?:is not|isn.t|cannot be|can.t be) (?:available|supported|displayed|played|"
    r"loaded).{0,100}|our standards\s*:.{0,80}|opens? (?:in )?(?:a )?new (?:tab|window)",
)
_LABEL: Final = re.compile("|".join(f"(?:{line})" for line in _LABELS), re.IGNORECASE)
_NOTICE: Final = re.compile("|".join(f"(?:{line})" for line in _SENTENCES), re.IGNORECASE)
_INVITATION: Final = re.compile(
    r"(?:(?:please )?(?:sign up|subscribe|register)\b.{0,100}|(?:get|receive|stay|want)\b.{0,160})\b"
    r"(?:newsletters?|inbox|e-?mail alerts?|updates? (?:by|via) e-?mail|push notifications?)\b.{0,100}",
    re.IGNORECASE,
)
_END_OF_ARTICLE: Final = re.compile(
    r"(?:original )?source(?: link| site)?\b.{0,20}|(?:related|latest|recent|popular|trending|recommended|more|top)\b"
    r".{0,30}|most (?:read|popular).{0,20}|.{0,20}\bcomments?\b.{0,20}|leave a reply.{0,20}|please enter .{0,50}|"
    r"you (?:may|might).{0,30}|editor.?s.? picks?|up next|around the web|from our partners|about (?:us|the author)",
    re.IGNORECASE,
)


def is_boilerplate(words: str) -> bool:
    """Whether one line, with its blanks collapsed, is the site's and not the article's."""
    if len(words) > _LONGEST:
        return False
    line = words.strip(_FRAME)
    if not line:
        return True
    if _NOTICE.fullmatch(line) or _INVITATION.fullmatch(line):
        return True
    is_sentence = words.endswith(".") and words.count(" ") >= _WORDS_OF_LABEL
    return not is_sentence and _LABEL.fullmatch(line) is not None


def ends_article(words: str) -> bool:
    """Whether a line of boilerplate is one behind which sites list other articles or take comments."""
    return _END_OF_ARTICLE.fullmatch(words.strip(_FRAME)) is not None
