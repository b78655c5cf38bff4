# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists in plain text that stand inside an item, or right below the line that heads them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.clean.paragraphs.anew import LABEL, begins_anew, early
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.lines import columns
from pipeline.clean.reading.scan import Line, Scan

_WITHIN = 40  # lines below the first item of a list among which the second begins
_DEEPER = 3  # columns that a list inside an item stands further in than its text
_LONE = 2  # items of a list to which no colon leads


def inner(scan: Scan, groups: Sequence[Sequence[Line]], shape: plain.Shape) -> dict[int, str]:
    """Where the lines begin of lists inside items whose bullets were drawn, and what stands before each instead."""
    found: dict[int, str] = {}
    if not scan.bulletless:
        return found
    for group in groups:
        item: Line | None = None  # the last with a label
        at = 0
        while at < len(group):
            item = group[at] if LABEL.match(group[at].text) else item
            run = _run(group, at, item) if item else []
            if run and item:
                found.update(_written(scan, group[at - 1], run, item, shape))
            at += max(1, len(run))
    return found


def _run(group: Sequence[Line], at: int, item: Line) -> list[Line]:
    """The lines from one on that stand as far in as it does, deeper than the text of the item above."""
    line = group[at]
    if line is item or line.indent < _text_of(item) + _DEEPER or LABEL.match(line.text):
        return []
    end = at
    while end < len(group) and group[end].indent == line.indent and not LABEL.match(group[end].text):
        end += 1
    return list(group[at:end])


def _text_of(item: Line) -> int:
    """Where the text of an item begins."""
    mark = LABEL.match(item.text)
    return columns(item.text) + mark.end() - mark.end("lead") if mark else 0


def _written(scan: Scan, above: Line, run: Sequence[Line], item: Line, shape: plain.Shape) -> dict[int, str]:
    """What stands before each line of a list; none where nothing says that the lines are one."""
    before = [above, *run[:-1]]
    first = [begins_anew(scan, upper, line, shape) for upper, line in zip(before, run, strict=True)]
    led = prose.ends_colon(above.text)
    first[0] = led or early(above, run[0], shape)  # what goes on the item stands below its text
    if not first[0] or (sum(first) < _LONE and not led):
        return {}
    deep = " " * (_text_of(item) - item.indent)
    return {line.start: f"{deep}- " if anew else f"{deep}  " for line, anew in zip(run, first, strict=True)}


def opens(scan: Scan, group: Sequence[Line], index: int, shape: plain.Shape) -> bool:
    """Whether a list of letters begins further in than the line above, which had room; its second item follows."""
    above, line = group[index - 1], group[index]
    mark = LABEL.match(line.text)
    firsts = {style for style, number in read_mark(mark.group("mark")) if number == 1} if mark else set()
    if not mark or not firsts or line.indent <= above.indent or mark.group("mark").strip("().").isdigit():
        return False
    if LABEL.match(above.text) or not early(above, line, shape) or prose.open_word(above.text, scan.lang):
        return False
    at = bisect_right(scan.lines, line.start, key=lambda each: each.start)
    found = [label for below in scan.lines[at : at + _WITHIN] if (label := LABEL.match(below.text))]
    beside = (read_mark(label.group("mark")) for label in found if abs(label.end() - mark.end()) <= 1)
    return any(style in firsts and number == 2 for style, number in next(beside, ()))
