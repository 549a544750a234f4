"""Labels that sites put beside every article: sources, advertising, sharing, accounts, comments, terms.

They are never whole sentences, so that no sentence of an article that begins with such words is taken for one.
"""

from typing import Final

from workbench.articles.networks import NETWORK
from workbench.articles.phrases import compile_phrases, one_of

_SOURCES: Final = compile_phrases(r"""
    (?:original |via )?source(?: (?:link|site|url|article))?[\s\-–#:]*\d{0,6}
    (?:view|see|read) (?:the )?(?:original|source)(?: (?:article|post|story))?(?: here| on .{1,40})?
    (?:source|via|url|link|permalink|original(?: article)?)?\s*:?\s*(?:https?://|www\.)\S+
""")
_ADVERTISING: Final = compile_phrases(r"""
    # the word alone, and what goes on behind the advertisement
    advert(?:isements?|ising|orial|s)?
    advertisements?\s?[-–—:]{1,3}\s?(?:continue|scroll|story|article).{0,60}
    advertisement (?:continue reading|scroll (?:to|for|down)|(?:story|article) continues).{0,60}
    # short for it
    ads?
    ads? by .{1,30}
    remove ads
    report this ad
    close ad
    # other words for it
    (?:sponsored|promoted|paid)(?: (?:by .{1,30}|content|post|links?|partnership))?
    # in other languages
    anzeige
    werbung
    publicité
    publicidad
    pubblicità
    reklama
    reklame
    annons
    # how to read on
    (?:(?:this )?(?:story|article|content))?\s*continues? (?:reading )?(?:after|below)(?: (?:the |this )?\w{1,15})?
    (?:scroll|swipe)(?: down)? (?:to|for) (?:continue|more|read|see)\b.{0,30}
    (?:keep|continue) reading(?: the (?:main )?(?:story|article))?
    (?:supported|presented|powered|brought to you) by(?: .{1,40})?
    skip (?:past|to|ad|advertisement)\b.{0,60}
""")
_BUTTON: Final = one_of(
    r"""
    share
    tweet
    pin
    e-?mail
    print
    comments?
    save
    like
    follow
    copy
    adjust
    send
    bookmark
    NETWORK
""",
    NETWORK=NETWORK,
)
_SHARING: Final = compile_phrases(
    r"""
    # buttons
    (?:share|teilen|partager|compartir|condividi)
    share (?:this|on|via|it|full|the (?:article|story|post|page))\b.{0,60}
    pin(?: it)?
    like
    copy(?: url| (?:this )?link(?: url ?copied)?)?
    mail(?: the editor)?
    link
    (?:show|share|hide|see|view) (?:more |all )?(?:sharing|share) options\b.{0,120}
    (?:social )?share
    spread the (?:news|word)
    link copied
    bookmark
    rss
    listen
    (?:print|e-?mail|gift|save|bookmark) (?:this )?(?:page|article|story)
    # rows of buttons
    (?:BUTTON[\s,|/·•]*){2,8}
    # rows of networks
    NETWORK(?:[\s,|/·•]+(?:and )?NETWORK){0,9}
    # accounts to follow
    (?:follow|like|join|find) us\b.{0,100}
    follow @\w{1,30}
    follow .{2,60} on NETWORK\b.{0,60}
    # in other languages
    folgen sie uns.{0,80}
    suivez[- ]nous.{0,80}
    síguenos.{0,80}
    """,
    NETWORK=NETWORK,
    BUTTON=_BUTTON,
)
_ACCOUNTS: Final = compile_phrases(r"""
    # newsletters and accounts
    newsletters?(?: sign-?up)?
    (?:join|get) (?:our|the) .{0,30}newsletters?\b.{0,80}
    .{1,40} delivered to your inbox
    be the first to know
    sign-?up successful
    add to pocket
    donate(?: now)?
    my account
    register(?: now)?
    (?:log|sign) ?(?:in|out|up)(?: (?:now|here|to|with|for)\b.{0,80})?
    subscribe(?: (?:now|today|here|to|for)\b.{0,120})?
    (?:jetzt )?abonnieren.{0,60}
    s.abonner.{0,60}
    suscríbete.{0,60}
    create (?:a |an |your )?(?:free )?account.{0,60}
    (?:forgot(?:ten)?|reset) your password
    not (?:yet )?registered\b.{0,40}
    already (?:a |have )(?:subscriber|member|an account).{0,60}
    # money
    become a (?:member|subscriber|patron)\b.{0,60}
    support (?:us|our (?:journalism|work))\b.{0,80}
    # forms
    invalid e-?mail.{0,60}
    (?:enter|type) your (?:e-?mail|name)\b.{0,80}
    (?:your )?e-?mail(?: address)?
""")
_COMMENTS: Final = compile_phrases(
    r"""
    # invitations
    please enter (?:your|a|an)\b.{1,60}
    be the first to comment.{0,30}
    what do you think
    (?:leave|post|add|write) (?:a|your) (?:public )?(?:reply|comment)s?\b.{0,60}
    cancel reply
    reply
    submit
    # how many there are
    (?:no|\d{1,5}|view|show|hide|load|all|join|read|more) (?:more |all )?comments?(?: yet)?
    comments?(?: \(?\d{1,5}\)?)?
    comments? (?:are |have been )?(?:closed|off|disabled|loading).{0,30}
    (?:join|start) the (?:conversation|discussion|debate)\b.{0,60}
    # feedback
    (?:error report|correct this)
    (?:comment(?:ing)?|community) (?:policy|guidelines|rules)
    house rules
    (?:delete|report|flag|hide|edit)(?: this)? comment
    comments? (?:via|with|on) NETWORK
    write a comment
    report (?:a|this|an) (?:comment|error|typo|problem|correction).{0,40}
    was this (?:article|page|story) helpful
    # fields of the form
    (?:your )?(?:name|website|comment|e-?mail)(?: ?\(required)?
    \d{1,5} ?comment\(?s?\)?
    # in other languages
    kommentare?
    kommentar schreiben
    commentaires?
    comentarios?
    """,
    NETWORK=NETWORK,
)
_TERMS: Final = compile_phrases(r"""
    # terms and privacy
    terms
    terms (?:of|and|&) (?:use|service|conditions|sale)\b.{0,80}
    privacy
    privacy (?:policy|notice|settings|statement).{0,60}
    cookies?(?: (?:policy|settings|notice|preferences))?
    # in other languages
    impressum
    datenschutz(?:erklärung)?
    agb
    kontakt
    disclaimer
    # choices
    do not sell.{0,60}
    accessibility(?: statement)?
    accept(?: all)?(?: cookies)?
    (?:reject|decline) all.{0,10}
    manage (?:cookies|preferences|consent|settings).{0,30}
    i (?:agree|accept)
    our standards\s*:.{0,80}
""")
_LABELS: Final = (_SOURCES, _ADVERTISING, _SHARING, _ACCOUNTS, _COMMENTS, _TERMS)


def is_label(line: str) -> bool:
    """Whether a line, without the marks around it, is such a label."""
    return any(form.fullmatch(line) for form in _LABELS)
