"""The word lists of the claim rules: what reports, who speaks, what hedges, what judges.

Small closed sets, chosen by hand from grammars of reported speech (Quirk et al. 1985, §14.28–35), from hedge
lists (Hyland 2005) and from reading news. They hold word forms, not stems, so that no stemmer is needed.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REPORTING: Final = _words(
    """said says say told tells tell added adds add warned warns warn noted notes note wrote writes reported
    reports report confirmed confirms confirm claimed claims claim denied denies deny announced announces
    stated states explained explains explain argued argues argue insisted insists insist suggested
    suggests emphasized emphasised emphasizes emphasises emphasize stressed stresses stress declared
    declares acknowledged acknowledges acknowledge admitted admits alleged alleges allege asserted asserts
    assert recalled recalls replied replies responded concluded concludes conclude predicted predicts
    predict reiterated reiterates repeated tweeted tweets posted remarked remarks commented observed
    observes disclosed revealed reveals pledged pledges vowed vows promised promises cautioned cautions
    caution complained complains contended contends contend quipped joked asked asks ask continued
    continues indicated indicates informed mentioned maintained maintains maintain testified boasted
    lamented countered conceded concedes speculated estimated estimates estimate estimating believes
    believe believed thinks think thought assured advised urged urges urge explaining exclaimed shouted
    found finds showed shows show learned proclaimed demanded demands agreed hinted underlined underscored
    highlighted clarified opined answered echoed ruled read reads tweeting declined"""
)

# Verbs whose complement is what somebody wants, thinks or does with words; they report only with a speaker.
STANCE: Final = _words(
    """called calls call urged urges accused accuses criticized criticised criticizes condemned condemns condemn
    praised praises described describes describe blamed blames dismissed dismisses rejected rejects
    endorsed endorses endorse wants want wanted hopes hope hoped expects expect expected supports support
    supported opposes oppose opposed backed backs favors favored attacked attacks blasted slammed mocked
    defended defends proposed proposes promised vowed questioned questions feels feel felt knows know knew
    considers sees see views fears fear feared worries worried worry doubts doubt doubted plans plan seeks
    sought refused refuses offered characterized portrayed depicted labeled labelled compared cited cites
    referred refers pointed discussed demanded assesses assess assessed regards prefers rates decried
    denounced ridiculed likened touted threatened threatens appealed appeals suspect suspects suspected
    disputed disputes refuted refutes rebutted rebuts disavowed repudiated debunked"""
)

ING_CUES: Final = _words(
    """saying adding noting warning claiming arguing insisting stressing emphasizing emphasising telling stating
    suggesting explaining declaring alleging asserting confirming denying writing announcing predicting
    calling describing accusing vowing promising pledging acknowledging concluding recalling tweeting
    asking urging boasting complaining contending implying indicating criticizing blaming praising
    demanding"""
)

CITING: Final = _words("citing quoting")

# Forms that are as often nouns: they report only straight after a clear subject.
NOUN_LIKE: Final = _words(
    """reports report claims claim notes note states state remarks comments estimates estimate promises demands
    calls call hopes hope plans plan questions views fears fear worries worry doubts doubt attacks
    supports support shows show caution stress repeats tweets address rates read reads posted thought
    finds wants asks tells stresses cautions pledges vows urges expects expected urge suspect suspects"""
)
BARE_VERBS: Final = _words(
    """say tell add warn note report confirm claim deny explain argue insist emphasize stress acknowledge allege
    assert conclude predict caution contend maintain estimate believe think ask show urge call condemn
    describe want hope expect support oppose feel know see fear worry doubt plan endorse assess suspect"""
)
NEVER_NOUNS: Final = _words(
    "say tell argue insist believe think contend assert conclude acknowledge warn confirm explain"
)
# Verbs that need something asserted after them: “found a bag” reports nothing, “found that …” does.
THAT_VERBS: Final = _words(
    """found finds showed shows show learned ruled agreed read reads thought continued continues posted indicates
    indicated observed maintained repeated revealed reveals demanded answered responded declined"""
)

COPULAS: Final = _words("is are was were be been being 's ’s")
AUXILIARIES: Final = COPULAS | _words(
    "has have had having do does did will would can could may might must shall should"
)
SKIPPED_BEFORE_VERB: Final = _words(
    """has have had also later then now still once even again just further often never always already both
    himself herself itself themselves previously recently repeatedly reportedly immediately earlier first
    would did not simply long separately subsequently all will can could may might must shall should do does
    don’t don't doesn’t doesn't didn’t didn't won’t won't wouldn’t wouldn't can’t can't couldn’t couldn't cannot
    shouldn’t shouldn't"""
)
BEFORE_BARE_VERB: Final = _words(
    """not to would will can could may might must shall should do does did don’t don't doesn’t doesn't didn’t didn't
    won’t won't wouldn’t wouldn't can’t can't couldn’t couldn't cannot shouldn’t shouldn't never"""
)
LEADING_ADVERBS: Final = _words("however meanwhile but and so still yet nevertheless moreover also then")

