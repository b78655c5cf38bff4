# SPDX-License-Identifier: AGPL-3.0-or-later
"""inline-labels: a label of a sentence that came to stand at the beginning of a line goes up to the line above.

Markdown takes "(i)" or "5." at the beginning of a line for the mark of a list; the words of a reader would lose it.
A sentence counts its own parts ("(i) … (ii)"), or cites a number ("page / 233. The …"; see ``cited``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.paragraphs import cited
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.scan import Kind, Line, Scan

_LABEL = re.compile(r"[ \t]*\((?P<label>[a-z]|[ivx]{1,4}|\d{1,2})\)\s")
_NUMBER = re.compile(r"[ \t]*\d{1,3}[.)][ \t]*$")
_FAR = 30  # lines in which the next label of a sentence stands
_LEAST = 30  # characters of a line that a sentence fills
_NEXT = {"i": "ii", "ii": "iii", "iii": "iv", "iv": "v", "v": "vi"}
_TEXT = frozenset({Kind.PARA, Kind.ITEM})


def find(scan: Scan) -> Iterator[Fix]:
    """Lines that begin with a label of the sentence that the line above began."""
    if plain.interleaved(scan):
        return
    yield from _cited(scan)
    lines = scan.lines
    for index in range(1, len(lines)):
        above, line = lines[index - 1], lines[index]
        if line.kind not in _TEXT or above.kind not in _TEXT or above.stop != line.start:
            continue
        if _NUMBER.match(line.text):
            if len(above.text) >= _LEAST and prose.tail(above.text)[-1:].isalpha():
                yield _up(above, line, "A number that ends the sentence stands alone on a line.")
        elif (found := _LABEL.match(line.text)) and _counts_on(lines, index, found.group("label")):
            yield _up(above, line, "A label of the sentence stands at the beginning of a line.")


def _cited(scan: Scan) -> Iterator[Fix]:
    """Items that are the rest of the sentence above: it cites their number, which is none of the list's."""
    for index in range(1, len(scan.blocks)):
        sure = cited.sure(scan, scan.blocks, index)
        if sure:
            above, line = scan.blocks[index - 1].lines[-1], scan.blocks[index].lines[0]
            yield _up(above, line, "The sentence goes on, and the list does not count so.", sure)


def _up(above: Line, line: Line, reason: str, sure: float = 0.94) -> Fix:
    lead = len(line.text) - len(line.text.lstrip())
    start = above.start + len(above.text.rstrip())
    return Fix((Edit(start, line.start + lead, " "),), reason, sure)


def _after(label: str) -> str:
    """The label that comes after another."""
    return _NEXT.get(label) or (str(int(label) + 1) if label.isdigit() else chr(ord(label[0]) + 1))


def _counts_on(lines: Sequence[Line], index: int, label: str) -> bool:
    """Whether the next label stands inside a line of the same text, and at the beginning of none."""
    after = _after(label)
    text = lines[index].text
    if _item_above(lines[index - 1], label):
        return False
    for above, line in pairwise(lines[index : index + _FAR]):
        if above.stop != line.start or line.kind not in _TEXT:
            break
        if line.text.lstrip().startswith(f"({after})"):
            return False
        if line.kind is Kind.ITEM:
            break
        text += f" {line.text}"
    return f"({after})" in text


def _item_above(above: Line, label: str) -> bool:
    """Whether the line above is an item with the label before, which has come to an end."""
    found = _LABEL.match(above.text)
    return found is not None and _after(found.group("label")) == label and prose.stops(above.text)


RULE = Rule(
    "inline-labels", "Takes a sentence's own label from the beginning of a line.", find,
    after="join-paragraphs",
)
