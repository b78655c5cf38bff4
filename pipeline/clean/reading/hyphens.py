# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hyphen at the end of a line was: a cut inside a word, or a hyphen of the word.

The document itself is asked first, then how often the forms occur in the language. A frequency list alone
knows forms like "lockin": the joined word must be clearly more frequent than its parts are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.clean.reading import languages
from pipeline.clean.reading.scan import Scan

SOFT = "\u00ad"
AND = frozenset(
    [
        "and",
        "or",
        "und",
        "oder",
        "bzw",
        "sowie",
        "et",
        "ou",
        "y",
        "e",
        "o",
        "u",
        "to",
        "bis",
        "noch",
        "als",
        "nor",
        "versus",
        "statt",
    ]
)
_DROPPED = 3  # a word stands joined so many times as often as with a hyphen before it is taken for one word
_FEW_GERMAN = 2  # line ends at hyphens
_COMPOUND = 0.93  # how sure it is that two parts that no list knows as one are a German word
_FOREIGN = 2  # steps of the Zipf scale: a hundred times as common
UNCUT = frozenset({"ja", "ko", "zh"})  # their lists are asked through word cutters that are not here
_BEFORE = re.compile(r"([^\W_]+)$")
_AFTER = re.compile(r"([^\W_]+)")
_CUT = r"\u00ad(?:<br>)?[ \t]*"
_PIECES_BEFORE = re.compile(rf"(?:[^\W\d_]+{_CUT})*[^\W\d_]+$")
_PIECES_AFTER = re.compile(rf"[^\W\d_]+(?:{_CUT}[^\W\d_]+)*")


@lru_cache(maxsize=65536)
def frequency(word: str, lang: str) -> float:
    """How common a word is on the Zipf scale (0: not known; 3: once in a million; 6: once in a thousand).

    In Chinese, Japanese and Korean only Latin words are asked for, as English: theirs are not parted by spaces.
    """
    from wordfreq import zipf_frequency

    if lang in UNCUT:
        if not word.isascii():
            return 0.0
        lang = "en"
    try:
        return float(zipf_frequency(word, lang, wordlist="best"))
    except LookupError:
        return 0.0


def language(scan: Scan) -> str:
    """The language whose words are asked; English where none is known."""
    return (scan.lang or "en").replace("_", "-").split("-")[0].lower()


def spoken(scan: Scan) -> tuple[str, ...]:
    """The languages whose words are asked, the text's own first."""
    return scan.once("languages", _spoken)


def _spoken(scan: Scan) -> tuple[str, ...]:
    return languages.mixed(scan.text, language(scan))


_ENDINGS = ((0, ("e", "n", "en", "er", "es", "em", "s")), (1, ("", "n", "s")), (2, ("", "e")))
_STEM = 4  # letters that a word has at least beside its ending


def mended(scan: Scan, before: str, after: str, sign: str) -> tuple[str, float] | None:
    """What stands between two parts of a word that a hyphen and a line end cut, and how sure that is.

    In: the text before, without the hyphen; the text after; the hyphen as it was written.
    Out: "" (one word), "-" (a hyphen of the word), or None when the hyphen is followed by a space by right
    ("short- and long-term") or nothing can be said.
    """
    left, right = _BEFORE.search(before[-60:]), _AFTER.match(after[:60])
    if not left or not right:
        return ("-", 0.9) if sign == SOFT else None
    first, second = left.group(1), right.group(1)
    if second.casefold() in AND:
        return None
    capitals = len(first) > 1 and first.isupper() and second.isupper()
    lower = second[0].islower() or capitals
    if any(map(str.isdigit, first + second)) or not lower:  # a name ("i386") is never cut
        return "-", 0.93
    if sign == SOFT and _cut_often(scan, before, after):
        return "", 0.95
    glue, sure = _word(scan, before, first.casefold(), second.casefold(), sign)
    # In capitals "X- und Y" looks as a German compound does, of which no list has all.
    return glue, 0.8 if capitals and sign != SOFT and not glue and sure == _COMPOUND else sure


def _cut_often(scan: Scan, before: str, after: str) -> bool:
    """Whether a word was cut at more than one line end ("co-oper-ation" in a narrow cell), and is known whole."""
    left, right = _PIECES_BEFORE.search(before[-60:]), _PIECES_AFTER.match(after[:60])
    cut = f"{left.group() if left else ''} {right.group() if right else ''}".replace("<br>", " ")
    pieces = re.findall(r"[^\W_]+", cut.casefold())
    whole = "".join(pieces)
    known = scan.words[whole] > 0 or any(frequency(whole, lang) >= 1 for lang in spoken(scan))
    return len(pieces) > 2 and known


