"""The words by which an article mentions in passing what somebody says, thinks or wants.

They make no sentence somebody's words: “The mayor’s promise to resign came late” is asserted by the article. Chosen by
hand, as the lists of cues.py.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Nouns for what is said, thought or wanted, which take a “that …”, “to …”, “of …” or “about …”.
NOUNS: Final = _words(
    """claim claims statement statements allegation allegations accusation accusations assertion assertions suggestion
    suggestions argument arguments complaint complaints warning warnings denial denials admission declaration
    announcement prediction predictions promise promises pledge pledges vow vows threat threats demand demands
    request requests call calls question questions criticism criticisms praise support opposition concern concerns
    fear fears worry worries hope hopes belief beliefs view views opinion opinions conviction feeling doubt doubts
    desire decision refusal intention commitment offer endorsement endorsements objection objections notion theory
    expectation expectations perception impression rumor rumors rumour rumours proposal proposals plan plans
    suspicion suspicions insistence acknowledgment skepticism scepticism speculation disapproval approval critique
    critiques condemnation testimony conclusion finding findings estimate estimates explanation contention attack
    attacks vision willingness unwillingness eagerness bid appeal invitation recommendation idea"""
)
OPENING: Final = _words("that to of for about on against over whether")
# Verbs that tell of somebody's attitude, without giving their words.
ATTITUDES: Final = _words(
    """thanked thanks ripped rips assailed assails lambasted chided scolded berated derided disparaged belittled
    hailed hails lauded applauded applauds congratulated welcomed welcomes commended credited
    credits trumpeted trumpets heralded decided decides intends intended aims aimed preferred hates hated
    distrusts distrust pressed lobbied advocated advocates recommended recommends championed promoted
    promotes pitched embraced embraces refuse refused agrees disagree disagrees disagreed objected
    objects protested guessed wonder wonders wondered realized realizes realised forgot remembers remember remembered
    imagine imagines assume assumes assumed recognize recognizes recognized
    hate admire admires admired     mentions mention addressed highlights highlight touts tout echoes echo exposed
    documented nominated allowed ordered orders instructed
    begged pleaded invited challenged challenges pushed pushes wish wishes wished
    learned learns bemoaned bemoans demeaned persuaded convinced volunteered respects"""
)
# What somebody is said, thought or asked to be, whoever says so.
PASSIVE: Final = _words(
    """said reported alleged accused expected known seen viewed considered deemed dubbed called charged thought believed
    regarded perceived suspected supposed touted hailed criticized criticised lauded asked told ordered urged described
    portrayed depicted labeled labelled branded rumored rumoured estimated projected predicted required advised
    recommended nominated denounced condemned praised mocked quoted cited credited blamed welcomed supported opposed
    endorsed criticised challenged questioned recognized recognised named identified understood assumed invited
    encouraged instructed meant intended feared"""
)
AFTER_PASSIVE: Final = _words("to as of that with by for on over")
HEARSAY: Final = _words("reportedly allegedly supposedly purportedly apparently")
# Participles that, like “saying”, report what the subject before them says or wants.
PARTICIPLES: Final = _words(
    """backing endorsing supporting opposing expecting planning seeking pushing questioning thanking mocking
    criticising shouting chanting yelling hoping wanting fearing believing thinking suspecting proposing offering
    attacking advocating advising defending dismissing rejecting recommending discussing highlighting revealing
    showing reporting refusing considering threatening challenging calling condemning denouncing reminding
    encouraging ordering asking voicing expressing signaling"""
)
EVERYTHING: Final = NOUNS | ATTITUDES | PASSIVE | HEARSAY | PARTICIPLES
