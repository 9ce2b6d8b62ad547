"""Short forms of English first names, by the full form; general knowledge, fitted to no article."""

from __future__ import annotations

_SHORT = """
abigail abby; albert al bert; alexander alex sandy; alexandra alex sandra; alfred al fred; andrew andy drew; anthony tony; barbara barb;
benjamin ben benny; bernard bernie; bradley brad; catherine cathy kate katie; charles charlie chuck; christina chris tina; christine chris;
christopher chris; cynthia cindy; daniel dan danny; david dave; deborah deb debbie; donald don donny; dorothy dot dottie; douglas doug;
edward ed eddie ted; elizabeth liz beth betty eliza; eugene gene; frances fran; francis frank; franklin frank; frederick fred freddie;
gabriel gabe; gerald gerry jerry; gregory greg; harold harry hal; henry hank harry; isabella bella; jacob jake; jacqueline jackie;
james jim jimmy jamie; janet jan; jeffrey jeff; jennifer jen jenny; jessica jess; john jack johnny; jonathan jon; joseph joe joey; joshua josh;
judith judy; katherine kate kathy katie; kenneth ken kenny; kimberly kim; lawrence larry; leonard len lenny; louis lou; margaret maggie meg peg;
matthew matt; maxwell max; melissa mel; michael mike mick; nathaniel nate nathan; nicholas nick; pamela pam; patricia pat patty trish;
patrick pat paddy; peter pete; philip phil; raymond ray; rebecca becky; richard rich rick dick; robert rob bob bobby; ronald ron ronnie;
samantha sam; samuel sam sammy; stephen steve; steven steve; susan sue susie; theodore ted theo; theresa terry tess; thomas tom tommy;
timothy tim; victoria vicky; vincent vince; walter walt; william bill will billy; zachary zach
"""
_FULL: dict[str, set[str]] = {}
for _entry in _SHORT.split(";"):
    _full, *_forms = _entry.split()
    for _form in _forms:
        _FULL.setdefault(_form, set()).add(_full)


def same_first_name(a: str, b: str) -> str | None:
    """Why two first names, in lower case, may be one person's: in words; None where nothing says so."""
    short, long = sorted((a, b), key=len)
    if short == long:
        return "the same first name"
    if len(short) == 1 and long.startswith(short):
        return f"{short.upper()}. may stand for {long.capitalize()}"
    if long in _FULL.get(short, ()) or short in _FULL.get(long, ()):
        return (
            f"{short.capitalize()} is short for {long.capitalize()}"
            if long in _FULL.get(short, ())
            else f"{long.capitalize()} is a form of {short.capitalize()}"
        )
    both = _FULL.get(short, set()) & _FULL.get(long, set())
    if both:
        return f"{short.capitalize()} and {long.capitalize()} are both short for {min(both).capitalize()}"
    return None
