"""What the words of a name itself tell of its type: "… Party", "Radio …", "… Arena", "The … Show"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.name_cue_words import Vote
from etl.transform.name_words import NO_BODIES, PEERS, ordinary

# The last word of a name (or the one before "of"), by the type that it votes for.
LAST_WORDS: tuple[tuple[str, float, str], ...] = (
    (
        "Outlet",
        4.0,
        """
        times post herald news gazette tribune telegraph chronicle observer courier guardian dispatch bugle examiner inquirer
        enquirer sentinel mercury echo argus radio tv fm broadcasting newspapers press wire journal review newspaper television
        advertiser independent leader reporter register mail express standard sun star mirror today bulletin ledger globe
        rádió rádio radyo radyosu redio raadio raidió ràdio welle rundfunk fernsehen televizyon televizija telewizja zeitung anzeiger
        tagblatt tageblatt kurier nachrichten rundschau avis avisa avisen bladet tidning tidende sanomat gazetesi noticias notícias
        dagblad krant gazzetta giornale courrier samachar patrika khabar akhbar shimbun ilbo
        """,
    ),
    (
        "Organization",
        4.0,
        """
        party campaign committee ltd limited inc incorporated corp corporation co company plc llc gmbh ag media university college
        institute foundation council ministry union club association federation group holdings networks partners agency bureau
        department commission authority board alliance coalition trust society league bank capital ventures studios pictures
        entertainment records productions worldwide international global properties estates realty trading stores markets supermarkets games labs technologies technology systems software pharmaceuticals motors airlines airways
        energy brewery brewing foods coffee clothing apparel cosmetics books publishing publishers consulting communications academy
        court senate parliament congress caucus army police navy orchestra church united rovers fc city-fc administration
        organization organisation center-right brigade movement front pac action network initiative project fund charity relief watch
        forum team boys cordials audio live talent management industries enterprises solutions partnership insurance logistics senate
        assembly treasury wanderers athletic research interactive securities freight archive archives events analytics health healthcare pharma robotics dynamics studio insights data sound audio solutions capital advisors advisers associates digital creative outfitters apparel sparbank sparebank sparkasse banka banca banque banco verein verband bund stiftung genossenschaft gesellschaft förbund
        förbundet forbundet förening foreningen liitto sendikası birliği vakfı derneği roadrunners comets stallions rangers hurricanes albion sc fk sk hk bk if ifk ff afc cf rc rail railways shipping steel mining minerals farms vineyards distillery chocolate beverages automotive aerospace telecom telecommunications wireless chamber guild secretariat inspectorate syndicate cooperative confederation
        """,
    ),
    (
        "Place",
        4.0,
        """
        theatre theater hall arena stadium park street square centre center airport island islands county city state province bay
        river mountain palace gardens garden road avenue lane hotel cathedral castle bridge beach hills hill valley heights village
        town market quay wharf pier rooms ballroom coliseum forum pavilion playhouse amphitheatre library museum gallery station
        harbour harbor house dome bowl plaza district airport springs falls lake sea ocean coast desert peninsula region territory
        platz strasse straße kirche halle huset kirke torget torg plass tér utca trg maidan chowk mandir masjid gurdwara stadion saal meydanı
        vestry barn inn cinema prison showground showgrounds racecourse temple mosque hospital pavilion velodrome auditorium
        """,
    ),
    (
        "Show",
        3.0,
        """
        show podcast programme program hour tonight breakfast diaries sessions files talks cast minutes morning nights uncut
        unfiltered confidential experience daily live weekly hotline roundtable chat pod theory
        """,
    ),
    (
        "Event",
        4.0,
        """
        festival summit conference convention awards award prize cup championship championships olympics election primary war fair
        expo games agreement treaty act bill forum week day fest con grammys oscars derby open marathon riots pact accord
        """,
    ),
)


@cache
def _last_words() -> Mapping[str, tuple[Vote, ...]]:
    table: dict[str, tuple[Vote, ...]] = {}
    for kind, weight, words in LAST_WORDS:
        for word in words.split():
            table[word] = (*table.get(word, ()), (kind, weight))
    return {w: tuple((k, x / len(v)) for k, x in v) for w, v in table.items()}


def last_word(word: str) -> tuple[Vote, ...]:
    """The votes of a name's last word, none for an unknown one."""
    return _last_words().get(word.casefold(), ())


