# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the guard tells: one possible change of meaning between an original and its plain text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Difference:
    """One possible change of meaning. ``kind`` is the dimension, ``change`` is lost, added or exchanged;
    ``original`` and ``plain`` are the words on both sides ("" where there are none). ``weak``: faithful plain texts
    have it as often as changed ones, so that it asks for a second look and for no answer. ``places``: where the words
    begin in the original and in the plain text (code points; -1 where there are none or it is not known).
    ``answered``: the statement beside it comes to the same by the rules of duties and denials."""

    kind: str
    change: str
    original: str
    plain: str
    note: str = ""
    weak: bool = False
    places: tuple[int, int] = field(default=(-1, -1), compare=False)
    answered: bool = field(default=False, compare=False)
