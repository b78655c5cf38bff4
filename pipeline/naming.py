# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names of documents as names of files."""

from __future__ import annotations

import re
import unicodedata


def safe_name(name: str) -> str:
    """``name`` as a file name that no system, shell or address misreads: at most 80 characters, never empty."""
    kept = "".join(c if c.isalnum() or c in "._-" else "-" for c in unicodedata.normalize("NFC", name))
    return re.sub(r"-{2,}", "-", kept).strip("-.")[:80] or "document"
