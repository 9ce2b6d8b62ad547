"""The names in an article: found, typed, and joined into things."""

from __future__ import annotations

from etl.transform.reading import NAME, Reading, Thing

TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}


def resolve(reading: Reading) -> None:
    """Take up the named things of the article into `reading`, full name first, surnames joined to them."""
    people: dict[str, Thing] = {}
    others: dict[tuple[str, str], Thing] = {}
    for ent in reading.doc.ents:
        type_ = TYPES.get(ent.label_)
        if type_ is None:
            continue
        text = ent.text.strip().removesuffix("’s").removesuffix("'s")
        start = ent.start_char
        if type_ == "Person":
            thing = people.get(text) or people.get(text.split()[-1])
        else:
            thing = others.get((type_, text))
        if thing is None:
            thing = reading.add(Thing(type_, text, gender="u" if type_ == "Person" else None))
        if type_ == "Person":
            people.setdefault(text, thing)
            people.setdefault(text.split()[-1], thing)
        else:
            others[(type_, text)] = thing
        if text != thing.name and text not in thing.aliases:
            thing.aliases.append(text)
        reading.mention(thing, start, start + len(text), NAME)
