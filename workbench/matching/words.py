"""Closed lists of English words that matching leans on: what carries little, and forms no rule can derive.

All are general grammar, none is about a subject. Places live in `places.py`.
"""

from typing import Final


def word_list(text: str) -> list[str]:
    """Return the words of a list written as running text, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())


# Articles, pronouns, prepositions, conjunctions, auxiliaries: they say how a sentence is built, not what of.
FUNCTION_WORDS: Final = word_set("""
    a about above after again against all also am among an and another any are around as at be because been
    before being below between both but by can could did do does doing down during each either ever for from
    further had has have having he her here hers herself him himself his how i if in into is it its itself
    just may me might more most much must my myself neither no nor not now of off on once only onto or other
    our ours ourselves out over own per quite rather same shall she should since so some such than that the
    their theirs them themselves then there these they this those though through to too toward towards under
    until up upon us very via was we were what when where whether which while who whom whose why will with
    within without would yet you your yours yourself yourselves
    """)

# Reporting verbs stand in nearly every sentence of news; they attribute, and say little of what is asserted.
REPORTING_WORDS: Final = word_set("""
    say tell add added note noted report reported announce announced stated according comment commented reply
    replied respond responded explain explained describe described declare declared claim claimed quote quoted
    cite cited spokesman spokeswoman spokesperson mr mrs ms
    """)

_UNITS: Final = word_list("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """)
_TENS: Final = word_list("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL_NUMBERS: Final[dict[str, int]] = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}

NEGATIONS: Final = word_set("not no never none nobody nothing nowhere neither nor cannot without")

_IRREGULAR_VERBS: Final = """
    arise arose arisen; beat beaten; become became; begin began begun; bend bent; bind bound; bite bit bitten;
    bleed bled; blow blew blown; break broke broken; bring brought; build built; burn burnt; buy bought; catch
    caught; choose chose chosen; come came; cut cutting; deal dealt; dig dug; draw drew drawn; drink drank
    drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
    flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; forgive forgave forgiven;
    freeze froze frozen; get got gotten; give gave given; go went gone; grow grew grown; hang hung; hear
    heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; leave
    left; lend lent; lie lain; lose lost; make made; mean meant; meet met; overcome overcame; pay paid; plead
    pled; ride rode ridden; ring rang rung; rise rose risen; run ran; say said; see saw seen; seek sought;
    sell sold; send sent; shake shook shaken; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
    sink sank sunk; sit sat; sleep slept; speak spoke spoken; spend spent; stand stood; steal stole stolen;
    stick stuck; strike struck stricken; swear swore sworn; sweep swept; swim swam swum; swing swung; take
    took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; understand
    understood; undertake undertook undertaken; wake woke woken; wear wore worn; win won; withdraw withdrew
    withdrawn; write wrote written; die dying; child children; person people; man men; woman women; foot feet;
    wife wives; life lives
    """


def _forms_to_base() -> dict[str, str]:
    table: dict[str, str] = {}
    for family in _IRREGULAR_VERBS.split(";"):
        base, *forms = family.split()
        table |= dict.fromkeys(forms, base)
    return table


IRREGULAR_FORMS: Final[dict[str, str]] = _forms_to_base()
