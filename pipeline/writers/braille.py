# SPDX-License-Identifier: AGPL-3.0-or-later
"""Braille of one edition by liblouis: BRF (pages of North American braille ASCII) or PEF 1.0 (Unicode braille).

Text goes through liblouis' table for its own language; a passage in another language that has a table goes
through that one. Lines of 40 cells, pages of 25 lines, the page's number at the end of its last line. Layout follows
common practice: headings apart, paragraphs begin in cell 3, items hang, a table is read row by row with the
names of its columns, since its squares do not fit.
"""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from pipeline.errors import ToolFailedError, ToolMissingError
from pipeline.labels import labels_of_part
from pipeline.model import Edition
from pipeline.writers.epub.package import identifier
from pipeline.writers.markup import HEADINGS, classes, local

CELLS, LINES = 40, 25
TOOL, SECONDS = "lou_translate", 120
# The tool reads lines into a fixed buffer and cuts longer ones anywhere.
LONGEST = 900
# Full spelling where a language has no contracted braille that everyone reads.
TABLES: Mapping[str, str] = {
    "en": "en-ueb-g2.ctb", "fr": "fr-bfu-comp6.utb", "de": "de-g1.ctb", "es": "es-g1.ctb", "ar": "ar-ar-g1.utb",
    "zh": "zhcn-g1.ctb", "pt": "pt-pt-g1.utb", "it": "it-it-comp6.utb", "nl": "nl-NL-g0.utb", "ru": "ru-litbrl.ctb",
    "sv": "sv-g1.ctb", "da": "da-dk-g16.ctb", "fi": "fi.utb", "he": "he-IL.utb", "el": "el.ctb", "cs": "cs-g1.ctb",
    "tr": "tr-g1.ctb", "hi": "hi-in-g1.utb", "hu": "hu-hu-g1.ctb", "ko": "ko-g1.ctb", "bg": "bg.utb",
    "ca": "ca-g1.ctb", "no": "no-no-g1.ctb", "nb": "no-no-g1.ctb", "sk": "sk-g1.ctb", "hr": "hr-g1.ctb",
    "cy": "cy-cy-g1.utb", "ga": "ga-g1.utb", "vi": "vi-vn-g1.ctb",
}  # fmt: skip
# Braille ASCII by the number of a cell's dots (dot 1 is 1, dot 2 is 2, dot 3 is 4 …).
ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
FIRST = 0x2800
BLOCKS = frozenset({"p", "ul", "ol", "dl", "table", "figure", "pre", "blockquote", "div", "section"})


