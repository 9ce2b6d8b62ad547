"""The words by which newspapers say why somebody goes before an audience: verbs and nouns of media acts, aims and reasons."""

from __future__ import annotations

from etl.transform.people_nouns import PEOPLE

# Doing these is a media act by itself.
ACTS = frozenset(
    """appear stream livestream broadcast post tweet podcast guest blog vlog simulcast televise advertise publish upload air film
    record debate court woo""".split()
)
# Doing these is a media act where a show, a platform or a word of the media stands in the clause.
ACTS_WITH_MEDIA = frozenset(
    """join go sit open launch start give grant do speak talk address tour reach target host turn show take use visit release create
    make choose pick agree return come move switch sign run buy hire partner schedule book accept seek attend hold stage arrange
    invite send bring set spend campaign promote pitch share put hit flood embrace adopt build begin play perform read tape
    interview introduce announce fly travel head work plan pay invest expand double develop produce organize organise stop drop
    leverage harness exploit employ deploy leave quit skip decline refuse cancel pull avoid shun boycott snub dodge reject
    abandon withdraw call turn delete ditch duck shy scrap postpone keep continue film prefer favor favour like love want""".split()
)
DECLINES = frozenset(
    """skip decline refuse cancel pull avoid shun boycott snub dodge reject abandon withdraw quit leave delete ditch duck shy scrap
    postpone call turn drop miss stay pass""".split()
)
MEDIA_NOUNS = frozenset(
    """interview podcast stream livestream show episode account channel video clip appearance radio television tv programme program
    broadcast platform app newsletter debate audience viewer listener follower subscriber media medium press airwave slot feed
    page profile studio sit-down sitdown q&a ama takeover youtube tiktok twitch instagram facebook twitter reel series column
    website site advert ad advertisement commercial campaign-ad blog vlog webcast webinar cameo guest host podcaster streamer
    youtuber influencer creator broadcaster camera microphone mic outlet newspaper magazine conversation space rally town-hall
    speech tour post hashtag live simulcast special documentary taping recording screen gatekeeper talk-show""".split()
)
# Aims that bear on an audience or on standing before it.
REACHES = frozenset(
    """reach court woo target win attract appeal connect engage address draw lure tap persuade mobilize mobilise energize energise
    rally bypass circumvent sidestep prise pry convince sway meet speak talk go get introduce reintroduce sell promote plug pitch
    market advertise publicize publicise humanize humanise rehabilitate redeem repair polish burnish soften shore reassure
    cultivate recruit broaden widen grow expand build boost raise amplify spread energise motivate excite entice enthuse attract
    capture chase influence educate inform inspire galvanize galvanise interest steer pull bring carry launch drum drive generate
    counter show look borrow hook seduce charm excite peel siphon poach convert target cut hear find shed change""".split()
)
# Aims that are aims of this kind whatever their object is.
REACHES_ALONE = frozenset(
    """reach court woo attract lure bypass circumvent sidestep promote plug publicize publicise advertise humanize humanise
    reintroduce mobilize mobilise energize energise galvanize galvanise amplify""".split()
)
AUDIENCE_NOUNS = PEOPLE | frozenset(
    """gatekeeper media press newspaper broadcaster network outlet audience viewership readership listenership following profile
    image reputation brand awareness attention visibility buzz message vision story side book album film movie tour record single
    show podcast product people generation sale ticket journalist establishment filter parlour living-room home narrative
    conversation platform account exposure credibility relevance turnout vote support reach""".split()
)
# Objects that speak of the media by themselves.
STANDING = frozenset("audience viewership listenership readership following image gatekeeper media press profile visibility".split())
# Aims that are aims of this kind where somebody's own standing is their object: "to redeem himself".
REFLEXIVE = frozenset("himself herself itself themselves myself ourselves yourself".split())
PRESENTS = frozenset(
    """redeem rehabilitate reintroduce introduce sell promote humanize humanise present show position rebrand reinvent explain
    defend market brand""".split()
)
# "reach, win over, appeal to": an audience is meant wherever people are their object.
COURTS = frozenset("reach court woo win attract appeal connect engage address lure introduce reintroduce speak talk".split())
# What an infinitive after a media act tells is often only what was done there.
NOT_AIMS = frozenset(
    """discuss say tell complain thank deny answer chat ask be have appear become hear watch see listen comment confirm explain
    respond react argue claim insist debate read know try do start begin continue come join play sit find learn face participate
    take keep end describe express apologize apologise field object coincide mark""".split()
)
# ("hop" is what the lemmatizer makes of "hoping".)
TRIES = frozenset(
    """try hop seek look hope want work strive attempt aim wish struggle scramble fight push eager keen determined desperate anxious
    need""".split()
)
MEANT = frozenset("mean design intend aim calculate gear build create tailor craft set target pitch engineer conceive".split())
USES = frozenset("use leverage harness exploit employ deploy tap".split())
LETS = frozenset("let allow enable help give offer afford permit".split())
AIM_NOUNS = frozenset(
    """aim goal point idea purpose objective hope intention intent plan strategy thinking mission ambition motive motivation target
    logic reason appeal attraction advantage""".split()
)
# "in an effort to", "as a way to", "a chance to", "part of a strategy to"
WAYS = frozenset(
    """effort attempt bid push strategy plan way means chance opportunity move drive campaign mission quest gambit ploy tactic
    desire need wish hope ambition determination tool vehicle platform venue outreach initiative scheme order offensive blitz""".split()
)
CITES = frozenset("cite blame".split())
# Descriptions of those who speak about the reasons of others.
COMMENTATORS = frozenset(
    """expert analyst professor lecturer academic researcher scholar journalist reporter editor critic historian author commentator
    columnist correspondent pollster strategist consultant spokesman spokeswoman spokesperson aide adviser advisor manager
    director observer scientist theorist fellow publicist agent""".split()
)
