# SPDX-License-Identifier: AGPL-3.0-or-later
"""Shortened words that no line parts from their number or name: «p. 14», «No. 5», «Mr. Hale».

Typesetters of each language bind these by hand. A reader of the file gets a blank as before.
"""

from __future__ import annotations

import re
from functools import cache

NO_BREAK, SOFT_HYPHEN = "\u00a0", "\u00ad"
_BEFORE_NUMBERS = {
    "": "§ §§ ¶ №",
    "en": "p. pp. No. no. Nos. nos. art. Art. arts. Arts. sec. Sec. secs. ch. Ch. chap. Chap. para. Para. paras. cl."
    " vol. Vol. vols. fig. Fig. figs. Figs. reg. Reg. app. App. ed. l. ll.",
    "fr": "p. pp. n° N° nº n°s art. Art. al. chap. Chap. fig. Fig. vol. Vol. t. par.",
    "de": "S. Nr. Nrn. Art. Abs. Ziff. Kap. Abb. Bd. Rn. Rz. Tab. Anl.",
    "es": "p. pp. pág. págs. n.º n.os núm. Núm. núms. art. Art. arts. Arts. cap. Cap. fig. Fig. vol. Vol. párr. párrs.",
    "it": "p. pp. pag. n. nn. art. Art. artt. Artt. cap. fig. Fig. vol. comma",
    "pt": "p. pp. pág. n.º N.º art. Art. arts. cap. fig. Fig. vol.",
    "nl": "p. pp. blz. nr. nrs. art. Art. artt. hfst. fig. Fig. lid",
}
"""By language; "" for all."""
_BEFORE_NAMES = {
    "en": "Mr. Mrs. Ms. Dr. Prof. St. Mr Mrs Ms Dr Prof St", "fr": "M. MM. Mme Mmes Mlle Mlles Dr Me",
    "de": "Dr. Prof. St. Hr. Fr.", "es": "Sr. Sra. Sres. Sras. Dr. Dra. D. D.ª",
    "it": "Sig. Sig.ra Dott. Prof.", "pt": "Sr. Sra. Dr. Dra.",
}  # fmt: skip


def painted(text: str | None, lang: str) -> str:
    """Text as it is painted, in a language; "" for program text, which is painted as it is."""
    shown = (text or "").replace(SOFT_HYPHEN, "")
    return bound(shown, lang) if lang else shown


def bound(text: str, lang: str) -> str:
    """The text with a no-break space where a blank must be no end of a line. In: the text as it is painted, and its
    language (BCP 47). It has as many characters as before."""
    return _form(lang.partition("-")[0].lower()).sub(NO_BREAK, text) if " " in text else text


@cache
def _form(lang: str) -> re.Pattern[str]:
    numbers = f"{_BEFORE_NUMBERS['']} {_BEFORE_NUMBERS.get(lang, '')}".split()
    names = _BEFORE_NAMES.get(lang, "").split()
    forms = [rf"{_behind(numbers)} (?=\d|[IVXLC]+\b)"]
    if names:
        forms.append(rf"{_behind(names)} (?=[^\W\d_a-z])")
    return re.compile("|".join(forms))


def _behind(words: list[str]) -> str:
    """What stands right behind one of these words, each whole. Python looks back over one length at a time."""
    every = (rf"(?<=(?<!\w){re.escape(word)})" for word in sorted(words))
    return f"(?:{'|'.join(every)})"
