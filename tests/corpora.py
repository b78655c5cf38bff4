# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people's test material, which lives beside the project and not in it."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared" / "corpora"


def corpora(name: str) -> Path:
    """The folder of one set; skips the test that asks for it where it is absent."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"the test set {name} is not beside the project")
    return path
