# SPDX-License-Identifier: AGPL-3.0-or-later
"""Counting words as translators are paid: runs of letters and digits; each Chinese or Japanese character."""

from __future__ import annotations

import re

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
    r"(?:['’.,/-]?[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+)*"
)


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(text)


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))