Spoken = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of braille before it is cut into lines: its text in pieces of (text, language), the cells
    before its first and its other lines, whether an empty line stands before it."""

    text: Spoken
    first: int = 2
    other: int = 0
    apart: bool = False


def write_brf(xhtml: etree._Element, edition: Edition) -> bytes:
    """The edition as BRF. Raises ToolMissingError without liblouis or a table, ToolFailedError if it fails."""
    pages = _pages(xhtml, edition)
    text = "".join("\r\n".join(page) + "\r\n\f" for page in pages)
    return "".join(ASCII[ord(cell) - FIRST] if ord(cell) >= FIRST else cell for cell in text).encode("ascii")


def write_pef(xhtml: etree._Element, edition: Edition) -> bytes:
    """The edition as PEF; errors as ``write_brf``."""
    meta = edition.document.meta
    rows = "".join(
        "<page>" + "".join(f"<row>{line}</row>" for line in page) + "</page>\n" for page in _pages(xhtml, edition)
    )
    about = (("title", meta.title), ("creator", ", ".join(meta.creators)), ("publisher", meta.publisher),
             ("language", edition.lang), ("date", meta.date), ("identifier", identifier(edition)))  # fmt: skip
    listed = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>\n" for name, value in about if value)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef" xml:lang={quoteattr(edition.lang)}>\n'
        '<head><meta xmlns:dc="http://purl.org/dc/elements/1.1/">\n<dc:format>application/x-pef+xml</dc:format>\n'
        f"{listed}</meta></head>\n<body>\n"
        f'<volume cols="{CELLS}" rows="{LINES}" rowgap="0" duplex="false"><section>\n{rows}</section></volume>\n'
        "</body>\n</pef>\n"
    ).encode()


def _pages(xhtml: etree._Element, edition: Edition) -> list[list[str]]:
    """Pages of lines in Unicode braille."""
    lines = [line for line in _Text(edition).flow(xhtml, edition.lang, 0) if joined(line.text)]
    cells = iter(translate([piece for line in lines for piece in line.text], edition.lang))
    rows: list[str] = []
    for line in lines:
        text = "".join(_with_edges(piece, next(cells)) for piece, _ in line.text)
        if line.apart and rows and rows[-1]:
            rows.append("")
        rows.extend(_fill(text, line.first, line.other))
    pages = [rows[start : start + LINES - 1] for start in range(0, len(rows), LINES - 1)]
    numbers = translate([(str(number), edition.lang) for number in range(1, len(pages) + 1)], edition.lang)
    blank = chr(FIRST)
    for page, number in zip(pages, numbers, strict=True):
        page.extend([""] * (LINES - 1 - len(page)))
        page.append(blank * (CELLS - len(number)) + number)
    return [[row.rstrip(blank) if row.strip(blank) else "" for row in page] for page in pages]


def joined(spoken: Spoken) -> str:
    """The text of all pieces."""
    return " ".join("".join(text for text, _ in spoken).split())


def _with_edges(text: str, cells: str) -> str:
    """Braille with the blanks that stand around its text."""
    blank = chr(FIRST)
    before = blank if text[:1].isspace() else ""
    return before + cells.strip(blank) + (blank if text[-1:].isspace() else "")


def _fill(text: str, first: int, other: int) -> Iterator[str]:
    """Cut braille into lines at its blanks; a word longer than a line is cut."""
    blank = chr(FIRST)
    row, used = blank * first, 0
    for word in text.split(blank):
        left = word
        while left:
            room = CELLS - len(row) - (1 if used else 0)
            if len(left) <= room:
                row, used, left = row + (blank if used else "") + left, used + 1, ""
            elif used:
                yield row
                row, used = blank * other, 0
            else:
                yield row + left[:room]
                row, left = blank * other, left[room:]
    if used:
        yield row


def translate(parts: Sequence[tuple[str, str]], lang: str) -> list[str]:
    """Each (text, language) as Unicode braille; languages without a table go through that of ``lang``."""
    fallback = _table(lang)
    if not fallback:
        raise ToolMissingError(f"liblouis has no table here for {lang}.", "Leave braille out of the formats.")
    found: list[str] = [""] * len(parts)
    by_table: dict[str, list[int]] = {}
    for index, (_, own) in enumerate(parts):
        by_table.setdefault(_table(own) or fallback, []).append(index)
    for table, indices in by_table.items():
        for index, cells in zip(indices, _whole(table, [parts[index][0] for index in indices]), strict=True):
            found[index] = cells
    return found


def _whole(table: str, texts: Sequence[str]) -> list[str]:
    """Braille in which nothing is lost: a character that the table does not know is said by its name."""
    cells = _run(table, texts)
    broken = [index for index, line in enumerate(cells) if not _is_six_dot(line)]
    if not broken:
        return cells
    letters = sorted({letter for index in broken for letter in texts[index] if not letter.isspace()})
    unknown = [one for one, line in zip(letters, _run(table, letters), strict=True) if not _is_six_dot(line)]
    named = {ord(one): f" ({unicodedata.name(one, f'U+{ord(one):04X}').lower()}) " for one in unknown}
    for index, line in zip(broken, _run(table, [texts[index].translate(named) for index in broken]), strict=True):
        cells[index] = line if _is_six_dot(line) else ""
    if any(not cells[index] for index in broken):
        raise ToolFailedError(f"liblouis cannot write everything with {table}.", "Leave braille out of the formats.")
    return cells


def _is_six_dot(cells: str) -> bool:
    return all(ord(cell) < FIRST + 64 for cell in cells)


def _table(lang: str) -> str:
    return TABLES.get(lang.partition("-")[0].lower(), "")


def _run(table: str, texts: Sequence[str]) -> list[str]:
    """The braille of many texts."""
    pieces = [_cut(" ".join(text.split())) for text in texts]
    lines = iter(_call(table, [piece for cut in pieces for piece in cut]))
    return [chr(FIRST).join(next(lines) for _ in cut) for cut in pieces]


def _cut(text: str) -> list[str]:
    """A text in pieces that the tool takes at once, cut at spaces where there are any."""
    pieces: list[str] = []
    while len(text) > LONGEST:
        end = text.rfind(" ", 0, LONGEST)
        pieces.append(text[: end if end > 0 else LONGEST])
        text = text[len(pieces[-1]) :].lstrip()
    return [*pieces, text]


def _call(table: str, texts: Sequence[str]) -> list[str]:
    """One call of liblouis, one text a line."""
    tool = shutil.which(TOOL)
    if tool is None:
        raise ToolMissingError("liblouis is not installed.", "Install Debian's package liblouis-bin.")
    lines = "".join(f"{text}\n" for text in texts)
    try:
        done = subprocess.run(
            [tool, "--forward", f"unicode.dis,{table}"], input=lines.encode(), capture_output=True, timeout=SECONDS,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolFailedError(f"liblouis did not finish: {type(error).__name__}.", "Try again.") from None
    out = done.stdout.decode("utf-8", "replace").split("\n")[: len(texts)]
    readable = all(FIRST <= ord(cell) < FIRST + 256 or cell == " " for cell in "".join(out))
    if done.returncode or len(out) != len(texts) or not readable:
        raise ToolFailedError(f"liblouis cannot translate with {table}.", "Install its tables, or leave braille out.")
    return [line.replace(" ", chr(FIRST)) for line in out]


# --- the text ---


class _Text:
    """Walks the semantic tree in reading order."""

    def __init__(self, edition: Edition) -> None:
        self._lang = edition.lang
        self._kinds: Mapping[str, Callable[[etree._Element, str, int], Iterator[Line]]] = {
            "ul": self._list, "ol": self._list, "table": self._table, "figure": self._figure, "pre": self._code,
        }  # fmt: skip

    def flow(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        """The lines of everything in ``part``."""
        for child in part:
            own = child.get("lang") or lang
            name = local(child)
            if name in self._kinds:
                yield from self._kinds[name](child, own, depth)
            elif name in HEADINGS:
                yield Line(self.spoken(child, own), 4, 4, apart=True)
            elif name in ("p", "dt", "dd"):
                yield from self._paragraph(child, own, depth)
            elif name == "aside":
                words = labels_of_part(own, self._lang)
                yield Line(((words("note", number=child.get("data-label") or ""), words.lang),), apart=True)
                yield from self.flow(child, own, depth)
            elif name:
                yield from self.flow(child, own, depth)

    def _paragraph(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        if any(local(child) in BLOCKS for child in part):
            if (part.text or "").strip():
                yield Line(((part.text or "", lang),), depth + 2, depth)
            yield from self.flow(part, lang, depth)
            return
        verse = "line" in classes(part)
        yield Line(self.spoken(part, lang), depth if verse else depth + 2, depth + 2 if verse else depth)

    def spoken(self, part: etree._Element, lang: str) -> Spoken:
        """Text with what stands for it: numbers of notes in brackets, pictures by their alternatives."""
        pieces: list[tuple[str, str]] = []
        for text, own in self._pieces(part, part.get("lang") or lang):
            if pieces and pieces[-1][1] == own:
                pieces[-1] = (pieces[-1][0] + text, own)
            elif text:
                pieces.append((text, own))
        return tuple(pieces)

    def _pieces(self, part: etree._Element, lang: str) -> Iterator[tuple[str, str]]:
        if local(part) == "math":
            yield part.get("alttext") or part.get("data-tex") or "", lang
        elif local(part) == "img":
            yield f" [{part.get('alt')}] " if part.get("alt") else "", lang
        elif part.get("role") == "doc-noteref":
            yield f"[{''.join(map(str, part.itertext()))}]", lang
        elif part.get("role") == "img":
            yield part.get("aria-label") or "", lang
        elif local(part) and part.get("role") != "doc-backlink":
            yield part.text or "", lang
            for child in part:
                yield from self._pieces(child, child.get("lang") or lang)
                yield child.tail or "", lang

    def _list(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        for item in part:
            own = item.get("lang") or lang
            mark = item.get("data-label") or ("" if "task" in classes(item) else "•")
            lines = list(self.flow(item, own, depth + 2)) or [Line(self.spoken(item, own))]
            first = lines[0]
            yield Line(((f"{mark} " if mark else "", own), *first.text), depth, depth + 2, first.apart)
            yield from lines[1:]

    def _table(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        caption = next((child for child in part if local(child) == "caption"), None)
        if caption is not None:
            yield Line(self.spoken(caption, lang), 4, 4, apart=True)
        names = {cell.get("id"): self.spoken(cell, lang) for cell in part.iter() if local(cell) == "th"}
        heads: list[Spoken] = []
        for group in part:
            rows = [row for row in group if local(row) == "tr"]
            if local(group) == "thead" and rows:
                heads = [self.spoken(cell, lang) for cell in rows[-1]]
                continue
            for row in rows:
                cells = [self._cell(cell, lang, heads[index : index + 1], names) for index, cell in enumerate(row)]
                shown = [cell for cell in cells if joined(cell)]
                text = [piece for cell in shown for piece in (*cell, ("; ", lang))][:-1]
                yield Line(tuple(text), depth, depth + 2)

    def _cell(
        self, cell: etree._Element, lang: str, heads: Sequence[Spoken], names: Mapping[str | None, Spoken]
    ) -> Spoken:
        text = self.spoken(cell, lang)
        if local(cell) == "th" or not joined(text):
            return text
        named = [names[one] for one in (cell.get("headers") or "").split() if one in names] or list(heads)
        return (*named[-1], (": ", lang), *text) if named and joined(named[-1]) else text

    def _figure(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        image = next((child for child in part.iter() if local(child) == "img"), None)
        alt = image.get("alt") if image is not None else ""
        if alt:
            words = labels_of_part(lang, self._lang)
            yield Line(((f"{words('figure')}: ", words.lang), (alt, lang)), depth + 2, depth, apart=True)
        for child in part:
            if local(child) == "figcaption":
                yield Line(self.spoken(child, child.get("lang") or lang), depth + 2, depth)

    def _code(self, part: etree._Element, lang: str, depth: int) -> Iterator[Line]:
        for line in "".join(map(str, part.itertext())).split("\n"):
            yield Line(((line, lang),), depth + min(8, len(line) - len(line.lstrip())), depth + 10)
