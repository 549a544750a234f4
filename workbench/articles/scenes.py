"""Captions that scraping left without mark and without credit, told by what they say.

Such a line has no final stop, and neither has a heading. What a caption has is somebody or something to see, at a
place, on a day; its words are those of a sentence, where headlines drop "the" and "a". No one sign is enough, so
they are weighed; a line in doubt is no caption.
"""

import re
from typing import Final

from workbench.articles.paragraphs import ends_sentence
from workbench.articles.phrases import one_of

_ENOUGH: Final = 5
_FEWEST_WORDS, _MOST_WORDS = 4, 30

_NAME: Final = r"[A-ZÀ-ÞŠŽČĆĐŁ][\w.’'-]*"
_BETWEEN_NAMES: Final = r"(?:and|of|de|van|von|der|bin|al|leader|president|minister)"
_PERSONS: Final = rf"(?!(?:The|An?)\s){_NAME}(?:\s+(?:{_BETWEEN_NAMES}\s+)?{_NAME})+"
_WORDS: Final = r"(?:\s+\w[\w’'-]*){0,5}?"
_THING: Final = rf"(?:The|An?|Some|Two|Three|Four|Five){_WORDS}"
_PREPOSITION: Final = one_of(r"""
    aboard
    above
    along
    at
    behind
    beside
    during
    in
    in front of
    inside
    near
    next to
    on
    outside
    over
    with
""")
# What a camera can see people do, in the present tense of captions, and what headlines also say in it.
_SEEN: Final = one_of(r"""
    cheers?
    embraces?
    gestures?
    greets?
    hugs?
    inspects?
    kneels?
    leans?
    lines? up
    listens?
    looks? (?:at|on|out|over|through|up)
    march(?:es)?
    poses?
    shakes? hands
    sits?
    smiles?
    waits?
    walks?
    watch(?:es)?
    waves?
""")
_DONE: Final = one_of(r"""
    address(?:es)?
    arrives?
    attends?
    boards?
    carry|carries
    cross(?:es)?
    cuts?
    delivers?
    drives?
    enters?
    examines?
    exits?
    gathers?
    holds?
    lays?
    leaves?
    meets?
    pass(?:es)?
    performs?
    prepares?
    raises?
    reacts?
    repairs?
    rides?
    rises?
    signs?
    speaks?
    stands?
    talks?
    tours?
    visits?
    welcomes?
""")
_SCENE: Final = re.compile(
    rf"(?:(?P<persons>{_PERSONS})|{_THING}|(?P<anybody>{_NAME}{_WORDS}))"
    rf"(?:\s+(?:(?P<seen>{_SEEN})|(?P<done>{_DONE}))\b|,?(?=\s+{_PREPOSITION}\s))(?P<rest>.*)"
)
_ARTICLE: Final = re.compile(r"\s(?:an?|the|his|her|its|their)\s")
_SETTING: Final = re.compile(rf"\s{_PREPOSITION}\s")
_WEEKDAY: Final = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH: Final = one_of(r"""
    Jan(?:\.|uary)
    Feb(?:\.|ruary)
    March
    April
    May
    June
    July
    Aug(?:\.|ust)
    Sept(?:\.|ember)
    Oct(?:\.|ober)
    Nov(?:\.|ember)
    Dec(?:\.|ember)
""")
_PLACE: Final = re.compile(
    rf"\s{_PREPOSITION}\s+(?:(?:an?|the)\s+)?(?:[a-zà-ÿ-]+\s+){{0,2}}(?!{_WEEKDAY}|{_MONTH}\s){_NAME}"
)
_DAY: Final = re.compile(
    rf"\b(?:{_MONTH}\s(?:\d{{1,2}},?\s)?|in\s|on\s|since\s)(?:19|20)\d\d\b"
    rf"|\bon\s{_WEEKDAY}\b"
)
# Questions, quotations, labels and numbered things are headings; words of saying and of being are prose.
_OTHERWISE: Final = re.compile(r"[:;?!“”„«»\"*|•·]|^(?:How|Why|What|Where|Who|When|Which|Is|Are|Will|Can|Does|Did)\b")
_PREDICATE: Final = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|will|would|can|could|may|might|must|should|does|did|says?|said|told)\b"
)


def describes_scene(words: str, *, below_head: bool) -> bool:
    """Whether a line without a final stop describes a picture rather than heads a section.

    Args:
        words: the line, its blanks collapsed.
        below_head: whether it stands between the article's head and its first prose, where sections seldom begin.
    """
    if not _FEWEST_WORDS <= words.count(" ") + 1 <= _MOST_WORDS or ends_sentence(words):
        return False
    if _OTHERWISE.search(words) or _PREDICATE.search(words):
        return False
    scene = _SCENE.fullmatch(words)
    return scene is not None and _weight(scene, below_head=below_head) >= _ENOUGH


def _weight(scene: re.Match[str], *, below_head: bool) -> int:
    """Add up the signs of a caption: who or what, doing what, where and when."""
    subject = 2 if scene["persons"] else 1
    setting = _weight_of_setting(scene["rest"])
    if scene["seen"] or scene["done"]:
        action = (2 if scene["seen"] else 1) + bool(_ARTICLE.search(scene["rest"]))
        return subject + action + setting
    if scene["anybody"]:
        return 0  # what follows one word with a capital may be a verb that is not known here
    return subject + setting + 1 + (below_head and setting > 1)


def _weight_of_setting(rest: str) -> int:
    """A place weighs, a second circumstance beside it, and a day most."""
    has_place = _PLACE.search(rest) is not None
    return has_place + (has_place and len(_SETTING.findall(rest)) > 1) + 2 * bool(_DAY.search(rest))
