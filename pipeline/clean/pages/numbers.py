# SPDX-License-Identifier: AGPL-3.0-or-later
"""Page numbers: lines that are the same but for a number that counts up."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.pages import evidence as page_evidence
from pipeline.clean.pages.known import Chain, Pages
from pipeline.clean.pages.lines import PAGE_WORD, key_of, numbered
from pipeline.clean.pages.sides import other_side
from pipeline.clean.reading import prose

_BARE = re.compile(r"[\W_]*#(?:\s*(?:/|of|sur|von|de|di)\s*#)?[\W_]*")
_SET_OFF = re.compile(r"#.*\s[|·•]\s$")  # before a page's number, behind the division that is on it ("Article 9 | 3")
_OF = re.compile(r"^\s*(?:/|of|sur|von|de|di)\s*#")
_BESIDE = re.compile(r"(?:\b(?:pages?|seiten?|p[áa]gina|p|s)\.?\s*|[|·•–—]\s*)$")
# How a line ends that says which page of how many it is, whatever stands before ("The harbour book – page 3 of 12").
_TOTAL = re.compile(r"(?<!\w)(?:pages?|seiten?|p[áa]ginas?|pag)\.?\s*#\s*(?:/|of|sur|von|de|di)\s*#$")
# The same without a word for a page: it is believed where not one is missing, and the page's head is beside them.
_OUT_OF = re.compile(r"\w.*[^\w.,-]#\s*/\s*#$")
# What laws and books number on lines of their own: these are headings.
_DIVISION = re.compile(
    r"\W*(?:art(?:icle|icles|ikel|ículo|igo|icolo)?\.?|§+|chap(?:ter|itre)?|kapitel|cap[íi]tulo|sec(?:tion|ción|ção)|"
    r"abschnitt|part(?:ie|e)?|teil|t[íi]tulo|titre|title|annex|annexe|anexo|anlage|anhang|appendix|question|frage|example|exemple|beispiel|ejemplo|exemplo|"
    r"rule|step|schedule|clause|regulation|table|tableau|tabelle|figure|المادة|الفصل|الباب|第\s*#\s*[条條章节節])\W*#|#(?:\.#)+\.?\s",
    re.I,
)
_TITLE = 12  # characters with which the title begins, and a running head too
_SHEETS = 3  # pages of a text, before its lines say how many it has
_SIDES = 2  # pages of a sheet
_HEADED = 4  # numbers above the same line before they are taken for pages'


def numbers(pages: Pages) -> None:
    """Take the page numbers: lines that are the same but for a number that counts up."""
    weak: list[tuple[int, int]] = []
    chains = _chains(pages)
    for chain in chains:
        if not _fits(pages, chain):
            continue
        if chain.sure < 0.9 and chain.key != "#" and len(chain.rows) > 1 and not _division(chain.key):
            weak += zip(chain.rows, chain.values, strict=True)
        if chain.sure:
            pages.taken.update((row, max(chain.sure, pages.taken.get(row, 0))) for row in chain.rows)
            if len(chain.rows) > len(pages.feet.rows) and chain.sure >= 0.95:
                pages.feet = chain
    other_side(pages, chains)
    _left_and_right(pages, sorted(weak))


def _chains(pages: Pages) -> list[Chain]:
    """The series of lines that count up; the surest and longest first."""
    chains = []
    for key, members in (*pages.groups.items(), *pages.labels.items()):
        if "#" not in key:
            continue
        if pages.known and key == "#":  # numbers of notes stand alone too, but not at the edges of pages
            members = [index for index in members if pages.edge(index)]  # noqa: PLW2901
        if not PAGE_WORD.search(key):
            members = [index for index in members if not page_evidence.listed(pages, index)]  # noqa: PLW2901
        rows, slot = max(
            ((_chain(members, [pages.rows[i].numbers[slot] for i in members]), slot) for slot in range(key.count("#"))),
            key=lambda found: len(found[0]),
        )
        divided = bool(_DIVISION.search(key))
        if not page_evidence.steady([pages.rows[i].numbers for i in rows], slot, divided=divided):
            continue
        values = tuple(pages.rows[i].numbers[slot] for i in rows)
        named = key.startswith("#") and not slot and any(map(str.isalpha, key))  # a number alone heads no section
        sections = named and len(rows) > 1 and page_evidence.outlined(pages, rows, values)
        if sections and {after - before for before, after in pairwise(values)} != {_SIDES}:
            continue
        sure = 0 if sections else _sure(pages, key, slot, members, rows)  # what counts by twos may be the left pages
        if not _outer(key, slot):
            sure = min(sure, 0.6)
        chains.append(Chain(key, tuple(rows), values, sure))
    return sorted(
        chains,
        key=lambda chain: (bool(PAGE_WORD.search(chain.key)) * chain.sure, len(chain.rows)),
        reverse=True,
    )


def _outer(key: str, slot: int) -> bool:
    """Whether the number that counts stands at an end of its line, be it before the number of all pages, or after a
    word for a page: laws cite laws that count up too ("Art. 9 of Act 27 of 1 May 2031")."""
    if PAGE_WORD.search(key):
        return True
    parts = key.split("#")
    before, after = "".join(parts[: slot + 1]), "#".join(parts[slot + 1 :])
    ends = not any(map(str.isalnum, before)) or not any(map(str.isalnum, re.sub(_OF, "", after)))
    return ends or bool(_BESIDE.search(before))


def _fits(pages: Pages, chain: Chain) -> bool:
    """Whether a series counts the pages that are known by now: one step for each of them."""
    ends = [pages.rows[row].line.start for row in pages.feet.rows] or pages.scan.pages
    if len(ends) < 3 or len(chain.rows) < 2:
        return True
    sheets = [bisect_left(ends, pages.rows[row].line.start) for row in chain.rows]
    places = [pages.rows[row].line.start for row in chain.rows]
    if len(chain.rows) == 2 and (places[1] - places[0]) * 3 * len(ends) < len(pages.scan.text):
        return False  # both on one page
    usual = sorted(after - before for before, after in pairwise(ends))[(len(ends) - 1) // 2]
    if not PAGE_WORD.search(chain.key) and any(
        one == two and (end - start) * 2 < usual
        for one, two, start, end in zip(sheets, sheets[1:], places, places[1:], strict=False)
    ):
        return False  # two on one page, closer than pages end
    steps = [value - sheet for value, sheet in zip(chain.values, sheets, strict=True)]
    return max(steps) - min(steps) <= 1


def _left_and_right(pages: Pages, weak: list[tuple[int, int]]) -> None:
    """Take heads of left and right pages, which count on together (1 2 3 4) though each skips a page."""
    title = key_of(pages.title).strip("#. ")
    if len(pages.title) > 5 and any(title in pages.rows[index].key for index, _ in weak):
        ends = [(row, value) for row, value in weak if (numbered(pages.rows[row].text) or [-1])[0] == value]
        _take_counting(pages, ends, 3)
    same: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, value in weak:
        same[tuple(sorted(re.findall(r"[^\W\d_]+", pages.rows[index].key)))].append((index, value))
    for words, found in same.items():
        if len(words) > 1 and len({pages.rows[index].key for index, _ in found}) == 2:
            _take_counting(pages, found, 4)  # the same words in another order


def _take_counting(pages: Pages, found: Sequence[tuple[int, int]], least: int) -> None:
    values = [value for _, value in found]
    if len(values) >= least and values == list(range(values[0], values[0] + len(values))):
        pages.taken.update((index, 0.94) for index, _ in found)


def _sure(pages: Pages, key: str, slot: int, members: Sequence[int], chain: Sequence[int]) -> float:
    """How sure it is that a chain of lines is the pages' numbers (0: it is not); ``slot``: which number counts."""
    worded = bool(PAGE_WORD.search(key))
    if worded and key.count("#") == 1 and not pages.known and not page_evidence.proven(pages, chain, len(chain)):
        return 0  # forms and logs have pages, and speak of them
    if len(chain) < (1 if worded and len(members) == 1 and pages.rows[members[0]].numbers[0] == 1 else 2):
        return 0
    if _division(key) and not worded:
        return 0
    marked = sum(pages.edge(index) for index in chain)
    if pages.known and not worded and marked * 2 < len(chain):
        return 0
    sentence = not _BARE.fullmatch(key) and prose.ends_sentence(pages.rows[chain[0]].text)
    if sentence and not worded:
        return 0  # notes at the feet of pages count up too
    if worded or _totalled(pages, key, chain) or (pages.known and marked * 10 >= len(chain) * 7):
        return 0.97
    headed = bool(_BARE.fullmatch(key)) and _same_beside(pages, chain)
    alone = len(chain) if headed else sum(pages.rows[index].alone for index in chain)
    dashed = all(page_evidence.dashed(pages.rows[index]) for index in chain)
    set_off = bool(_SET_OFF.search("#".join(key.split("#")[: slot + 1])))
    if (_DIVISION.match(key) and not set_off) or (alone * 4 < len(chain) * 3 and not dashed):
        return 0
    beside = sum(pages.beside(index) for index in chain)
    if len(chain) * 10 < len(members) * 6 and not beside:
        return 0
    inside = sum(pages.inside(index) for index in chain)
    noted = page_evidence.noted(pages, chain)
    if not dashed and not noted and not page_evidence.proven(pages, chain, beside):
        return 0
    if beside * 2 >= len(chain):
        return 0.95
    words = key.strip("# ")
    titled = len(words) >= _TITLE and pages.title.startswith(words)
    cut = inside * 4 >= len(chain) or (inside and titled) or (inside > 1 and page_evidence.paced(pages, chain))
    if not _BARE.fullmatch(key) and not cut and not noted:
        return 0.6  # lines of text can be numbered too
    if len(chain) >= 4:
        return 0.95
    return 0.92 if len(chain) >= 3 else 0.6


