# SPDX-License-Identifier: AGPL-3.0-or-later
"""The plain-language edition: alignment, measures, the meaning guard, suggestions.

A person writes it (``plain.md``); this room keeps it aligned with its original, measures it, and says where its
meaning may have changed. Its neighbours use the names below; they are imported when first asked for, so that the
command line starts fast.
"""

from __future__ import annotations

import importlib
from typing import Any

_PLACES = {
    "plain_init": ("skeleton", "init"),
    "plain_add": ("skeleton", "add_missing"),
    "plain_renew": ("skeleton", "renew"),
    "plain_read": ("source", "read"),
    "plain_check": ("check", "check"),
    "plain_edition": ("edition", "plain_edition"),
    "plain_suggest": ("placed", "hard_sentences"),
    "plain_find": ("placed", "find"),
    "plain_accept": ("accept", "accept"),
    "plain_undo": ("accept", "undo"),
    "plain_report": ("report", "report_data"),
    "guard": ("guard", "guard"),
    "meaning_kept": ("kept", "meaning_kept"),
    "measure": ("measure", "measure"),
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    module, attribute = _PLACES[name]
    return getattr(importlib.import_module(f"pipeline.plain.{module}"), attribute)


def __dir__() -> list[str]:
    return sorted(_PLACES)