SUBJECT_PRONOUNS: Final = _words("he she it they we i you who")
CLAUSE_BREAKS: Final = _words(
    """that because while when if which although though since whether where how what why unless until as but or
    so than after before which whose"""
)
PREPOSITIONS: Final = _words(
    """in on at by during after before from to of with for about over under through via amid among between
    against into within without since until upon across near following ahead as"""
)
DETERMINERS: Final = _words(
    """the a an this that these those his her its their our my your some any no each every another other many
    several few most all both one two three four five six new latest own such"""
)

WEEKDAYS: Final = _words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS: Final = _words(
    """january february march april may june july august september october november december jan feb mar apr aug
    sept sep oct nov dec"""
)
TIME_WORDS: Final = (
    WEEKDAYS
    | MONTHS
    | _words(
        """today yesterday tomorrow tonight morning afternoon evening night week weeks month months year years day
    days earlier later last next late early this recently ago midnight noon weekend"""
    )
)

# Nouns of people who speak; with a name after or before them they are its title.
ROLES: Final = _words(
    """spokesman spokeswoman spokesperson president minister secretary expert leader analyst chairman chairwoman
    chair director chief professor lecturer ambassador senator governor mayor king queen prince pope
    general commander commissioner representative congressman congresswoman lawmaker premier chancellor
    adviser advisor economist researcher scientist officer official envoy diplomat judge justice attorney
    lawyer prosecutor sheriff ceo founder co-founder coach author historian strategist reporter journalist
    correspondent editor candidate nominee politician dictator ruler activist organizer manager head
    deputy admiral colonel captain major sergeant detective doctor physician engineer executive counsel
    pollster columnist fellow student resident farmer teacher driver owner veteran witness critic aide
    operative lobbyist pastor bishop archbishop cardinal imam rabbi billionaire businessman entrepreneur
    investor broker trader pilot mother father son daughter wife husband brother sister boss host anchor
    moderator operator climatologist meteorologist epidemiologist inspector speaker dr mr mrs ms gen brig
    lt col maj sgt capt sen rep gov prof sir lord lady rev adm"""
)
HONORIFICS: Final = _words("dr mr mrs ms gen brig lt col maj sgt capt sen rep gov prof sir lord lady rev adm st jr sr")
PLURAL_SPEAKERS: Final = _words(
    """officials experts analysts sources advisers advisors authorities observers critics spokesmen researchers
    scientists lawmakers leaders diplomats ministers police prosecutors lawyers witnesses residents people
    allies democrats republicans economists investigators media reports studies men women authors
    strategists supporters opponents campaigners activists aides historians voters others many some
    reporters journalists governments doctors senators lawyers attorneys engineers traders executives
    organizers advocates allies"""
)
SPEAKING_THINGS: Final = _words(
    """report study statement survey poll memo letter document documents newspaper agency ministry government
    company court house department council commission committee paper magazine website media press
    broadcaster army military police office bank party union group organization organisation institute
    university embassy kremlin pentagon campaign source sources data figures research researchers watchdog
    regulator filing lawsuit complaint article post bulletin state ruling suit editorial ad ads advertisement
    voice-over voiceover narrator crowd song sign banner headline email e-mail tweet speech book manifesto
    indictment affidavit column op-ed video testimony memoir transcript judgment verdict resolution bill order"""
)
INSTITUTIONS: Final = _words(
    """house ministry agency department council commission committee university bank party government post times
    news media union court police institute foundation office service bureau association congress senate
    parliament kremlin pentagon embassy company corp inc ltd group organization organisation army navy
    guard force authority administration center centre college school journal press network republic
    nations kingdom states federation league board fund federal cnn cnbc bbc nbc abc cbs reuters tass"""
)
DEMONYMS: Final = _words(
    """american british russian chinese ukrainian north south korean japanese german french european western
    eastern us u.s uk u.k eu u.n israeli palestinian iranian indian canadian australian mexican turkish
    polish italian spanish dutch swedish norwegian syrian iraqi afghan soviet asian african latin arab
    democratic republican conservative liberal far east west middle central"""
)

# Places that stand for those who govern there.
METONYMS: Final = _words(
    """washington moscow beijing pyongyang seoul tokyo berlin paris london brussels kyiv kiev rome madrid ankara
    tehran jerusalem delhi islamabad riyadh cairo ottawa canberra russia china ukraine japan germany
    france britain israel iran india pakistan turkey poland america usa"""
)

