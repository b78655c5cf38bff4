# SPDX-License-Identifier: AGPL-3.0-or-later
"""dropped-hyphens: a hyphen that an extractor took for one of a line end, and dropped, is put back.

The document is asked: it writes the word with a hyphen twice or more, and the joined word once only; if both only
once, it is proposed. Joined words that no list knows are names and terms four times as often ("pathnames", "codelist");
only a few endings and beginnings that a language never writes without a hyphen ("-related", "ci-dessus") are evidence
of their own. Where lines are left as they were set, the hyphen was at the end of one: elsewhere an author wrote both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.reading import hyphens
from pipeline.clean.reading.scan import TEXT, Kind, Scan, printed

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"[/@_\\#=]|[^\W_]\.[^\W_]|`")
_PAIR = re.compile(r"([^\W\d_]{2,})[-\u2010](?=([^\W\d_]{2,}))")
_WORD = re.compile(r"(?<![\w'’])[^\W\d_]{6,}(?![\w'’])")
_EARLY, _LATE = 0.75, 1.1  # of a full line: where its end is, and so the hyphen
_KNOWN = 2.5  # joined words that are at least as frequent as this are words
_SURE = 2  # times that the text writes the word with a hyphen: what it writes once in both ways is the author's
_COMMON = 2.5  # the other half of a word with such an ending is a word
_ALWAYS = {
    "en": re.compile(
        r"(?P<self>self)(?=[a-z]{4})|(?P<first>[a-z]{3,})(?:related|based|driven|generated|specific|facing|oriented|funded"
        r"|sponsored)$"
    ),
    "fr": re.compile(
        r"ci(?=(?:dessus|dessous|après|devant|contre|jointe?s?)$)|(?:au|par|là)(?=(?:dessus|dessous|delà)$)"
        r"|(?:moi|toi|lui|elles?|soi|nous|vous|eux)(?=mêmes?$)|(?:celui|celles?|ceux)(?=(?:ci|là)$)|états(?=unis$)"
    ),
}
# "Mess- und Lotsendienst": the hyphen of the first word was at a line end, and what follows is no part of it.
_AND = re.compile(r"(?P<first>[^\W\d_]{3,})(?:und|oder|bzw|sowie)$")
_KINDS = TEXT | {Kind.HEADING, Kind.NOTE, Kind.QUOTE, Kind.TABLE}


def find(scan: Scan) -> Iterator[Fix]:
    """Words that stand joined once, and with a hyphen elsewhere."""
    pairs: Counter[str] = Counter()
    joined: dict[str, int] = {}
    capitals: dict[str, bool] = defaultdict(bool)
    for found in _TOKEN.finditer(scan.text):
        token = found.group()
        if len(token) > 200 or "-" not in token or _ADDRESS.search(token.rstrip(".,;:")):
            continue
        for one, two in _PAIR.findall(token):
            pairs[f"{one}-{two}".casefold()] += 1
            joined[f"{one}{two}".casefold()] = len(one)
            capitals[two.casefold()] |= two[0].isupper()
    lang = hyphens.language(scan)
    if lang in hyphens.UNCUT:
        return
    sure = 0.93 if scan.extracted else 0.6
    for found in _WORD.finditer(scan.text):
        word = found.group()
        folded = word.casefold()
        if scan.line_at(found.start()).kind not in _KINDS:
            continue
        size = _shared(word, lang)
        if size:
            place, reason = found.start() + size, "The word shares its second part with the one after it"
            yield Fix((Edit(place, place, "- "),), f"{reason}: a hyphen was dropped.", sure)
            continue
        common = hyphens.frequency(folded, lang) if folded in joined or _always(scan, folded, lang) else _KNOWN
        if common >= _KNOWN or _ADDRESS.search(_token(scan.text, found.start())):
            continue
        size, reason = joined.get(folded, 0), "The text writes the word with a hyphen elsewhere"
        often = pairs[f"{folded[:size]}-{folded[size:]}"]
        if scan.words[folded] > 1 or often < (2 if common else 1):
            size, often, reason = _always(scan, folded, lang), _SURE, "The language writes a hyphen here"
        elif not _at_line_end(scan, found.start() + size):
            continue
        if size and _cased(word, size, capital=lang == "de" and capitals[folded[size:]]):
            place = found.start() + size
            reason += ": one at a line end was dropped."
            yield Fix((Edit(place, place, "-"),), reason, sure if often >= _SURE or scan.width else min(sure, 0.75))


def _at_line_end(scan: Scan, place: int) -> bool:
    """Whether a line may have ended at a place: as far in as a full line, where the text is set in lines at all."""
    line = scan.line_at(place)
    reached = printed(line.text[: place - line.start])
    return not scan.width or scan.width * _EARLY <= reached <= scan.width * _LATE


def _shared(word: str, lang: str) -> int:
    """Where a German word ends that ran into the "und" after it; 0 for any other word."""
    found = _AND.match(word) if lang == "de" and word[:1].isupper() and word[1:].islower() else None
    if not found or hyphens.frequency(word.casefold(), lang):
        return 0
    return found.end("first") if hyphens.frequency(found.group("first").casefold(), lang) >= _COMMON else 0


def _cased(word: str, size: int, *, capital: bool) -> bool:
    """Whether a word is written small but for its beginning, and for a capital that its second part has with a hyphen.

    German writes both "Lotsenboot" and "Lotsen-Boot": what lost a hyphen is "LotsenBoot".
    """
    return word[size].isupper() == capital and (word[1:size] + word[size + 1 :]).islower()


def _always(scan: Scan, word: str, lang: str) -> int:
    """Where the hyphen stands in a word that a language never writes without; 0 for any other word."""
    found = _ALWAYS[lang].match(word) if lang in _ALWAYS else None
    if not found:
        return 0
    if lang != "en":
        return found.end()
    size = found.end("self") if found.group("self") else found.end("first")
    other = word[size:] if found.group("self") else word[:size]
    return size if scan.words[other] > 1 or hyphens.frequency(other, lang) >= _COMMON else 0


def _token(text: str, place: int) -> str:
    """What stands around a place between two spaces, as far as an address needs to be looked at."""
    before, after = text[max(0, place - 80) : place], text[place : place + 120]
    return (before.split(" ")[-1] + after.split(" ")[0]).rstrip(".,;:")


RULE = Rule("dropped-hyphens", "Puts back a hyphen that was taken for one of a line end.", find, after="hyphenation")
