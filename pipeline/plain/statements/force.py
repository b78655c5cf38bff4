# SPDX-License-Identifier: AGPL-3.0-or-later
"""Force counted: a modal that was dropped before its verb, and a verb of force exchanged for another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.plain.difference import Difference
from pipeline.plain.lexicon import Lexicon
from pipeline.plain.words import WORD

NEAR = 25  # code points: "nobody is forced to"


def compare_force(original: str, plain: str, data: Lexicon) -> Iterator[Difference]:
    """At most one change: a modal that stands no more before a verb that now stands bare, as often as it did with it
    ("we will continue", "we continue"); or two classes of verbs of which the second came and the first went, or the
    second is nowhere in the original ("commit", "consider"). A verb that lost its "must" may be a command now, which
    says as much: a second look."""
    if data.dropped:
        before, after = (_with_modal(text, data) for text in (original, plain))
        every, now = (Counter(WORD.findall(text.lower())) for text in (original, plain))
        for (modal, verb), number in before.items():
            gone = number - after[modal, verb]
            with_any = [sum(n for (_, other), n in side.items() if other == verb) for side in (before, after)]
            bare = now[verb] - with_any[1] > every[verb] - with_any[0]
            if modal in data.dropped and gone > 0 and bare and with_any[1] < with_any[0]:
                note, weak = "The verb stands bare now.", modal not in data.granting
                yield Difference("modality", "lost", f"{modal} {verb}", verb, note, weak)
                return
    for one, other in data.exchanged:
        went, came = _all(one, original), _all(other, plain)
        if went and len(came) > len(_all(other, original)) and (
            len(went) > len(_all(one, plain)) or not _all(other, original)
        ):
            at = plain.lower().rfind(came[-1])
            if not any(cue.strong and 0 <= at - cue.end <= NEAR for cue in data.negation.find(plain)):
                yield Difference("modality", "exchanged", went[-1], came[-1])
                return


def _with_modal(text: str, data: Lexicon) -> Counter[tuple[str, str]]:
    """How often each modal stands before each verb. In small letters: "in May" is a month."""
    found = re.finditer(rf"\b({'|'.join(data.modals)}) (?:also |then |not )?([a-z]{{3,}})\b", text)
    return Counter((match[1], match[2]) for match in found if match[2] not in data.function_words)


def _all(pattern: str, text: str) -> list[str]:
    return re.findall(rf"\b(?:{pattern})\b", text.lower())
