# SPDX-License-Identifier: AGPL-3.0-or-later
"""Texts that are shown and not said: a command, a declaration, a record, a row that begins with its number.

Extractors leave them as paragraphs between those of the text. They have no end and begin with a small letter or a
number, as the rest of a cut sentence does.
"""

from __future__ import annotations

import re

from pipeline.clean.reading import prose

_LONGEST = 300  # characters of a command with its options
_SAID = 10  # one word of so many that needs another: more are a sentence
_SIGN = re.compile(
    r"\s--?[A-Za-z][\w-]*(?=[\s=]|$)|\$[({]|[\w)]::\w|\s#\s+\w|^\$\s"
    r"|\w\.\w+\.\w[\w.]* ?\(|\w \(?(?:const|unsigned) [a-z]"
)
_OPTION = re.compile(r"(?<!\S)--?\w[\w-]*")
_BEGINS = re.compile(r"[-*+\s]*(?:[$#%] )?[a-z./$]")
_RECORD = re.compile(r"[-*+\s]*([^\W\d_][\w-]*:)\s")
_CARD = 120  # characters of a record
_LABEL = 60  # characters of a line that only names what follows it
_ROW = re.compile(r"[-*+\s]*\d[\d.,]*\s")
_SHORT = 60  # characters of a row


def command(text: str) -> bool:
    """Whether a text is a command line or a declaration of a program: options, comments, names joined by "::"."""
    body = text.strip()
    if len(body) > _LONGEST or not _BEGINS.match(body) or (prose.ends_sentence(body) and not body.endswith("...")):
        return False
    words = re.findall(r"[^\W\d_]+", _OPTION.sub(" ", body.casefold()))
    said = sum(any(word in known for known in prose.OPEN_WORDS.values()) and len(word) > 1 for word in words)
    return bool(_SIGN.search(body)) and said * _SAID <= len(words)


def label(text: str) -> bool:
    """Whether a text is one short line with a capital that ends with a colon: it names what follows it."""
    body = text.strip().strip("*_")
    return len(body) < _LABEL and "\n" not in body and prose.begins_upper(body) and body.endswith((":", "："))


def records(above: str, below: str) -> bool:
    """Whether both texts begin with one label ("Berth: 4", "Berth: 5"), and the one above is short."""
    one, two = _RECORD.match(above), _RECORD.match(below)
    return len(above) < _CARD and one is not None and two is not None and one.group(1) == two.group(1)


def rows(above: str, below: str) -> bool:
    """Whether both texts begin with a number, and the one above is as short as a row of a table."""
    return len(above.strip()) < _SHORT and bool(_ROW.match(above) and _ROW.match(below))
