"""Common nouns and the types of things that they describe: "the senator" is a person, "the app" a platform.

The table serves names ("the app Gist", "Ada Lowe, a nurse", "Corran Theatre") and descriptions ("the company") alike. A noun that fits
several types lists the likelier first. `Work`, `Event`, `Product` and `Group` are no entity types: they say that a name is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

NOUNS: Mapping[str, str] = {
    "Person": """
        actor actress adviser advisor advocate aide activist academic ambassador analyst anchor anchorman
        anchorwoman announcer apprentice archbishop architect artist astronaut astronomer athlete attorney
        aunt author authority baker ballerina banker barber baron barrister bassist bandleader beekeeper
        billionaire biographer biologist bishop blogger bodyguard bookseller boss botanist bowler boxer boy
        boyfriend brewer broker brother brother-in-law builder businessman businesswoman businessperson
        butcher candidate captain cardinal caretaker carpenter cartoonist celebrity cellist ceo chair
        chairman chairwoman chairperson challenger champion chancellor chef chemist chief child
        choreographer cleric clergyman coach co-anchor co-author co-founder cofounder co-host cohost
        co-presenter co-owner co-star colleague collector colonel columnist comedian comedienne comic
        commander commentator commissioner composer comptroller conductor confidant congressman
        congresswoman conservationist consultant contender contestant contractor contributor coordinator
        correspondent councillor councilman councilwoman counsellor countess cousin creator cricketer
        criminal critic curator cyclist dad dancer daughter dean defender democrat dentist deputy designer
        detective developer dictator dietician dietitian diplomat director disc-jockey dj doctor dramatist
        driver drummer duchess duke economist editor educator electrician emperor engineer entertainer
        entrepreneur environmentalist epidemiologist essayist ethicist evangelist ex-boyfriend ex-girlfriend
        ex-husband ex-president ex-minister ex-wife executive expert explorer fan farmer father
        father-in-law fashionista fiance fiancé fiancée fighter filmmaker film-maker financier firefighter
        fisherman footballer forager forecaster founder friend frontman fundraiser gambler gamer gardener
        general geographer geologist geneticist girl girlfriend goalkeeper golfer governor grandfather
        grandmother grandson granddaughter guest guitarist guru gymnast hacker hairdresser headmaster
        headteacher heir heiress hero historian host hostess housewife humorist husband illustrator imam
        impresario incumbent influencer influencer-turned-politician inspector instructor interviewer intern
        inventor investigator investor jockey journalist judge juror jurist justice king knight laureate
        lawmaker lawyer leader lecturer legend legislator librarian lieutenant linguist lobbyist lyricist
        magician magistrate magnate man manager marathoner marquess mathematician mayor mechanic
        meteorologist midfielder midwife millionaire minister mistress mobster model moderator mogul monk
        mother mother-in-law mountaineer mp mum mom musician musicologist namesake narrator naturalist
        negotiator neighbor neighbour nephew neuroscientist newcomer newscaster newsreader niece nominee
        novelist nun nurse nutritionist officer official ombudsman operative opponent organizer organiser
        ornithologist owner painter paleontologist palaeontologist panellist panelist paramedic parent
        pastor partner patient patron pediatrician paediatrician peer performer philanthropist philosopher
        photographer photojournalist physician physicist pianist pilot pioneer playwright player plumber
        podcaster poet police-officer policeman politician pollster pope postmaster potter preacher
        predecessor premier presenter president president-elect priest primatologist prime-minister prince
        princess principal prisoner producer professor programmer prosecutor protagonist protégé protégée
        provost psephologist psychiatrist psychologist psychotherapist publicist pundit pupil queen
        quizmaster rabbi racer rancher ranger rapper rebel receptionist referee refugee regulator rep
        reporter representative republican researcher restaurateur retiree reviewer rival rower ruler runner
        running-mate sailor salesman saxophonist scholar scientist screenwriter scriptwriter sculptor
        secretary senator sergeant sheriff showrunner sibling singer singer-songwriter sister sister-in-law
        skater skier skit-maker socialite sociologist soldier solicitor son son-in-law songwriter soprano
        speaker specialist speechwriter speedrunner spokesman spokesperson spokeswoman sportscaster sprinter
        spouse staffer star statesman statistician stepfather stepmother strategist streamer striker student
        stuntman successor superintendent superstar surgeon surveyor survivor swimmer tailor teacher
        technician teenager tenor theologian therapist thinker tiktoker treasurer trainer translator trader
        traveller trucker trumpeter trustee tutor twin tycoon uncle undersecretary understudy undergraduate
        vet veteran veterinarian vice-president vice-chancellor viceroy victim violinist virologist vlogger
        vocalist volunteer waiter waitress warden weatherman whistleblower wicketkeeper widow widower wife
        winemaker winner witness woman wrestler writer youtuber youngster zoologist boss newcomer heartthrob
        freshman mastermind showman stalwart bandmate teammate classmate roommate housemate flatmate lad
        bloke guy lady gentleman broadcaster publisher promoter restaurateur
        abbess accordionist accountant acrobat actuary acupuncturist admiral agronomist alpinist anaesthetist
        angler apiarist apothecary appraiser arbitrator archdeacon archer archivist arranger astrologer
        astrophysicist au-pair auctioneer auditor ayatollah babysitter backbencher bailiff barista barmaid
        baroness bartender bassoonist beatboxer biathlete biochemist blacksmith boatbuilder bobsledder
        bodybuilder bookbinder booktoker bosun bricklayer brickmaker brigadier burgess busker butler cabbie
        cabdriver cabinetmaker caddie canoeist canon cantor cashier caver ceramicist chaplain chauffeur
        cheesemaker cheesemonger chieftain chieftainess chiropractor clairvoyant clarinettist climber clockmaker
        clown coastguard cobbler commodore conservator constable conveyancer coroner cosmonaut courier cowhand
        curate curler deacon decathlete deckhand discus-thrower dispatcher diver doula dressmaker dyer embalmer
        emcee emir falconer farmhand fencer first-responder fishmonger flautist flutist folklorist forester
        fortune-teller freediver friar frontbencher futurist geodesist gilder glassblower glazier goatherd
        goldsmith governor-elect gravedigger greengrocer groom harpist healer herbalist horticulturist hotelier
        hunter hurdler hypnotist illusionist instagrammer interpreter janitor javelin-thrower joiner judoka
        juggler karateka kayaker lama landlady landlord librettist lifeguard locksmith logger luger lumberjack
        luthier maharaja marshal mason masseur masseuse matron mayor-elect mayoress mediator mentalist milkmaid
        milliner mime missionary modder moneylender mufti nanny navigator neurosurgeon notary novice oboist
        orderly organist osteopath pawnbroker percussionist pharmacist physio physiotherapist powerlifter
        prioress proofreader publican puppeteer purser quaestor rapporteur realtor rector reeve restorer
        roboticist roofer saddler sarpanch scorer sculler senator-elect sergeant-major sexton sharecropper
        shearer sheikh sheikha shepherd shipwright shoemaker shot-putter silversmith skipper snowboarder
        sommelier spinner steward stewardess stockbroker stonemason subathoner sultan surfer tanner taxidermist
        teller thatcher tiler trapper triathlete trombonist turntablist typesetter typist umpire undertaker
        upholsterer valet valuer vaulter ventriloquist verger vicar vintner viscount vtuber watchmaker weaver
        weightlifter welder windsurfer woodcarver
        """,
    "Organization": """
        administration agency airline alliance army assembly association authority bank board brewery brand
        bureau business cabinet campaign carmaker caucus chain charity church club coalition college
        commission committee company conglomerate congress consortium consultancy consulting contractor
        cooperative co-operative corporation council court crew department developer directorate distributor
        employer empire enterprise fashion-house federation firm force foundation franchise fund giant
        government group guild holding holdings hospital house industry institute institution insurer
        investor joint-venture judiciary junta label lab laboratory league legislature lender lobby
        logistics maker manufacturer ministry monastery movement museum nonprofit non-profit ngo office
        operation orchestra organisation organization pac panel parent parliament partnership party police
        practice promoter publisher pollster regulator retailer school secretariat seller senate society
        sponsor squad startup start-up startups studio studios subsidiary supermarket syndicate taskforce
        task-force team telecom think-tank thinktank trade-union treasury tribunal trust union unit
        university utility vendor venture watchdog charity collective band duo trio quartet choir ensemble
        troupe record-label production-company co-op operator insurer builder union governing-body
        tech-giant carrier outfit restaurant café cafe bakery partner rival bookmaker owner backer
        outfitter clothier bookmaker auctioneer brewer jeweller jeweler hotelier distiller competitor supplier parent producer successor predecessor host
        academy clinic congregation convent creamery dairy distillery diocese eatery factory fishery foundry pharmacy railway seminary
        shipyard smelter vineyard wholesaler youth-wing inspectorate commissariat regiment brigade navy constabulary gendarmerie militia
        kibbutz boyband girlband chorus
        """,
    "Outlet": """
        newspaper fanzine zine paper daily weekly tabloid broadsheet gazette magazine newswire wire news-agency
        newsagency network broadcaster station radio-station tv-station television-station news-channel
        broadcast-network journal news-site periodical newsroom fortnightly monthly publication outlet
        news-outlet quarterly radio television tv
        """,
    "Platform": """
        app platform site website service network social-network forum messenger streaming-service
        streaming-platform marketplace video-site video-platform video-app portal aggregator streamer
        """,
    "Show": """
        show podcast programme program series newsletter talkshow talk-show vodcast broadcast stream
        livestream channel phone-in quiz quizshow gameshow game-show soap sitcom telenovela documentary
        docuseries docu-series miniseries videocast webcast webseries web-series cookalong sketch-show
        chatshow chat-show breakfast-show drivetime segment slot strand cartoon anime drama audiobook-club
        videocast simulcast radio-play column vlog
        call-in newscast bulletin serial
        """,
    "Place": """
        airport apartment arena area auditorium bar bay beach borough bridge building bungalow cafe café
        capital castle cathedral cemetery center centre chapel city coast continent country county
        courthouse district estate fairground farm field fort garden gallery hall hamlet harbor harbour hill
        hotel inn island islands lake mansion market metropolis monument mosque mountain municipality nation
        neighborhood neighbourhood palace parish park peninsula pier plaza port prefecture province pub
        quarter ranch region republic resort river road stadium state station street suburb synagogue temple
        tent territory theater theatre town township valley venue village ward winery square avenue
        boulevard playhouse ballroom coliseum amphitheatre amphitheater racecourse bookshop shop store
        canton oblast barangay favela arrondissement basilica shrine campus prison barracks volcano forest velodrome gym rink
        showground quay embassy consulate bazaar
        """,
    "Work": """
        novel book album song single track film movie memoir biography autobiography poem anthology trilogy
        videogame video-game game play musical opera ballet symphony painting sculpture sequel remake hit
        ballad paperback bestseller thriller blockbuster essay play comic comic-book manifesto report paper
        study bill act law treaty shooter platformer
        """,
    "Event": """
        festival summit conference convention congress awards award prize cup championship championships
        tournament olympics election primary referendum war expo fair gala symposium games prix marathon
        parade carnival regatta open trophy medal pandemic massacre treaty ceremony
        """,
    "Product": """
        phone smartphone console car truck drug vaccine rocket engine model software chip device handset
        tablet laptop drone satellite operating-system drink snack perfume chatbot plane jet shampoo beer wine whisky cocktail
        cigarette
        """,
    "Group": "people voters fans viewers listeners users followers subscribers readers supporters critics parents men women",
}  # fmt: skip

# Roles end like this when no table knows them: "skit-maker-turned-streamer", "vice-captain", "ex-goalkeeper".
COMPANY_ENDING = re.compile(r".+(?<!film)(?<!play)(?<!match)(?<!peace)maker$")
PERSON_ENDING = re.compile(r".+(?:ologist|ographer|man|woman|ician|keeper|caster|player|founder|worker|owner|leader|writer|holder|master)$")
HYPHENATED = re.compile(r".+-(?:turned-)?([^\W\d_]+)$")


def _weights() -> dict[str, dict[str, float]]:
    out: dict[str, dict[str, float]] = {}
    for kind, words in NOUNS.items():
        for word in words.split():
            out.setdefault(word, {})[kind] = 1.0
    for kinds in out.values():
        if len(kinds) > 1:
            for n, kind in enumerate(kinds):
                kinds[kind] = 0.7 if n == 0 else 0.5
    return out


_TABLE = _weights()


def singular(noun: str) -> str:
    """The singular of a regular English plural in small letters; other words as they are."""
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-3] + "man"
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if len(noun) > 4 and noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@cache
def kinds_of(word: str) -> Mapping[str, float]:
    """The types that the noun `word` (any case, singular or plural) may describe, each with a weight up to 1; none for other words."""
    noun = word.casefold().replace("‑", "-")
    for form in (noun, singular(noun)):
        if form in _TABLE:
            return _TABLE[form]
    if match := HYPHENATED.fullmatch(noun):
        if match[1] in ("mate", "law"):
            return {"Person": 1.0}
        return kinds_of(match[1])
    if COMPANY_ENDING.fullmatch(singular(noun)):
        return {"Organization": 0.8}
    if PERSON_ENDING.fullmatch(singular(noun)) and len(noun) > 5:
        return {"Person": 0.8}
    return {}


def kind_of(word: str) -> str | None:
    """The type that the noun `word` describes most likely, None for a noun that describes none."""
    kinds = kinds_of(word)
    return max(kinds, key=lambda k: kinds[k]) if kinds else None
