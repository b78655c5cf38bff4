# SPDX-License-Identifier: AGPL-3.0-or-later
"""layout: the left margin that an extractor of plain text wrote as spaces goes, or Markdown takes it for code.

Lines that stand further in, one after the other or after a colon, are the items of a list whose bullets the
extractor did not see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pipeline.clean.fix import Edit, Fix, Rule
from pipeline.clean.paragraphs.anew import BEGINS, LABEL, begins_anew, labelled
from pipeline.clean.paragraphs.inner import inner, opens
from pipeline.clean.reading import plain, prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.lines import columns
from pipeline.clean.reading.scan import Kind, Line, Scan

_MARGIN = "The left margin is not text."
_FURTHER = "A line stands further out than the label of the item above: the item ended."
_INNER = "The lines stand further in than the text of an item that leads to them: a list inside it."
_OPENS = "A list of letters begins below a line that stands further out."


def find(scan: Scan) -> Iterator[Fix]:
    """Indentation of plain text."""
    shape = plain.shape(scan)
    if shape is None:
        return
    groups = list(_groups(scan.lines))
    items = _items(scan, groups, shape)
    hanging, further = _hanging(groups)
    nested = inner(scan, groups, shape)
    for group in groups:
        listed = True  # or text stands right above
        for index, line in enumerate(group):
            lead = len(line.text) - len(line.text.lstrip())
            if (within := nested.get(line.start)) is not None:
                yield Fix((Edit(line.start, line.start + lead, within),), _INNER, 0.92)
                continue
            if (depth := hanging.get(line.start)) is not None:
                if depth < line.indent:
                    yield Fix((Edit(line.start, line.start + lead, " " * depth),), _MARGIN, 0.95)
                continue  # what is left of it tells to which item the line belongs
            if index and group[index - 1].start in hanging and LABEL.match(line.text):
                reason = "A line that begins with a label stands further out than those above: the next item."
                yield Fix((Edit(line.start, line.start + lead, scan.eol),), reason, 0.95)
                continue
            if index and line.start not in items and opens(scan, group, index, shape):
                yield Fix((Edit(line.start, line.start + lead, scan.eol),), _OPENS, 0.93)
                continue
            level = items.get(line.start)
            if line.start in further and level is None:
                yield Fix((Edit(line.start, line.start + lead, scan.eol),), _FURTHER, 0.93)
                continue
            apart = "" if listed else scan.eol
            listed = level is not None or (listed and line is not group[0])
            if not lead and level is None:
                continue
            now = "" if level is None else f"{apart}{'  ' * level}- "
            reason = "The line stands further in, as items do." if now else _MARGIN
            confidence = 0.91 if now else 0.95
            yield Fix((Edit(line.start, line.start + lead, now),), reason, confidence)


def _hanging(groups: Sequence[Sequence[Line]]) -> tuple[dict[int, int], set[int]]:
    """Where the lines begin that hang below a label, of whose item they are, and how far in from it; and where those
    begin that stand right below an item and further out than its label, which are none of it.

    Behind a blank line only what stands right below the item's text does.
    """
    found: dict[int, int] = {}
    further: set[int] = set()
    label, text = -1, 0  # how far in the label stands, and its text
    numbers: dict[int, set[tuple[str, int]]] = {}  # of the last item that stands so far in
    for group in groups:
        above = ""
        for line in group:
            inside = label < line.indent <= text + 1 if line is not group[0] else line.indent == text
            begun, above, last = LABEL.match(line.text), line.text, above
            if begun and label < line.indent and inside and _cites(last, begun, numbers.get(line.indent, set())):
                begun = None
            if begun:
                numbers[line.indent] = set(read_mark(begun.group("mark")))
                label, text = line.indent, columns(line.text) + begun.end() - begun.end("lead")
            elif label >= 0 and inside and line.indent - label > 1:
                found[line.start] = line.indent - label
            else:
                if line is not group[0] and label - line.indent > 1:
                    further.add(line.start)
                label = -1
    return found, further


def _cites(above: str, label: re.Match[str], before: set[tuple[str, int]]) -> bool:
    """Whether a label goes on the sentence of the line above, below which it stands: it begins no list, nor goes one on
    ("page / 233. The …")."""
    ways = read_mark(label.group("mark"))
    counts = any(number == 1 or (style, number - 1) in before for style, number in ways)
    return bool(ways) and not counts and bool(above) and not prose.stops(above)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if line.kind is Kind.BLANK:
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _items(scan: Scan, groups: Sequence[Sequence[Line]], shape: plain.Shape) -> dict[int, int]:
    """Where the lines begin that are items without bullets, and how many lists each stands in."""
    depths = [_depth(group, shape) for group in groups]
    led = [index > 0 and prose.ends_colon(groups[index - 1][-1].text) for index in range(len(groups))]
    counts = Counter(depth for depth, colon in zip(depths, led, strict=True) if depth and colon)
    proven = {near for depth, count in counts.items() if count > 1 for near in (depth - 1, depth, depth + 1)}
    found: dict[int, int] = {}
    for index, (group, depth) in enumerate(zip(groups, depths, strict=True)):
        above = depths[index - 1] if index else 0
        below = depths[index + 1] if index + 1 < len(depths) else 0
        if depth and (led[index] or depth in (above, below)):
            for number, line in enumerate(group):
                label = labelled(group[0]) and labelled(line)
                if number == 0 or label or begins_anew(scan, group[number - 1], line, shape):
                    found[line.start] = 0
        elif proven:
            for run in _runs(scan, group, shape, proven):
                found.update(_nested(run))
    return found


def _runs(scan: Scan, group: Sequence[Line], shape: plain.Shape, proven: Collection[int]) -> Iterator[list[Line]]:
    """Two or more lines of a group that stand as far in as the items of other lists, or further; each begins anew."""
    run: list[Line] = []
    above: Line | None = None
    for line in group:
        depth = line.indent - shape.margin
        anew = not BEGINS.match(line.text.lstrip()) if above is None else begins_anew(scan, above, line, shape)
        if run and anew and line.indent >= run[0].indent:
            run.append(line)
        else:
            if len(run) > 1:
                yield run
            run = [line] if anew and depth in proven else []
        above = line
    if len(run) > 1:
        yield run


def _nested(run: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where each line of a run begins, and in how many lists it stands by its indentation."""
    margins: list[int] = []
    for line in run:
        while margins and margins[-1] >= line.indent:
            margins.pop()
        yield line.start, len(margins)
        margins.append(line.indent)


def _depth(group: Sequence[Line], shape: plain.Shape) -> int:
    """How far in a group stands, when all its lines do alike and it begins as text."""
    first = group[0].indent - shape.margin
    if not 2 <= first <= 24 or any(line.indent != group[0].indent for line in group):
        return 0
    return 0 if BEGINS.match(group[0].text.lstrip()) else first


RULE = Rule("layout", "Takes out the left margin of plain text.", find, after="image-placeholders")
