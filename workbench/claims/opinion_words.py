"""The words by which a sentence shows that it argues, judges or addresses, and not only reports.

Closed sets, written by hand after what subjectivity research looks at (Wiebe and Riloff 2005: strong subjective
words; Recasens et al. 2013: one-sided terms, intensifiers and hedges in edits that restore a neutral point of view;
Biber 1988: contractions, private verbs and emphatics mark involved prose). Word forms, no stems; typographic
apostrophes are read as straight ones.
"""

from typing import Final


def listed(text: str) -> frozenset[str]:
    """Return the words of `text`: so that a list reads like one."""
    return frozenset(text.split())


# What is good or bad in the eyes of whoever writes it.
EVALUATIVE: Final = listed(
    """abhorrent abject abominable absurd absurdity absurdly abysmal admirable admirably alarming alarmist amazing
    annoying appalling appallingly arrogant arrogance astonishing astonishingly atrocious authentic awesome awful
    awkward baffling barbaric baseless beautiful beautifully beloved benign best better betrayal betrayed bitter
    bizarre bland blatant blatantly bleak blind blindly bloated bogus bold boldly boring brave bravely brazen
    brazenly breathtaking brilliant brilliantly brutal brutally calamitous callous careless catastrophe
    catastrophic chaos chaotic charming cheap childish chilling clever clueless clumsy coherent comical compelling
    complacent complicit conspicuous contemptible convenient conveniently corrupt corrosive courage courageous
    coward cowardice cowardly crazy creepy cringe crippling crucial crucially crude cruel cruelly cruelty cunning
    curious curiously cynical cynically cynicism damaging damning dangerous dangerously daunting deadbeat deceitful
    deceptive decent delightful delusion delusional demented deplorable depraved depressing deranged despicable
    desperate desperately destructive devastating devious dignified dire disappointing disaster disastrous
    disastrously disgrace disgraceful disgusting dishonest dishonesty dismal disturbing divisive dodgy doomed dose
    draconian dreadful dreary dubious dull dumb dysfunctional eager easy effective effectively egregious elegant
    elitist eloquent embarrassing embarrassment empty enormous epic erratic essential evil excellent excessive
    exciting exemplary extraordinary extreme fabulous failure fair fake false falsehood fanatical fantastic fantasy
    farce farcical fascinating fatal fatally fatuous feckless feeble fiasco fierce filthy fine flawed flimsy folly
    fool foolish foolishly foolproof fools formidable fortunate fortunately fragile frantic fraudulent frightening
    frustrating fun funny futile genius genuine genuinely glaring glorious gloriously glory good goodness grand
    grandiose great greatest greatness greed greedy grim gross grossly grotesque gruesome gullible half-baked
    handy happy hapless harsh hateful healthy heartbreaking heartless heinous hellish heroic heroes hideous
    hilarious hollow honest honestly honesty honorable hopeless hopelessly horrendous horrible horribly horrid
    horrific horrifying hostile huge humiliating hypocrisy hypocrite hypocrites hypocritical hysteria hysterical
    ideal idiocy idiot idiotic idiots ignorance ignorant ill-advised illogical immoral impeccable important
    impossible impotent impressive impressively inadequate inane inappropriate incoherent incompetence incompetent
    incomprehensible inconvenient incredible incredibly indefensible indifferent inept inevitable inevitably
    inexcusable infamous inhuman inhumane innocent insane insanely insanity insidious inspiring insufferable
    insult insulting intellectual interesting interestingly intolerable intriguing invaluable ironic ironically
    irony irrational irrelevant irresponsible joke joy joyous laughable lame lavish lazy legitimate legendary
    liar liars lie lies lofty loony loser losers lousy lovely lovingly lucky ludicrous lunacy lunatic lurid lying
    mad madness magical magnificent malicious malign masterful masterpiece meaningful meaningless mediocre menace
    menacing merciless mere merely mess messy mindless mindlessly miracle miraculous miserable miserably misguided
    misleading misery mistake mockery monstrous monster monsters monumental moral morally moronic mundane murky
    myopic mystery myth myths naive narcissism narcissist narcissistic nasty naughty needless needlessly nefarious
    neglected nice nightmare nightmarish noble nonsense nonsensical notorious notoriously noxious nuanced nuts
    obnoxious obscene obscure obsessed obsession obsessive odd oddly odious ominous onerous oppressive ordinary
    outlandish outrage outrageous outrageously overblown overdue overrated overwhelming overwhelmingly painful
    painfully paltry paranoia paranoid passionate pathetic pathetically patient peculiar peerless perfect perfectly
    perilous pernicious perverse phony pitiful pivotal plague plain plausible pleasant poignant pointless poison
    poisonous poor poorly powerful precious preposterous pressing pretty prodigious profound profoundly promising
    proper properly proud proudly prudent punishing puny pure purely puzzling quaint questionable radical rampant
    rational real reasonable reckless recklessly refreshing regrettable regrettably relentless relentlessly
    remarkable remarkably reprehensible repressive repugnant repulsive respectable revolting rich ridiculous
    ridiculously right righteous rightful rightly risky robust rogue rotten rude ruthless ruthlessly sacred sad
    sadly sane sanctimonious savage savagely savvy scandal scandalous scary scathing senseless sensible serious
    seriously severe shaky shallow sham shambles shame shameful shamefully shameless shamelessly sheer shocking
    shockingly shoddy sickening significant silly simplistic sincere sinister skillful slick sloppy smart
    smug sneaky sobering solid soulless spectacular spineless splendid spurious squalid staggering stale stark
    stellar stifling stingy strange strangely striking strikingly strong stunning stupendous stupid stupidity
    stupidly sublime suffocating suicidal superb superficial superior suspicious sweet tacky tasteless tedious
    terrible terribly terrific terrified terrifying thoughtful thoughtless thrilling thriving timid tiresome
    tone-deaf toothless tough toxic traditional tragedy tragic tragically transparent treacherous treason
    treasonous tremendous trivial troubling troublesome true truth truthful truths tyrannical tyranny tyrant
    ugly unacceptable unbearable unbelievable unbelievably uncanny unconscionable undeniable undeniably undue
    unethical unfair unfairly unforgivable unfortunate unfortunately unhinged unholy unimaginable unique unjust
    unjustified unlawful unnecessary unparalleled unprecedented unprincipled unqualified unrealistic unreasonable
    unscrupulous unseemly unsettling unspeakable unsurprising unsurprisingly unthinkable untrue unworthy useful
    useless vacuous vague vain valid valuable vapid venal venomous vibrant vicious viciously vile villain villains
    vindictive violent virtue virtuous vital vivid vulgar warped wasteful weak weird welcome wicked wild wildly
    willful wisdom wise wisely witless wonderful wonderfully worrisome worrying worse worst worth worthless worthwhile
    worthy wrecked wretched wrong wrongly zealot zealous"""
)

