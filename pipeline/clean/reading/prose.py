# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the signs at the end and at the beginning of a stretch of text say about whether it goes on."""

from __future__ import annotations

import re
import unicodedata

CLOSERS = "\"'”’»›)]}*_`）」』】》〉›\u00a0 "
OPENERS = "\"'“‘«‹([{*_„‚¿¡（「『【《〈\u00a0 "
ENDS = ".!?…。！？．؟۔।॥"
STOPS = ENDS + ":;：；؛"
COMMAS = ",，、،"
HYPHENS = "-\u2010\u00ad"

# Words that need another after them: no sentence, heading or item ends in one. Lower case; one- and two-letter
# words that are also names of list items ("a", "i") are left out where that could mislead.
_OPEN = {
    "en": "the an of to and or in for with by from that which who whose is are was were be been as at on into "
    "under between among through its their our your this these those not any all such each including "
    "than but if when where while because has have had may must shall will would should can could upon "
    "per about against during without within toward towards until since whether "
    "every either via regarding no two three four five six seven eight nine ten several",
    "fr": "le la les l un une des du de d et ou à au aux en dans par pour sur avec sans sous que qui dont ce cet cette "
    "ces son sa ses leur leurs est sont sera ont a été être ne pas plus entre vers chez comme mais si "
    "nos notre vos votre selon depuis pendant chaque lorsque afin jusque "
    "deux trois quatre cinq six sept huit neuf dix plusieurs",
    "de": "der die das den dem des ein eine einer eines einem einen und oder von vom zu zum zur im in an am auf "
    "aus bei beim mit nach seit für durch gegen ohne um über unter vor zwischen als dass daß wenn weil "
    "bis gemäß laut wegen während "
    "sowie bzw ist sind wird werden wurde nicht auch nur dieser diese dieses diesem ihre ihrer ihrem seine seiner "
    "zwei drei vier fünf sechs sieben acht neun zehn mehrere mehreren",
    "es": "el la los las un una unos unas de del y o e u a al en con por para sin sobre que cuyo cuya su sus este "
    "esta estos estas es son fue ser se no como más entre hasta desde si pero según mediante durante ante bajo contra "
    "tras cada dicho dicha dichos dichas cualquier "
    "dos tres cuatro cinco seis siete ocho nueve diez varios varias",
    "pt": "o os as um uma uns umas de do da dos das e ou ao aos à às em no na nos nas com por para sem sobre que "
    "cujo cuja seu sua seus suas este esta é são foi ser se não como mais entre até desde segundo conforme mediante "
    "durante cada qualquer "
    "dois duas três quatro cinco seis sete oito nove dez vários várias",
    "it": "il lo la gli le un una uno di del della dei delle dello e o a al alla in nel nella con per su sul "
    "sulla che cui da dal dalla non si è sono come più tra fra "
    "due tre quattro cinque sei sette otto nove dieci",
    "ar": "في من على إلى عن مع أن إن التي الذي الذين هذا هذه ذلك تلك أو ثم بين كل غير حتى لا ما قد كان كانت بعد قبل",
    "zh": "的 和 与 及 或 在 对 为 以 由 从 向 于 是 将 被 把 并 而 等",
}
OPEN_WORDS = {lang: frozenset(words.split()) for lang, words in _OPEN.items()}

# Those among them that end no line of an author's either: articles, and what joins two words. The others may be
# left alone at the end of a sentence or heading ("What it is for", "all").
_NEVER_LAST = {
    "en": "the an and or our your their its",
    "fr": "le la les un une du des de et ou au aux ce cet cette ces son sa ses leurs nos vos",
    "de": "der die den dem des eine einer eines einem einen und oder zum zur im vom am beim",
    "es": "el los las un una del al de y o e su sus",
    "pt": "os as um uma do da dos das de ao aos à às e ou",
    "it": "il lo gli le un una di del della dei delle dello e o al alla nel nella",
}
NEVER_LAST = {lang: frozenset(words.split()) for lang, words in _NEVER_LAST.items()}

