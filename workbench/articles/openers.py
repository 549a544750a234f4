"""Words that, with a capital, open a sentence: inside one, they stand in small letters."""

import re
from typing import Final

from workbench.articles.phrases import words_of

_OPENERS: Final = words_of("""
    The This That These Those There Then Thus He She It Its His Her Hers They Their We Our You Your I My A An
    In On At By For From To Of After Before But And Or Nor As If When Whenever While Whereas Although Though Because
    However Moreover Furthermore Meanwhile Nevertheless Nonetheless Therefore Otherwise Earlier Later Recently Currently
    Some Many Much Most Both Each Every Another Other Others Such All Few Several More Less Fewer Neither Either None
    What Who Whom Whose Why How Where Which Since Until Under With Within Without During Despite Amid Among Besides
    Between Beyond Through Throughout Instead Still Even Only Just Not Perhaps Maybe Nearly Almost About Around Over
    Asked According Also So Yet Now Once Twice Here Let Do Does Did Is Are Was Were Has Have Had Can Could Would Should
    Today Yesterday Tomorrow Last Next Two Three Four Five Six Seven Eight Nine Ten One Half Nobody Everybody Anyone
    Officials Analysts Investors Traders Economists Critics Experts Authorities Opponents Supporters Witnesses Residents
    Prosecutors Lawyers Researchers Scientists Voters Workers Students Doctors Farmers Police People Thousands Hundreds
    Dozens Millions Reports Shares Sales Prices Profits Revenue Earnings
    Separately Apparently Previously Eventually Finally Formerly Indeed
    Mr Mrs Ms It's He's She's That's There's I'm I've We're We've They're
""")
UNSTOPPED_OPENERS: Final = words_of("""
    The This These Those It He She They We You There Their Its Our Your In On At By For From With As If When While
    After Before According Although Because Since Despite During Some Many Most Several Another Other Each Every An And
    But Yet So Almost Nearly Yesterday Recent Recently Meanwhile However Instead Here Even
""")
"""Those that names and quoted words seldom hold before a small letter, so that they open one even behind no stop."""

_WORD: Final = re.compile(r"[\"'“‘«„(\[]*([\w’'-]*)")


def first_word(after: str) -> str:
    """Return the word at the start of `after`, without what opens it; "" if there is none."""
    match = _WORD.match(after)
    return match[1].replace("’", "'") if match else ""


def opens_sentence(after: str) -> bool:
    """Whether `after` begins with a word that, with a capital, opens a sentence."""
    return first_word(after) in _OPENERS
