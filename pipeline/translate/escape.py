# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text as Markdown that means nothing but that text: no markup, link, note or block can come in by it."""

from __future__ import annotations

import html
import re

_ALWAYS = re.compile(r"([\\`*_\[\]<>^~$|{}#])")
_ENTITY = re.compile(r"&(?=#?\w{1,32};)")
_EMOJI = re.compile(r":(?=[\w+-]{1,40}:)")
# What begins a block when a line begins with it (CommonMark 0.31, 4 and 5; pandoc's fancy and definition lists).
_START = re.compile(r"([-+=:%@~]|\d{1,9}[.)]|\(?[A-Za-z0-9#@]{1,9}[.)])(?=\s|$|[-+=:~|])")
_RULE = re.compile(r"[-=+:]{2,}")


# Characters that no text file should hold; XML 1.0 lets some of them through.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LINE_ENDS = re.compile("[\r\n\t\v\f\x85\u2028\u2029]+")


def plain(text: str) -> str:
    """Text on one line, without control characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub(" ", text))


def markdown(text: str) -> str:
    """``text`` on one line, escaped so that CommonMark with pandoc's extensions reads the same characters."""
    return _EMOJI.sub(r"\\:", _ENTITY.sub(r"\\&", _ALWAYS.sub(r"\\\1", plain(text))))


def behind_dollar(text: str) -> str:
    """Escaped text that may stand right behind a formula: a number there makes its dollars those of sums."""
    return f"&#{ord(text[0])};{text[1:]}" if text[:1].isdecimal() else text


def line_start(text: str) -> str:
    """Escaped text that may stand where a line begins."""
    stripped = text.lstrip(" ")
    lead = text[: len(text) - len(stripped)]
    match = _START.match(stripped)
    if match is not None:
        head = match.group(1)
        # A letter or digit cannot be escaped, the mark after it can.
        if head[0] == "(":
            return f"{lead}\\{stripped}"
        if head[-1] in ".)" and len(head) > 1:
            return f"{lead}{head[:-1]}\\{stripped[len(head) - 1 :]}"
        return f"{lead}\\{stripped}"
    if stripped[:6] in ("Table:", "table:"):  # would be the caption of a table beside it
        return f"{lead}{stripped[:5]}\\{stripped[5:]}"
    if _RULE.match(stripped):
        return f"{lead}\\{stripped}"
    return text


def in_html(text: str) -> str:
    """Text inside of an HTML element or attribute."""
    return html.escape(" ".join(plain(text).split()), quote=True)


def in_yaml(text: str) -> str:
    """Text as a YAML scalar in double quotes."""
    body = " ".join(plain(text).split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{body}"'


def quoted(text: str) -> str:
    """Text between double quotes of Markdown: titles, values of attributes."""
    return markdown(text).replace('"', '\\"')
