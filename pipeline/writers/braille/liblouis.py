# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text to Unicode braille by liblouis, each piece by the table of its own language; nothing is lost on the way."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from collections.abc import Mapping, Sequence

from pipeline.errors import ToolFailedError, ToolMissingError

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
SIGNS = {"·": "-", "•": "-", "‧": "-", "―": "-", "−": "-"}
# The cell without dots; a cell is this and its dots (dot 1 is 1, dot 2 is 2, dot 3 is 4 …).
FIRST = 0x2800


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
    named = {ord(one): _said(one) for one in unknown}
    for index, line in zip(broken, _run(table, [texts[index].translate(named) for index in broken]), strict=True):
        cells[index] = line if _is_six_dot(line) else ""
    if any(not cells[index] for index in broken):
        raise ToolFailedError(f"liblouis cannot write everything with {table}.", "Leave braille out of the formats.")
    return cells


def _said(letter: str) -> str:
    """What stands for a character without braille: nothing for one that nobody sees (a mark of direction), a usual
    sign for a separator, the name of any other."""
    if unicodedata.category(letter) == "Cf":
        return ""
    return SIGNS.get(letter) or f" ({unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}) "


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
