# SPDX-License-Identifier: AGPL-3.0-or-later
"""From bytes to a source: strict UTF-8 with the place of an error, front matter apart, a name that is safe."""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path
from typing import Any

from pipeline.errors import InputError, SettingsError
from pipeline.model import Source
from pipeline.naming import safe_name
from pipeline.settings import FRONT_MATTER, SYNONYMS, read_yaml

MAX_BYTES = 128 * 2**20
SOURCE_NAMES = ("source.md",)
_FRONT = re.compile(
    r"\A---[ \t]*(\r\n|\n|\r)(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)

_OPEN = re.compile(rf"---[ \t]*\r?\n(?:{'|'.join(sorted(FRONT_MATTER | SYNONYMS.keys()))})[ \t]*:")
"""What front matter begins with that has no end: without one of our names it may be a rule above some words."""

_NAMED = re.compile(r"[ \t]|[\w-]+[ \t]*:")
"""A line of YAML: a name, or more of a value."""


def load(path: Path) -> Source:
    """The source at ``path``: a folder with ``source.md``, or one Markdown file. Raises InputError."""
    if path.is_dir():
        return read_source(path / "source.md", folder=path, name=path.resolve().name)
    return read_source(path, folder=path.parent, name=path.stem)


def read_source(path: Path, *, folder: Path, name: str) -> Source:
    """Read and decode one Markdown file. Raises InputError with the byte offset of what is wrong."""
    try:
        if path.is_dir():
            raise InputError("this is a folder.", "Name a Markdown file, or a folder with source.md.", file=path)
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"larger than {MAX_BYTES // 2**20} MiB.", "Split the text.", file=path)
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("no such file.", "Check the path.", file=path) from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}.", "Check its permissions.", file=path) from None
    text = decode(data, path)
    return Source(safe_name(name), path, folder, text, hashlib.sha256(data).hexdigest())


_WORD = "Make Markdown of it first, as «From Word» in docs/dialect.md tells."
_OTHERS = (
    (b"PK\x03\x04", "a file of Word or of another program that packs what it writes", _WORD),
    (b"\xd0\xcf\x11\xe0", "a file of an old Word", "Save it as .docx. " + _WORD),
    (b"{\\rtf", "rich text", _WORD),
    (b"%PDF-", "a PDF", "Name its Markdown; «pariter check» looks at the PDF itself."),
)
"""How files begin that people have instead of Markdown, what they are, and what to do."""


def decode(data: bytes, file: Path | str) -> str:
    """Strict UTF-8 text without a byte order mark. Raises InputError naming the byte, or what it is instead."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("this is UTF-16.", "Save the file as UTF-8.", file=file)
    for sign, kind, remedy in _OTHERS:
        if data.startswith(sign):
            raise InputError(f"this is {kind}, and no Markdown.", remedy, file=file)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8."
        raise InputError(what, "Save the file as UTF-8.", file=file, line=line) from None
    if "\0" in text:
        offset = text.index("\0")
        line = text.count("\n", 0, offset) + 1
        raise InputError("there is a NUL character: this is no text.", "Name a Markdown file.", file=file, line=line)
    control = re.search(r"[\x01-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]", text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        what = f"there is a control character U+{ord(control.group()):04X} that no format can carry."
        raise InputError(what, "Remove it.", file=file, line=line)
    if not text.strip():
        raise InputError("the file is empty.", "Write some text into it.", file=file)
    return text


def split_front_matter(text: str, file: Path | str) -> tuple[dict[str, Any], str]:
    """The front matter as data, and the text with its lines blanked, so that all positions stay.

    A block between rules that is no mapping is text, not front matter. Raises SettingsError for broken YAML, and for
    front matter that no line ends.
    """
    match = _FRONT.match(text)
    if match is None:
        if (last := _unclosed(text)) and _OPEN.match(text):
            raise _not_closed(last, file)
        return {}, text
    body = match.group(2)
    # As in pandoc, a rule with an empty line below it is a rule.
    if not body.splitlines()[:1] or not body.splitlines()[0].strip():
        return {}, text
    if not re.search(r"^[^\s#-][^\r\n]*?:", body, re.MULTILINE):
        return {}, text
    try:
        data = read_yaml(body, file, first_line=2)
    except SettingsError as error:
        last = _unclosed(text)
        below = next((line for line in text.splitlines()[last:] if line.strip()), "")
        if last and error.line > last and not _NAMED.match(below):  # the line that ends it is a rule further down
            raise _not_closed(last, file) from None
        raise
    if (last := _unclosed(text)) and _is_text("\n".join(body.splitlines()[last - 1 :])):
        raise _not_closed(last, file)
    # Offsets must hold, so spaces stand for what was there.
    return data, re.sub(r"[^\r\n]", " ", match.group()) + text[match.end() :]


def _unclosed(text: str) -> int:
    """The last line (from 1) of the names and values at the beginning of a text, if an empty line or a heading comes
    right after them, before any line that ends front matter; 0 if there are none."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((n for n, line in enumerate(lines[1:], 1) if not line.strip() or line.startswith("#")), len(lines))
    if any(line.rstrip() in ("---", "...") for line in lines[1:end]):
        return 0
    try:
        return end if read_yaml("\n".join(lines[1:end]), "") else 0
    except SettingsError:
        return 0


def _is_text(rest: str) -> bool:
    """Whether what stands below the first names of front matter is read as YAML and is text: names of several words, or
    headings (comments of YAML) that stand alone."""
    try:
        names = read_yaml(rest, "")
    except SettingsError:  # the end of a value of several lines
        return False
    alone = re.search(r"^#.*\n[ \t]*\n", rest + "\n", re.MULTILINE)
    return any(" " in str(name) for name in names) or (not names and alone is not None)


def _not_closed(last: int, file: Path | str) -> SettingsError:
    what = f"the front matter is not closed: it begins on line 1, and its last line is line {last}."
    return SettingsError(what, "Write a line of three hyphens, ---, below that.", file=file, line=last)


def front_line(text: str, key: str) -> int:
    """The line (from 1) of front matter on which a setting stands; 0 if none does."""
    match = _FRONT.match(text)
    names = "|".join([key, *(other for other, name in SYNONYMS.items() if name == key)])
    found = re.search(rf"^(?:{names})[ \t]*:", match.group(), re.MULTILINE) if match else None
    return text.count("\n", 0, found.start()) + 1 if found else 0
