# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which language a text is likely in: by its script, and by the small words that every sentence of it has.

Nothing is guessed where it is close: ``likely`` answers only for a clear case, else nothing.
"""

# ruff: noqa: SIM905, E501 lists of words are read as words
from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

from pipeline.checks.web.tags import primary

SMALL_WORDS = {
    "en": "the of and to in is that it for was on are with as at be this by have from or an they which not were been has"
    " will would their there what you we can more when who its said about into than them some could these then a he she",
    "fr": "le la les de des du et à en un une est que qui dans pour par sur pas plus au aux ce cette avec sont ne se il elle"
    " nous vous ont été leur leurs ou mais comme être son ses d'un d'une qu'il c'est a",
    "de": "der die das und in den von zu mit ist des dem nicht ein eine für auf sich im auch als an werden aus er hat dass"
    " sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber",
    "es": "el la los las de del y en que un una es se por con no para su al lo como más o pero sus le ya este sí porque esta"
    " entre cuando muy sin sobre también me hasta hay donde han a ha qué",
    "it": "il lo la i gli le di e che un una è in per non con si del della dei delle da al alla come più ma anche sono nel"
    " nella questo questa ha o se loro essere dal su tutti tutte degli agli",
    "pt": "o a os as de do da dos das e que em um uma é para com não se por mais no na nos nas como mas ao foi ele sua seu ou"
    " ser quando muito há está também pelo pela",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door over ze hij wordt"
    " worden werd deze dit naar heeft hebben",
    "sv": "och i att det som en på är av för med den till inte ett om har de jag var sig från vi så kan man när år hade efter",
    "da": "og i at det er en til af på den som de med for ikke der var et han har fra vi om men sig eller efter blev være",
    "nb": "og i det er på en til som å for av med at har ikke den et fra de var om seg men eller etter ble være kan",
    "pl": "w i na z do się nie to że jest o jak za po od przez dla oraz ale są był tym który przy może tylko czy jego",
    "cs": "a v se na je že s z do o to i jako za by pro po ale jsou byl který podle také od nebo při aby jeho",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ancak ise her ya ne değil",
    "fi": "ja on ei se että oli hän joka mutta kun myös ovat tai kuin sen ole niin nyt jos mukaan",
    "ro": "și de la în a cu pe că nu o un este din mai care pentru sunt ca au fost se dar prin sau lui a",
    "hu": "a az és hogy nem is egy de ez van meg csak mint már volt azt vagy ha el fel ki által",
    "lb": "an de d' den déi dat ass vun mat fir eng et sinn op net huet als bei och ze",
    "ru": "и в не на что с по как это из за от для он она они но к у же то был было или при его её",
    "uk": "і в не на що з до як це за від для він вона вони але й та у є був було або при його її",
}
WORDS = {lang: frozenset(words.split()) for lang, words in SMALL_WORDS.items()}
SPOKEN: dict[str, list[str]] = {}
for _lang, _words in WORDS.items():
    for _word in _words:
        SPOKEN.setdefault(_word, []).append(_lang)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# Initials (U.S.C.), short words before a number, a sign or another of them (Pub. L. No. 107), letters in numbers (2a).
SHORTENED = (
    r"\b(?:[^\W\d_]\.)+|\b[^\W\d_]{1,4}\.(?=\s*(?:[\d(§,;:)]|[^\W\d_]{1,4}\.))|[^\W\d_]*\d\w*"
)
# Most words end before a space, and are found without a look at what may be shortened.
RUNNING = re.compile(
    rf"([^\W\d_]+(?:'[^\W\d_]+)?)(?![.\w'])|(?:{SHORTENED})|([^\W\d_]+(?:'(?!{SHORTENED})[^\W\d_]+)?)"
)
# Texts in which nothing may be shortened are read without a look at it.
MAY_SHORTEN = re.compile(
    r"\d|(?<![^\W\d_])[^\W\d_](?:\.|[^\W\d_]{0,3}\.\s*(?:[\d(§,;:]|[^\W\d_]{1,4}\.))"
)
# A path, an address, a variable: «/etc/bind/db.example.org» has no words of any language.
MACHINE_SIGN = re.compile(r"[/\\@_={}$]")
MACHINE = re.compile(r"\S*(?:/\S*/|[\\@_={}$])\S*|\S*\w/\w+\.\w\S*")
LEAST_WORDS = 8
LEAST_SHARE = 0.6  # of what stands between spaces; the rest are numbers and signs
LEAST_DISTINCT = 3
CLEAR = 0.2

SCRIPTS = {
    "ARABIC": "ar fa ur ps ckb sd ug ku pa az ks ms", "HEBREW": "he yi iw lad", "CYRILLIC": "ru uk be bg sr mk kk ky tg mn"
    " uz az tt ba cv os ce bs sh ro hr", "GREEK": "el grc", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja ain",
    "CJK": "zh ja ko yue wuu nan hak lzh vi", "DEVANAGARI": "hi mr ne sa kok mai bho", "THAI": "th", "BENGALI": "bn as",
    "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml", "GUJARATI": "gu", "GURMUKHI": "pa", "ARMENIAN": "hy",
    "GEORGIAN": "ka", "ETHIOPIC": "am ti", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si",
}  # fmt: skip
# Languages of those scripts that are written in Latin letters as well.
LATIN_TOO = frozenset("az ks ms ku pa uz tt ba ce bs sh hr sr ro vi lad mn kk ky tg tk ain kok sd hak lzh cv os".split())
LANGUAGES = {script: frozenset(codes.split()) for script, codes in SCRIPTS.items()}
NAMES = {"CJK": "Chinese or Japanese", "HANGUL": "Korean", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
LATINLESS = frozenset(code for codes in LANGUAGES.values() for code in codes) - LATIN_TOO
OWN_LETTERS = 0.12
MOSTLY = 0.9
LEAST_LATIN = 5
ADDRESS = re.compile(r"\S+(?:@|://)\S+|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
RTL = frozenset("ar he iw fa ur ps yi ckb sd ug dv arc syr".split())
RTL_SCRIPTS = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA", "NKO"})
IDEOGRAPHS = frozenset({"CJK", "HANGUL", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR"})


@cache
def script(character: str) -> str:
    """The script of a letter as Unicode names it ("LATIN", "ARABIC"); empty for what is no letter."""
    if not character.isalpha():
        return ""
    return unicodedata.name(character, "").partition(" ")[0].partition("-")[0]


def scripts(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    found: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if name := script(character):
            found[name] += count
    return found


def foreign_script(text: str, lang: str) -> str:
    """The script in ``text`` that ``lang`` is not written in, if there is a word of it; else nothing.

    Greek and single foreign letters are signs (π, μ) rather than words: three letters in a row are asked for, two of
    scripts without spaces.
    """
    own = primary(lang)
    fitting = _fitting(own)
    strange = set(text) - fitting
    fitting.update(one for one in strange if own in LANGUAGES.get(script(one), (own,)))
    if strange <= fitting:
        return ""
    run, length = "", 0
    for character in text:
        found = script(character)
        if not found:
            if character.isspace() or character in "-'’":
                length = 0
            continue
        length = length + 1 if found == run else 1
        run = found
        known = LANGUAGES.get(found)
        if known is not None and own not in known and length >= (2 if found in IDEOGRAPHS else 3):
            if found == "CJK" and own in ("ja", "zh", "ko", "yue"):
                continue
            return found
    return ""


@lru_cache(maxsize=64)
def _fitting(lang: str) -> set[str]:
    """The characters that are nothing foreign in a language, as far as they were met: letters of its own to begin with."""
    return {one for one in "abcdefghijklmnopqrstuvwxyz" if lang in LANGUAGES.get(script(one), (lang,))}


def _words_of(text: str) -> list[str]:
    return WORD.findall(text.lower().replace("’", "'"))


def running(text: str) -> list[str]:
    """The words of a text without what stands in for words: shortened ones (Pub. L. No., U.S.C.), and letters in
    numbers (2a, B-12). In a citation there is little else, and «No.» is no Portuguese."""
    if not MAY_SHORTEN.search(text):
        return _words_of(text)
    return [plain or other for plain, other in RUNNING.findall(text.lower().replace("’", "'")) if plain or other]


@lru_cache(maxsize=512)
def likely(text: str) -> str:
    """The language of a text of some length, if it is clear: "en", "fr"…; empty where it is not."""
    if MACHINE_SIGN.search(text):
        text = MACHINE.sub(" ", text)
    words = running(text)
    if len(words) < LEAST_WORDS or len(words) < LEAST_SHARE * len(text.split()):
        return ""
    counts: dict[str, int] = {}
    for word, count in Counter(words).items():
        for lang in SPOKEN.get(word, ()):
            counts[lang] = counts.get(lang, 0) + count
    shares = {lang: count / len(words) for lang, count in counts.items()}
    ranked = sorted(shares, key=lambda lang: (-shares[lang], lang))
    if not ranked:
        return ""
    best, next_best = ranked[0], shares[ranked[1]] if len(ranked) > 1 else 0.0
    if shares[best] < CLEAR or shares[best] < 1.5 * next_best:
        return ""
    own = WORDS[best].intersection(words)
    if len(own) < min(LEAST_DISTINCT, len(words) // 4):
        return ""  # one small word again and again, or two that are names in another language
    if any(own <= WORDS[lang] for lang in ranked[1:] if shares[lang] == next_best):
        return ""  # nothing in it is a small word of this language alone
    return best


def reads_as_other(text: str, *langs: str) -> str:
    """The language that a text is clearly in, if it is none of those that it is said to be in and the text has not even
    the small words of one of these; else nothing. The second is asked first, since nearly every text has them."""
    if any(reads_as(text, lang) for lang in langs):
        return ""
    found = likely(text)
    return "" if found in {base(lang) for lang in langs} else found


def base(lang: str) -> str:
    """A language tag without what follows the first part; both written forms of Norwegian are read as one."""
    first = primary(lang)
    return {"no": "nb", "nn": "nb"}.get(first, first)


def in_latin_letters(text: str, lang: str) -> bool:
    """Whether a text of some words is in Latin letters, which ``lang`` is not written in. Names and terms are no
    such text: it has a small word of some language, or is long. Addresses are no words."""
    if primary(lang) not in LATINLESS or "-latn" in lang.lower():
        return False
    plain = ADDRESS.sub(" ", text)
    letters = scripts(plain)
    if letters["LATIN"] < MOSTLY * sum(letters.values()):
        return False
    words = [word for word in running(plain) if len(word) > 1]
    return len(words) >= LEAST_WORDS or (len(words) >= LEAST_LATIN and any(word in SPOKEN for word in words))


def _own_letters(text: str, lang: str) -> float:
    """The share of a text's letters that are of the scripts of a language."""
    letters = scripts(text)
    own = sum(count for name, count in letters.items() if lang in LANGUAGES.get(name, ()))
    return own / max(1, sum(letters.values()))


def reads_as(text: str, lang: str) -> bool:
    """Whether a text has at least some of the small words of ``lang``, or of its letters where it is not written in
    Latin ones; true for languages that are not known."""
    first = base(lang)
    if first in LATINLESS and "-latn" not in lang.lower():
        return _own_letters(text, first) >= OWN_LETTERS
    small = WORDS.get(first)
    if small is None:
        return first != ""
    words = _words_of(text)
    return sum(word in small for word in words) >= 0.12 * len(words)
