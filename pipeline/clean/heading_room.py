# SPDX-License-Identifier: AGPL-3.0-or-later
"""How large headings without a number are set, by the room below.

An extractor that keeps lines leaves a blank one below small letters, and none below large ones, where there are both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.clean.heading_order import Heading

_NUMBER = re.compile(r"\W*\d{1,3}(?:\.\d{1,2})*[.)]?\s|\w{4,12}\s+\d")
_TWICE = 2  # headings with room below, and without: once may be chance


def sized(headings: Sequence[Heading], room: Mapping[int, bool]) -> Sequence[Heading]:
    """The headings, those without a number set large (1) or small (2) where that is known.

    ``room``: whether a blank line stands between a heading and the paragraph below it, by its place; a heading, an
    item or a table leaves room by itself. The first is large, or nothing is said: articles are set
    no larger than chapters.
    """
    often = Counter(room.values())
    if min(often[True], often[False]) < _TWICE or room[min(room)]:
        return headings
    sizes = {place: 2 if apart else 1 for place, apart in room.items() if not _NUMBER.match(headings[place].text)}
    return [Heading(each.text, each.bare, sizes.get(place, 0)) for place, each in enumerate(headings)]
