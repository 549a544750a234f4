"""Lines that the site says to every reader: navigation, sharing, comment forms, advertising, legal notices.

A form matches a whole line. Labels ("Share this") are never whole sentences, so that no sentence of an article that
begins with such words is taken for one; notices ("We use cookies …") are, and say what no article says.
"""

from typing import Final

from workbench.articles.phrases import compile_phrases, one_of

_LONGEST: Final = 320
_WORDS_OF_SENTENCE: Final = 7
_FRAME: Final = " \t-–—*_•|[](){}<>»«›‹→←↑↓#.:!?…·"

_SOURCES: Final = compile_phrases(r"""
    (?:original |via )?source(?: (?:link|site|url|article))?[\s\-–#:]*\d{0,6}
    (?:view|see|read) (?:the )?(?:original|source)(?: (?:article|post|story))?(?: here| on .{1,40})?
    (?:source|via|url|link|permalink|original(?: article)?)?\s*:?\s*(?:https?://|www\.)\S+
""")
_ADVERTISING: Final = compile_phrases(r"""
    advert(?:isements?|ising|orial|s)?
    advertisements?\s?[-–—:]{1,3}\s?(?:continue|scroll|story|article).{0,60}
    advertisement (?:continue reading|scroll (?:to|for|down)|(?:story|article) continues).{0,60}
    ads?|ads? by .{1,30}|remove ads|report this ad|close ad
    (?:sponsored|promoted|paid)(?: (?:by .{1,30}|content|post|links?|partnership))?
    anzeige|werbung|publicité|publicidad|pubblicità|reklama|reklame|annons
    (?:(?:this )?(?:story|article|content))?\s*continues? (?:reading )?(?:after|below)(?: (?:the |this )?\w{1,15})?
    (?:scroll|swipe)(?: down)? (?:to|for) (?:continue|more|read|see)\b.{0,30}
    (?:keep|continue) reading|skip (?:past|to|ad|advertisement)\b.{0,60}
""")
_SERVICE: Final = one_of(r"""
    facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|instagram|youtube|tik ?tok|threads|bluesky
    google news|mastodon|pinterest|flipboard|messenger|e-?mail|print|share|tweet|copy link|save
""")
_SHARING: Final = compile_phrases(
    r"""
    (?:share|teilen|partager|compartir|condividi)
    share (?:this|on|via|it|full|the (?:article|story|post|page))\b.{0,60}
    pin(?: it)?|like|copy(?: url)?|link copied|bookmark|rss|listen
    (?:print|e-?mail|gift|save|bookmark) (?:this )?(?:page|article|story)
    SERVICE(?:[\s,|/·•]+(?:and )?SERVICE){0,9}
    (?:follow|like|join|find) us\b.{0,100}|follow @\w{1,30}
    follow .{2,60} on SERVICE\b.{0,60}
    folgen sie uns.{0,80}|suivez[- ]nous.{0,80}|síguenos.{0,80}
""".replace("SERVICE", _SERVICE)
)
_ACCOUNTS: Final = compile_phrases(r"""
    newsletters?(?: sign-?up)?|donate(?: now)?|my account|register(?: now)?
    (?:log|sign) ?(?:in|out|up)(?: (?:now|here|to|with|for)\b.{0,80})?
    subscribe(?: (?:now|today|here|to|for)\b.{0,120})?|(?:jetzt )?abonnieren.{0,60}|s.abonner.{0,60}|suscríbete.{0,60}
    create (?:a |an |your )?(?:free )?account.{0,60}
    already (?:a |have )(?:subscriber|member|an account).{0,60}
    become a (?:member|subscriber|patron)\b.{0,60}|invalid e-?mail.{0,60}
    support (?:us|our (?:journalism|work))\b.{0,80}
    (?:enter|type) your (?:e-?mail|name)\b.{0,80}|(?:your )?e-?mail(?: address)?
""")
_COMMENTS: Final = compile_phrases(r"""
    please enter (?:your|a|an)\b.{1,60}|be the first to comment.{0,30}|what do you think
    (?:leave|post|add|write) (?:a|your) (?:public )?(?:reply|comment)s?\b.{0,60}|cancel reply|reply|submit
    (?:no|\d{1,5}|view|show|hide|load|all|join|read|more) (?:more |all )?comments?(?: yet)?
    comments?(?: \(?\d{1,5}\)?)?|comments? (?:are |have been )?(?:closed|off|disabled|loading).{0,30}
    (?:join|start) the (?:conversation|discussion|debate)\b.{0,60}
    report (?:a|this|an) (?:comment|error|typo|problem|correction).{0,40}|was this (?:article|page|story) helpful
    (?:your )?(?:name|website|comment)|kommentare?|kommentar schreiben|commentaires?|comentarios?
""")
_OTHER: Final = one_of(r"""
    latest|recent|related|popular|trending|top|more|other|featured|similar|recommended|must[- ]read|breaking
""")
_NAVIGATION: Final = compile_phrases(
    r"""
    home(?:page)?|menu|search|close(?: menu)?|open menu|navigation|breadcrumbs?|expand|collapse|help|faq|archives?
    back to (?:top|home)|next|previous|prev|(?:next|previous|prev) (?:article|story|post|page)|load more.{0,20}
    (?:show|see|view) (?:more|less|all)|read (?:full|the full|the whole) (?:story|article)
    page \d{1,3}(?: of \d{1,3})?|\d{1,3} (?:of|/) \d{1,3}|toggle .{1,30}
    about(?: us)?|contact(?: us)?|advertise(?: with us)?|careers|sitemap|site index|newsroom
    (?:home|start(?:seite)?|accueil|inicio) ?[>»/›|] ?.{1,100}
    tags?|topics?|categor(?:y|ies)|filed under|posted in|tagged|uncategori[sz]ed
    (?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?)\s*[:|].{0,200}
    (?:in this (?:story|article)|themen|schlagwörter|mots[- ]clés|etiquetas)\s*[:|].{0,200}
    OTHER (?:news|articles?|stories|posts?|headlines|topics?|content|links?|tags|videos?|reads?|coverage|searches)
    (?:most|best) (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|in .{1,30}))?
    trending(?: now)?|just in|live updates?|up next|watch (?:live|now)|now playing|play(?: video)?|editor.?s.? picks?
    you (?:may|might|could|will) (?:also )?(?:like|be interested in|have missed)|in case you missed it
    recommended(?: for you| stories)?|around the web|from the web|from our partners|on the same (?:topic|subject)
    more (?:from|by|in) (?:this |the )?(?:author|section|category|series|our network|web)|about the authors?
    view all posts.{0,40}|\d{1,3}[\s-]min(?:ute)?s?(?: read| lesezeit| de lecture)?|(?:estimated )?reading time.{0,30}
    (?:listen|read) (?:to )?(?:this|the) (?:article|story)(?: aloud)?.{0,40}|post views.{0,12}
    \d[\d.,]*[km]? (?:views?|shares?|likes?|comments?|reads?)|views?:? ?\d{1,9}|(?:font|text) size.{0,20}
    click (?:here|to (?:share|print|e-?mail|enlarge|expand|play))\b.{0,60}|tap (?:here|to)\b.{0,60}|get the app.{0,40}
    download (?:our|the) .{0,30}app\b.{0,60}|opens? (?:in )?(?:a )?new (?:tab|window)
""".replace("OTHER", _OTHER)
)
_LEGAL_LABELS: Final = compile_phrases(r"""
    terms|terms (?:of|and|&) (?:use|service|conditions|sale)\b.{0,80}
    privacy|privacy (?:policy|notice|settings|statement).{0,60}
    cookies?(?: (?:policy|settings|notice|preferences))?|impressum|datenschutz(?:erklärung)?|agb|kontakt|disclaimer
    do not sell.{0,60}|accessibility(?: statement)?|accept(?: all)?(?: cookies)?|(?:reject|decline) all.{0,10}
    manage (?:cookies|preferences|consent|settings).{0,30}|i (?:agree|accept)|our standards\s*:.{0,80}
""")
_CODE: Final = compile_phrases(r"""
    [^!?]{0,100}\{|(?-i:[a-z-]{3,30})\s*:\s*[^;!?]{1,60};
    (?:var |let |const |function |window\.|document\.).{1,200}[;{}(]
""")
_LABELS: Final = (_SOURCES, _ADVERTISING, _SHARING, _ACCOUNTS, _COMMENTS, _NAVIGATION, _LEGAL_LABELS)

