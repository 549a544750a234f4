"""Labels that lead through a site: menus, tags, lists of other articles, what to press."""

from typing import Final

from workbench.articles.phrases import compile_phrases, one_of

_OTHER: Final = one_of(r"""
    latest
    recent
    related
    popular
    trending
    top
    more
    other
    featured
    similar
    recommended
    suggested
    must[- ]read
    breaking
""")
_NAVIGATION: Final = compile_phrases(
    r"""
    # menus
    home ?(?:page)?
    more
    live
    menu
    search(?: (?:for|the|our|this)\b.{1,60})?
    close(?: menu)?
    open menu
    navigation
    breadcrumbs?
    expand
    collapse
    help
    faq
    archives?
    # from page to page
    back to (?:top|home)
    next
    previous
    prev
    (?:next|previous|prev) (?:article|story|post|page)
    load more.{0,20}
    (?:show|see|view) (?:more|less|all)
    read (?:full|the full|the whole) (?:story|article)
    page \d{1,3}(?: of \d{1,3})?
    \d{1,3} (?:of|/) \d{1,3}
    toggle .{1,30}
    # pages about the site
    about(?: us)?
    contact(?: us)?
    advertise(?: with us)?
    careers
    sitemap
    site index
    newsroom
    # where the article stands in the site, and under which words
    (?:home|start(?:seite)?|accueil|inicio) ?[>»/›|] ?.{1,100}
    # labels of such words
    tags?
    topics?
    categor(?:y|ies)
    filed under(?: .{1,60})?
    posted in
    tagged
    uncategori[sz]ed
    (?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?)\s*[:|].{0,300}
    (?:in this (?:story|article)|themen|schlagwörter|mots[- ]clés|etiquetas)\s*[:|].{0,200}
    # over lists of other articles
    related
    OTHER (?:news|articles?|stories|posts?|headlines|topics?|content|links?|tags|videos?|reads?|coverage|searches)
    (?:most|best) (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:stories|articles|news|in .{1,30}))?
    trending(?: now)?
    just in
    live updates?
    up next
    watch (?:live|now)
    now playing
    play(?: video)?
    (?:watch|play) video\b.{0,12}
    embed\b.{0,24}
    editor.?s.? picks?
    you (?:may|might|could|will) (?:also )?(?:like|be interested in|have missed)
    in case you missed it
    recommended(?: for you| stories)?
    around the web
    from the web
    from our partners
    on the same (?:topic|subject)
    more (?:from|by|in) (?:this |the )?(?:author|section|category|series|our network|web)
    about the authors?
    more from .{1,40}
    what to (?:watch|read|know) next
    ad ?choices
    send (?:us )?a (?:news )?tip
    (?:adjust|change) (?:the )?(?:text|font) size
    # about the article: its author, length and readers
    view all posts.{0,40}
    (?:\d{1,3}[\s-])?min(?:ute)?s?[. ] ?(?:read|lesezeit|de lecture)
    \d{1,3}[\s-]min(?:ute)?s?
    \d{1,6}
    (?:latest|more|all|recent) (?:posts|articles|stories) by .{1,60}
    (?:about|contact|follow) the (?:author|writer|reporter)
    authors?
    (?:view|see) (?:author|all articles|all posts|all stories)\b.{0,40}
    e-?mail the (?:author|editor|writer)
    get author rss feed
    article history
    explore further
    enlarge(?: this)? image
    (?:slide ?show|gallery)(?: ?\( ?\d{1,3}.{0,12})?
    (?:view|open) (?:gallery|slide ?show|photos).{0,20}
    shares?
    (?:connect|stay connected|stay in touch) with us
    trending (?:on|in|at) .{1,40}
    in (?:partnership|collaboration|association) with(?: .{1,40})?
    reuse (?:this )?content
    republish(?:ing)?(?: this .{1,20})?
    (?:this (?:is an|links? to)|these are) external links?\b.{0,60}
    (?:estimated )?reading time.{0,30}
    (?:listen|read) (?:to )?(?:this|the) (?:article|story)(?: aloud)?.{0,40}
    post views.{0,12}
    \d[\d.,]*[km]? (?:views?|shares?|likes?|comments?|reads?)
    views?:? ?\d{1,9}
    (?:font|text) size.{0,20}
    # what to press
    click (?:here|to (?:share|print|e-?mail|enlarge|expand|play|copy|see|view))\b.{0,60}
    tap (?:here|to)\b.{0,60}
    get the app.{0,40}
    download (?:our|the) .{0,30}app\b.{0,60}
    opens? (?:in )?(?:a )?new (?:tab|window)
    """,
    OTHER=_OTHER,
)


def is_navigation(line: str) -> bool:
    """Whether a line, without the marks around it, is such a label."""
    return _NAVIGATION.fullmatch(line) is not None
