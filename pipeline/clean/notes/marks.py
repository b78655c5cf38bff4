# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the mark of a note can be in a text: a raised number, or a bare one that touches a word or its stop."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.clean.notes import names as note_names
from pipeline.clean.reading import prose, unsaid
from pipeline.clean.reading.scan import Kind, Scan

_NEAR = 9000  # characters before a note in which its mark stands
_RAISED = re.compile(
    r"<sup>\s*[*_]{0,2}\[?(\d{1,3})\]?[*_]{0,2}\s*</sup>|\^[*_]{0,2}(\d{1,3})[*_]{0,2}\^|\[\^(\d{1,3})\](?!:)"
)
# A bare number that can be a mark touches a word, its stops or the end of code; extractors set a space behind code,
# and a cell of a table may end right after it.
_TOUCHED = r"(?:(?<=[^\W_])[.,;:!?”\"’'»)}\]*_`]{0,4} ?|(?<=[+%°])\)|(?<=`)[ ]?[).,;:!?]{0,2})"
_PLAIN_MARK = _TOUCHED + r"{n}(?![\w.,]*\d)(?=[\s.,;:!?)\]”\"’'»*_—–|-]|<br|$)"
_ANY_PLAIN = re.compile(_PLAIN_MARK.replace("{n}", r"(?P<number>\d{1,3})"))
_RUN_OF_MARKS = re.compile(_PLAIN_MARK.replace("{n}", r"(?P<digits>\d(?:,?\d){1,11})"))

# Words that go with a number of their own: it names a part, a thing or a time, or counts something.
_WITH_NUMBER = (
    "no nr nos art arts article articles artikel artículo artículos artigo artigos abs absatz section sections "
    "sección secção seção part parts parte partie teil chapter chapters chapitre kapitel capítulo step steps "
    "schritt étape level levels niveau stufe p pp page pages seite página figure figures fig table tables tableau "
    "tabelle tabla version versions phase annex annexe anexo anlage appendix item items rule rules class type typ "
    "tier goal question clause clauses paragraph paragraphs para paras tab title volume vol issue day jour tag week "
    "year january february march april may june july august september october november december least most "
    "about nearly over only"
)
NAMED = re.compile(rf"(?:(?<!\w)(?:{_WITH_NUMBER.replace(' ', '|')})\.?|§+)\s$", re.I)


# The letter of an annex, and the numbers of its sections above.
_LETTERED = re.compile(r"(?<![^\W_])[A-Z]\.(?:\d{1,2}\.)*$")

_ADDRESS = re.compile(r"(?:https?://|www\.|@)\S*\Z")
_SPACES = (" ", "\t")
_LONG = 300  # characters of an address


def raised(scan: Scan) -> dict[int, int]:
    """The numbers that stand raised in a text, each with where its first mark ends."""
    found: dict[int, int] = {}
    for number, places in scan.once("raised marks", _all_raised).items():
        said = (end for start, end in places if not unsaid.inside(scan, start))
        if end := next(said, 0):
            found[int(number)] = min(end, found.get(int(number), end))
    return found


