"""Lines that the site says to every reader: navigation, sharing, comment forms, advertising, legal notices.

A form matches a whole line. Labels ("Share this") are never whole sentences, so that no sentence of an article that
begins with such words is taken for one; notices ("We use cookies …") are, and say what no article says.
"""

import re
from typing import Final

from workbench.articles.labels import is_label
from workbench.articles.navigation import is_navigation
from workbench.articles.notices import is_notice
from workbench.articles.phrases import compile_phrases

_LONGEST: Final = 320
_WORDS_OF_SENTENCE: Final = 7
_FRAME: Final = " \t-–—*_•|~∼[](){}<>»«›‹→←↑↓#.:!?…·"

_CODE: Final = compile_phrases(r"""
    # style sheets
    [^!?]{0,100}\{
    (?-i:[a-z-]{3,30})\s*:\s*[^;!?]{1,60};
    # data
    [\[{]\s*[\[{]?\s*"[\w-]{1,40}"\s*:.*
    # scripts
    (?:var |let |const |function |window\.|document\.).{1,200}[;{}(]
""")
_HASHTAGS: Final = re.compile(r"(?:#[\w-]+[\s,]*)+")
_END_OF_ARTICLE: Final = compile_phrases(r"""
    # what copies of articles end with
    (?:original )?source(?: link| site)?\b.{0,20}
    # comments
    leave a (?:reply|comment).{0,20}
    please enter .{0,50}
    # other articles
    (?:related|latest|recent|popular|trending|recommended|more|top)\b.{0,30}
    most (?:read|popular).{0,20}
    .{0,20}\bcomments?\b.{0,20}
    you (?:may|might).{0,30}
    editor.?s.? picks?
    up next
    around the web
    from our partners
""")


def is_boilerplate(words: str) -> bool:
    """Whether one line, with its blanks collapsed, is the site's and not the article's."""
    if len(words) > _LONGEST:
        return False
    line = words.strip(_FRAME)
    if not line or is_notice(line) or _CODE.fullmatch(words) or _HASHTAGS.fullmatch(words):
        return True
    is_sentence = words.endswith((".", "”", '"')) and words.count(" ") + 1 >= _WORDS_OF_SENTENCE
    return not is_sentence and (is_label(line) or is_navigation(line))


def ends_article(words: str) -> bool:
    """Whether a line of boilerplate is one behind which sites list other articles or take comments."""
    return _END_OF_ARTICLE.fullmatch(words.strip(_FRAME)) is not None
