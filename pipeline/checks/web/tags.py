# SPDX-License-Identifier: AGPL-3.0-or-later
# ruff: noqa: SIM905 lists of words are read as words
"""Language tags: whether the first subtag is registered (BCP 47, IANA registry, as Babel and ISO 639 know it)."""

from __future__ import annotations

import re
from functools import cache

# ISO 639-1 whole; longer subtags are looked up in Babel's data, which follows CLDR's list of languages.
TWO = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo"
    " es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw ja"
    " ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my"
    " na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn"
    " so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh"
    " zu".split()
)
MORE = frozenset("mis mul und zxx art tlh gsw cmn yue sgn ase bfi fsl gsg dsb hsb ast".split())


def primary(tag: str) -> str:
    """The first subtag, in small letters."""
    return re.split(r"[-_]", tag.strip())[0].lower()


def known(tag: str) -> bool:
    """Whether the tag begins with a registered language."""
    first = primary(tag)
    if not re.fullmatch(r"[a-zA-Z]{1,8}([-][a-zA-Z0-9]{1,8})*", tag.strip()):
        return False
    if len(first) == 2:
        return first in TWO
    return len(first) == 3 and (first in MORE or first in _three())


@cache
def _three() -> frozenset[str]:
    from babel import Locale

    return frozenset(str(code) for code in Locale("en").languages if len(str(code)) == 3)
