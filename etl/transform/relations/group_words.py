"""Rarer nouns that name people by what they are or do, those that a description needs more than, and the adjectives that describe a public."""

from __future__ import annotations

MORE_PEOPLE = frozenset(
    """tradie bloke trucker nurse baker builder plumber electrician miner fisherman soldier cop policeman firefighter carer caregiver clerk
    cashier waiter barista courier cleaner seamstress shopkeeper businessman businesswoman entrepreneur freelancer academic scientist
    historian scholar journalist advertiser recruiter jobseeker apprentice intern graduate schoolkid schoolgirl toddler infant baby
    teenager twentysomething thirtysomething dad granny grandad insomniac night-owl early-riser dieter drinker smoker vegan vegetarian
    patient survivor sufferer carer prisoner inmate commuter pedestrian motorist biker dog-owner pet-owner cat-owner birdwatcher
    stargazer knitter crafter quilter brewer home-cook chef supporter loyalist activist campaigner unionist separatist nationalist
    populist leftist rightist socialist communist libertarian traditionalist mum-to-be newlywed divorcee divorcé parent-to-be
    househusband housewife homemaker stay-at-home breadwinner landlord leaseholder expatriate refugee asylum-seeker local islander
    villager townie suburbanite urbanite northerner southerner midwesterner latina latinx asian african european american indian
    australian canadian irish black white hispanic male female men women one millennial gen-z zoomer boomer swiftie superfan stan
    aficionado buff nerd purist completist newbie novice beginner veteran tourist traveller holidaymaker backpacker sailor pilot driver
    cyclist walker rambler swimmer lifter bodybuilder gym-goer athlete punter bettor gambler singleton dater lover hater critic doubter
    sceptic skeptic cynic dreamer drifter outsider misfit loner introvert customer client consumer shopper saver spender borrower lender
    investor speculator shareholder policyholder cardholder subscriber patron donor volunteer school college university household firm
    brand chap mate pal fogey gran nan elder tradesman craftsman locksmith carpenter decorator salesman sportsman serviceman policewoman
    firefighter paramedic midwife hairdresser butcher fisherwoman vendor trader hawker stallholder farmhand labourer laborer migrant
    remainer leaver nonvoter truck-driver ex-smoker vlogger blogger collector bargain-hunter first-timer retiree widower bookworm
    stay-at-homer homebody office-worker shift-worker night-owl teacher schoolteacher lecturer don dental-nurse caretaker janitor
    porter clerk typist secretary civil-servant bureaucrat technocrat techie programmer nerd goth punk hipster yuppie preteen tween
    adolescent octogenarian septuagenarian pensioner oldie boomer churchgoer parishioner worshipper believer nun monk priest imam
    backer bystander onlooker passer-by troublemaker newcomer arrival returnee exile émigré compatriot countryman countrywoman
    grandson granddaughter grandchild son daughter wife husband boyfriend girlfriend sister brother uncle aunt cousin neighbour neighbor
    servant officer trainee researcher juror candidate recruit herder seafarer diner schoolchild grown-up grownup lass auntie
    housekeeper nanny sergeant spouse leader boss policymaker lawmaker staffer pupil swing-voter expat guy fella folks fisherfolk
    peasant rider guest native speaker learner""".split()
)
PUBLICS = frozenset("listener viewer reader follower subscriber audience fan user spectator member supporter regular".split())
# Nouns that say too little alone: "his base", "the public".
BARE = frozenset(
    """people public crowd member group community market class guest man woman folk owner family adult guy couple single generation base
    audience following mass player driver user viewer listener reader follower subscriber supporter fan demographic segment cohort boy
    girl kid child worker citizen resident customer founder executive doctor lawyer engineer creator artist musician regular tribe niche
    professional teacher american conservative liberal independent moderate progressive republican democrat insider outsider
    amateur visitor constituency electorate one those person""".split()
)
COLLECTIVE = frozenset(
    """men women people folk youth electorate public audience base generation demographic community crowd constituency following diaspora
    cohort segment faithful minority subculture tribe fisherfolk""".split()
)
SINGULAR = frozenset(
    """man woman bloke guy kid boy girl child mother father mum mom dad uncle aunt voter driver teenager farmer worker student nurse buyer
    listener viewer reader owner player fan lad person pensioner housewife chap customer grandmother user follower subscriber household
    parent one public audience crowd""".split()
)
AGENTS = ("er", "or", "ist", "ian", "eer", "ant", "ent", "ee", "folk", "mate", "woman", "man", "goer", "aholic")
# Nouns that end like those of people.
NOT_PEOPLE = frozenset(
    """number paper newspaper letter matter order quarter offer corner shoulder finger computer newsletter dinner river tower banner border
    chapter character container counter cover danger disaster drawer error factor favor favour feature filter flower folder gesture honor
    hour labor labour layer ladder lever liter litre meter metre minister mirror monster motor murder number order owner platter poster
    power prayer printer register remainder reminder rumor rumour sector semester server shelter sister slipper speaker sticker summer
    sweater teaser theater theatre thriller tractor trailer transfer trigger tutor weather whisper winter wonder accent account accident
    agreement announcement apartment appointment argument assignment comment commitment complaint component content department deployment
    document element environment equipment event experiment fragment government grant incident instrument investment moment monument
    movement patent payment percent present restaurant segment sentiment settlement shipment statement supplement talent tent tournament
    treatment warrant committee coffee degree fee guarantee tree trustee list interest artist twist mist fist wrist assist playlist
    checklist checker blockbuster thriller cracker burger player-of ringer encounter barrier carrier career engineer-of beer pioneer-of
    volunteer-of charter cluster disorder fever folder founder-of broadcaster-of retailer-of publisher-of adviser-of dollar chamber
    september october november december member-of figure manner answer super bumper""".split()
)
LIKE = (
    r"(?:(?:(?:mostly|mainly|largely|predominantly|overwhelmingly|chiefly|primarily|typically|very|rather|four-fifths|three-quarters|two-thirds|"
    r"\d\d(?: per cent|%)) )?"
    r"(?:young(?:er)?|old(?:er)?|male|female|rural|urban|suburban|white|Hispanic|Latino|middle-aged|middle-class|working-class|affluent|"
    r"conservative|liberal|left-wing|right-wing|married|single|British|American|European|educated|college-educated|wealthy|religious|"
    r"nocturnal|teenage|elderly|retired|loyal))"
)