SPECULATION: Final = _words("may might could perhaps maybe possibly probably likely unlikely potentially presumably")
JUDGEMENTS: Final = _words(
    """absurd absurdly appalling awful beautiful brilliant brutal catastrophic corrupt cowardly crazy cruel
    cynical dangerous despicable disaster disastrous disgrace disgraceful disgusting dishonest egregious
    evil extraordinary extremist failed fake fantastic farce foolish frankly glorious greatest grotesque
    horrible horrific hypocrisy hypocritical idiotic ignorant incompetent incredible indeed insane
    insidious inspiring ironic ironically ludicrous lunatic magnificent mad madness masterpiece
    meaningless mere merely miserable naive nasty noble nonsense notorious obscene obvious obviously
    outrageous pathetic perfect perverse phony pitiful pointless preposterous radical reckless remarkable
    repugnant ridiculous rotten ruthless sad sadly scandalous shame shameful shameless sheer silly simply
    so-called stunning stupid surely terrible terrific thug toxic tragic tragically truly tyranny tyrant
    ugly unacceptable unconscionable unfair unfortunately utterly vicious vile wicked wonderful worst
    worse wretched wrong hysteria propaganda elites elite regime mob woke bigoted bigotry racist fascist
    tyrannical"""
)
CAUSES: Final = _words("because caused causes causing triggered prompted due owing thanks consequently therefore")
IMPERATIVES: Final = _words(
    """read click sign subscribe please follow watch listen share download register see check join enjoy imagine
    consider remember don’t don't let’s let's contact email visit tap scroll log enter forget look note"""
)
NUMBER_WORDS: Final = _words(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion dozen dozens half third quarter double twice
    percent"""
)

# Words that are nearly always finite verbs; with the endings of assertion.py they show that a sentence has one.
FINITE: Final = AUXILIARIES | _words(
    """ain’t ain't cannot isn’t isn't aren’t aren't wasn’t wasn't weren’t weren't don’t don't doesn’t doesn't
    didn’t didn't can’t can't won’t won't wouldn’t wouldn't couldn’t couldn't shouldn’t shouldn't hasn’t
    hasn't haven’t haven't hadn’t hadn't it’s it's that’s that's there’s there's he’s he's she’s she's
    what’s what's who’s who's here’s here's i’m i'm we’re we're they’re they're you’re you're i’ve i've
    we’ve we've they’ve they've you’ve you've i’ll i'll we’ll we'll he’ll he'll she’ll she'll they’ll
    they'll it’ll it'll you’ll you'll let’s let's i’d i'd we’d we'd he’d he'd she’d she'd they’d they'd
    you’d you'd said says say told went go goes came come comes took take takes got get gets gave give
    gives made make makes knew know knows saw see sees thought think thinks began begin begins broke
    brought bring brings built build bought buy chose became become becomes drew drove fell fall falls
    felt feel feels flew found find finds fought forgot froze grew grow grows held hold holds heard hear
    hit hits kept keep keeps laid led lead leads left leave lost lose loses met meet meets paid pay pays
    put puts ran run runs rose rise rises sank sent send sends set sets shook shot shut sold sell sells
    sat sit sits slept spoke speak speaks spent spend stood stand stands stole struck swore swept taught
    threw understood withdrew won win wins wore write writes wrote cut cuts let lets want wants need needs
    seem seems appear appears remain remains include includes continue continues show shows believe
    believes mean means work works live lives call calls add adds help helps play plays move moves like
    likes provide provides offer offers follow follows expect expects report reports require requires
    allow allows spread spreads cost costs hurt read reads belong belongs love hate agree exist exists
    happen happens refer refers apply applies lie lies look looks plan plans try tries use uses start
    starts stop stops turn turns urge urges warn warns vow vows watch watches shake shakes sign signs
    greet greets pose poses walk walks attend attends arrive arrives visit visits grimace grimaces launch
    launches receive receives threaten threatens doubt doubts deserve deserves matter matters sound sounds"""
)
# Those of them that are no nouns either, so that no noun phrase goes on over them.
PLAINLY_FINITE: Final = _words(
    """went goes came comes took takes got gets gave gives made makes knew knows saw sees began begins became becomes
    brought brings bought chose fell felt flew found forgot froze grew held heard kept lost met ran rose sank sent sat
    spoke spent stood stole swept threw understood withdrew won wore wrote want wants wanted needs needed seem seems
    seemed appear appears appeared remains remained includes included continued continues believed refused tried
    failed promised pledged vowed agreed decided called accused urged denied rejected dismissed insisted argued"""
)
