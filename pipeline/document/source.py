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
from pipeline.settings import read_yaml

MAX_BYTES = 128 * 2**20
SOURCE_NAMES = ("source.md",)
_FRONT = re.compile(
    r"\A---[ \t]*(\r\n|\n|\r)(.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)


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


def decode(data: bytes, file: Path | str) -> str:
    """Strict UTF-8 text without a byte order mark. Raises InputError naming the byte, or what it is instead."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("this is UTF-16.", "Save the file as UTF-8.", file=file)
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

    A block between rules that is no mapping is text, not front matter. Raises SettingsError for broken YAML.
    """
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    body = match.group(2)
    if not re.search(r"^[^\s#-][^\r\n]*?:", body, re.MULTILINE):
        return {}, text
    data = read_yaml(body, file, first_line=2)
    if not isinstance(data, dict):
        raise SettingsError("the front matter is no mapping.", "Write lines like «title: …».", file=file, line=1)
    # Offsets must hold, so spaces stand for what was there.
    return data, re.sub(r"[^\r\n]", " ", match.group()) + text[match.end() :]