# Words of camp and contempt: they name a side and judge it in one.
LOADED: Final = listed(
    """agenda agitprop anarchist anarchists anti-american anti-choice anti-freedom anti-life anti-science
    anti-white apologists authoritarian authoritarianism bashing bigot bigoted bigotry bigots billionaire
    billionaires bloodbath brainwashed brainwashing bureaucrats cabal camp censorship cheerleader
    cheerleaders circus clique colluded communist communists conspiracy crackdown cronies crony crooked
    crusade crusader crusaders cult cultists deep-state demagogue demagoguery demonize demonized demonizing
    demonization despot despotic despots dictator dictators dictatorial diktat doctrinaire dog-whistle dogma
    echo-chamber elite elites elitism establishment ethno-nationalist extremism extremist fanatic fanatics
    far-left far-right fascism fascist fascists fat-cat fear-mongering fearmongering freedom-loving freeloaders
    frenzy gaslighting globalist globalists goons grift grifter grifters groomer groomers gravy-train handouts
    hard-left hard-right hatred henchmen hell-bent hellbent henchman hoax hucksters hyper-partisan hysterics
    ideologue ideologues ideological ideology illegals imperialism imperialist indoctrinate indoctrinated
    indoctrinating indoctrination invaders jihad junta kleptocracy kleptocrat knee-jerk lackeys leftism leftist
    leftists left-wing left-wingers lefties liberalism libs lockstep lobbyists lynching mafia mainstream marxism
    marxist marxists masses mob mobs mongering moguls mouthpiece mouthpieces nanny narrative narratives
    neoliberal neoliberalism neocon neocons oligarch oligarchs oligarchy oppression oppressors orthodoxy pandering
    parasites partisan patriot patriotic patriotism patriots peddle peddled peddlers peddling plutocrat plutocracy
    plutocrats plutocratic populism populist privilege privileged pro-abortion pro-choice pro-life progressives
    propaganda propagandists pseudo pseudo-science puppet puppets puritanical quack quacks racism racist racists
    radicalism radicals rant ranting rants reactionary rebranded regime right-wing right-wingers rigged rhetoric
    sanctimony scam scammers scams schemes screed screeds self-proclaimed self-righteous self-serving sexism sexist
    sexists shenanigans shill shilling shills slander slogan slogans smear smeared smears snowflake
    snowflakes so-called socialism socialist socialists sheep soros stooge stooges supremacist supremacy swamp
    sycophants talking-points thug thuggery thuggish thugs toady traitor traitors tribal tribalism troll trolls
    truther truthers tyrants useful-idiot vigilante vitriol warmonger warmongers weaponize weaponized weaponizes
    weaponizing whistleblowers white-supremacist witch-hunt woke wokeness xenophobia xenophobic zealots"""
)

