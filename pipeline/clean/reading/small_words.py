# SPDX-License-Identifier: AGPL-3.0-or-later
"""Small words of a language that headings write small, and that begin sentences: with a capital they begin one.

French and Italian write some of them with an apostrophe before the next word ("L'agent"), English puts one behind them
("You'll").
"""

from __future__ import annotations

import re


def _sets(words: dict[str, str]) -> dict[str, frozenset[str]]:
    return {lang: frozenset(text.split()) for lang, text in words.items()}


# None that German writes with a capital to be polite.
FEW = _sets({
    "en": "the an if in for to as with by on at from when where since although before after during unless until "
    "while because though once whether however therefore sometimes usually generally together also "
    "currently many",
    "fr": "le la les un une des ce cet cette ces dans pour en au aux si il ils elle elles on nous vous tout "
    "toute toutes tous chaque lorsque quand afin sur par avec sans sous selon après avant depuis pendant "
    "comme bien aucun aucune certains certaines plusieurs celui celle ceux actuellement parfois toutefois "
    "cependant ainsi à",
    "de": "der die das den dem des ein eine einen einem einer eines für bei im in dieser diese dieses diesem "
    "wenn wer wo was wie jeder jede jedes alle zur zum mit nach es er man wir als auf soweit "
    "sofern falls sobald bevor nachdem während seit von vom vor über unter durch gegen ohne um an am aus "
    "auch also aber da dies hier hierzu dazu dabei kein keine manche einige viele mehrere zu",
    "es": "el la los las un una unos unas si en para por cada este esta estos estas todo toda todos todas "
    "cuando con sin sobre según desde tras antes después durante aunque como al del ningún ninguna "
    "algunos algunas quien quienes",
    "pt": "o a os as um uma uns umas se em para por cada este esta estes estas todo toda todos todas quando no "
    "na nos nas com sem sobre segundo desde após antes durante embora como ao aos nenhum nenhuma alguns "
    "algumas quem",
    "it": "il lo la gli le un una uno se in per ogni questo questa questi queste quando con senza su secondo "
    "dopo prima durante come al dal nel nella tutti tutte nessun alcuni alcune chi",
})  # fmt: skip
# Words that headings set in capitals may write so too; a small letter must follow.
WIDE = _sets({
    "en": "this these those each every all no any you your we our it they there some most both either neither",
})  # fmt: skip
_ELIDED = _sets({
    "fr": "l d s c n j m qu lorsqu puisqu jusqu quoiqu",
    "it": "l un all dall dell nell sull quell quest c",
})  # fmt: skip
_APOSTROPHE = re.compile(r"([^\W\d_]+)['’]([^\W\d_]+)")


def small_words(lang: str) -> frozenset[str]:
    """Words of a language that headings write small, and that begin sentences."""
    return FEW.get(lang, frozenset()) | WIDE.get(lang, frozenset())


def elided(word: str, lang: str) -> tuple[str, ...]:
    """A word, or what stands before its apostrophe where that is a small word: in French and Italian the rest is the
    next word, which must be written small; in English it is none."""
    found = _APOSTROPHE.match(word)
    if not found or not found.group(2)[0].islower():
        return (word,)
    if found.group(1).lower() in _ELIDED.get(lang, ()):
        return found.groups()
    return (found.group(1),) if lang == "en" and found.group(1).lower() in small_words(lang) else (word,)
