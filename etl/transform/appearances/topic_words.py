"""Words that candidates for topics are told by: verbs and nouns of talking and asking, of works and times, and the commonplaces of talk."""

from __future__ import annotations

TALKING = frozenset(
    """talk speak chat converse discuss debate interview joke banter spar clash challenge quarrel argue wrangle tussle bicker joust tangle
    reminisce complain muse riff opine rant cover touch dwell tackle range rove roam wander run turn move shift drift veer stray switch address
    field explain describe expound hold weigh reflect delve wade dig lecture preach testify swap trade devote dedicate spend promote
    plug""".split()
)
ASKING = frozenset("ask press quiz grill question interrogate cross-examine probe push tackle challenge pin".split())
SPEECH_NOUNS = frozenset(
    """talk conversation discussion debate speech lecture panel episode hour minute exchange question joke session slot segment keynote address
    pitch view story anecdote interview sit-down chat sermon monologue argument row quarrel clash digression detour thought remark word answer
    half account""".split()
)
WORK_NOUNS = frozenset(
    """film book video song series documentary show podcast programme program album play novel article piece post thread story column essay
    report""".split()
)
SUBJECT_NOUNS = frozenset("subject topic theme issue agenda menu matter".split())
MEDIA_NOUNS = frozenset(
    """show podcast programme program episode interview stream livestream video clip broadcast station channel radio television tv studio
    audience listener viewer host guest presenter interviewer stage hall camera microphone mic record app platform site series season edition
    evening conversation talk speech rally debate appearance""".split()
)
TIME_NOUNS = frozenset(
    "year month week day hour minute second time moment morning afternoon evening night weekend season century decade today tomorrow yesterday".split()
)
# Of these not they are talked about but what follows: "a lot of", "questions of".
QUANTITIES = frozenset(
    """lot lots number range variety host couple series kind sort bit deal plenty part half rest most one question questions subject matter topic
    issue""".split()
)
# What people talk of in the media, whoever they are: public affairs, business, science, sport, the arts, and private life.
COMMONPLACES = frozenset(
    """abortion accident addiction adoption age ageing agriculture aid ai alcohol algorithm ambition anger animal antisemitism anxiety apology architecture army art
    asylum austerity automation baby ballot ban bank banking baseball basketball bath beauty belief bereavement bike bill birth border boredom bot boxing boycott
    breakfast breakup bribery broadband budget bullying burnout bus business camping cancer capitalism car career caste censorship charity chess childcare childhood
    chip church cinema city class cleaning climate clothes coal coffee college comedy competition conscription conspiracy contract cooking copyright corruption
    cost cricket crime criticism crypto cryptocurrency culture cycling dam dance dating daughter daycare death debt decline deepfake defence defense deficit
    dementia democracy dentist deportation depression diabetes diet discipline discrimination disease diversity divorce doping doubt dream drink drought drug
    economy education election electricity emigration energy engineering environment equality espionage ethics exam exercise exile extremism failure faith fame
    family famine farm farming fascism fashion fasting father fatherhood fear fee feminism feud film finance fire fishery fishing fitness flood food football forest
    forgiveness fracking fraud freedom friendship fuel funding funeral future gambling game gaming garden gardening gender genocide golf gossip government grief
    growth guilt gun gut happiness harassment hate health heat heating history hockey holiday homelessness homework honesty hospital housing hunger hunting
    hygiene identity illness immigration industry inequality inflation influencer infrastructure inheritance injury innovation insurance integrity intelligence
    internet invasion investment irrigation islam jazz jealousy job journalism justice kid kindness knife land language law lawsuit lawyer leadership leak learning
    library literature litter logistics loneliness longevity loss love loyalty luck magic marketing marriage masculinity maths meaning medicine meditation memoir
    memory menopause merger metaverse migration military mining mortality mortgage mother motherhood music nature nightlife noise novel nuclear nursing nutrition
    obesity obituary oil old-age opera orphan pain painting pandemic parenthood parenting parking parliament patience patriotism pay peace pension pet philosophy
    physics piracy planning plastic poetry police policing politics pollution pornography port poverty power prayer pregnancy press prison privacy privatisation
    privatization prize productivity propaganda property prostitution protest psychology puberty quota race racism rail rain recession recipe reconciliation
    recycling redundancy reform refugee regret regulation rehab religion remittance rent retirement revenge revolution rice river road robot romance rumor rumour
    running rural sacrifice safety salary salt sanction sanitation scandal school science secrecy security self-doubt sex sexism shame shipping shyness sickness
    silence sin sleep slavery smoking sobriety socialism soil solitude sorrow space spending sport stage-fright stammering steel stigma strike student stress
    subsidy success suicide superstition surgery surveillance survival tariff tax taxation tea teaching technology teenager temper tennis terrorism theatre theater
    therapy ticket tourism trade traffic training transit translation transparency transport travel trauma truth uncertainty unemployment union university
    vaccine vanity veteran violence voting wage war waste water wealth weather wedding weight welfare whale widowhood wind wine wit witchcraft work worry
    wrestling writing youth""".split()
)