# Verbs and nouns that tell an event as a fight, a trick or a fall, where a plainer word was at hand.
DRAMATIC: Final = listed(
    """abandon abandoned annihilate assail assault bankrupt bashed battering belittle
    berate betray betraying blasted blasting boast boasting botched bragging brandish bully bullied bullies
    bullying capitulate capitulated cave caved caving censor cheat cheated cheating cherry-pick clamoring clobber
    clung coddle coerce collapse concoct concocted condone conned contempt cowed cower crash crave crumbling
    crush crushed crushing dared decimate decimated defile defy demolish demonise destroy destroyed destroying
    destroys devour dictate disdain dismantle dismantling distort distorting distorts doom drown dupe duped
    embolden emboldened engulfed enslave eviscerate exploit exploiting fawning flaunt flee flout foist force
    fomenting forsake gloat gobble grab grandstanding grievance groveling gut gutted gutting hamper harass
    harangue hate hated hates haunted heap hijack hijacked howl hurl imperil inflame inflict
    inflicting invade jeopardize lambasted lashing loath loathe loathing lurch lurking mangled manipulate
    manipulated manipulating manipulation marauding masquerade meddle meddling menaced mock mocking muzzle
    obliterate ostracize outraged pander pillage plague plagued plunder poisoned poisons pounced prey pretend
    pretending pretends preying punish railing ram rammed ransack ravage ravaged rebrand rip ripped ruin ruined
    ruining ruins sabotage sabotaged salivating scapegoat scold scoff scream screaming screamed seething shove
    shoved shoving shred shredded shrug shrugged silence silenced silencing slammed slap slash slaughter slaughtered
    smash smother sneer sneering sneers snub spew spewing spout squander squandered stampede stifle stoke stoked
    stoking stooped strangle stuffed subjugate suffocate swallow terrorize threaten threatens tout trample trampled
    trampling trash trashed trashing trumpet undermine undermines undermining unleash unleashed unravel unraveling
    usurp usurped vilified vilify wallow war whine whining whip whitewash wreak wreck wrecking"""
)

# How strongly something is said, beside what is said.
EMPHATIC: Final = listed(
    """absolutely actually after-all again all-too almost already altogether basically blatantly certainly clearly
    completely constantly deeply definitely downright effectively entirely especially essentially even evidently
    ever exactly extremely fact fairly far frankly fully fundamentally genuinely greatly hardly highly hugely
    immediately incredibly indeed inherently just largely least literally mainly massively merely mostly naturally
    nearly-always necessarily obviously of-course only outright overly particularly perfectly plainly precisely
    presumably pretty purely quite rather readily really routinely scarcely simply so solely somehow somewhat
    still strictly such supposedly surely thoroughly too totally truly typically ultimately undoubtedly utterly
    vastly very virtually wholly widely yet"""
)

