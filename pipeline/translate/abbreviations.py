# SPDX-License-Identifier: AGPL-3.0-or-later
"""Abbreviations after which a sentence goes on, by language: our exceptions to the segmenter.

``open`` words never end a sentence (titles, "cf."); ``reference`` words do not before what they refer to (a
number, a bracket, a capital as in "Doc. A/70/1"); ``number`` words do not before a digit. Words are written
without their last dot.
"""

from __future__ import annotations

from functools import lru_cache

_COMMON_OPEN = "cf vgl mr mrs ms dr prof mme mlle mgr st e.g i.e c.-à-d viz vs"
_COMMON_REFERENCE = (
    "para paras par pars sub-para sub-paras subpara art arts doc docs sect sec sects ch chs chap chaps fig figs tab "
    "vol vols add corr rev res reg regs dec dir p pp fn ann app apt tit cl cls schedule sched al vers"
)
_COMMON_NUMBER = "no nos nr núm num n op"

_OPEN = {
    "en": "hon rev gen col lt sgt capt maj amb sen rep gov pres messrs h.e h.h h.m h.r.h approx ca c al",
    "fr": "m mm mmes mlles s.e s.e.m s.m p p.ex c-à-d c env ex éd dir",
    "de": "hr fr frl hrn d z z.b d.h u u.a o o.ä bzw ca inkl zzgl evtl ggf sog usw s hrsg jh",
    "es": "sr sra srta sres dra dña d excmo excma ilmo ilma s.e s.m ee p.ej ej aprox",
    "it": "sig sigg sig.ra dott dott.ssa ing avv on s.e p.es es ca",
    "pt": "sr sra srs dra exmo exma eng s.exa p.ex ex aprox",
    "nl": "dhr mevr mw drs ing ir bijv d.w.z o.a t.a.v ca z.e",
    "ru": "г гг т.е т.д т.п т д е проф акад им ул",
    "ar": "د أ م أ.د ص م.م",
    "pl": "p prof dr hab inż mgr tj np m.in ul św",
    "da": "hr fr f.eks bl.a dvs ca",
    "sv": "t.ex bl.a dvs ca",
}
_REFERENCES = {
    "fr": "l c ss liv sect ann alin",
    "de": "abs art ziff lit bd kap s rn anm anl ff az satz buchst bek verf rdnr",
    "es": "párr párrs apdo apdos cap caps secc ss inc lit pág págs",
    "it": "artt par parr comma cap capp sez lett pag pagg all",
    "pt": "parág parágs al cap caps secç alín pág págs",
    "nl": "lid blz hfst bijl afd",
    "ru": "п пп ст стр гл рис табл разд ч см ср док прил",
    "ar": "ص ج ف ق م رقم فق",
    "pl": "ust pkt lit rozdz str poz zob",
}
_SENTENCE_FINAL = frozenset({"ff", "etc", "usw", "al", "u.a"})


@lru_cache(maxsize=32)
def _words(base: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    opened = frozenset(f"{_COMMON_OPEN} {_OPEN.get(base, '')}".split())
    references = frozenset(f"{_COMMON_REFERENCE} {_REFERENCES.get(base, '')}".split())
    return opened - _SENTENCE_FINAL, references, frozenset(_COMMON_NUMBER.split())


def kind(token: str, base: str) -> str:
    """What a word that ends in a dot is: ``open``, ``reference``, ``number``, or empty for none of them."""
    word = token.rstrip(".").casefold()
    opened, references, numbers = _words(base)
    if word in numbers:
        return "number"
    if word in opened and (len(word) > 1 or base != "en"):
        return "reference" if word in references else "open"
    if word in references:
        return "reference"
    return ""
