# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether two texts are clauses of one sentence that begin alike: what stands below is then no rest of a cut one."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.clean.reading import hyphens, prose

AND_END = re.compile(r"[,;][ \t]+(?:[^\W\d_]+/)?([^\W\d_]+)\W*$")
"""The last word of a text, behind a comma: where it is "and", or "and/or", a clause ends so."""
# Words with which one sentence counts its parts.
_COUNTING = (
    ("firstly", "secondly", "thirdly", "fourthly"), ("first,", "second,", "third,", "fourth,"),
    ("on the one hand", "on the other"), ("d’une part", "d’autre part"), ("d'une part", "d'autre part"),
    ("premièrement", "deuxièmement", "troisièmement"), ("en premier lieu", "en second lieu"),
    ("einerseits", "andererseits"), ("zum einen", "zum anderen"), ("erstens", "zweitens", "drittens", "viertens"),
    ("por un lado", "por otro"), ("por una parte", "por otra"), ("primero", "segundo", "tercero", "cuarto"),
    ("en primer lugar", "en segundo lugar", "en tercer lugar"), ("أولا", "ثانيا", "ثالثا", "رابعا"),
    ("أولاً", "ثانياً", "ثالثاً", "رابعاً"), ("من جهة", "ومن جهة أخرى"), ("第一", "第二", "第三", "第四"), ("首先", "其次"),
)  # fmt: skip


def begin(above: str, below: str) -> bool:
    """Whether two texts begin with one word, both small or both not, and the one above ends as a clause does.

    "must ask, and / must"; "Whereas …, and / Whereas". Articles and the like begin any text: of those two words must be
    the same. Words that count ("firstly …, / secondly") are one, and so is any capital behind a semicolon and "and".
    """
    ended = prose.tail(above)[-1:] in tuple(prose.COMMAS) or bool(AND_END.search(above[-40:]))
    one, two = above.casefold().split()[:2], below.casefold().split()[:2]
    size = 1 + any(word in words or len(word) == 1 for words in prose.NEVER_LAST.values() for word in one[:1])
    alike = prose.begins_lower(above) == prose.begins_lower(below) and one[:size] == two[:size] != []
    return ended and (alike or _counts_on(above, below) or (_leads(above) and prose.begins_upper(below)))


def _leads(text: str) -> bool:
    """Whether a text leads to the last of several points by a semicolon and "and"."""
    found = AND_END.search(text[-40:])
    return found is not None and found.group().startswith(";") and found.group(1).casefold() in hyphens.AND


def _counts_on(above: str, below: str) -> bool:
    """Whether two texts begin with words of which the second counts on ("on the one hand", "on the other")."""
    one, two = (text[:40].lstrip("#*_ ").casefold() for text in (above, below))
    return any(one.startswith(a) and two.startswith(b) for words in _COUNTING for a, b in pairwise(words))
