# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pieces of XML as text: written by hand, so that not a blank is added to what translators see."""

from __future__ import annotations

import re
from collections.abc import Mapping

# XML 1.0 cannot hold these; the source was refused if it had them, but other people's metadata may.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Character data."""
    clean = _FORBIDDEN.sub("\ufffd", text.replace("\f", " "))
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attributes(values: Mapping[str, str]) -> str:
    """Attributes with a blank before each; empty values are left out."""
    return "".join(f' {name}="{_quoted(value)}"' for name, value in values.items() if value)


def _quoted(value: str) -> str:
    return escape(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, content: str = "", /, **values: str) -> str:
    """An element; ``xml_lang`` and ``mtc_ref`` stand for ``xml:lang`` and so on, ``class_`` for ``class``."""
    named = {key.rstrip("_").replace("_", ":"): value for key, value in values.items()}
    head = f"<{name}{attributes(named)}"
    return f"{head}>{content}</{name}>" if content else f"{head}/>"