def bracketed(
    scan: Scan, number: int, start: int, stop: int, notes: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where a number in brackets can be a note's mark between two places, and the space before it ("the mole [2] and").

    It is none in a note, in a link, and behind a word that cites ("see [2]", "at [2]").
    """
    mark = re.compile(rf"[ \t]?(?<![!\]])(?P<mark>\\?\[{number}\\?\])(?![(\[:])")
    for found in mark.finditer(scan.text, start, stop):
        place = found.start("mark")
        inside = any(begin <= place < end for begin, end in notes)
        before = scan.text[max(0, found.start() - 60) : found.start()]
        cites = prose.open_word(before, scan.lang) or NAMED.search(f"{before} ") or not before.strip()
        if not inside and not cites and not scan.protected(place) and not unsaid.inside(scan, place):
            return found.span()
    return None


def raised_in(scan: Scan, number: int, start: int, stop: int) -> tuple[int, int] | None:
    """Where the raised mark of a note stands between two places."""
    places = _between(scan.once("raised marks", _all_raised).get(str(number), ()), start, stop)
    return next((place for place in places if place[1] <= stop and not unsaid.inside(scan, place[0])), None)


def between(scan: Scan, number: int, start: int, stop: int) -> tuple[int, int] | None:
    """The only place between two other marks where a number can be one, though another number stands before it.

    An extractor that reads by height puts the mark of a paragraph's last line before the paragraph.
    """
    own = re.compile(rf"(?<=[\w,.;:)])[ ]?{number}(?![\w.]*\d)(?=[\s,.;:)|])")
    places = [found.span() for found in own.finditer(scan.text, start, stop) if _behind_words(scan, found.start())]
    if not places and scan.extracted:
        opening = re.compile(rf"(?m)^{number}(?= [^\W\d_a-z])")
        places = [found.span() for found in opening.finditer(scan.text, start, stop)]
    return places[0] if len(places) == 1 else None


def run(
    scan: Scan, numbers: Sequence[int], start: int, stop: int, notes: Sequence[tuple[int, int]]
) -> dict[int, tuple[int, int]]:
    """The only place between two other marks where several numbers stand as marks side by side ("the mole12", 1 and 2).

    Out: each number with its place; none where there is no such place, or more than one.
    """
    places = [
        place
        for place in scan.once("marks side by side", _runs).get("".join(map(str, numbers)), ())
        if start <= place < stop
        and _is_mark(scan, place)
        and not any(begin <= place < end for begin, end in notes)
        and not scan.protected(place)
    ]
    if len(places) != 1:
        return {}
    found, place = {}, places[0]
    for number in numbers:
        place += scan.text[place : place + 1] == ","
        found[number] = place, place + len(str(number))
        place += len(str(number))
    return found


def _runs(scan: Scan) -> dict[str, list[int]]:
    """Where digits touch a word as marks do, a comma between them or none, by the digits."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _RUN_OF_MARKS.finditer(scan.text):
        found[match["digits"].replace(",", "")].append(match.start("digits"))
    return found


def _behind_words(scan: Scan, place: int) -> bool:
    """Whether words stand before a place on its line: a number without any is the line's own ("2.2.3. Boats")."""
    return any(map(str.isalpha, scan.text[scan.line_at(place).start : place]))


def first(
    scan: Scan, number: int, cursor: int, stop: int, notes: Sequence[tuple[int, int]], *, apart: bool = False
) -> tuple[int, int] | None:
    """The first place from ``cursor`` to ``stop`` where the mark of note ``number`` can be.

    A raised mark is looked for before a bare number; ``notes`` are the notes of the notes themselves, where none is.
    ``apart``: a space may stand before a bare number, but for one that counts or names something.
    """
    for name, find in (("raised marks", _all_raised), ("plain marks", _all_plain)):
        for start, end in _between(scan.once(name, find).get(str(number), ()), cursor, stop):
            if any(begin <= start < last for begin, last in notes) or scan.protected(start):
                continue
            if unsaid.inside(scan, start):
                continue
            if find is _all_raised or _is_mark(scan, start) or (apart and may_stand_apart(scan, start)):
                return start - (scan.text[start - 1 : start] in _SPACES), end
    return None


def named(scan: Scan, number: int, place: int) -> bool:
    """Whether the text before a note has its number where a mark can be."""
    plain = scan.once("plain marks", _all_plain).get(str(number), ())
    return any(_is_mark(scan, start) for start, _ in _between(plain, max(0, place - _NEAR), place))


def _between(places: Sequence[tuple[int, int]], start: int, stop: int) -> Sequence[tuple[int, int]]:
    """The places that begin from ``start`` on and before ``stop``."""
    return places[bisect_left(places, (start, 0)) : bisect_left(places, (stop, 0))]


def _all_raised(scan: Scan) -> dict[str, list[tuple[int, int]]]:
    """Where raised numbers stand, by the number; looked for once in a text."""
    return _by_number((next(filter(None, mark.groups())), mark.span()) for mark in _RAISED.finditer(scan.text))


def _all_plain(scan: Scan) -> dict[str, list[tuple[int, int]]]:
    """Where bare numbers touch a word as marks do, by the number; looked for once in a text."""
    return _by_number((mark["number"], mark.span("number")) for mark in _ANY_PLAIN.finditer(scan.text))


def _by_number(marks: Iterable[tuple[str, tuple[int, int]]]) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, span in marks:
        found[number].append(span)
    return found


def may_stand_apart(scan: Scan, start: int) -> bool:
    """Whether a number behind a space is no part of the sentence: nothing asks for it, nothing is counted by it."""
    before = scan.text[max(0, start - 60) : start]
    if not before.endswith(" ") or prose.open_word(before, scan.lang) or NAMED.search(before):
        return False
    return not re.search(r"(?:^|[\n\r])[ \t>]*$|[-–—/=+]\s$", before)


def _is_mark(scan: Scan, start: int) -> bool:
    """Whether a bare number after a word is raised in print: it touches the word or its stop."""
    before = scan.text[max(0, start - 30) : start]
    if re.search(r"\d[.,*_]*$", before) or unsaid.inside(scan, start):
        return False
    if before.endswith(" "):
        last = scan.text[start : start + 4].lstrip("0123456789")[:1] in ("", "\n", "\r")
        return before.rstrip()[-1:] in tuple('.”"’»)*_`' if last else '.”"’»)') and not re.search(
            r"\b(?:No|Nr|Art|Abs|p|pp|S|vol|fig)\.\s$", before, re.I
        )
    if _ADDRESS.search(scan.text, max(0, start - _LONG), start):
        return False
    if re.search(r"(?<![^\W_])(?<![A-Z]/)[A-Za-z]$", before):
        return False  # a name like "P1", a version like "v2", and not "N/A"
    if re.search(r"(?:^|[^\w])[-~/+]\w*$|\d[-~/+]\w*$", before):
        return False  # an option or a version like "-p2", "1.0~rc1"
    if _of_section(scan, start) or note_names.of_name(scan, start):
        return False
    return not re.search(r"(?:^|[\s|(*_/])$", before)


def _of_section(scan: Scan, start: int) -> bool:
    """Whether a number is of a section's own, which a letter begins: "C.2. The tree of folders" """
    line = scan.line_at(start)
    before = scan.text[line.start : start]
    letter = _LETTERED.search(before)
    if letter is None:
        return False
    above = before[: letter.start()]
    return line.kind is Kind.HEADING or not above.strip(" \t#>*_-") or bool(NAMED.search(above))