_ASKING: Final = one_of(r"""
    become an? (?:member|subscriber|supporter|patron)
    donate
    subscribe
    make a (?:donation|contribution)
""")
_NOTICES: Final = compile_phrases(
    r"""
    (?:copyright\b.{0,20}|©.{0,60}|\(c\) ?)(?:19|20)\d\d.{0,160}
    .{0,120}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).{0,120}
    (?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)? uses? cookies.{0,220}
    by (?:continuing|using|browsing|clicking) .{0,80}you (?:agree|accept|consent).{0,150}
    by (?:signing up|subscribing|submitting|providing) .{0,80}you (?:agree|accept|consent).{0,150}
    this (?:material|article|story|content) may not be (?:published|reproduced).{0,200}
    this (?:material|article|content|website|site) is (?:protected by|subject to) .{0,200}
    no (?:part|portion) of this (?:publication|article|site|website|material|story) .{0,200}
    (?:please )?enable javascript.{0,100}|javascript (?:is )?(?:required|disabled).{0,60}
    your browser (?:does not|doesn.t) support.{0,100}
    this (?:video|feature|browser) (?:is not|isn.t|cannot be|can.t be) (?:available|supported|displayed|played).{0,100}
    save my name\b.{0,60}\b(?:e-?mail|browser|next time)\b.{0,80}
    your e-?mail address will not be published.{0,80}|required fields are marked.{0,10}
    you have entered an incorrect e-?mail.{0,20}|(?:please )?(?:log|sign) in to (?:leave|post|add|comment|reply).{0,40}
    thank(?:s| you) for (?:signing up|subscribing|registering|reading our|your (?:subscription|registration)).{0,80}
    (?:please )?(?:sign up|subscribe|register)\b.{0,100}\b(?:newsletters?|inbox|alerts?|push notifications?)\b.{0,100}
    (?:get|receive|stay|want)\b.{0,160}\b(?:newsletters?|inbox|e-?mail alerts?|push notifications?)\b.{0,100}
    (?:follow|like|join|find) us on .{0,100}
    (?:please )?(?:support|help|fund) .{3,100}[:.!–—-] ?(?:please )?ASKING\b[^“”",]{0,80}
    (?:please )?ASKING (?:today|now)\b[^“”",]{0,80}
""".replace("ASKING", _ASKING)
)
_END_OF_ARTICLE: Final = compile_phrases(r"""
    (?:original )?source(?: link| site)?\b.{0,20}|leave a (?:reply|comment).{0,20}|please enter .{0,50}
    (?:related|latest|recent|popular|trending|recommended|more|top)\b.{0,30}|most (?:read|popular).{0,20}
    .{0,20}\bcomments?\b.{0,20}|you (?:may|might).{0,30}|editor.?s.? picks?|up next|around the web|from our partners
""")


def is_boilerplate(words: str) -> bool:
    """Whether one line, with its blanks collapsed, is the site's and not the article's."""
    if len(words) > _LONGEST:
        return False
    line = words.strip(_FRAME)
    if not line or _NOTICES.fullmatch(line) or _CODE.fullmatch(words):
        return True
    is_sentence = words.endswith((".", "”", '"')) and words.count(" ") + 1 >= _WORDS_OF_SENTENCE
    return not is_sentence and any(form.fullmatch(line) for form in _LABELS)


def ends_article(words: str) -> bool:
    """Whether a line of boilerplate is one behind which sites list other articles or take comments."""
    return _END_OF_ARTICLE.fullmatch(words.strip(_FRAME)) is not None
