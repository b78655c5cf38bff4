# SPDX-License-Identifier: AGPL-3.0-or-later
"""The private list of fonts that the layout engine gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.writers import fonts


def test_installations_side_by_side_do_not_share_their_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    first = fonts.configure()
    before = first.read_bytes()
    monkeypatch.setattr(fonts, "folders", lambda: (tmp_path / "fonts of another",))
    second = fonts.configure()
    assert first != second and b"fonts of another" in second.read_bytes()
    assert first.read_bytes() == before