FIRST_WORDS: Mapping[str, tuple[Vote, ...]] = {
    word: votes
    for words, votes in (
        (
            """radio rádio ràdio radyo redio raadio raidió rádió útvarp tv télé tele televisión televisão televisione televizija telewizja
            televiziunea channel canal kanal kanał cadena emisora onda onde antena antenne sawt diario diário jornal journal gazeta
            corriere die le""",
            (("Outlet", 2.5), ("Person", -2.5)),
        ),
        (
            """university universidade universidad université università universität universitetet bank banco banque banca ministry
            department institute instituto istituto institut partido parti partei partito party college sindicato syndicat federación
            fédération federazione federação asociación associação associazione association cooperativa coopérative sociedad société
            compañía compagnie orquesta orquestra orchestre orchester club klub clube deportivo atlético""",
            (("Organization", 4.0),),
        ),
        (
            "agenzia agence agencia agência agentur",
            (("Outlet", 3.5),),
        ),
        (
            "fondazione fundación fundacion fondation fundação stiftung groupe gruppe grupo gruppo",
            (("Organization", 4.0),),
        ),
        (
            """teatro théâtre theatre palais palacio palácio palazzo estadio estádio stade stadio praça praca piazza parque parc casa palau
            catedral museo musée museu auditorio auditório salle sala castello schloss castillo plaza""",
            (("Place", 3.0),),
        ),
        (
            "team",
            (("Organization", 2.0),),
        ),
        (
            "port fort mount lake cape san santa são santo los las saint st el north south east west new upper lower",
            (("Place", 1.0),),
        ),
        (
            "café rua rue",
            (
                ("Show", 0.3),
                ("Place", 0.3),
            ),
        ),
    )
    for word in words.split()
}
CALL_LETTERS = re.compile(r"\b(?:\d[A-Z]{2,4}|[A-Z]{0,3}TV[A-Z]{0,2}\d{0,2}|FM|R[àá]dio|[WK][A-Z]{2,3}-(?:AM|FM|TV)|[WK][A-Z]{3})\b")
# Occasions that read like other names.
OCCASIONS = frozenset(
    (
        "black friday",
        "champions league",
        "civil war",
        "cold war",
        "eurovision song",
        "golden globes",
        "grand prix",
        "holy week",
        "new year",
        "olympic games",
        "oscar night",
        "premier league",
        "pride month",
        "ryder cup",
        "summer olympics",
        "super bowl",
        "super tuesday",
        "winter olympics",
        "world cup",
        "world series",
        "world war",
    )
)


def shape(name: str) -> Iterator[Vote]:
    """The votes of the name's own words: "… Party", "Radio …", "… Arena", "The … Show"."""
    words = [w.casefold().strip(".") for w in re.split(r"[\s\u00a0]+", name) if w]
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    if " ".join(words[-2:]) in OCCASIONS:
        yield "Event", 9.0
    if " ".join(words) in NO_BODIES:
        yield "Work", 9.0
    if (letters := CALL_LETTERS.search(name)) and (letters.start() < 5 or len(words) < 3):
        yield "Outlet", 3.0
    if len(words) < 2:
        return
    if words[0] in PEERS and words[1] == "of":
        yield "Person", 4.0
        return
    head = next((words.index(w) - 1 for w in ("of", "for", "on") if w in words[1:]), len(words) - 1)
    if words[head] in ("centre", "center") and len(words) > 2 and all(ordinary(w) for w in words if len(w) > 3):
        yield "Organization", 4.5  # "National Fire Safety Centre", but "Barbican Centre"
        return
    yield from last_word(words[head])
    if words[head] not in _last_words() and kind_of(words[head]) != "Person":
        yield from ((k, 1.8 * w) for k, w in kinds_of(words[head]).items() if k not in ("Person", "Group"))
    yield from FIRST_WORDS.get(words[0], ())
