# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of a text as a page may have put them there: short, at an edge, with numbers in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.clean.reading.scan import Kind, Line, Scan

_LONGEST = 160
_DIGITS = 4  # of a page's number
_BETWEEN = " \t|·•–—-"  # what stands between a page's number and the words beside it
_KINDS = frozenset({Kind.PARA, Kind.HEADING, Kind.ITEM, Kind.CODE, Kind.QUOTE})
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)\s]*\)|</?[a-z]+[^<>]{0,80}>|[*_`\\]+", re.I)
_LEAD = re.compile(r"^[\s#>\-+]*")
_LABEL = re.compile(r"\s*(?:[-*+]\s+)?\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{2,6})[.)]\s+\S")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
# A path names one thing, its numbers too: "/dev/boats/mole_1"; not a date, "1/2/2026".
_PATH = re.compile(r"/?(?:(?=[^/\s]*[^\W\d_])[^/\s]+/){2,}[^/\s]*")
_NOTE = re.compile(r"[\s>]*(?:\^\d{1,3}\^|<sup>\d{1,3}</sup>|\[\^\d{1,3}\]:?)\s*[^\W\d_]")  # no page begins so
_CITED = re.compile(r"[\s>]*(\d{1,3})[.)]?[ \t]*(?:https?://|www\.)")
PAGE_WORD = re.compile(
    r"^(?:pages?|seiten?|p[áa]gina|pag|pagina|صفحة|الصفحة)\s*\.?\s*#|^#\s*(?:/|of|sur|von|de|di)\s*#$|第\s*#\s*[页頁]"
    r"|^(?:s|p|bl|str)\.\s*#(?:\s*(?:/|of|sur|von|de|di)\s*#)?$"
    r"|^(?:file|https?)://\S+\s#\s*/\s*#$",  # what browsers print below a page: its address, its number, how many
    re.I,
)
# What browsers print before the title of each page: the day and the hour, as the country writes them.
STAMP = re.compile(
    r"[\s#>*_|-]*\d{1,4}(?:[./-]|\. ?)\d{1,2}(?:[./-]|\. ?)\d{1,4}\.?,?\s+(?:(?:um|à|a las|às|alle)\s+)?"
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?(?!\w))?[*_|]*\s*",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line that is not blank: its key (text with # for numbers), its numbers, whether it may be a head.

    ``stamp`` is how many of its signs tell when a browser printed it, at its beginning; key and numbers are of the
    rest. ``label`` says that it begins as an item does: such a line is a head only when nothing in it changes.
    """

    line: Line
    text: str
    key: str
    numbers: tuple[int, ...]
    short: bool
    alone: bool
    paged: bool  # a page ended right before it
    stamp: int = 0
    label: bool = False

    @property
    def level(self) -> int:
        """Its level as a heading, by the signs at its beginning; 0 where it has none."""
        text = self.line.text.lstrip()
        return len(text) - len(text.lstrip("#"))


def page_lines(scan: Scan, title: str) -> Iterator[Row]:
    """All lines that are not blank; ``title`` is the document's, case folded."""
    lines = scan.lines
    stamps = _stamps(lines)
    for index, line in enumerate(lines):
        if line.kind is Kind.BLANK:
            continue
        before = lines[index - 1].kind is Kind.BLANK if index else True
        after = lines[index + 1].kind is Kind.BLANK if index + 1 < len(lines) else True
        alone = (before and after) or line.kind is Kind.HEADING
        short = line.kind in _KINDS and (alone or before or after) and not (line.kind is Kind.CODE and not alone)
        noted = _NOTE.match(line.text) or _cites(lines, index)
        short = short and len(" ".join(line.text[:600].split())) <= _LONGEST and not noted
        stamp = stamps.get(index, 0)
        text = plain(line.text[stamp:]) if len(line.text) < 1000 else line.text[:200]
        if stamp and not text:
            text = plain(line.text)
        titled = len(title) > 5 and text.casefold().startswith(title)
        label = bool(_LABEL.match(line.text)) and not titled and not PAGE_WORD.search(key_of(text[:40]))
        key, numbers = ("", ()) if not short else _labelled(text) if label else _keyed(text)
        short = short and bool(key) and key.count("#") <= len(numbers)
        opening = lines[index - 1].stop if index else 0
        back = index - 1
        while back >= 0 and lines[back].kind is Kind.BLANK:
            opening = lines[back].start
            back -= 1
        yield Row(line, text, key, numbers, short, alone, scan.paged(opening, line.start), stamp, label)


def _stamps(lines: Sequence[Line]) -> dict[int, int]:
    """Lines that begin with a day and an hour which stand at the beginning of others too: how long those are."""
    found = {index: match for index, line in enumerate(lines) if (match := STAMP.match(line.text[:80]))}
    often = Counter(plain(match.group()) for match in found.values())
    return {index: match.end() for index, match in found.items() if often[plain(match.group())] > 1}


def _keyed(text: str) -> tuple[str, tuple[int, ...]]:
    """The key of a line, and the numbers that stand where it has #."""
    bare = text.casefold().strip(" .·•–—|-")
    if _ROMAN.fullmatch(bare):
        return key_of(text), (_number(bare),)
    word, _, last = bare.rpartition(" ")
    if _ROMAN.fullmatch(last) and PAGE_WORD.search(f"{word} #"):
        return f"{word} #", (_number(last),)
    return key_of(text), tuple(int(n) for n in re.findall(r"\d+", text)[:9] if len(n) < 10)


def _labelled(text: str) -> tuple[str, tuple[int, ...]]:
    """The key of a line that begins as an item does: only a number at its end may change."""
    found = re.search(r"\s(\d{1,4})$", text)
    if not found:
        return text.casefold(), ()
    return f"{text[: found.start()].casefold()} #", (int(found.group(1)),)


def numbered(text: str) -> tuple[int, str] | None:
    """The number with which a line ends or begins, and its other words; None for a line without either.

    What a bare hyphen ties to a word is part of it: "Article R12-3".
    """
    words = text.rstrip("0123456789")
    if len(words) < len(text) and len(text) - len(words) <= _DIGITS:
        name = words.rstrip(_BETWEEN)
        if name and words[len(name) :].strip("-"):
            return int(text[len(words) :]), name
    words = text.lstrip("0123456789")
    if len(words) < len(text) and len(text) - len(words) <= _DIGITS:
        name = words.lstrip(_BETWEEN)
        if name and words[: len(words) - len(name)].strip("-"):
            return int(text[: len(text) - len(words)]), name
    return None


def readable(key: str) -> bool:
    """Whether a key holds anything to read."""
    return any(char.isalnum() or char == "#" for char in key)


def plain(text: str) -> str:
    """A line as it is read: no markup, single spaces."""
    return " ".join(_MARKUP.sub(lambda found: found.group(1) or "", _LEAD.sub("", text)).split())


def named(text: str) -> str:
    """What a line says, however it is written: in capitals or small, with soft hyphens for others."""
    return " ".join(text.replace("\u00ad", "-").casefold().split())


def _cites(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is an address behind a number, and one beside it behind the next: notes, and nothing of a page."""
    found = _CITED.match(lines[index].text)
    if found is None:
        return False
    near = (_CITED.match(other.text) for step in (-1, 1) if (other := _beside(lines, index, step)) is not None)
    return any(other is not None and abs(int(other[1]) - int(found[1])) == 1 for other in near)


def _beside(lines: Sequence[Line], index: int, step: int) -> Line | None:
    """The next line with text above (-1) or below (1)."""
    index += step
    while 0 <= index < len(lines) and lines[index].kind is Kind.BLANK:
        index += step
    return lines[index] if 0 <= index < len(lines) else None


def key_of(text: str) -> str:
    """What lines that differ only by their numbers have in common; a # that is printed is no number ("Act #70")."""
    plain = _LEAD.sub("", text.casefold()).strip(" .·•–—|‐-").replace("#", "№")
    if _ROMAN.fullmatch(plain):
        return "#"
    return plain if _PATH.fullmatch(plain) else re.sub(r"\d+", "#", plain) or text


def _number(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in roman]
    return sum(-v if any(v < later for later in values[i + 1 :]) else v for i, v in enumerate(values))
