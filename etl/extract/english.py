"""English or not: the language of a text, told by its script and by the small words that every sentence has.

The method is that of Grefenstette (1995), "Comparing two language identification schemes": the language whose commonest short words
make up most of a text is its language. What is too short to tell passes as English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_SMALL: dict[str, str] = {
    "English": "the of and to in is that for was on with he as it his by at from are this be an have not they which you had were their has "
    "but who said we about will would she her been when if more or one its there what after could over than so into some them then",
    "German": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird "
    "bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde",
    "French": "de la le et les des en un une du est que dans qui par pour au il sur pas plus ce se ne sont avec ont aux son mais cette comme "
    "ou été nous sa ses elle leur fait deux même aussi après avait être était lui ils entre sans ces selon",
    "Spanish": "de la que el en los se del las por un con una su para es al lo como más pero sus le ha este fue sobre entre no si sin también "
    "hasta desde donde ser dos han según cuando muy había era años esta todo porque tiene durante contra",
    "Portuguese": "de que do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem seu sua ou ser quando muito nos "
    "já está também pelo pela até isso ela entre era depois sem mesmo aos são segundo pelos foram anos",
    "Italian": "di che il la un per in del una con della non si da le sono dei alla come al più nel anche ha lo ma gli ed delle dal nella degli "
    "su questo essere stato tra loro suo sua dopo anni è e quando solo molto hanno era dalla cui",
    "Dutch": "de van het een en in is dat op te zijn met voor niet die aan er om ook als maar naar door bij uit over werd dan nog wordt wel tot "
    "heeft zich geen hij ze was hebben deze worden meer zal kan volgens onder jaar hun al",
    "Swedish": "och att det som en på är av för med den till inte han om ett har de men var sig från vi så kan när år under också efter eller "
    "nu sin där vid mot ska skulle kommer ut får finns hade alla andra mycket än sedan över bara",
    "Danish": "og at det en til er af for på de med den som der ikke har han om et var men fra sig vi kan så efter også ved være nu over eller "
    "blev hun mod skal år havde være hvor når mere ud da sin andre under blevet siger",
    "Norwegian": "og i det på som er en til å av for at med de ikke den har om et men var fra seg han vi kan så etter også ved være nå over "
    "eller ble hun mot skal år hadde hvor når mer ut da sin andre under blitt sier fordi",
    "Finnish": "ja on ei että se oli hän mutta kun myös ovat joka sen mukaan jo kuin ole vuoden niin hänen tai voi olla jos nyt vain sitä mitä "
    "ne siitä sekä joita tämä noin ollut vielä jotka ennen jälkeen kanssa koko mukaan eivät",
    "Polish": "w i na z się do że nie o to jest za po od jak przez dla co ale tym został są oraz ich był tego jego roku może być już także które "
    "który przed jednak czy ma tylko będzie tak było podczas ze przy pod jako mnie bardzo",
    "Czech": "a se v na je že s z o do i to ve pro za by ale si po jako podle od jsem jsou které který bylo byl už jeho tak další také před "
    "při až jen své než let může být roku není aby nebo však ještě má mezi",
    "Hungarian": "a az és hogy nem is egy volt ez azt meg már csak el de mint ki még van szerint után lehet majd pedig minden több amely ezt "
    "között vagy nagy őket fel első annak ha most sem lesz kell két mert aki ezek",
    "Romanian": "de și în a la cu pe care nu din este să un o mai au pentru fi sunt ca fost prin al lui dar după între sau când fără despre "
    "ale ei său această acest anul cele era spus potrivit doar încă prima însă trebuie",
    "Turkish": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ancak var olduğu her ne ise oldu göre değil o ki tarafından "
    "diye iki ya yeni büyük şey içinde etti eden edildi ilk karşı önce arasında hem dedi bunu",
    "Indonesian": "yang dan di itu dengan untuk dari ini pada tidak dalam akan ke juga oleh adalah karena ada bisa telah saat sudah tersebut "
    "kata mereka seperti lebih kepada saya para orang tahun atau dia menjadi bahwa setelah hari antara hanya",
}  # fmt: skip
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_BY_WORD: dict[str, tuple[str, ...]] = {
    word: tuple(language for language in _SMALL if word in _WORDS[language]) for word in sorted(set().union(*_WORDS.values()))
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000
"""Characters that are looked at: more would tell no more."""
_FEWEST_LETTERS = 40
_FEWEST_WORDS = 20
_FEWEST_OF_PROSE = 20
"""Different words in lower case; of all of these, one in three is small in English, and never fewer than one in ten."""
_SCRIPTS = {"CJK": "Chinese or Japanese script", "HIRAGANA": "Japanese script", "KATAKANA": "Japanese script", "HANGUL": "Korean script"}


def foreign(text: str) -> str:
    """The language or script of a text that is not in English; the empty string for one that is, or is too short to tell.

    The language is the nearest of those that are known here.
    """
    sample = text[:_SAMPLE]
    if not sample.isascii() and (script := _script(sample)):
        return script
    written = _WORD.findall(sample)
    words = [word.lower() for word in written]
    if len(words) < _FEWEST_WORDS:
        return ""
    counts: Counter[str] = Counter()
    for word, number in Counter(words).items():
        for language in _BY_WORD.get(word, ()):
            counts[language] += number
    other, found = min(((language, counts[language]) for language in _SMALL if language != "English"), key=lambda item: (-item[1], item[0]))
    # An English text that quotes another language has more English in it; one of names and figures has few small words of any kind.
    if found > 1.5 * counts["English"] and found >= max(5, len(words) / 10):
        return other
    prose = [word for word in written if word.islower()]
    return "another language" if len(set(prose)) >= _FEWEST_OF_PROSE and counts["English"] < len(prose) / 33 else ""


def _script(sample: str) -> str:
    """The script of most letters, if it is not the Latin one."""
    letters = [c for c in sample if c.isalpha()]
    beyond = [c for c in letters if c > "\u024f"]
    if len(letters) < _FEWEST_LETTERS or 2 * len(beyond) < len(letters):
        return ""
    names = Counter(unicodedata.name(c, "UNKNOWN").split()[0] for c in beyond)
    name = min(names, key=lambda n: (-names[n], n))
    return "" if name == "LATIN" else _SCRIPTS.get(name, f"{name.capitalize()} script")