def _word(scan: Scan, before: str, first: str, second: str, sign: str) -> tuple[str, float]:
    joined = first + second
    whole, cut = scan.words[joined], scan.hyphenated[f"{first}-{second}"]
    if sign != SOFT and scan.once("lines end between words", _uncut):
        return "-", 0.95
    if sign != SOFT and whole and not cut and _compound(scan, first, second):
        return "-", 0.9
    if whole or cut:  # extractors drop hyphens, and add none: one that the text writes elsewhere counts more
        return ("-", 0.97) if whole < cut * (1 if sign == SOFT else _DROPPED) else ("", 0.97)
    if _stem_known(scan, first, joined):
        return "", 0.95
    if _stem_hyphenated(scan, first, second):
        return "-", 0.95
    chained = before[: -len(first)].endswith(("-", "\u2010", SOFT))
    lang = language(scan)
    if any(_one_word(first, second, known) for known in spoken(scan)):
        return "", 0.95
    parts = min(frequency(first, lang), frequency(second, lang))
    if lang == "de" and _borrowed(scan, first, second):
        return "-", 0.92
    if lang == "de" and first.isalpha() and not chained and (sign == SOFT or len(first) > 1):
        return "", _COMPOUND
    if parts >= 2.5:
        return "-", 0.92
    if chained:
        return "-", 0.9
    # A word that neither the document nor the language knows is not made up: that is for a person to say.
    return ("", 0.8) if sign != SOFT or _listed(lang) else ("", 0.91)


def _uncut(scan: Scan) -> bool:
    """Whether no line of the text as it came ends inside a word: browsers and word processors cut none.

    A text that was set with hyphenation has a line end inside a word that its language knows, and knows better than the
    rarer half. German compounds are in no list so often that two line ends say nothing.
    """
    cuts = Scan(scan.origin).cut_words
    known = spoken(scan)
    return len(cuts) > (_FEW_GERMAN if language(scan) == "de" else 1) and not any(
        _one_word(first, second, lang) for first, second in cuts for lang in known
    )


def _one_word(first: str, second: str, lang: str) -> bool:
    """Whether a language knows the joined word, and knows it better than the rarer of its parts."""
    one = frequency(first + second, lang)
    return one >= 1 and one > min(frequency(first, lang), frequency(second, lang))


def _borrowed(scan: Scan, first: str, second: str) -> bool:
    """Whether two words make no German compound: the first stands in the text by itself too, and the second is far more
    common in English ("apt-get")."""
    return scan.words[first] > 1 and frequency(second, "en") >= frequency(second, "de") + _FOREIGN


def _compound(scan: Scan, first: str, second: str) -> bool:
    """Whether two words that are joined elsewhere ("takedown") stand here with a hyphen of their own.

    So it is where no line of the text ends inside a word: then the text was set without hyphenation.
    """
    lang = language(scan)
    common = min(frequency(first, lang), frequency(second, lang))
    if len(first) < 4 or len(second) < 4 or common < 4 or common <= frequency(first + second, lang):
        return False
    cuts = scan.cut_words
    return len(cuts) > 1 and all(min(frequency(one, lang), frequency(two, lang)) >= 3 for one, two in cuts)


@lru_cache(maxsize=64)
def _listed(lang: str) -> bool:
    """Whether there is a frequency list of the language at all."""
    from wordfreq import available_languages

    return lang in available_languages("best")


def _stem_known(scan: Scan, first: str, joined: str) -> bool:
    """Whether the document has the word with another ending, and with more of its second part than an ending."""
    forms = (joined + "s", joined[:-1], joined + "n", joined + "en", joined[:-2])
    return len(joined) > 7 and any(scan.words[form] for form in forms if len(form) > len(first) + 2)


def _stem_hyphenated(scan: Scan, first: str, second: str) -> bool:
    """Whether the document has the two parts with a hyphen, the second with another ending."""
    forms = [second[: len(second) - cut] + ending for cut, endings in _ENDINGS for ending in endings]
    return len(second) > _STEM and any(scan.hyphenated[f"{first}-{form}"] for form in forms)
