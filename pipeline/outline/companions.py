# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages that stand beside a document: known by what is in them, never by their names.

Anybody may call a document «report» or «index»; a page that is not the document itself says so of itself.
"""

from __future__ import annotations

import re

_SAID = re.compile(rb'<meta name="generator" content="pariter: ([a-z ]{1,40})">')
_HEAD = 4096
_PLAIN = re.compile(rb'<body class="plain-page">')
_PAIRED = re.compile(rb'<article\b[^>]* class="document paired"')


def companion(data: bytes) -> str:
    """What a web page of ours is that tells of a document and holds none of it («check report»); else nothing."""
    found = _SAID.search(data, 0, _HEAD)
    return found[1].decode() if found else ""


def is_plain_page(data: bytes) -> bool:
    """Whether a web page is the one in plain language or with reading aids, which holds more than one text."""
    return _PLAIN.search(data) is not None


def is_paired(data: bytes) -> bool:
    """Whether a page of that kind shows a plain text beside its original."""
    return _PAIRED.search(data) is not None