_TAIL_MARK = re.compile(r"(?:<sup>[^<]{1,8}</sup>|\[\^[^\]]{1,12}\]|[¹²³⁴-⁹⁰])+\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"(?<![^\W\d_])(?<!\w\()[^\W\d_]+$")
_QUOTED = re.compile(r"[\w][\"'’”»›」』][)\]*_]*$")
_REMARK = re.compile(r"[.!?…][\"”»]?\s\([^\W\d_a-z][^()]*\)$")  # "It is so. (See there)"
_LINK_TAIL = re.compile(r"\]\([^()\s]*\)$")


def tail(text: str) -> str:
    """The end of a text without note marks, closing quotes, brackets and markup."""
    text = text.rstrip()
    text = _TAIL_MARK.sub("", text)
    text = _LINK_TAIL.sub("", text)
    return text.rstrip(CLOSERS)


def ends_colon(text: str) -> bool:
    """Whether a text leads to what follows it with a colon."""
    return tail(text)[-1:] in tuple(":：")


def head(text: str) -> str:
    """The beginning of a text without opening quotes, brackets and markup."""
    return text.lstrip(OPENERS)


def ends_sentence(text: str) -> bool:
    """Whether the text ends with a sign that ends a sentence, or with a remark in brackets after one."""
    return tail(text)[-1:] in tuple(ENDS) or bool(_REMARK.search(text[-200:].rstrip()))


def stops(text: str) -> bool:
    """Whether the text ends with a sentence's end, a colon or a semicolon."""
    return tail(text)[-1:] in tuple(STOPS) or ends_sentence(text)


def last_word(text: str) -> str:
    """The last word, case folded; empty when the text ends otherwise: in "client(e)" the bracket holds an ending."""
    found = _LAST_WORD.search(tail(text)[-40:])
    return found.group().casefold() if found else ""


def first_word(text: str) -> str:
    """The first word as it is written."""
    found = _WORD.match(head(text)[:60])
    return found.group() if found else ""


def begins_lower(text: str) -> bool:
    """Whether the text begins with a small letter."""
    return head(text)[:1].islower()


def begins_upper(text: str) -> bool:
    """Whether the text begins with a capital letter."""
    return head(text)[:1].isupper()


def caseless(text: str) -> bool:
    """Whether the text is of a script without capital letters (Arabic, Chinese…)."""
    sample = [char for char in text[:200] if char.isalpha()]
    return bool(sample) and sum(unicodedata.category(char) == "Lo" for char in sample) * 2 > len(sample)


def unspaced(char: str) -> bool:
    """Whether a character is of a script written without spaces, or its punctuation."""
    code = ord(char) if char else 0
    return (
        0x3000 <= code <= 0x30FF
        or 0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF00 <= code <= 0xFF65
        or 0x20000 <= code <= 0x3FFFF
        or 0x0E00 <= code <= 0x0EFF
    )


def open_word(text: str, lang: str = "") -> bool:
    """Whether the text ends with a word that needs another after it; a word in quotes is only named."""
    return _ends_with(text, lang, OPEN_WORDS)


def never_last(text: str, lang: str = "") -> bool:
    """Whether the text ends with a word that nothing ends with, be it an author's short line."""
    return _ends_with(text, lang, NEVER_LAST)


def _ends_with(text: str, lang: str, known: dict[str, frozenset[str]]) -> bool:
    word = last_word(text)
    if not word or _QUOTED.search(text[-8:].rstrip()):
        return False
    code = lang[:2].lower()
    if code in OPEN_WORDS:
        return word in known.get(code, ()) or (code == "zh" and word[-1] in OPEN_WORDS["zh"])
    return any(word in words for words in known.values()) and len(word) > 1


def glue(before: str, after: str) -> str:
    """What stands between two parts of a sentence that were cut: a space, or nothing in Chinese."""
    return "" if unspaced(before[-1:]) and unspaced(after[:1]) else " "