def _totalled(pages: Pages, key: str, chain: Sequence[int]) -> bool:
    """Whether lines say which page of how many each is, nearly all pages of one and the same number of them; without a
    word for a page, all of them, with one and the same line below each: parts of a text count so too."""
    worded = _TOTAL.search(key)
    if not worded and not _OUT_OF.search(key):
        return False
    numbers = [pages.rows[index].numbers[:key.count("#")][-2:] for index in chain]
    total = numbers[-1][-1]
    whole = total >= _SHEETS and len(chain) * 5 >= total * (4 if worded else 5) and numbers[-1][0] <= total
    if not whole or any(last != total for *_, last in numbers):
        return False
    return bool(worded) or (_same_beside(pages, chain) and page_evidence.proven(pages, chain, len(chain)))


def _same_beside(pages: Pages, chain: Sequence[int]) -> bool:
    """Whether one and the same line stands below nearly all numbers, behind a blank one: a foot, then the next head.

    So extractors leave them that part pages with blank lines, and a page's number from its text with none.
    """
    below = Counter(pages.rows[index + 1].text for index in chain if index + 1 < len(pages.rows))
    said, times = below.most_common(1)[0] if below else ("", 0)
    return bool(said) and not said.isdigit() and times >= _HEADED and times * 10 >= len(chain) * 7


def _division(key: str) -> bool:
    """Whether all that counts in a line is the number of an article, a chapter, a table: an author's."""
    return key.count("#") == 1 and bool(_DIVISION.match(key))


def _chain(members: Sequence[int], values: Sequence[int]) -> list[int]:
    """The longest run of lines whose numbers count up by one (a page may be missing)."""
    length = [1] * len(members)
    before = [-1] * len(members)
    best: dict[int, int] = {}  # value: place in ``members`` of the longest run that ends with it
    for place, value in enumerate(values):
        for step in (1, 2):
            other = best.get(value - step)
            if other is not None and length[other] + 1 > length[place]:
                length[place], before[place] = length[other] + 1, other
        if value not in best or length[place] > length[best[value]]:
            best[value] = place
    if not best:
        return []
    place = max(best.values(), key=lambda item: (length[item], -item))
    chain = []
    while place >= 0:
        chain.append(members[place])
        place = before[place]
    return chain[::-1]
