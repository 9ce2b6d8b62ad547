"""The commonest nouns that name people by what they are or do: readers, voters, nurses."""

from __future__ import annotations

PEOPLE = frozenset(
    """adult adolescent american boy buyer child commuter consumer crowd demographic devotee driver elder electorate evangelical family fan
    farmer father follower folk gamer girl generation graduate guy household immigrant kid listener man member millennial minority mom
    mother mum nurse parent pensioner people player public reader regular renter resident retiree saver senior subscriber student
    supporter teen teenager user veteran viewer visitor voter woman worker young youngster youth zoomer audience base community
    constituency following customer shopper traveller traveler believer catholic christian muslim jew hindu latino hispanic black
    conservative liberal independent moderate republican democrat progressive undecided centrist enthusiast lover geek nerd bro edgelord
    hunter angler owner investor founder entrepreneur executive professional teacher doctor lawyer engineer developer programmer coder
    designer artist musician creator homeowner tenant taxpayer citizen diaspora migrant expat newcomer undergraduate pupil schoolchild
    schoolboy schoolgirl baby-boomer boomer grandparent grandmother grandfather widow couple single bachelor lad lass punter spectator
    cinemagoer moviegoer theatregoer concertgoer clubber foodie cook gardener runner cyclist hiker climber swimmer golfer surfer skater
    athlete amateur beginner novice insider outsider skeptic sceptic doubter waverer nonvoter non-voter abstainer believer churchgoer
    worshipper rider trader dealer seller broker banker hobbyist collector tinkerer early-adopter cohort group segment crowd market
    class faithful mass tribe subculture niche""".split()
)