# Turns by which an author leads a reader through an argument.
ARGUMENT: Final = listed(
    """although because but consequently considering despite else furthermore hence however if indeed instead
    likewise meaning moreover namely nevertheless nonetheless nor notwithstanding otherwise perhaps rather regardless
    simultaneously so thereby therefore though thus unless unlike whatever whereas wherein whether whichever
    while why yes yet"""
)

# Nouns by which an author speaks about thoughts and not about things.
ABSTRACT: Final = listed(
    """argument arguments assumption assumptions attitude attitudes aspect belief beliefs blame burden cause
    choice choices common concept concepts consensus context contradiction culture decency democracy
    destiny difference dilemma discourse doubt dream error ethics evidence example excuse excuses existence extent
    fate faith fear freedom freedoms goal guise hope hopes idea ideal ideals ideas identity idealism illusion
    imagination implication implications individualism instinct interests irony judgment kind
    legacy lens lesson lessons liberty lifestyle logic manner meaning mentality message method mind minds
    mindset morality motive motives nature necessity notion notions obligation outrage paradox perception
    perspective philosophy point politics position possibility power premise presence pretense principle
    principles problem problems proof purpose question questions reality reason reasons respect responsibility
    sanity sense sentiment sentiments share side sign signal society solution solutions sort soul spirit stake
    standard standards story struggle substance symbol temptation theory thing things thinking thought tradition
    trend trust truth understanding value values version view views virtue vision way ways will willingness"""
)

# Whom and how the author speaks to.
READER: Final = listed("you your yours yourself folks let's dear ladies gentlemen")
OURS: Final = listed("our ours")
WE: Final = listed("we us ourselves we're we've we'll we'd")
ME: Final = listed("i my me mine myself i'm i've i'll i'd")

# Everyone, never, nothing: what no report could show.
SWEEPING: Final = listed(
    """all always any anybody anymore anyone anything anywhere constantly countless endless endlessly entire
    ever every everybody everyone everything everywhere forever infinite many most never no nobody none nothing
    nowhere only plenty total totally typical"""
)
VAGUE: Final = listed(
    """bunch lot lots somebody somehow someone something sort stuff thing things whatever whoever kind kinds
    somewhere plenty certain various"""
)
OBLIGATION: Final = listed("should must ought shouldn't mustn't need needs needed cannot can't deserve deserves")
HEDGES: Final = listed(
    """may might could would perhaps maybe possibly probably likely unlikely apparently presumably potentially can
    seem seems seemed appear appears looks feels arguably suggests supposedly"""
)
PRESENT: Final = listed("is are isn't aren't it's that's there's they're here's has have do does seems remains means")

# What a sentence to the reader or the audience begins with when it asks, thanks or greets.
ORDERS: Final = listed(
    """please let let's thank thanks welcome congratulations join imagine consider remember look listen click read
    sign subscribe follow watch share download register see check enjoy visit tap scroll log enter forget note god
    don't never ask think stop start call contact email bless may hear come"""
)

COMPARED: Final = listed(
    "than compared highest lowest largest smallest biggest fewest fastest slowest longest shortest oldest youngest"
)
THANKS: Final = listed("thank thanks bless congratulations")

# Past forms that do not end in -ed, but for those that are as often the present (put, cut, set, hit, read).
PAST_FORMS: Final = listed(
    """was were had did went came took got gave made knew saw thought began broke brought built bought chose became
    drew drove fell felt flew found fought forgot froze grew held heard kept laid led left lost met paid ran rose
    sank sent shook shot sold sat slept spoke spent stood stole struck swore swept taught threw understood withdrew
    won wore wrote died told said arose awoke bore beat bent bled blew bred burnt caught clung crept dealt dug drank
    ate fed fled flung forbade forgave hid hung knelt leapt lent lit meant overcame overtook rang rode sang shone
    shrank slid sought sped spun sprang stuck stung strode sung swam swung tore underwent upheld wept woke wound cut"""
)

# What an argument begins its sentences with: links to what was said, and conditions.
OPENERS: Final = listed(
    """but and so yet or still indeed now then thus if when while instead rather even just perhaps despite because
    though although unfortunately this these that there those such what here it"""
)
