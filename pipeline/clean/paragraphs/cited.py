# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether what looks like an item is the rest of a sentence that cites a number: "see page / 233. The master …".

Extractors leave no indentation below an item, and there Markdown takes each such line for an item. Two things prove
that it is none: the line above needs more, and the number is not the list's next, which counts on without it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.notes import marks as note_marks
from pipeline.clean.paragraphs import doubts
from pipeline.clean.reading import hyphens, prose
from pipeline.clean.reading.item_marks import read_mark
from pipeline.clean.reading.scan import TEXT, Block, Kind, Scan, printed

_LEAST = 30  # characters of a text that a sentence fills
_SHORT = 20  # of one that asks for a number
_FULL = 60  # of one that needs no other sign
_FAR = 10  # numbers that a list's next item is never away from the last
_REACH = 60  # blocks to the items before and after
_OPEN, _NAMED = 1, 2  # how much a line asks for more
_MONEY = re.compile(r"[£$€¥§]$")
_PART = re.compile(
    r"\b(?:[Ss]ections?|[Cc]lauses?|[Pp]ara(?:graph)?s?\.?|[Aa]rt(?:icle|ikel|ículo|igo|\.)s?|Absatz|Abs\.|§+)"
    r"[ \xa0]\d{1,3}[a-z]?(?:\(\w{1,4}\))*$"
)
# What a law says in words and again in digits: "within fifteen / (15) days".
_SPELLED = re.compile(
    r"(?<![^\W\d_])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand"
    r"|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|soixante|cent"
    r"|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|zwanzig|dreißig|hundert"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|sesenta|noventa|cien)$",
    re.I,
)


def sure(scan: Scan, blocks: Sequence[Block], index: int) -> float:
    """How sure it is that the item at ``index`` is the rest of the sentence above it; 0 where it is an item."""
    block, above = blocks[index], blocks[index - 1]
    last = above.lines[-1]
    if not block.counted or above.kind not in TEXT:
        return 0
    if last.stop != block.start:
        return 0
    readings = read_mark(block.mark)
    if not readings or (_hangs(blocks, index) and not scan.extracted):
        return 0
    asked = _asks(scan, last.text, block.mark)
    full = not asked and printed(last.text) >= _FULL and not prose.stops(last.text)
    if (not asked and not full) or _size(above) < (_SHORT if asked == _NAMED else _LEAST):
        return 0
    before, after = _neighbour(blocks, index, readings, -1), _neighbour(blocks, index, readings, 1)
    if not _out_of_count(readings, before, after, named=asked == _NAMED):
        return 0
    if asked:
        return 0.94
    proven = _jumps(readings, before, after) and not doubts.ends_early(scan, above)
    return (0.92 if scan.extracted else 0.6) if proven else 0


def _size(block: Block) -> int:
    """How long a text is, as far as it matters."""
    return sum(printed(line.text[:_FULL]) for line in block.lines[-2:])


def _hangs(blocks: Sequence[Block], index: int) -> bool:
    """Whether Markdown reads no item here: the line stands below an item's text, where only 1 begins a list."""
    block, above = blocks[index], blocks[index - 1]
    column = above.column if above.kind is Kind.ITEM else above.indent
    touches = above.kind in TEXT and above.lines[-1].stop == block.start
    return touches and block.indent >= column > 0 and not any(number == 1 for _, number in read_mark(block.mark))


def _asks(scan: Scan, text: str, mark: str) -> int:
    """Whether a line ends with a word that needs more: one that goes with a number counts most."""
    text = text.rstrip()
    if mark.startswith("(") and (_PART.search(text) or (mark[1:2].isdigit() and _SPELLED.search(text))):
        return _NAMED
    if note_marks.NAMED.search(f"{text[-40:]} ") or _MONEY.search(text):
        return _NAMED
    last = text[-200:]
    joins = prose.last_word(last) in hyphens.AND  # so items end that lead to the next
    return _OPEN if prose.open_word(last, scan.lang) and not joins else 0


def _neighbour(
    blocks: Sequence[Block], index: int, readings: Sequence[tuple[str, int]], step: int
) -> dict[str, int]:
    """The number that the nearest item above (-1) or below (1) has in each way in which this one counts too."""
    styles = {style for style, _ in readings}
    place = index + step
    while 0 <= place < len(blocks) and abs(place - index) <= _REACH:
        block = blocks[place]
        if block.kind in (Kind.HEADING, Kind.SETEXT):
            break
        listed = block.counted and block.indent < blocks[index].column
        if listed and not (place and _hangs(blocks, place)):
            numbers = {style: number for style, number in read_mark(block.mark) if style in styles}
            if numbers:
                return numbers
        place += step
    return {}


def _out_of_count(
    readings: Sequence[tuple[str, int]], before: dict[str, int], after: dict[str, int], *, named: bool
) -> bool:
    """Whether no list counts so: it goes on without this number, is far from it, or there is none."""
    for style, number in readings:
        last, following = before.get(style), after.get(style)
        if following == number + 1 or last == number + 1:
            return False  # a list that begins here, leaves numbers out, or counts down
        goes_on = last is not None and following == last + 1
        if last is None:
            if number == 1 and not named:
                return False
        elif (last + 1 == number and not named) or (not goes_on and (number == 1 or 0 < number - last < _FAR)):
            return False
    return True


def _jumps(readings: Sequence[tuple[str, int]], before: dict[str, int], after: dict[str, int]) -> bool:
    """Whether the number is far from the list's, which goes on after it."""
    return any(
        style in before and after.get(style) == before[style] + 1 and number - before[style] >= _FAR
        for style, number in readings
    )
